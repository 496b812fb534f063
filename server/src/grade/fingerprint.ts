import type { Change, ChangeValue } from '../compare/change';

/**
 * 12 hexadecimal digits of what changed: id, subject with its kind, and both values, and no place, so that it stays the same when
 * something else is edited. White space in texts does not count; the order of lists does.
 */
export function fingerprintOf({ id, kind, subject, before, after }: Change): string {
  return hash(
    [id, kind, subject]
      .map((text) => JSON.stringify(text))
      .concat(written(before), written(after))
      .join('\n'),
  );
}

function written(value: ChangeValue): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC').trim().replace(/\s+/g, ' '));
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${written(item)}`);
  return `{${entries.sort().join()}}`;
}

/** 48 bits of cyrb53 (two multiply-xor mixes over the UTF-16 code units): spread evenly, and the same everywhere. */
export function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  const mix = (a: number, b: number) => Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  high = mix(high, low);
  low = mix(low, high);
  const digits = (value: number, count: number) => (value >>> 0).toString(16).padStart(8, '0').slice(-count);
  return digits(low, 4) + digits(high, 8);
}
