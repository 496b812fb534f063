import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';
import { undefinedNames } from './mustExist';

export const imageMustExist: ProtocolRule = {
  id: 'image-must-exist',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'Each image that a label is marked on (`on`) is defined under `images`.',
    why: 'Readers must be shown the image that they are to mark. What readers are shown is asked for by the FDA draft guidance of January 2025, section VIII.',
    invalid: protocolExample(`
images: {frontal: {modality: DX}}
labels: {nodule: {on: [frontl]}}
`),
    valid: protocolExample(`
images: {frontal: {modality: DX}}
labels: {nodule: {on: [frontal]}}
`),
  },
  check: (guideline) => undefinedNames(guideline, 'image', guideline.protocol.images, 'images'),
};
