import compare from 'semver/functions/compare.js';
import valid from 'semver/functions/valid.js';
import { valueAt } from '../../yaml/node';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { AcrossRule } from '../rule';
import { taxonomyExample } from './examples';

const example = (since: string) =>
  taxonomyExample(`
labels:
  ptx: {name: PTX, deprecated: {since: ${since}, replacedBy: pneumothorax}}
  pneumothorax: {name: Pneumothorax, definition: Air in the pleural space.}
`);

export const deprecatedSinceKnownVersion: AcrossRule = {
  id: 'deprecated-since-known-version',
  family: 'taxonomy',
  level: 'warning',
  scope: 'label-in-space',
  on: ['deprecated'],
  docs: {
    what: 'A label is out of use since a version that is not later than the version of the taxonomy.',
    why: 'Whether an annotation was made before or after a label went out of use is told by this number.',
    invalid: example('1.1.0'),
    valid: example('1.0.0'),
  },
  check({ id, node, deprecated }, view) {
    const found: Finding[] = [];
    const since = deprecated?.since;
    if (since === undefined || !valid(since)) return found;
    const version = view.head('version');
    const at = valueAt(node, 'deprecated', 'since');
    if (version === undefined || !valid(version) || !at || compare(since, version) <= 0) return found;
    found.push({
      at,
      message: `“${id}” is out of use since ${since}, and this taxonomy is ${version}. Raise the version, or change “since”.`,
      fixes: [replaceFix(`Change to ${version}`, at, version)],
    });
    return found;
  },
};
