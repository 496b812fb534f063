import type { SchemaError, Validator } from '../../generated/validators';
import {
  config,
  protocol,
  protocolHead,
  protocolLabel,
  taxonomy,
  taxonomyHead,
  taxonomyLabel,
} from '../../generated/validators';
import type { GuidelineKind } from '../../model/kind';
import type { YamlDocument } from '../../yaml/document';
import { createMemo } from '../../yaml/memo';
import type { YamlEntry, YamlNode } from '../../yaml/node';
import { entryOf, keyText, toValue } from '../../yaml/node';
import { withEntries } from '../../yaml/nodes';
import { isId } from '../ids';
import type { Finding } from '../problem';
import { explain } from './explain';
import type { Validated } from './mistake';
import { misplacedKeys } from './misplaced';
import { readsAsYes, traps } from './traps';

/** The mistakes of form in a whole document. In no order. */
export function schemaFindings(kind: GuidelineKind, document: YamlDocument): Finding[] {
  const { root } = document;
  const labels = kind === 'config' ? undefined : entryOf(root, 'labels')?.value;
  if (labels?.kind !== 'map') {
    const whole = { taxonomy, protocol, config }[kind];
    return [
      ...validate(whole, { kind, definition: '', document, node: root }, toValue(root)),
      ...traps(document, root),
    ];
  }
  const misplaced = kind === 'taxonomy' ? misplacedKeys(labels) : [];
  const skipped = new Set(misplaced.flatMap(({ entries }) => entries));
  return [
    ...headFindings(kind, document, labels.entries.filter(hasOddKey)),
    ...misplaced.map(({ finding }) => finding),
    ...labels.entries.flatMap((entry) => (skipped.has(entry) ? [] : labelFindings(kind, document, entry))),
  ];
}

/** Whether the key of a label may be wrong by itself, so that the check of the head must see it. */
export function hasOddKey(entry: YamlEntry): boolean {
  return !isId(keyText(entry)) || readsAsYes(entry.key, true);
}

/**
 * The mistakes of form in a document that has its labels in a map, but for what stands in the labels. Of their keys, it
 * looks at those of `odd` labels only.
 */
export function headFindings(kind: GuidelineKind, document: YamlDocument, odd: readonly YamlEntry[]): Finding[] {
  const { root } = document;
  const head = headOnly(root, odd);
  const validator = kind === 'taxonomy' ? taxonomyHead : protocolHead;
  return [
    ...validate(validator, { kind, definition: '', document, node: root }, toValue(head)),
    ...traps(document, head),
  ];
}

/** What was found under a key; `none` under any key. */
type Kept = { readonly entry: YamlEntry['key']; readonly findings: readonly Finding[] } | 'none';

const known = { taxonomy: createMemo<Kept>(), protocol: createMemo<Kept>(), config: createMemo<Kept>() };
const none: readonly Finding[] = [];

/** The mistakes of form in one entry of `labels`: they depend on the entry alone, and are kept with its node. */
export function labelFindings(kind: GuidelineKind, document: YamlDocument, entry: YamlEntry): readonly Finding[] {
  const kept = known[kind].get(entry.value);
  if (kept === 'none') return none;
  if (kept?.entry === entry.key) return kept.findings;
  const [validator, definition] = kind === 'protocol' ? [protocolLabel, 'labelUse'] : [taxonomyLabel, 'label'];
  const findings = [
    ...validate(validator, { kind, definition, document, node: entry.value, entry }, toValue(entry.value)),
    ...traps(document, entry.value),
  ];
  known[kind].set(entry.value, findings.length > 0 ? { entry: entry.key, findings } : 'none');
  return findings;
}

function validate(validator: Validator, validated: Validated, value: unknown): Finding[] {
  if (validator(value)) return [];
  return explain(validator.errors as readonly SchemaError[], validated);
}

/** The document without its labels but for the keys of some, and without the bodies of those. */
function headOnly(root: YamlNode, odd: readonly YamlEntry[]): YamlNode {
  if (root.kind !== 'map') return root;
  const entries = root.entries.map((entry): YamlEntry => {
    const { value } = entry;
    if (keyText(entry) !== 'labels' || value.kind !== 'map') return entry;
    const keys = odd.map(({ key }) => ({ key, value: { ...key, value: null, style: 'missing' as const } }));
    return { key: entry.key, value: withEntries(value, keys) };
  });
  return withEntries(root, entries);
}
