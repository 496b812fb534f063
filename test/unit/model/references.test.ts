import { describe, expect, test } from 'vitest';
import { rules } from '../../../server/src/checks/registry';
import { labelOf } from '../../../server/src/model/label';
import { labelEntries } from '../../../server/src/model/labelTable';
import {
  documentReferences,
  labelReferences,
  mayNameOthers,
  referenceKindAt,
} from '../../../server/src/model/references';
import { parseYaml } from '../../../server/src/yaml/parseDocument';

/** Each reference as `kind id.attribute @ the text at its place`. */
function referencesIn(kind: 'taxonomy' | 'protocol', text: string): string[] {
  const document = parseYaml(text);
  return documentReferences(kind, document)
    .map(({ kind: what, id, attribute, at, attributeAt }) => {
      const { line, character } = document.range(at).start;
      const behind = attributeAt ? `.${document.textOf(attributeAt)}` : '';
      expect(attribute === undefined).toBe(attributeAt === undefined);
      return `${line}:${character} ${what} ${id} “${document.textOf(at)}${behind}”`;
    })
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

test('what is no text names nothing; the schema says so of it', () => {
  const text = 'labels:\n  a: {parent: true, partOf: 3, disjointWith: [b, null, false, yes]}\n';
  expect(referencesIn('taxonomy', text)).toEqual(['1:46 label b “b”', '1:62 label yes “yes”']);
});

test('a taxonomy names labels and attributes', () => {
  const text = `labels:
  a:
    parent: [b, "c"]
    partOf: d
    confusedWith:
      e: words
    disjointWith: [f]
    per: side
    deprecated: {replacedBy: {g: {side: left}}}
    attributes:
      near: {type: reference, labels: [h]}
      ratio: {derivedFrom: [width]}
`;
  expect(referencesIn('taxonomy', text)).toEqual([
    '2:13 label b “b”',
    '2:17 label c “c”',
    '3:12 label d “d”',
    '5:6 label e “e”',
    '6:19 label f “f”',
    '7:9 attribute side “side”',
    '8:30 label g “g”',
    '10:39 label h “h”',
    '11:28 attribute width “width”',
  ]);
});

test('a protocol names labels, attributes, roles, stages and images', () => {
  const text = `labels: {a: {on: [frontal]}}
workflow:
  first: {stage: read, role: reader, sees: [draft]}
  second: {of: first, when: {labels: [b]}}
agreement:
  width: {labels: [a.width]}
instructions: |
  Mark [[a]] and measure
  its [[a.width]]; not [[ this ]].
review: {owner: lead}
`;
  expect(referencesIn('protocol', text)).toEqual([
    '0:9 label a “a”',
    '0:18 image frontal “frontal”',
    '2:29 role reader “reader”',
    '2:44 stage draft “draft”',
    '3:15 stage first “first”',
    '3:38 label b “b”',
    '5:19 label-or-attribute a “a.width”',
    '7:9 label-or-attribute a “a”',
    '8:8 label-or-attribute a “a.width”',
    '9:16 role lead “lead”',
  ]);
});

describe('what an id at a path names', () => {
  test.each([
    ['taxonomy', ['labels', 'x', 'parent'], { kind: 'label', keys: false }],
    ['taxonomy', ['labels', 'x', 'parent', '0'], { kind: 'label', keys: false }],
    ['taxonomy', ['labels', 'x', 'confusedWith'], { kind: 'label', keys: true }],
    ['protocol', ['labels'], { kind: 'label', keys: true }],
    ['protocol', ['workflow', 'first', 'role'], { kind: 'role', keys: false }],
    ['taxonomy', ['labels', 'x', 'name'], undefined],
  ] as const)('%s %s', (document, path, expected) => {
    expect(referenceKindAt(document, path)).toEqual(expected);
  });
});

describe('labels that may name others', () => {
  const keys = [
    'partOf: other',
    'disjointWith: [other]',
    'confusedWith: {other: It is round.}',
    'confusedWith: [other]',
    'deprecated: {replacedBy: other}',
    'attributes: {likeness: {type: reference, labels: [other]}}',
  ];

  test.each(keys)('by %s', (key) => {
    const [entry] = labelEntries(parseYaml(`labels:\n  fold:\n    parent: finding\n    ${key}\n`));
    expect(mayNameOthers(labelOf(entry!))).toBe(true);
    expect(labelReferences(entry!).map(({ id }) => id)).toEqual(['finding', 'other']);
  });

  test('do not name any but their parents, where they may not', () => {
    const texts = rules.flatMap(({ docs: { invalid, valid } }) => [invalid, valid].flatMap(Object.values<string>));
    let count = 0;
    for (const entry of texts.flatMap((text) => labelEntries(parseYaml(text)))) {
      const label = labelOf(entry);
      if (mayNameOthers(label)) continue;
      const named = labelReferences(entry).filter(({ kind }) => kind.startsWith('label'));
      expect(named.map(({ id }) => id)).toEqual(label.parents.map(({ text }) => text));
      count++;
    }
    expect(count).toBeGreaterThan(100);
  });
});
