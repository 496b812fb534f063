import type { Located } from '../../model/read';
import { readTexts } from '../../model/read';
import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import { lookup } from '../lookup';
import type { Finding } from '../problem';
import type { GuidelineRule } from '../rule';
import { quoted } from '../words';
import { taxonomyExample } from './examples';

export const modalityMustBeKnown: GuidelineRule = {
  id: 'modality-must-be-known',
  family: 'taxonomy',
  level: 'warning',
  scope: 'guideline',
  docs: {
    what: 'A modality is one of the codes that DICOM defines for (0008,0060).',
    why: 'Images are chosen by this code. With another word none are found (DICOM PS3.3, C.7.3.1.1.1).',
    invalid: taxonomyExample('modality: [MRI]\nlabels: {}'),
    valid: taxonomyExample('modality: [MR]\nlabels: {}'),
  },
  check(guideline) {
    const found: Finding[] = [];
    for (const { text, node } of modalitiesOf(guideline)) {
      if (known.has(text) || !/^[A-Z][A-Z0-9]*$/.test(text)) continue;
      const meant = lookup(meanings, text);
      found.push({
        at: node,
        message: `${quoted(text)} is no DICOM modality.${meant ? ` Did you mean “${meant}”?` : ' Use a code such as CT, MR, DX, MG or US.'}`,
        fixes: meant ? [replaceFix(`Change to “${meant}”`, node, meant, true)] : [],
      });
    }
    return found;
  },
};

function modalitiesOf(guideline: Parameters<GuidelineRule['check']>[0]): readonly Located[] {
  if (guideline.kind === 'taxonomy') return guideline.taxonomy.modality;
  return [...guideline.protocol.images.values()].flatMap(({ node }) => readTexts(valueAt(node, 'modality')));
}

const known = new Set(
  (
    'AR ASMT AU BDUS BI BMD CFM CR CT CTPROTOCOL DG DMS DOC DX ECG EEG EMG EOG EPS ES FID GM HC HD IO IOL IVOCT IVUS ' +
    'KER KO LEN LS MG MR M3D NM OAM OCT OP OPM OPT OPTBSV OPTENF OPV OSS OT PA PLAN POS PR PT PX REG RESP RF RG ' +
    'RTDOSE RTIMAGE RTINTENT RTPLAN RTRAD RTRECORD RTSEGANN RTSTRUCT RWV SEG SM SMR SR SRF STAIN TEXTUREMAP TG US VA XA XAPROTOCOL XC'
  ).split(' '),
);

const meanings: Record<string, string> = {
  MRI: 'MR',
  MRT: 'MR',
  PET: 'PT',
  CXR: 'DX',
  XR: 'DX',
  XRAY: 'DX',
  DR: 'DX',
  MAMMO: 'MG',
  CAT: 'CT',
  CCT: 'CT',
  SONO: 'US',
  WSI: 'SM',
  SPECT: 'NM',
};
