import type { AttributeType } from '../../model/attribute';
import type { Attribute } from '../../model/attribute';
import { codeKey } from '../../model/code';
import type { ParentConflict } from '../../model/effective';
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

/** Makes one object of all that are equal, so that they can be compared by identity and take little room. */
export function createInheritance(): (space: LabelSpace, id: string) => Inherited | undefined {
  const known = new Map<string, Inherited>();
  const attributeMaps = new Map<string, Inherited['attributes']>();

  return (space, id) => {
    const effective = space.effective(id);
    if (!effective) return undefined;
    const { geometry, presence, scope, layer, per, dicom } = effective;
    const conflicts = space.conflicts(id);
    const modifiers = (['typeModifier', 'region', 'regionModifier'] as const).map((key) => {
      const code = dicom.get(key);
      return code ? codeKey(code) : '';
    });
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
  };
}

/** All that {@link Inherited} takes from attributes, as a text. */
export function signatureOf(attributes: Iterable<Attribute>): string {
  return JSON.stringify([...attributes].map(({ id, type, values }) => [id, type, ...values.keys()]));
}

function summaries(attributes: ReadonlyMap<string, Attribute>): Inherited['attributes'] {
  return new Map([...attributes].map(([id, { type, values }]) => [id, { id, type, values: new Set(values.keys()) }]));
}
