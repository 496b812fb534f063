import type { ResolvedTaxonomy } from '../../../server/src/workspace/workspace';
import type { Points, Walked } from './points';
import { visit, walked } from './points';
import type { Map_, Schema, Value } from './schema';
import { isMap } from './schema';

/** Keys that a label takes from the nearest above it that says them. */
const nearestKeys = ['presence', 'scope', 'layer', 'per'];

/** Keys that labels hand down to those below them; of `dicom` and `attributes` each key by itself. */
export const handedDown = /^(presence|scope|layer|per|geometry|dicom|attributes)(\/|$)/;

/** All that a taxonomy and what it imports say, by label. */
export interface Effective {
  /** What each label says with all that it takes from above, as paths below the label. */
  readonly labels: ReadonlyMap<string, Points>;
  /** Shared definitions, with the paths that labels have them under. */
  readonly shared: Points;
  /** What stands above the labels and shared definitions. */
  readonly head: Points;
  /** Labels that exclude each other, in both directions, as `one & other`. */
  readonly disjoint: ReadonlySet<string>;
  readonly parents: (id: string) => readonly string[];
  /** Whether a label itself has the key with which a path begins. */
  readonly writes: (id: string, path: string) => boolean;
  /** Of a JSON Pointer into one of the files: the path below its label, shared definition or document. */
  readonly place: (uri: string, pointer: string) => string;
}

/** Documents by their URIs, the taxonomy's own first. */
export function effectivePoints(
  root: Schema,
  { space }: ResolvedTaxonomy,
  documents: ReadonlyMap<string, Map_>,
): Effective {
  const walks = new Map<string, Walked>([...documents].map(([uri, document]) => [uri, walked(root, document)]));
  const [own = {}] = documents.values();
  const mapsOf = (key: string) => [...documents.values()].map((document) => mapAt(document, key));
  const raw = new Map(
    mapsOf('labels')
      .reverse()
      .flatMap((labels) => Object.entries(labels)),
  ) as Map<string, Map_>;
  const shared = new Map(
    mapsOf('attributes')
      .reverse()
      .flatMap((map) => Object.entries(map)),
  );
  const sharedFor = (label: string, id: string): Value | undefined => {
    const home = [...documents.values()].find((document) => label in mapAt(document, 'labels'));
    return (home && mapAt(home, 'attributes')[id]) ?? shared.get(id);
  };
  const parents = (id: string) =>
    [raw.get(id)?.['parent'] ?? []]
      .flat()
      .map(String)
      .filter((parent) => raw.has(parent));

  function nearest(id: string, key: string, inside?: string): Value | undefined {
    const value = raw.get(id)?.[key];
    const found = inside === undefined ? value : isMap(value) ? value[inside] : undefined;
    if (found !== undefined && !isEmpty(found)) return found;
    for (const parent of parents(id)) {
      const above = nearest(parent, key, inside);
      if (above !== undefined) return above;
    }
    return undefined;
  }

  function attribute(label: string, id: string): Map_ | undefined {
    const written = mapAt(raw.get(label) ?? {}, 'attributes')[id];
    let base: Value | undefined;
    for (const parent of parents(label)) base ??= attribute(parent, id);
    if (written !== undefined) base ??= sharedFor(label, id);
    if (written === undefined && base === undefined) return undefined;
    const filled = Object.entries(isMap(written) ? written : {}).filter(([, value]) => !isEmpty(value));
    const merged: Map_ = { ...(isMap(base) ? base : {}), ...Object.fromEntries(filled) };
    return { ...merged, required: space.effective(label)?.attributes.get(id)?.required ?? false };
  }

  function effective(id: string): Map_ {
    const result: Map_ = { ...raw.get(id) };
    for (const key of nearestKeys) set(result, key, nearest(id, key));
    set(result, 'geometry', space.effective(id)?.geometry as Value | undefined);
    const keys = ['category', 'type', 'typeModifier', 'region', 'regionModifier'];
    const dicom = keys.map((key) => [key, nearest(id, 'dicom', key)] as const);
    const extra = Object.entries(mapAt(result, 'dicom')).filter(([key]) => key.startsWith('x-'));
    result['dicom'] = Object.fromEntries([...dicom.filter(([, code]) => code !== undefined), ...extra]) as Map_;
    const attributes = [...(space.effective(id)?.attributes.keys() ?? [])];
    result['attributes'] = Object.fromEntries(attributes.map((name) => [name, attribute(id, name) ?? {}]));
    delete result['disjointWith'];
    return result;
  }

  const pointsOf = (path: string, value: Value, key: string): Points => {
    const points: Points = new Map();
    const schema = key === '' ? root : key === 'label' ? { $ref: '#/$defs/label' } : { $ref: '#/$defs/attribute' };
    visit(root, schema, value, key, path, '', { points, places: new Map() });
    return points;
  };

  const rest = Object.fromEntries(Object.entries(own).filter(([key]) => key !== 'labels' && key !== 'attributes'));
  const disjoint = [...raw].flatMap(([id, label]) =>
    [label['disjointWith'] ?? []].flat().map((other) => [id, String(other)].sort().join(' & ')),
  );
  return {
    labels: new Map(
      [...raw.keys()].map((id) => {
        const points = pointsOf('', effective(id), 'label').set('', '');
        // No geometry at all is something else than any.
        return [id, space.effective(id)?.geometry ? points.set('geometry', '') : points];
      }),
    ),
    shared: new Map(
      [...shared].flatMap(([id, value]) => {
        const path = `attributes/${id}`;
        return [[path, ''] as const, ...pointsOf(path, value, 'attribute')];
      }),
    ),
    head: pointsOf('', rest, ''),
    disjoint: new Set(disjoint),
    parents,
    writes: (id, path) => !isEmpty(raw.get(id)?.[path.split('/')[0] ?? ''] ?? []),
    place(uri, pointer) {
      const path = walks.get(uri)?.places.get(pointer);
      if (path === undefined) throw new Error(`No place ${pointer}`);
      return path.replace(/^labels\/[^/]+(\/|$)/, '');
    },
  };
}

function set(map: Map_, key: string, value: Value | undefined): void {
  if (value === undefined) delete map[key];
  else map[key] = value;
}

function mapAt(map: Map_, key: string): Map_ {
  const value = map[key];
  return isMap(value) ? value : {};
}

function isEmpty(value: Value): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
