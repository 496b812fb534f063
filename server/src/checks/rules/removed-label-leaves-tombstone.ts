import { readText } from '../../model/read';
import { entryOf, valueAt } from '../../yaml/node';
import { isIncomplete } from '../brokenPlaces';
import { contentOf } from '../content';
import { asScalar, beginsLine, insertAfterFix } from '../fixes';
import type { Fix } from '../problem';
import type { SurroundingsRule } from '../rule';
import type { ResolvedTaxonomy } from '../../workspace/workspace';
import { counted } from '../words';
import { taxonomyText } from './examples';

const text = (old: string) =>
  taxonomyText(`
labels:
  nodule:
    name: Nodule
    definition: A rounded opacity.
${old}`)
    .replace('status: draft', 'status: review')
    .replace('1.0.0', old.includes('deprecated') || old === '' ? '2.0.0' : '1.0.0');

const before = text('  mass:\n    name: Mass\n    definition: An opacity of more than 3 cm.\n');

export const removedLabelLeavesTombstone: SurroundingsRule = {
  id: 'removed-label-leaves-tombstone',
  family: 'versions',
  level: 'warning',
  scope: 'surroundings',
  docs: {
    what: 'A label that the last approved version in git had is still there, if only as out of use (`deprecated`). Drafts are not looked at.',
    why: 'Annotations with it exist. Without the label nobody can read what they meant, and its id or mask value may be given to something else. Programs that compare interfaces ask for the same (buf: reserve what is deleted).',
    invalid: {
      'example.taxonomy.yaml': text(''),
      'approved/example.taxonomy.yaml': before.replace('status: review', 'status: approved'),
    },
    valid: {
      'example.taxonomy.yaml': text(
        '  mass:\n    name: Mass\n    deprecated:\n      since: 2.0.0\n      reason: Out of use.\n',
      ),
      'approved/example.taxonomy.yaml': before.replace('status: review', 'status: approved'),
    },
  },
  async *check(guideline, around) {
    if (guideline.kind !== 'taxonomy') return;
    const { taxonomy, file, space } = guideline;
    const at = taxonomy.version?.node;
    if (!at || taxonomy.status?.text === 'draft' || isIncomplete(file.document)) return;
    for await (const { labels, version, content } of around.approvedVersions(file.uri)) {
      // It may be this one, committed.
      if (content === contentOf(file.document)) continue;
      // One that has lost its keys is told of by the schema.
      const written = valueAt(file.document.root, 'labels');
      const gone = [...labels].filter(([id]) => !space.labels.has(id) && !entryOf(written, id));
      const [first, ...others] = gone;
      if (first) {
        const more = others.length > 0 ? ` and ${counted(others.length, 'other label')}` : '';
        yield {
          at,
          message: `“${first[0]}”${more} of version ${version} ${others.length > 0 ? 'are' : 'is'} no longer here. Keep a label as “deprecated”, with what took its place.`,
          fixes: tombstones(guideline, gone),
        };
      }
      return;
    }
  },
};

/** More than this nobody takes back at once. */
const most = 50;

function tombstones(
  { taxonomy, file: { document } }: ResolvedTaxonomy,
  gone: readonly (readonly [id: string, name: string | undefined])[],
): Fix[] {
  const block = entryOf(document.root, 'labels')?.value;
  const last = block?.kind === 'map' ? block.entries[block.entries.length - 1] : undefined;
  const since = readText(taxonomy.version?.node);
  if (block?.kind !== 'map' || block.style !== 'block' || !last || since === undefined || gone.length > most) return [];
  const { start } = document.range(last.key);
  if (!beginsLine(document, start)) return [];
  const indent = ' '.repeat(start.character);
  const lines = gone.flatMap(([id, name], index) => [
    `${index === 0 ? '' : indent}${id}:`,
    `${indent}  name: ${asScalar(name ?? id)}`,
    `${indent}  deprecated:`,
    `${indent}    since: ${since}`,
    `${indent}    reason: Out of use.`,
  ]);
  return [
    insertAfterFix(gone.length > 1 ? 'Keep them as out of use' : 'Keep it as out of use', last, lines.join('\n')),
  ];
}
