/**
 * Whether a path (`drafts/old/a.taxonomy.yaml`) fits a pattern: `*` stands for any characters of one name, `?` for one of
 * them, `**` for any folders, and `drafts/` for a folder with all in it. A pattern without a `/` inside fits in every
 * folder. Without regular expressions, so that no pattern takes long.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  const isFolder = pattern.endsWith('/');
  const parts = (isFolder ? pattern.slice(0, -1) : pattern).split('/');
  const below = isFolder ? [...parts, '**', '*'] : parts;
  const whole = parts.length === 1 ? ['**', ...below] : below;
  return fitsAll(path.split('/'), whole, '**', (name, part) => fitsAll(name, part, '*', isSame));
}

/** Whether a text has a character that stands for others in a pattern. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}

function isSame(character: string, wanted: string): boolean {
  return wanted === '?' || character === wanted;
}

/** Whether items fit a row of wanted ones, in which `many` stands for any number of items; by trying longer stretches of the last `many` only. */
function fitsAll(
  items: ArrayLike<string>,
  wanted: ArrayLike<string>,
  many: string,
  fits: (item: string, one: string) => boolean,
): boolean {
  let [at, next] = [0, 0];
  let [retryAt, retryNext] = [0, -1];
  while (at < items.length) {
    const one = wanted[next];
    if (one === many) {
      [retryAt, retryNext] = [at, ++next];
    } else if (one !== undefined && fits(items[at] ?? '', one)) {
      at++;
      next++;
    } else if (retryNext >= 0) {
      [at, next] = [++retryAt, retryNext];
    } else return false;
  }
  while (wanted[next] === many) next++;
  return next === wanted.length;
}
