import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';
import { undefinedNames } from './mustExist';

export const roleMustExist: ProtocolRule = {
  id: 'role-must-exist',
  family: 'protocol',
  level: 'error',
  scope: 'protocol',
  docs: {
    what: 'Each role that a stage, the access list or the review names is defined under `roles`.',
    why: 'Who annotates, and with which qualification, is asked for by CLAIM-2024 item 16, STARD-AI item 12 and BIAS.',
    invalid: protocolExample(`
roles:
  reader: {qualification: Radiologist, count: 2}
workflow:
  first: {stage: read, role: raeder}
`),
    valid: protocolExample(`
roles:
  reader: {qualification: Radiologist, count: 2}
workflow:
  first: {stage: read, role: reader}
`),
  },
  check: (guideline) => undefinedNames(guideline, 'role', guideline.protocol.roles, 'roles'),
};
