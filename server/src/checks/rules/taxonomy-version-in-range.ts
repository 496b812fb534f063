import satisfies from 'semver/functions/satisfies.js';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { Located } from '../../model/read';
import type { GuidelineRule } from '../rule';
import { protocolExample } from './examples';

export const taxonomyVersionInRange: GuidelineRule = {
  id: 'taxonomy-version-in-range',
  family: 'protocol',
  level: 'error',
  scope: 'guideline',
  docs: {
    what: 'The taxonomy that a protocol uses, and those that a taxonomy imports, have a version in the range that is asked for.',
    why: 'The range says with which definitions the text was written. Outside it a label may have come to mean something else.',
    invalid: protocolExample('taxonomy: {file: findings.taxonomy.yaml, version: ~2.3.0}'),
    valid: protocolExample('taxonomy: {file: findings.taxonomy.yaml, version: ~1.0.0}'),
  },
  check(guideline) {
    const found: Finding[] = [];
    if (guideline.kind === 'protocol') {
      found.push(...check(guideline.protocol.taxonomy.version, guideline.taxonomy?.taxonomy.version));
      return found;
    }
    for (const [index, { version }] of guideline.taxonomy.imports.entries()) {
      found.push(...check(version, guideline.imports[index]?.taxonomy?.version));
    }
    return found;
  },
};

const range = /^[~^]?\d+\.\d+\.\d+([-+].*)?$/;
const single = /^\d+\.\d+\.\d+([-+].*)?$/;

function check(wanted: Located | undefined, found: Located | undefined): Finding[] {
  const findings: Finding[] = [];
  if (!wanted || !found || !range.test(wanted.text) || !single.test(found.text)) return findings;
  if (satisfies(found.text, wanted.text, { includePrerelease: true })) return findings;
  const sign = /^[~^]/.exec(wanted.text)?.[0] ?? '';
  const next = `${sign}${found.text}`;
  findings.push({
    at: wanted.node,
    message: `The taxonomy has version ${found.text}, and ${wanted.text} does not take it in. Look at what changed, then ask for ${next}.`,
    fixes: [replaceFix(`Change to ${next}`, wanted.node, next)],
  });
  return findings;
}
