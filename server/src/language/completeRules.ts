import { CompletionItemKind } from 'vscode-languageserver-types';
import { keyText } from './completeFormat';
import type { Suggestion } from './completionItem';
import type { CompletionPlace } from './completionPlace';
import { describeRule, isRuleAt, namedRules } from './describeRule';
import { schemaAt } from './schemaAt';
import { scalarText } from './snippets';

/** The rules that may be named at the cursor in a configuration; nothing where none is. */
export function suggestRules({ resolved, cursor, map, value }: CompletionPlace): Suggestion[] | undefined {
  const { path } = cursor;
  const asKeys = map && isRuleAt([...path, 'rule-id']) && path.at(-1) === 'rules';
  const asValue = value && isRuleAt(path) && path[0] === 'waivers';
  if (!asKeys && !asValue) return undefined;
  const text = (id: string) => {
    if (!asKeys) return scalarText(id, cursor);
    const schema = schemaAt('config', [...path, id], resolved.file.document.root, { shape: 'scalar' })?.schema;
    return keyText(id, schema ?? {}, cursor);
  };
  return namedRules
    .filter(({ id }) => !asKeys || !cursor.siblings.has(id))
    .map(({ id, level }) => ({
      label: id,
      kind: CompletionItemKind.Reference,
      text: text(id),
      detail: level,
      documentation: () => describeRule(id),
    }));
}
