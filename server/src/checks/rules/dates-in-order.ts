import compare from 'semver/functions/compare.js';
import type { Located } from '../../model/read';
import { readTexts } from '../../model/read';
import type { Protocol } from '../../model/protocol';
import { valueAt } from '../../yaml/node';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { protocolExample } from './examples';

export const datesInOrder: ProtocolRule = {
  id: 'dates-in-order',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'Dates exist in the calendar, a later version has no earlier date, and a version is approved before it takes effect.',
    why: 'An audit puts the annotations in order by these dates, to tell by which version each was made.',
    invalid: protocolExample(`
effective: 2026-02-01
approvals: [{by: A. Lead, on: 2026-02-20, version: 1.0.0}]
`),
    valid: protocolExample(`
effective: 2026-02-01
approvals: [{by: A. Lead, on: 2026-01-20, version: 1.0.0}]
`),
  },
  check({ protocol }) {
    const found: Finding[] = [];
    const { effective, version } = protocol;
    const approvals = dated(protocol, 'approvals');
    const changes = dated(protocol, 'changes');
    for (const { on } of [...approvals, ...changes, ...(effective ? [{ on: effective }] : [])]) {
      if (isShaped(on.text) && !isDay(on.text))
        found.push({ at: on.node, message: `There is no ${on.text} in the calendar.` });
    }
    found.push(...inOrder(approvals, 'approved'));
    found.push(...inOrder(changes, 'made'));
    if (!effective || !isDay(effective.text)) return found;
    for (const { on, version: of } of approvals) {
      if (of?.text !== version?.text || !isDay(on.text) || on.text <= effective.text) continue;
      found.push({
        at: on.node,
        message: `Version ${of?.text} is in effect from ${effective.text}, and was approved on ${on.text}, after that.`,
      });
    }
    return found;
  },
};

interface Dated {
  readonly on: Located;
  readonly version?: Located;
}

function dated({ document }: Protocol, block: string): Dated[] {
  const list = valueAt(document.root, block);
  return (list?.kind === 'list' ? list.items : []).flatMap((item) => {
    const [on] = readTexts(valueAt(item, 'on'));
    return on ? [{ on, version: readTexts(valueAt(item, 'version'))[0] }] : [];
  });
}

function inOrder(items: readonly Dated[], word: string): Finding[] {
  const found: Finding[] = [];
  const known = items.filter(({ on, version }) => isDay(on.text) && version && /^\d+\.\d+\.\d+/.test(version.text));
  const sorted = known.sort((a, b) => compareVersions(a.version?.text, b.version?.text));
  for (const [index, later] of sorted.entries()) {
    const before = sorted[index - 1];
    if (!before || before.on.text <= later.on.text || compareVersions(before.version?.text, later.version?.text) === 0)
      continue;
    found.push({
      at: later.on.node,
      message: `Version ${later.version?.text} was ${word} on ${later.on.text}, before ${before.version?.text} (${before.on.text}).`,
    });
  }
  return found;
}

function compareVersions(a = '0.0.0', b = '0.0.0'): number {
  try {
    return compare(a, b);
  } catch {
    return 0;
  }
}

function isShaped(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function isDay(text: string): boolean {
  if (!isShaped(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
