import type { Bump } from '../grade/graded';
import type { Resolved } from '../workspace/workspace';

/** The version that a guideline gives itself; `null` where it has none. */
export function versionOf(guideline: Resolved | undefined): string | null {
  if (guideline?.kind === 'taxonomy') return guideline.taxonomy.version?.text ?? null;
  return guideline?.kind === 'protocol' ? (guideline.protocol.version?.text ?? null) : null;
}

const order: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

/** Whether the version went as far as the changes ask for, in a sentence. */
export function versionFit(bump: Bump, before: Resolved | undefined, after: Resolved | undefined): string {
  if (bump === 'none') return 'This asks for no new version.';
  if (!before && after) return 'It is new: there is no version before it.';
  if (before && !after) return 'It is gone: no version comes after it.';
  const [from, to] = [versionOf(before), versionOf(after)];
  if (from === null || to === null) return `This asks for a new ${bump} version.`;
  if (from === to) return `The version is still ${from}; these changes ask for a new ${bump} one.`;
  const made = bumpMade(from, to);
  const went = `The version went from ${from} to ${to}`;
  if (made === undefined) return `${went}; these changes ask for a new ${bump} one.`;
  if (made === bump) return `${went} (${made}), as these changes ask for.`;
  const enough = order.indexOf(made) > order.indexOf(bump) ? 'only ask' : 'ask';
  return `${went} (${made}); these changes ${enough} for a ${bump} one.`;
}

/** Whether the version went as far as the changes ask for; `null` where a version is not known. */
export function fitOf(bump: Bump, before: Resolved | undefined, after: Resolved | undefined): boolean | null {
  if (bump === 'none') return true;
  const [from, to] = [versionOf(before), versionOf(after)];
  if (from === null || to === null) return null;
  return order.indexOf(bumpMade(from, to) ?? 'none') >= order.indexOf(bump);
}

/**
 * The version that a guideline should have: its own where that went far enough, else the old one raised; nothing where
 * the old one is not known.
 */
export function nextVersion(bump: Bump, before: Resolved | undefined, after: Resolved | undefined): string | undefined {
  const [from, to] = [versionOf(before), versionOf(after)];
  if (from === null || to === null || fitOf(bump, before, after)) return to ?? undefined;
  const [major = 0, minor = 0, patch = 0] = numbersOf(from);
  if (bump === 'major') return `${major + 1}.0.0`;
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

function bumpMade(from: string, to: string): Bump | undefined {
  const [a, b] = [numbersOf(from), numbersOf(to)];
  const place = a.findIndex((number, i) => number !== b[i]);
  if (place < 0 || b.length < 3 || (b[place] ?? 0) < (a[place] ?? 0)) return undefined;
  return (['major', 'minor', 'patch'] as const)[place];
}

function numbersOf(version: string): number[] {
  return (/^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1) ?? []).map(Number);
}
