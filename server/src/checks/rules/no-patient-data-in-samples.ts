import type { PatientData } from '../../annotations/patientData';
import type { Fictitious } from '../fictitious';
import { isFictitious } from '../fictitious';
import type { SurroundingsRule } from '../rule';
import { listed, quoted } from '../words';
import { dicomText } from './dicomExample';
import { protocolExample } from './examples';
import { dicomImages } from './sampleImages';

const example = (name: string) => ({
  ...protocolExample('labels: [nodule]\nsamples:\n  typical: {image: nodule.dcm, shows: [nodule]}'),
  'nodule.dcm': dicomText(['0008,0060', 'CS', 'DX'], ['0010,0010', 'PN', name]),
});

export const noPatientDataInSamples: SurroundingsRule = {
  id: 'no-patient-data-in-samples',
  family: 'samples',
  level: 'error',
  scope: 'surroundings',
  docs: {
    what:
      'The DICOM headers of sample images name no patient: no name, id, birth date, address, telephone number or other patient ids, and no free text that ' +
      'repeats the name. Values that are made up are listed under `fictitious` in `labelwright.yaml`; where the header says that the identity was ' +
      'removed (0012,0062), name and id are pseudonyms. What the rule finds is not repeated in its message.',
    why: 'A repository is copied to every machine and kept for ever: what was committed once cannot be taken back. 45 CFR 164.514(b)(2) lists these identifiers, DICOM PS3.15 annex E the attributes that hold them; CLAIM-2024 item 11 asks for the method of de-identification.',
    invalid: example('Doe^Jane'),
    valid: example('ANONYMOUS'),
  },
  async *check(guideline, around) {
    for await (const { image, data } of dicomImages(guideline, around)) {
      const name = quoted(image.text);
      if (data === 'unreadable') {
        yield {
          at: image.node,
          message: `The header of ${name} cannot be read, so that nobody knows whether it names a patient. Look at it by hand.`,
        };
        continue;
      }
      const found = [...new Set(revealing(data, around.fictitious ?? new Map()))];
      if (found.length === 0) continue;
      yield {
        at: image.node,
        message: `The header of ${name} has patient data: ${listed(found, 'and')}. Remove them from the file, or list made-up values under “fictitious” in labelwright.yaml.`,
      };
    }
  },
};

/** The attributes that tell who the patient is. */
function revealing({ items, identityRemoved }: PatientData, fictitious: Fictitious): string[] {
  const name = items.find(({ keyword }) => keyword === 'PatientName');
  const isNamed = name !== undefined && !isHarmless(name.value) && !isFictitious(fictitious, name.keyword, name.value);
  return items.flatMap(({ keyword, value }) => {
    if (isHarmless(value) || isFictitious(fictitious, keyword, value)) return [];
    if (keyword.startsWith('(')) return isNamed && !identityRemoved ? [`${keyword}, which repeats the name`] : [];
    return identityRemoved && (keyword === 'PatientName' || keyword === 'PatientID') ? [] : [keyword];
  });
}

/** What programs write in the place of a value that they removed. */
function isHarmless(value: string): boolean {
  const plain = value.replace(/[\s^=_.-]+/g, '').toLowerCase();
  return /^(?:|0+|x+|anon(?:ymous|ymized|ymised)?|removed|none|na|n\/a|unknown|deidentified|(?:1900|0001|1970)0101|000000(?:\.0+)?)$/.test(
    plain,
  );
}
