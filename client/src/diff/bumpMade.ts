export type MadeBump = 'major' | 'minor' | 'patch';

/** The bump from one version to a later one; nothing when one is no version, or the later one is not later. */
export function bumpMade(from: string | undefined, to: string | undefined): MadeBump | undefined {
  const [a, b] = [parts(from), parts(to)];
  if (!a || !b) return undefined;
  const place = a.findIndex((part, index) => part !== b[index]);
  if (place < 0 || b[place]! < a[place]!) return undefined;
  return (['major', 'minor', 'patch'] as const)[place];
}

function parts(version = ''): readonly number[] | undefined {
  return /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);
}
