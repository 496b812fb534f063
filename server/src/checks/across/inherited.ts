import type { AttributeType } from '../../model/attribute';
import type { Attribute } from '../../model/attribute';
import { codeKey } from '../../model/code';
import type { EffectiveLabel, ParentConflict } from '../../model/effective';
import { mergeLabel } from '../../model/effective';
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
  below(space: LabelSpace, label: Label, parent: Inherited | undefined): Inherited;
}

export function createInheritance(): Inheritance {
  const known = new Map<string, Inherited>();
  const attributeMaps = new Map<string, Inherited['attributes']>();
  /** What labels of one space have, by what their parents have and by what they say themselves. */
  const quick = new Map<Inherited | undefined, Row>();
  /** A label of each that was found so. */
  const samples = new Map<Inherited, EffectiveLabel>();
  let quickOf: LabelSpace | undefined;
  let rows = 0;

  function createRow(): Row {
    rows++;
    return { next: new Map(), inherited: undefined };
  }

  function after(row: Row, part: Part): Row {
    let next = row.next.get(part);
    if (!next) row.next.set(part, (next = createRow()));
    return next;
  }

  function of(space: LabelSpace, id: string): Inherited | undefined {
    const effective = space.effective(id);
    return effective && inheritedOf(effective, space.conflicts(id));
  }

  function inheritedOf(effective: EffectiveLabel, conflicts: readonly ParentConflict[]): Inherited {
    const { geometry, presence, scope, layer, per, dicom } = effective;
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

  /** What a label has whose only parent, if it has one, has what `parent` says. */
  function merged(space: LabelSpace, label: Label, parent: Inherited | undefined): Inherited {
    const [above] = label.parents;
    const effective = parent && (samples.get(parent) ?? (above && space.effective(above.text)));
    const own = mergeLabel(label, effective ? [effective] : [], space.attributes).effective;
    const inherited = inheritedOf(own, none);
    if (!samples.has(inherited)) samples.set(inherited, own);
    return inherited;
  }

  return {
    of,
    below(space, label, parent) {
      if (space !== quickOf || rows > mostRows) {
        quick.clear();
        samples.clear();
        rows = 0;
      }
      quickOf = space;
      let first = quick.get(parent);
      if (!first) quick.set(parent, (first = createRow()));
      const row = rowOf(label, first, after);
      return (row.inherited ??= merged(space, label, parent));
    },
  };
}

const none: readonly never[] = [];

function modifiersOf(dicom: Label['dicom']): string[] {
  return (['typeModifier', 'region', 'regionModifier'] as const).map((key) => {
    const code = dicom.get(key);
    return code ? codeKey(code) : '';
  });
}

/** A part of what labels say: a text of theirs, or what the texts that follow are. */
type Part = string | symbol;

const marks = {
  geometry: Symbol('geometry'),
  presence: Symbol('presence'),
  scope: Symbol('scope'),
  layer: Symbol('layer'),
  per: Symbol('per'),
  dicom: Symbol('dicom'),
  attribute: Symbol('attribute'),
  type: Symbol('type'),
};

/** What follows on a row of parts. */
interface Row {
  readonly next: Map<Part, Row>;
  /** What labels have of which this is all that they say. */
  inherited: Inherited | undefined;
}

/** Of more rows than this none are kept. */
const mostRows = 20_000;

/** The row of all that a label says itself of what is inherited. */
function rowOf(label: Label, first: Row, after: (row: Row, part: Part) => Row): Row {
  const { geometry, presence, scope, layer, per, dicom, attributes } = label;
  let row = first;
  if (geometry) {
    row = after(row, marks.geometry);
    for (const { text } of geometry) row = after(row, text);
  }
  if (presence) {
    row = after(row, marks.presence);
    for (const text of presence) row = after(row, text);
  }
  if (scope !== undefined) row = after(after(row, marks.scope), scope);
  if (layer !== undefined) row = after(after(row, marks.layer), layer);
  if (per) row = after(after(row, marks.per), per.text);
  if (dicom.size > 0) {
    row = after(row, marks.dicom);
    for (const text of modifiersOf(dicom)) row = after(row, text);
  }
  for (const { id, type, values } of attributes.values()) {
    row = after(after(row, marks.attribute), id);
    if (type !== undefined) row = after(after(row, marks.type), type);
    if (values.size > 0) for (const value of values.keys()) row = after(row, value);
  }
  return row;
}

/** All that {@link Inherited} takes from attributes, as a text. */
export function signatureOf(attributes: Iterable<Attribute>): string {
  return JSON.stringify([...attributes].map(({ id, type, values }) => [id, type, ...values.keys()]));
}

function summaries(attributes: ReadonlyMap<string, Attribute>): Inherited['attributes'] {
  return new Map([...attributes].map(([id, { type, values }]) => [id, { id, type, values: new Set(values.keys()) }]));
}
