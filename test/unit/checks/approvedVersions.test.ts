import { describe, expect, it } from 'vitest';
import { approvedVersions, createKnownVersions, lastApproved } from '../../../server/src/checks/approvedVersions';
import { contentDigest, contentOf } from '../../../server/src/checks/content';
import { noHistory } from '../../../server/src/workspace/history';
import { parseYaml } from '../../../server/src/yaml/parseDocument';
import { historyOf } from './histories';

const uri = 'file:///g/a.taxonomy.yaml';

const taxonomy = (version: string, status: string, labels = 'nodule: {name: Nodule}') =>
  `taxonomy: a\nversion: ${version}\nstatus: ${status}\nlabels:\n  ${labels}\n`;

const history = (texts: readonly string[], onRead?: (commit: number) => void) =>
  historyOf(
    texts.map((text) => ({ [uri]: text })),
    onRead,
  );

async function versionsOf(texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { version, revision } of approvedVersions(history(texts), uri))
    found.push(`${revision.id} ${version}`);
  return found;
}

describe('approved versions', () => {
  it('are those with this status, newest first', async () => {
    const texts = [
      taxonomy('1.2.0', 'review'),
      taxonomy('1.1.0', 'approved'),
      taxonomy('1.1.0', 'draft'),
      taxonomy('1.0.0', 'retired'),
      taxonomy('1.0.0', 'approved'),
    ];
    expect(await versionsOf(texts)).toEqual(['c1 1.1.0', 'c4 1.0.0']);
    expect((await lastApproved(history(texts), uri))?.version).toBe('1.1.0');
  });

  it('say so anywhere in the head, or behind the labels', async () => {
    const late = 'taxonomy: a\nversion: 1.0.0\nlabels:\n  nodule: {name: Nodule}\nstatus: "approved"\n';
    const flow = '{taxonomy: a, version: 2.0.0, status: approved}\n';
    const labelled = taxonomy('3.0.0', 'review', 'approved: {name: Approved}');
    expect(await versionsOf([late, flow, labelled])).toEqual(['c0 1.0.0', 'c1 2.0.0']);
  });

  it('can be read as a whole, and have a version', async () => {
    const broken = taxonomy('1.0.0', 'approved', 'nodule: {name: "Nodule}');
    expect(await versionsOf([broken, 'taxonomy: a\nstatus: approved\n', '<<<<<<< HEAD\n', ''])).toEqual([]);
  });

  it('have no approval of theirs that was given for another text', async () => {
    const text = (digest: string, version = '1.0.0') =>
      `protocol: a\nversion: 1.0.0\nstatus: approved\ntitle: A\napprovals:\n  - {by: A, on: 2026-01-01, version: 1.0.0}\n  - {by: B, on: 2026-01-01, version: ${version}, digest: '${digest}'}\n`;
    const good = text(await contentDigest(parseYaml(text(''))));
    const other = `sha256:${'0'.repeat(64)}`;
    expect(await versionsOf([text(other), good, text(other, '0.9.0')])).toEqual(['c1 1.0.0', 'c2 1.0.0']);
  });

  it('tell their labels in use, and their files', async () => {
    const text = taxonomy(
      '1.0.0',
      'approved',
      'nodule: {name: Nodule}\n  old: {name: Old, deprecated: {since: 1.0.0}}',
    );
    const version = await lastApproved(history([text]), uri);
    expect([...(version?.labels ?? [])]).toEqual([['nodule', 'Nodule']]);
    expect(new TextDecoder().decode(await (await version?.files())?.read(uri))).toBe(text);
  });

  it('are none without a history', async () => {
    expect(await lastApproved(noHistory, uri)).toBeUndefined();
  });

  it('are read in steps, so that a large file does not keep others waiting', async () => {
    const labels = Array.from({ length: 500 }, (_, i) => `label-${i}: {name: Label ${i}}`).join('\n  ');
    let [clock, pauses] = [0, 0];
    const slices = { now: () => clock++, pause: async () => void pauses++ };
    const large = history([taxonomy('1.0.0', 'approved', labels)]);
    for await (const { content } of approvedVersions(large, uri, slices)) {
      expect(content).toBe(contentOf(parseYaml(taxonomy('1.0.0', 'approved', labels))));
    }
    // Each look at the clock takes a millisecond here, and there is at least one for each label as it is read and compared.
    expect(pauses).toBeGreaterThan((2 * 500) / 9);
  });

  it('are read no further than they are asked for, and once', async () => {
    const read: number[] = [];
    const texts = [taxonomy('1.1.0', 'review'), taxonomy('1.0.0', 'approved'), taxonomy('0.9.0', 'approved')];
    const known = createKnownVersions(history(texts, (commit) => read.push(commit)));
    const first = async () => {
      for await (const { version } of known.of(uri)) return version;
      return undefined;
    };
    expect(await Promise.all([first(), first()])).toEqual(['1.0.0', '1.0.0']);
    expect(read).toEqual([0, 1]);
    known.forget();
    expect(await first()).toBe('1.0.0');
    expect(read).toEqual([0, 1, 0, 1]);
  });
});
