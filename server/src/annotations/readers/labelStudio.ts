import type { Annotation, AnnotationFile, AttributeValue, LabelKey } from '../annotation';
import type { Json } from '../json';
import { idOf, isRecord, recordsOf, sizeOf, textOf } from '../json';
import { labelsOf, readResultShape, valueOf } from './labelStudioShape';
import type { Problems } from '../problems';
import { createProblems } from '../problems';

type Path = readonly (string | number)[];

/**
 * Reads what Label Studio exports: a list of tasks, or one, each with `data` and `annotations` (or `predictions`) of
 * `result`s. Nothing when it is none.
 */
export function readLabelStudio(root: unknown): AnnotationFile | undefined {
  const tasks: readonly unknown[] = Array.isArray(root) ? root : [root];
  if (!tasks.some(isTask)) return undefined;
  const problems = createProblems();
  const images = recordsOf(tasks, 'tasks', problems).map(({ item, index }) =>
    readTask(item, Array.isArray(root) ? [index] : [], problems),
  );
  return { format: 'Label Studio', images, ...problems.told() };
}

const lists = ['annotations', 'completions', 'predictions'] as const;

function isTask(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const results = lists.flatMap((key) => (Array.isArray(value[key]) ? (value[key] as unknown[]) : []));
  return isRecord(value.data) && lists.some((key) => Array.isArray(value[key])) && results.every(isRecord);
}

function readTask(task: Json, path: Path, problems: Problems) {
  const annotations: Annotation[] = [];
  // What a model proposes counts only where nobody has looked.
  const key = lists.find((one) => Array.isArray(task[one]) && task[one].length > 0);
  let size: { width?: number; height?: number } = {};
  for (const { item, index } of recordsOf(key && task[key], key ?? '', problems)) {
    if (item.was_cancelled === true) continue;
    const at = [...path, key ?? '', index];
    const results = recordsOf(item.result, 'result', problems);
    const sized = results.find(({ item: one }) => sizeOf(one.original_width) && sizeOf(one.original_height));
    if (sized) size = { width: sizeOf(sized.item.original_width), height: sizeOf(sized.item.original_height) };
    annotations.push(...readResults(results, at, readerOf(item, key), problems));
  }
  return { fileName: fileNameOf(task), ...size, annotations };
}

/** The mail address, else the number, of who made it; a model's version for what it proposed. */
function readerOf(item: Json, key: string | undefined): string | undefined {
  if (key === 'predictions') return textOf(item.model_version);
  const by = item.completed_by;
  return isRecord(by) ? (textOf(by.email) ?? idOf(by.id)) : idOf(by);
}

/** The picture: what the results name, else the first text of the data that looks like one. */
function fileNameOf(task: Json): string {
  const data = isRecord(task.data) ? Object.values(task.data).filter((value) => typeof value === 'string') : [];
  const named = data.find((value) => /\.(png|jpe?g|webp|bmp|tiff?|dcm|nii|gz)(\?.*)?$/i.test(value)) ?? data[0] ?? '';
  const path = named.replace(/^.*[?&]d=/, '').replace(/[?#].*$/, '');
  return path === '' ? (textOf(task.file_upload) ?? '') : path;
}

/** Results of one id speak of the same region: one has its shape and label, others what is asked of it. */
function readResults(
  results: readonly { readonly item: Json; readonly index: number }[],
  path: Path,
  reader: string | undefined,
  problems: Problems,
): Annotation[] {
  const regions = new Map<string, { item: Json; index: number }[]>();
  for (const { item, index } of results) {
    if (item.type === 'relation') continue;
    const id = idOf(item.id) ?? `result ${index + 1}`;
    const parts = regions.get(id) ?? [];
    parts.push({ item, index });
    regions.set(id, parts);
  }
  return [...regions].flatMap(([id, parts]) => {
    const [first] = parts;
    return first ? readRegion(id, parts, { path: [...path, 'result', first.index] }, reader, problems) : [];
  });
}

function readRegion(
  id: string,
  parts: readonly { readonly item: Json }[],
  source: { readonly path: Path },
  reader: string | undefined,
  problems: Problems,
): Annotation[] {
  const attributes = new Map<string, AttributeValue>();
  const labels: LabelKey[] = [];
  let shape: Annotation['shape'] | undefined;
  let frame: number | undefined;
  let isRegion = false;
  for (const { item } of parts) {
    const read = readResultShape(item, problems);
    isRegion ||= read !== undefined;
    if (typeof read === 'string') problems.add(`Region ${id}: ${read}.`, source);
    else if (read) {
      shape ??= read.shape;
      frame ??= read.frame;
    }
    labels.push(...labelsOf(item).map((name) => ({ name })));
  }
  for (const { item } of parts) {
    const value = valueOf(item);
    const name = textOf(item.from_name) ?? '';
    if (value === undefined) continue;
    // A choice that no region has is a class of the whole image; other answers are of what they were asked for.
    if (!isRegion && item.type === 'choices')
      labels.push(
        ...String(value)
          .split(',')
          .map((one) => ({ name: one })),
      );
    else if (!isRegion) labels.push({ name });
    if (isRegion || item.type !== 'choices') attributes.set(name, value);
  }
  const unique = [...new Map(labels.map((label) => [label.name, label])).values()];
  return (unique.length > 0 ? unique : [{ name: '' }]).map((label) => ({
    id,
    label,
    shape: shape ?? { type: 'classification' },
    attributes,
    ...(frame === undefined ? {} : { frame }),
    ...(reader === undefined ? {} : { reader }),
    source,
  }));
}
