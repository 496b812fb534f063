import { describe, expect, it } from 'vitest';
import { provideDocumentLinks } from '../../../server/src/language/documentLinks';
import { provideWorkspaceSymbols } from '../../../server/src/language/workspaceSymbols';
import { cancelledAfter, notCancelled, uriOf, workspaceOf } from './markers';

describe('document links', () => {
  it('lead from paths to files in the workspace, and to no others', async () => {
    const { workspace, uri, places } = workspaceOf({
      'p/x.protocol.yaml': `protocol: x
taxonomy: {file: <|../t.taxonomy.yaml|>, version: 1.0.0}
samples:
  a:
    image: '<|samples/a b.png|>'
    annotations: "<|samples/a.json|>"
  b:
    image: ../../outside.png
    annotations: /etc/passwd
`,
    });
    const links = await provideDocumentLinks(workspace, uri, notCancelled);
    expect(links).toEqual(
      ['t.taxonomy.yaml', 'p/samples/a%20b.png', 'p/samples/a.json'].map((name, i) => ({
        range: places[i]?.range,
        target: uriOf(name),
      })),
    );
    expect(await provideDocumentLinks(workspace, uri, cancelledAfter(0))).toEqual([]);
  });

  it('lead to imports', async () => {
    const { workspace, uri, places } = workspaceOf({
      'a.taxonomy.yaml': 'taxonomy: a\nimports:\n  - file: <|b.taxonomy.yaml|>\n  - version: 1.0.0\nlabels: {}\n',
    });
    expect(await provideDocumentLinks(workspace, uri, notCancelled)).toEqual([
      { range: places[0]?.range, target: uriOf('b.taxonomy.yaml') },
    ]);
  });
});

describe('workspace symbols', () => {
  const files = {
    'a.taxonomy.yaml':
      'taxonomy: a\nlabels:\n  <|finding|>: {name: Finding, abstract: true}\n  <|ptx|>: {name: Pneumothorax, synonyms: [Collapsed lung]}\n',
    'b.taxonomy.yaml': 'taxonomy: b\nlabels:\n  <|skin-fold|>: {deprecated: {since: 1.0.0}}\n',
    'c.protocol.yaml': 'protocol: c\nlabels:\n  other: {}\n',
  };

  it('are the labels of all taxonomies', async () => {
    const { workspace, places } = workspaceOf(files);
    const symbols = await provideWorkspaceSymbols(workspace, '', notCancelled);
    expect(symbols.map(({ location }) => location)).toEqual(places);
    expect(symbols.map(({ name, containerName, tags }) => [name, containerName, tags])).toEqual([
      ['finding', 'Finding', undefined],
      ['ptx', 'Pneumothorax', undefined],
      ['skin-fold', undefined, [1]],
    ]);
    expect(await provideWorkspaceSymbols(workspace, '', cancelledAfter(0))).toEqual([]);
  });

  it.each([
    ['FIND', ['finding']],
    ['pnthx', ['ptx']],
    ['coll lung', ['ptx']],
    ['sf', ['skin-fold']],
    ['zzz', []],
  ])('hold the letters of %s in their order', async (query, ids) => {
    const { workspace } = workspaceOf(files);
    expect((await provideWorkspaceSymbols(workspace, query, notCancelled)).map(({ name }) => name)).toEqual(ids);
  });
});
