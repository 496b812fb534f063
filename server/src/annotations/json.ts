import type { AnnotationFile, AttributeValue, Point } from './annotation';
import type { Problems } from './problems';

export type Json = { readonly [key: string]: unknown };

/** A reader of a JSON format: tells by the keys whether the file is its own. `root` is what the file holds. */
export type JsonReader = (root: unknown) => AnnotationFile | undefined;

/** The value of a JSON text, or a sentence on what is wrong with it and where (in UTF-16 units from 0), if that is known. */
export function parseJson(
  text: string,
): { readonly value: unknown } | { readonly mistake: string; readonly at: number | undefined } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const at = position === undefined ? undefined : Number(position);
    const place = at === undefined ? 'at its end' : `in line ${text.slice(0, at).split('\n').length}`;
    return { mistake: `The JSON of this file is broken ${place}. Was it copied whole?`, at };
  }
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The records of a list; what else is in it is told of as `what`. */
export function recordsOf(value: unknown, what: string, { add }: Problems): { item: Json; index: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => {
    if (isRecord(item)) return [{ item, index }];
    add(`Entry ${index + 1} of “${what}” is not what it should be.`);
    return [];
  });
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isFinite(item));
}

/** An id as text, whether it is one or a number. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;
}

/** A width or height. */
export function sizeOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && number > 0 ? number : undefined;
}

/** Points given as pairs of numbers; nothing when one is none. */
export function pointsOf(value: unknown): Point[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const points: Point[] = [];
  for (const pair of value as readonly unknown[]) {
    if (!isNumbers(pair) || pair.length < 2) return undefined;
    points.push([pair[0] ?? 0, pair[1] ?? 0]);
  }
  return points;
}

/** What a record says as attributes: its texts, numbers and truth values. */
export function attributesOf(value: unknown): Map<string, AttributeValue> {
  const attributes = new Map<string, AttributeValue>();
  for (const [name, one] of Object.entries(isRecord(value) ? value : {})) {
    if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') attributes.set(name, one);
  }
  return attributes;
}
