import { compareFiles } from '../unit/compare/guidelines';
import type { ForeignLabel, LabelList } from './label';
import { toTaxonomy } from './toTaxonomy';

/** What changed between two versions of a list of labels of another tool. */
export interface ListChanges {
  readonly title: string;
  /** How many labels the older and the newer version have. */
  readonly labels: readonly [number, number];
  readonly changes: readonly {
    readonly id: string;
    readonly level: string;
    readonly remedy: string;
    readonly message: string;
  }[];
}

/** Brings the lists in two versions of a file into our format, and compares those of the same title. */
export async function compareVersions(path: string, old: string, now: string): Promise<ListChanges[]> {
  const [before, after] = [readLists(path, old), readLists(path, now)];
  const titles = [...new Set([...before, ...after].map(({ title }) => title))];
  const found: ListChanges[] = [];
  for (const title of titles) {
    const of = (lists: readonly LabelList[]) => lists.find((list) => list.title === title) ?? { title, labels: [] };
    const [was, is] = [of(before), of(after)];
    const file = (list: LabelList) => ({ 'labels.taxonomy.yaml': toTaxonomy(list) });
    const { diff } = await compareFiles(file(was), file(is));
    found.push({ title, labels: [was.labels.length, is.labels.length], changes: diff.changes });
  }
  return found;
}

type Json = Readonly<Record<string, unknown>>;

/** The lists in a JSON file: maps of values to names, of names to values, segments, or what a schema defines. */
function readLists(title: string, text: string): LabelList[] {
  const value = JSON.parse(text) as unknown;
  if (!isRecord(value)) return [];
  const { class_map: maps, segmentAttributes: segments, definitions, properties } = value;
  if (isRecord(maps)) {
    return Object.entries(maps).map(([name, map]) => ({ title: `${title}#${name}`, labels: byValue(map) }));
  }
  if (Array.isArray(segments)) return [{ title, labels: segments.flat().filter(isRecord).map(segmentLabel) }];
  if (isRecord(definitions) || isRecord(properties)) {
    return [{ title, labels: schemaLabels({ ...asRecord(definitions), ...asRecord(properties) }) }];
  }
  return [{ title, labels: Object.entries(value).flatMap(([name, number]) => named(name, number)) }];
}

function byValue(map: unknown): ForeignLabel[] {
  return Object.entries(asRecord(map)).flatMap(([value, name]) => named(String(name), Number(value)));
}

function named(name: string, value: unknown): ForeignLabel[] {
  return typeof value === 'number' && value > 0 ? [{ name, value, geometry: ['mask'] }] : [];
}

function segmentLabel(segment: Json): ForeignLabel {
  const name = segment['SegmentLabel'] ?? segment['SegmentDescription'] ?? segment['labelID'];
  return { name: String(name), value: Number(segment['labelID']), geometry: ['mask'] };
}

function schemaLabels(parts: Json): ForeignLabel[] {
  return Object.entries(parts).map(([name, part]) => ({ name, definition: JSON.stringify(part) }));
}

function asRecord(value: unknown): Json {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
