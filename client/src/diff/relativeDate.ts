const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago a date is (`3 days ago`), in whole units of the largest that fits. Dates in milliseconds since 1970. */
export function relativeDate(date: number, now: number, language?: string): string {
  if (Number.isNaN(date)) return '';
  const seconds = Math.max(0, (now - date) / 1000);
  const [unit, length] = units.find(([, each]) => seconds >= each) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(seconds / length), unit);
}
