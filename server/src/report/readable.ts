import type { ChangeValue } from '../compare/change';

/** A value for people, much as the document writes it; `null` for none. */
export function readable(value: ChangeValue): string | null {
  return value === null ? null : lines(value).join('\n');
}

function lines(value: ChangeValue): string[] {
  if (value === null) return [''];
  if (typeof value !== 'object') return String(value).split('\n');
  if (Array.isArray(value)) {
    if (value.every((item: ChangeValue) => item === null || typeof item !== 'object')) {
      const short = value.map(String);
      if (short.every((item) => item.length < 40 && !item.includes(',') && !item.includes('\n')))
        return [short.join(', ')];
    }
    return value.flatMap((item: ChangeValue) => indented('- ', lines(item)));
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const inner = lines(item);
    if (inner.length === 1 && !(item !== null && typeof item === 'object' && !Array.isArray(item))) {
      return [`${key}: ${inner[0] ?? ''}`.trimEnd()];
    }
    return [`${key}:`, ...indented('  ', inner, '  ')];
  });
}

function indented(first: string, inner: readonly string[], rest = ' '.repeat(first.length)): string[] {
  return inner.map((line, i) => `${i === 0 ? first : rest}${line}`);
}
