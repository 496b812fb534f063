import type { Attribute } from './attribute';
import type { Code } from './code';
import type { DicomKey, Geometry, Label, Scope } from './taxonomy';

/**
 * A label with what it inherits by is-a (`parent`), merged key by key: shared definition, then parents, then its own.
 * Geometries intersect, attributes unite. This is what counts in checks, diff and export.
 */
export interface EffectiveLabel {
  readonly label: Label;
  /** Absent where neither the label nor a parent says it. */
  readonly geometry?: readonly Geometry[];
  readonly presence?: readonly string[];
  readonly scope?: Scope;
  readonly layer?: string;
  readonly per?: string;
  readonly attributes: ReadonlyMap<string, EffectiveAttribute>;
  readonly dicom: ReadonlyMap<DicomKey, Code>;
}

/** An attribute with its shared definition filled in. */
export interface EffectiveAttribute extends Attribute {
  /** The label that declares it: the label itself or one of its ancestors. */
  readonly declaredBy: string;
}

/** A key that two parents give different values. */
export interface ParentConflict {
  readonly key: string;
  readonly parents: readonly [string, string];
}

export interface EffectiveResult {
  readonly effective: EffectiveLabel;
  readonly conflicts: readonly ParentConflict[];
}

/** Merges a label with its parents, which are effective already; `shared` are the definitions of its taxonomy. */
export function mergeLabel(
  label: Label,
  parents: readonly EffectiveLabel[],
  shared: ReadonlyMap<string, Attribute>,
): EffectiveResult {
  const conflicts: ParentConflict[] = [];
  const fromParents = <T>(key: string, read: (parent: EffectiveLabel) => T | undefined): T | undefined => {
    let found: { value: T; by: string } | undefined;
    for (const parent of parents) {
      const value = read(parent);
      if (value === undefined) continue;
      if (found && !sameValue(found.value, value)) conflicts.push({ key, parents: [found.by, parent.label.id] });
      found ??= { value, by: parent.label.id };
    }
    return found?.value;
  };

  const effective: EffectiveLabel = {
    label,
    geometry: mergeGeometry(label, parents),
    presence: label.presence ?? fromParents('presence', (parent) => parent.presence),
    scope: label.scope ?? fromParents('scope', (parent) => parent.scope),
    layer: label.layer ?? fromParents('layer', (parent) => parent.layer),
    per: label.per?.text ?? fromParents('per', (parent) => parent.per),
    attributes: mergeAttributes(label, parents, shared),
    dicom: mergeDicom(label, parents),
  };
  return { effective, conflicts };
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function mergeGeometry(label: Label, parents: readonly EffectiveLabel[]): Geometry[] | undefined {
  let result = label.geometry?.map(({ text }) => text as Geometry);
  for (const { geometry } of parents) {
    if (geometry) result = result ? result.filter((item) => geometry.includes(item)) : [...geometry];
  }
  return result;
}

function mergeDicom(label: Label, parents: readonly EffectiveLabel[]): Map<DicomKey, Code> {
  const result = new Map<DicomKey, Code>();
  for (const parent of parents) for (const [key, code] of parent.dicom) if (!result.has(key)) result.set(key, code);
  for (const [key, code] of label.dicom) result.set(key, code);
  const snomed = label.codes.find((code) => code.system === 'SCT');
  if (!label.dicom.has('type') && snomed) result.set('type', snomed);
  return result;
}

function mergeAttributes(
  label: Label,
  parents: readonly EffectiveLabel[],
  shared: ReadonlyMap<string, Attribute>,
): Map<string, EffectiveAttribute> {
  const result = new Map<string, EffectiveAttribute>();
  for (const parent of parents) {
    for (const [id, attribute] of parent.attributes) {
      const known = result.get(id);
      result.set(id, known ? { ...known, required: known.required || attribute.required } : attribute);
    }
  }
  for (const [id, own] of label.attributes) {
    const base = result.get(id) ?? shared.get(id);
    result.set(id, Object.assign(base ? mergeAttribute(base, own) : { ...own }, { declaredBy: label.id }));
  }
  return result;
}

/** `own` over `base`, key by key: what `own` leaves out is the base's. */
export function mergeAttribute(base: Attribute, own: Attribute): Attribute {
  const list = <T>(ofOwn: readonly T[], ofBase: readonly T[]) => (ofOwn.length > 0 ? ofOwn : ofBase);
  return {
    id: own.id,
    key: own.key,
    node: own.node ?? base.node,
    use: own.use ?? base.use,
    name: own.name ?? base.name,
    type: own.type ?? base.type,
    definition: own.definition ?? base.definition,
    values: own.values.size > 0 ? own.values : base.values,
    unit: own.unit ?? base.unit,
    step: own.step ?? base.step,
    minimum: own.minimum ?? base.minimum,
    maximum: own.maximum ?? base.maximum,
    multiple: own.multiple ?? base.multiple,
    required: own.required ?? base.required,
    default: own.default === undefined ? base.default : own.default,
    method: own.method ?? base.method,
    when: list(own.when, base.when),
    derivedFrom: list(own.derivedFrom, base.derivedFrom),
    comparedTo: own.comparedTo ?? base.comparedTo,
    labels: list(own.labels, base.labels),
    codes: list(own.codes, base.codes),
  };
}
