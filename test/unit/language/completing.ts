import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { provideCompletion } from '../../../server/src/language/completion';
import { taxonomy } from './guidelines';
import { edited, notCancelled, workspaceOf } from './markers';

/** Completes at the first cursor of the files. */
export async function complete(files: Record<string, string>) {
  const { workspace, fileSystem, uri, position, texts } = workspaceOf(files);
  const { items, isIncomplete } = await provideCompletion(workspace, fileSystem, uri, position, notCancelled);
  const text = texts.get(uri) ?? '';
  const find = (label: string): CompletionItem => {
    const item = items.find((one) => one.label === label);
    if (!item) throw new Error(`‘${label}’ is not among ${items.map((one) => one.label).join(', ')}`);
    return item;
  };
  return {
    items,
    isIncomplete,
    labels: items.map(({ label }) => label),
    item: find,
    /** The text after one of the items was chosen, with the places to fill in as the snippet has them. */
    after: (label: string) => edited(text, [find(label).textEdit as TextEdit]),
  };
}

export const inTaxonomy = (text: string) => complete({ 'a.taxonomy.yaml': text });
export const inProtocol = (text: string) => complete({ 'p.protocol.yaml': text, 'chest.taxonomy.yaml': taxonomy });
export const last = (text: string) => text.split('\n').slice(-1)[0];
/** The example with its last lines written over. */
export const label = (lines: string) => taxonomy.replace("    disjointWith: ['pneumothorax']\n", lines);
