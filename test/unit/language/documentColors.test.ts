import { describe, expect, it } from 'vitest';
import { provideColorPresentations, provideDocumentColors } from '../../../server/src/language/documentColors';
import { cancelledAfter, edited, notCancelled, workspaceOf } from './markers';

const text = `taxonomy: a
labels:
  x: {color: '<|#ff0080|>'}
  y:
    color: "<|#000000|>"
  unquoted:
    color: #e4572e
  words:
    color: red
`;

describe('colours', () => {
  it('are shown without their quotes', async () => {
    const { workspace, uri, places } = workspaceOf({ 'a.taxonomy.yaml': text });
    const colors = await provideDocumentColors(workspace, uri, notCancelled);
    expect(colors.map(({ range }) => range)).toEqual(places.map(({ range }) => range));
    expect(colors.map(({ color }) => color)).toEqual([
      { red: 1, green: 0, blue: 128 / 255, alpha: 1 },
      { red: 0, green: 0, blue: 0, alpha: 1 },
    ]);
    expect(await provideDocumentColors(workspace, uri, cancelledAfter(0))).toEqual([]);
  });

  it('keep their quotes when another is picked', async () => {
    const { workspace, uri, places, texts } = workspaceOf({ 'a.taxonomy.yaml': text });
    const color = { red: 0.1, green: 1.2, blue: -1, alpha: 0.5 };
    const results = await Promise.all(
      places.map(({ range }) => provideColorPresentations(workspace, uri, color, range, notCancelled)),
    );
    const edits = results.flatMap(([presentation]) => presentation?.textEdit ?? []);
    const after = edited(texts.get(uri) ?? '', edits as { range: (typeof places)[0]['range']; newText: string }[]);
    expect(after).toContain("x: {color: '#1aff00'}");
    expect(after).toContain('color: "#1aff00"');
  });

  it('keep quotes that are in the range', async () => {
    const { workspace, uri, places } = workspaceOf({
      'a.taxonomy.yaml': "taxonomy: a\nlabels:\n  x: {color: <|'#ff0080'|>}\n",
    });
    const range = places[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const white = { red: 1, green: 1, blue: 1, alpha: 1 };
    expect(await provideColorPresentations(workspace, uri, white, range, notCancelled)).toEqual([
      { label: '#ffffff', textEdit: { range, newText: "'#ffffff'" } },
    ]);
  });
});
