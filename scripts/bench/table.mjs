import { median } from './statistics.mjs';

/** @typedef {{ samples: readonly number[], failure?: string }} Result */

/**
 * A Markdown table.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/**
 * The median of a result, in its own unit; why there is none; `–` for what was not measured. An asterisk marks a median
 * of fewer samples than were asked for.
 * @param {Result | undefined} result
 * @param {number} [wanted] how many samples were asked for
 * @returns {string}
 */
export function cell(result, wanted = 0) {
  if (!result) return '–';
  const { samples, failure } = result;
  if (samples.length === 0) return failure ?? '–';
  const value = `${figure(median(samples))}${samples.length < wanted ? '*' : ''}`;
  return failure ? `${value}, then ${failure}` : value;
}

/**
 * How many times as much the other one takes.
 * @param {Result | undefined} own
 * @param {Result | undefined} other
 * @returns {string}
 */
export function ratio(own, other) {
  if (!own?.samples.length || !other?.samples.length) return '–';
  const times = median(other.samples) / median(own.samples);
  return `${figure(times)}×`;
}

/** Two digits that count, or all before the point, in groups of three. */
export function figure(value) {
  if (value >= 10) return Math.round(value).toLocaleString('en-GB');
  return value.toFixed(value >= 1 ? 1 : 2);
}
