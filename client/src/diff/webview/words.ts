import type { DiffChange, DiffResult } from '../../../../server/src/requests';
import type { Level } from '../protocol';

/** The levels from the gravest on, with what each says of the annotations that exist. */
export const levels: readonly { readonly level: Level; readonly name: string; readonly meaning: string }[] = [
  { level: 'breaking', name: 'Breaking', meaning: 'Existing annotations become invalid, or change their meaning.' },
  {
    level: 'review',
    name: 'Review',
    meaning: 'Existing annotations stay valid, but readers may now decide otherwise.',
  },
  { level: 'quality', name: 'Quality', meaning: 'The evidence behind the annotations changes.' },
  { level: 'additive', name: 'Additive', meaning: 'Existing annotations are incomplete, not wrong.' },
  { level: 'editorial', name: 'Editorial', meaning: 'Nothing that a reader would decide by.' },
];

/** What to do with the annotations that exist, as a word and as a sentence. */
export const remedies: Readonly<Record<DiffChange['remedy'], { readonly name: string; readonly meaning: string }>> = {
  none: { name: 'Nothing to do', meaning: 'The annotations that exist can stay as they are.' },
  migrate: { name: 'Migrate', meaning: 'A program can bring the annotations that exist up to date.' },
  're-read': { name: 'Read again', meaning: 'A reader must look again at the annotations that exist.' },
  redraw: { name: 'Draw again', meaning: 'A reader must draw the annotations that exist again.' },
};

/** What the version must become, and whether it did, in a sentence. */
export function bumpSentence({ bump, fromVersion, toVersion }: DiffResult): string {
  if (bump === 'none') return 'The version may stay as it is.';
  const needed = `These changes ask for a new ${bump} version`;
  if (!fromVersion || !toVersion) return `${needed}.`;
  if (fromVersion === toVersion) return `${needed}; it still is ${toVersion}.`;
  const made = bumpMade(fromVersion, toVersion);
  if (!made) return `${needed}; it went from ${fromVersion} to ${toVersion}.`;
  return rank[made] >= rank[bump]
    ? `${needed}, and it has one: ${fromVersion} became ${toVersion}.`
    : `${needed}; ${fromVersion} became ${toVersion}, which is only a ${made} one.`;
}

type Bump = Exclude<DiffResult['bump'], 'none'>;

const rank: Readonly<Record<Bump, number>> = { patch: 0, minor: 1, major: 2 };

/** The bump from one version to a later one; nothing when one is no version, or the later one is not later. */
export function bumpMade(from: string, to: string): Bump | undefined {
  const [a, b] = [parts(from), parts(to)];
  if (!a || !b) return undefined;
  const place = a.findIndex((part, index) => part !== b[index]);
  if (place < 0 || b[place]! < a[place]!) return undefined;
  return (['major', 'minor', 'patch'] as const)[place];
}

function parts(version: string): readonly number[] | undefined {
  return /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);
}
