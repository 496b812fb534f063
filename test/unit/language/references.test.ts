import { describe, expect, it } from 'vitest';
import { provideReferences } from '../../../server/src/language/references';
import { cancelledAfter, notCancelled, workspaceOf } from './markers';

async function found(files: Record<string, string>, includeDeclaration = true) {
  const { workspace, uri, position, places } = workspaceOf(files);
  return { locations: await provideReferences(workspace, uri, position, { includeDeclaration }, notCancelled), places };
}

const files = {
  'a.taxonomy.yaml': `taxonomy: a
labels:
  <|fin<|>ding|>:
    name: Finding
  ptx:
    parent: <|finding|>
    confusedWith:
      <|finding|>: words
      other: finding
`,
  'b.taxonomy.yaml': `taxonomy: b
imports:
  - file: a.taxonomy.yaml
labels:
  mass:
    parent: [<|finding|>, other]
`,
  'c.protocol.yaml': `protocol: c
taxonomy:
  file: b.taxonomy.yaml
labels: [<|finding|>]
instructions: |
  See [[<|finding|>]] and [[<|finding|>.side]].
agreement:
  x:
    labels: ['<|finding|>', "<|finding|>.side"]
`,
  'd.taxonomy.yaml': 'taxonomy: d\nlabels:\n  finding: {name: Not imported}\n  x: {parent: finding}\n',
};

describe('references', () => {
  it('finds a label in every file that uses it, and nowhere else', async () => {
    const { locations, places } = await found(files);
    expect(locations).toEqual(places);
  });

  it('leaves the definition out where it is not asked for', async () => {
    const { locations, places } = await found(files, false);
    expect(locations).toEqual(places.slice(1));
  });

  it('leaves out a file in which another label has taken the id', async () => {
    const { locations, places } = await found({
      'a.taxonomy.yaml': 'taxonomy: a\nlabels:\n  <|ptx<|>|>: {name: One}\n',
      'b.taxonomy.yaml':
        'taxonomy: b\nimports:\n  - file: a.taxonomy.yaml\nlabels:\n  ptx: {name: Two}\n  x: {parent: ptx}\n',
    });
    expect(locations).toEqual(places);
  });

  it('finds a shared attribute with its uses and conditions', async () => {
    const { locations, places } = await found({
      'a.taxonomy.yaml': `taxonomy: a
attributes:
  <|si<|>de|>: {type: choice}
  grade: {type: ordinal, when: {<|side|>: left}}
labels:
  ptx:
    per: <|side|>
    attributes:
      <|side|>: required
      n: {derivedFrom: [<|side|>], when: [{<|side|>: left}, {grade: 1}]}
  old:
    deprecated: {since: 1.0.0, replacedBy: {ptx: {<|side|>: left}}}
`,
      'p.protocol.yaml': `protocol: p
taxonomy: {file: a.taxonomy.yaml}
labels:
  ptx: {when: {<|side|>: left}}
instructions: Record [[ptx.<|side|>]].
agreement:
  a: {labels: [ptx.<|side|>]}
`,
    });
    expect(locations).toEqual(places);
  });

  it('keeps the attributes of two families of labels apart', async () => {
    const { locations, places } = await found({
      'a.taxonomy.yaml': `taxonomy: a
labels:
  lesion: {attributes: {<|wid<|>th|>: {type: number}}}
  mass: {parent: lesion, attributes: {<|width|>: {required: true}, b: {derivedFrom: [<|width|>]}}}
  tube: {attributes: {width: {type: number}, b: {derivedFrom: [width]}}}
`,
      'p.protocol.yaml': `protocol: p
taxonomy: {file: a.taxonomy.yaml}
agreement:
  a: {labels: [mass.<|width|>, tube.width]}
`,
    });
    expect(locations).toEqual(places);
  });

  it.each([
    [
      'a role',
      'protocol: p\nroles:\n  <|reader|>: {count: 3}\nworkflow:\n  first: {role: <|rea<|>der|>}\nprivacy: {access: [<|reader|>]}\n',
    ],
    [
      'a stage',
      'protocol: p\nworkflow:\n  <|fi<|>rst|>: {stage: read}\n  second: {of: <|first|>, sees: [<|first|>, report]}\n',
    ],
    ['an image', 'protocol: p\nlabels:\n  ptx: {on: [<|frontal|>]}\nimages:\n  <|fron<|>tal|>: {modality: DX}\n'],
  ])('finds %s within its protocol', async (_title, text) => {
    const { locations, places } = await found({ 'p.protocol.yaml': text });
    expect(locations).toEqual(places);
  });

  it('finds nothing for what is defined nowhere', async () => {
    const { locations } = await found({ 'a.taxonomy.yaml': 'taxonomy: a\nlabels:\n  x: {parent: un<|>known}\n' });
    expect(locations).toEqual([]);
  });

  it('survives imports in a circle', async () => {
    const { locations, places } = await found({
      'a.taxonomy.yaml': 'taxonomy: a\nimports:\n  - file: b.taxonomy.yaml\nlabels:\n  <|x<|>|>: {name: X}\n',
      'b.taxonomy.yaml': 'taxonomy: b\nimports:\n  - file: a.taxonomy.yaml\nlabels:\n  y: {parent: <|x|>}\n',
    });
    expect(locations).toEqual(places);
  });

  it('stops when it is cancelled', async () => {
    const { workspace, uri, position } = workspaceOf(files);
    const all = { includeDeclaration: true };
    expect(await provideReferences(workspace, uri, position, all, cancelledAfter(0))).toEqual([]);
    expect(await provideReferences(workspace, uri, position, all, cancelledAfter(1))).toEqual([]);
  });
});
