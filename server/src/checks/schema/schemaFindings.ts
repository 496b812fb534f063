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
import type { YamlEntry, YamlNode } from '../../yaml/node';
import { entryOf, keyText, toValue } from '../../yaml/node';
import type { Finding } from '../problem';
import { explain } from './explain';
import type { Validated } from './mistake';
import { misplacedKeys } from './misplaced';
import { traps } from './traps';

/** The mistakes of form in a whole document; those of labels come from {@link labelFindings}. In no order. */
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
  const head = kind === 'taxonomy' ? taxonomyHead : protocolHead;
  return [
    ...validate(head, { kind, definition: '', document, node: root }, headValue(root)),
    ...traps(document, headOnly(root)),
    ...misplaced.map(({ finding }) => finding),
    ...labels.entries.flatMap((entry) => (skipped.has(entry) ? [] : labelFindings(kind, document, entry))),
  ];
}

const known = new WeakMap<YamlNode, { entry: YamlEntry['key']; kind: GuidelineKind; findings: readonly Finding[] }>();

/** The mistakes of form in one entry of `labels`: they depend on the entry alone, and are kept with its node. */
export function labelFindings(kind: GuidelineKind, document: YamlDocument, entry: YamlEntry): readonly Finding[] {
  const kept = known.get(entry.value);
  if (kept?.entry === entry.key && kept.kind === kind) return kept.findings;
  const [validator, definition] = kind === 'protocol' ? [protocolLabel, 'labelUse'] : [taxonomyLabel, 'label'];
  const findings = [
    ...validate(validator, { kind, definition, document, node: entry.value, entry }, toValue(entry.value)),
    ...traps(document, entry.value),
  ];
  known.set(entry.value, { entry: entry.key, kind, findings });
  return findings;
}

function validate(validator: Validator, validated: Validated, value: unknown): Finding[] {
  if (validator(value)) return [];
  return explain(validator.errors as readonly SchemaError[], validated);
}

/** The document's value without the bodies of its labels, which the head's validator does not look at. */
function headValue(root: YamlNode): unknown {
  return toValue(headOnly(root));
}

function headOnly(root: YamlNode): YamlNode {
  if (root.kind !== 'map') return root;
  const entries = root.entries.map((entry): YamlEntry => {
    const { value } = entry;
    if (keyText(entry) !== 'labels' || value.kind !== 'map') return entry;
    const keys = value.entries.map(({ key }) => ({ key, value: { ...key, value: null, style: 'missing' as const } }));
    return { key: entry.key, value: { ...value, entries: keys } };
  });
  return { ...root, entries };
}
