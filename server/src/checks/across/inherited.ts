import type { AttributeType } from '../../model/attribute';
import type { Attribute } from '../../model/attribute';
import { codeKey } from '../../model/code';
import type { ParentConflict } from '../../model/effective';
import type { Label } from '../../model/label';
import type { LabelSpace } from '../../model/labelSpace';

/** What checks want to know of an attribute. */
export interface AttributeSummary {
  readonly id: string;
  readonly type?: AttributeType;
  /** The ids of its values. */
  readonly values: Pick<ReadonlySet<string>, 'has' | 'size' | 'keys'>;
}

/** What a label has with all that it inherits, as far as checks ask for it: without places, and so the same for long. */
export interface Inherited {
  readonly geometry?: readonly string[];
  /** Empty where none is said. */
  readonly layer: string;
  /** Type modifier, region and region modifier under `dicom`, which make a narrower code of a code. */
  readonly modifiers: string;
  readonly attributes: ReadonlyMap<string, AttributeSummary>;
  readonly conflicts: readonly ParentConflict[];
}

/** Tells what labels inherit: one object of all that are equal, so that they can be compared by identity and take little room. */
export interface Inheritance {
  of(space: LabelSpace, id: string): Inherited | undefined;
  /**
   * The same, without the way over the effective label where a like one is known: of a label of the space's first file, in
   * no circle of parents, with one parent at most; `parent` is what that one inherits.
   */
  below(space: LabelSpace, label: Label, parent: Inherited | undefined): Inherited | undefined;
}

export function createInheritance(): Inheritance {
  const known = new Map<string, Inherited>();
  const attributeMaps = new Map<string, Inherited['attributes']>();
  /** What labels of one space have by what their parents have and what they say themselves. */
  const quick = new Map<Inherited | undefined, Map<string, Inherited>>();
  let quickOf: LabelSpace | undefined;

  function of(space: LabelSpace, id: string): Inherited | undefined {
    const effective = space.effective(id);
    if (!effective) return undefined;
    const { geometry, presence, scope, layer, per, dicom } = effective;
    const conflicts = space.conflicts(id);
    const modifiers = modifiersOf(dicom);
    const attributesKey = signatureOf(effective.attributes.values());
    const key = JSON.stringify([geometry, presence, scope, layer, per, modifiers, attributesKey, conflicts]);
    let inherited = known.get(key);
    if (!inherited) {
      let attributes = attributeMaps.get(attributesKey);
      if (!attributes) attributeMaps.set(attributesKey, (attributes = summaries(effective.attributes)));
      inherited = { geometry, layer: layer ?? '', modifiers: modifiers.join(' '), attributes, conflicts };
      known.set(key, inherited);
    }
    return inherited;
  }

  return {
    of,
    below(space, label, parent) {
      if (space !== quickOf) quick.clear();
      quickOf = space;
      let byOwn = quick.get(parent);
      if (!byOwn) quick.set(parent, (byOwn = new Map()));
      const own = ownTexts(label);
      const inherited = byOwn.get(own) ?? of(space, label.id);
      if (inherited) byOwn.set(own, inherited);
      return inherited;
    },
  };
}

function modifiersOf(dicom: Label['dicom']): string[] {
  return (['typeModifier', 'region', 'regionModifier'] as const).map((key) => {
    const code = dicom.get(key);
    return code ? codeKey(code) : '';
  });
}

/** All that a label says itself of what is inherited, as a text: each part with its length, so that none runs into the next. */
function ownTexts({ geometry, presence, scope, layer, per, dicom, attributes }: Label): string {
  let texts = geometry ? 'g' : '';
  const add = (text: string) => (texts += `${text.length}:${text}`);
  if (geometry) for (const { text } of geometry) add(text);
  if (presence) add('presence');
  if (presence) for (const text of presence) add(text);
  texts += '|';
  add(scope ?? '');
  if (layer !== undefined) add(layer);
  texts += '|';
  if (per) add(per.text);
  if (dicom.size > 0) modifiersOf(dicom).forEach(add);
  for (const { id, type, values } of attributes.values()) {
    texts += '|';
    add(id);
    add(type ?? '');
    for (const value of values.keys()) add(value);
  }
  return texts;
}

/** All that {@link Inherited} takes from attributes, as a text. */
export function signatureOf(attributes: Iterable<Attribute>): string {
  return JSON.stringify([...attributes].map(({ id, type, values }) => [id, type, ...values.keys()]));
}

function summaries(attributes: ReadonlyMap<string, Attribute>): Inherited['attributes'] {
  return new Map([...attributes].map(([id, { type, values }]) => [id, { id, type, values: new Set(values.keys()) }]));
}
