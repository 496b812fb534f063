import { cpus, totalmem } from 'node:os';
import { measures } from './driver.mjs';
import { median } from './statistics.mjs';
import { cell, figure, ratio, table } from './table.mjs';

/**
 * @typedef {import('./table.mjs').Result} Result
 * @typedef {'ours' | 'yls' | 'list'} Contestant `list` is yaml-language-server with the labels as a list
 *
 * @typedef {object} Results
 * @property {import('./options.mjs').Options} options
 * @property {Partial<Record<'bare' | 'ours' | 'yls', Result>>} startUps
 * @property {readonly { labels: number, bytes: number, of: Partial<Record<Contestant, Record<string, Result>>> }[]} sizes
 * @property {readonly import('./commandLine.mjs').CommandResult[]} commands
 * @property {readonly import('./viewer.mjs').ViewerResult[]} viewer
 */

/**
 * All results as Markdown.
 * @param {Results} results
 * @returns {string}
 */
export function report(results) {
  const { runs } = results.options;
  const [cpu] = cpus();
  const parts = [
    `Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GB. Medians of ${runs}, in milliseconds; an asterisk marks medians of fewer.`,
    ...(results.sizes.length > 0 ? [startUpTable(results)] : []),
    ...results.sizes.map((size) => sizeTable(size, runs)),
    ...(results.sizes.length > 0 ? [curve(results)] : []),
    ...(results.commands.length > 0 ? [commandTable(results, runs)] : []),
    ...(results.viewer.length > 0 ? [viewerTable(results)] : []),
  ];
  return parts.join('\n\n');
}

function startUpTable({ startUps: { bare, ours, yls } }) {
  return table(
    ['start of the process to `initialize`', 'bare Node', 'Labelwright', 'yaml-language-server', 'ratio'],
    [['ms', cell(bare), cell(ours), cell(yls), ratio(ours, yls)]],
  );
}

function sizeTable({ labels, bytes, of: { ours, yls, list } }, runs) {
  /** What is measured once, or fewer times by design, has no asterisk. */
  const wanted = (name) => ({ memory: 1, burst: Math.min(runs, 3) })[name] ?? runs;
  const title = `${labels.toLocaleString('en-GB')} labels, ${figure(bytes / 1e6)} MB`;
  return table(
    [title, 'Labelwright', 'yaml-language-server', 'ratio', 'the same, labels as a list', 'ratio'],
    Object.entries(measures).map(([name, words]) => [
      words,
      cell(ours?.[name], wanted(name)),
      cell(yls?.[name], wanted(name)),
      ratio(ours?.[name], yls?.[name]),
      cell(list?.[name], wanted(name)),
      ratio(ours?.[name], list?.[name]),
    ]),
  );
}

/** How the cost of an edit grows with the file: times as much as at the size before, beside the growth of the file. */
function curve({ sizes }) {
  const growth = (before, now) => {
    if (!before?.samples.length || !now?.samples.length) return '';
    return ` (${figure(median(now.samples) / median(before.samples))}×)`;
  };
  const rows = sizes.map(({ labels, of: { ours, yls } }, index) => {
    const before = sizes[index - 1];
    return [
      `${labels.toLocaleString('en-GB')}${before ? ` (${figure(labels / before.labels)}×)` : ''}`,
      cell(ours?.edit) + growth(before?.of.ours?.edit, ours?.edit),
      cell(yls?.edit) + growth(before?.of.yls?.edit, yls?.edit),
    ];
  });
  return table(['labels (growth)', 'an edit, Labelwright', 'an edit, yaml-language-server'], rows);
}

function commandTable({ commands }, runs) {
  return table(
    ['command line', 'ms', '`yaml` alone', 'ratio', 'peak memory, MB', '`yaml` alone'],
    commands.map(({ name, own, floor, memory, floorMemory }) => [
      name,
      cell(own, runs),
      cell(floor, runs),
      ratio(own, floor),
      cell(memory),
      cell(floorMemory),
    ]),
  );
}

function viewerTable({ viewer }) {
  const result = (samples) => (samples ? { samples } : undefined);
  return table(
    ['viewer of images', 'Labelwright', 'slowest', 'niivue', 'ratio'],
    viewer.map(({ name, unit, ours, niivue }) => [
      unit === 'ms' ? `${name}, ms` : name,
      cell(result(ours)),
      figure(Math.max(...ours)),
      cell(result(niivue)),
      ratio(result(ours), result(niivue)),
    ]),
  );
}
