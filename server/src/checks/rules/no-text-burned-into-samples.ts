import type { SurroundingsRule } from '../rule';
import { quoted } from '../words';
import { dicomText } from './dicomExample';
import { protocolExample } from './examples';
import { dicomImages } from './sampleImages';

const example = (burned: string) => ({
  ...protocolExample('labels: [nodule]\nsamples:\n  typical: {image: nodule.dcm, shows: [nodule]}'),
  'nodule.dcm': dicomText(['0008,0060', 'CS', 'DX'], ['0028,0301', 'CS', burned]),
});

export const noTextBurnedIntoSamples: SurroundingsRule = {
  id: 'no-text-burned-into-samples',
  family: 'samples',
  level: 'warning',
  scope: 'surroundings',
  docs: {
    what: 'No DICOM image of a sample says that text is burned into its pixels (`BurnedInAnnotation`, 0028,0301).',
    why: 'Ultrasound and scanned films carry name and birth date in the picture, where no program that cleans headers finds them (DICOM PS3.15, option “Clean Pixel Data”).',
    invalid: example('YES'),
    valid: example('NO'),
  },
  async *check(guideline, around) {
    for await (const { image, data } of dicomImages(guideline, around)) {
      if (data === 'unreadable' || !data.burnedIn) continue;
      yield {
        at: image.node,
        message: `${quoted(image.text)} says that text is burned into its pixels. Look whether it names the patient, paint it over, and set BurnedInAnnotation to NO.`,
      };
    }
  },
};
