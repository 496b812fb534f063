import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { replaceFix } from '../fixes';
import { protocolExample } from './examples';

const sample = (guideline: string) => `
labels: [nodule]
samples:
  typical: {image: nodule.png, shows: [nodule], guideline: ${guideline}}
`;

export const sampleOfOlderVersion: ProtocolRule = {
  id: 'sample-of-older-version',
  family: 'samples',
  level: 'info',
  scope: 'protocol',
  docs: {
    what: 'A sample was annotated under a version of the protocol from which this one differs in wording only.',
    why: 'Readers copy what samples show. A sample from before a change of criteria teaches the old ones.',
    invalid: { ...protocolExample(sample('1.0.0'), { version: '1.1.0' }), 'nodule.png': '' },
    valid: { ...protocolExample(sample('1.1.0'), { version: '1.1.0' }), 'nodule.png': '' },
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const now = numbersOf(protocol.version?.text);
    for (const { id, guideline } of protocol.samples.values()) {
      const then = numbersOf(guideline?.text);
      if (!guideline || !then || !now) continue;
      const difference = now[0] - then[0] || now[1] - then[1];
      if (difference === 0) continue;
      const version = protocol.version?.text ?? '';
      found.push({
        at: guideline.node,
        message:
          difference > 0
            ? `“${id}” was annotated under ${guideline.text}; this is ${version}. Look at it again, then set “guideline” to ${version}.`
            : `“${id}” is said to be annotated under ${guideline.text}, which is later than this version, ${version}.`,
        fixes: difference > 0 ? [replaceFix(`It still holds: change to ${version}`, guideline.node, version)] : [],
      });
    }
    return found;
  },
};

/** The first two numbers of a version. */
function numbersOf(version: string | undefined): [number, number] | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)\.\d+/.exec(version ?? '') ?? [];
  return major !== undefined && minor !== undefined ? [Number(major), Number(minor)] : undefined;
}
