import assert from 'node:assert/strict';
import type { YamlDocument } from '../../../../server/src/yaml/document';
import { pathKeys } from '../../../../server/src/yaml/document';
import { entryOf } from '../../../../server/src/yaml/node';
import { parseYaml } from '../../../../server/src/yaml/parseDocument';
import type { RandomEdit } from './arbitrary';
import { dumpErrors, dumpTree } from './dump';
import { reference } from './reference';

/** Applies an edit to a document; the new one. */
export function applyEdit(document: YamlDocument, { at, length, inserted }: RandomEdit): YamlDocument {
  const start = Math.floor(at * document.text.length);
  const range = { start: document.text.positionAt(start), end: document.text.positionAt(start + length) };
  return document.edit([{ range, text: inserted }]);
}

/** What was made of a text step by step is what is made of it at once: tree, places, errors, paths, keys. */
export function expectSameAsFresh(document: YamlDocument): void {
  const content = document.text.slice();
  const fresh = parseYaml(content);
  assert.deepEqual(dumpTree(document), dumpTree(fresh));
  assert.deepEqual(dumpErrors(document), dumpErrors(fresh));
  assert.equal(document.text.lineCount, fresh.text.lineCount);
  for (let i = 0; i < 5; i++) {
    const offset = Math.floor((content.length * i) / 4);
    const position = fresh.text.positionAt(offset);
    assert.deepEqual(document.text.positionAt(offset), position);
    assert.equal(document.text.offsetAt(position), fresh.text.offsetAt(position));
    assert.deepEqual(pathKeys(document.pathAt(position)), pathKeys(fresh.pathAt(position)));
  }
  if (document.root.kind !== 'map') return;
  for (const { value } of document.root.entries) {
    if (value.kind !== 'map') continue;
    for (const entry of value.entries) {
      const first: unknown = value.entries.find((other) => other.key.source === entry.key.source);
      assert.equal(entryOf(value, entry.key.source), first);
    }
  }
}

/** Where no block has an error, the tree is what the YAML parser makes of the whole; where that finds fault, so do we. */
export function expectSameAsParser(document: YamlDocument): void {
  const { tree, failed } = reference(document.text.slice());
  if (failed) assert.notEqual(document.errors.length, 0, 'the parser finds fault, and we do not');
  else if (document.errors.length === 0) assert.deepEqual(dumpTree(document), tree);
}
