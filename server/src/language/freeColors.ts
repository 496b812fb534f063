import { confusion, distinguishable } from '../checks/colours';

/** Colours that show on grey images, the clearest first. */
const palette = [
  ...['#e4572e', '#17bebb', '#ffc914', '#1f78b4', '#76b041', '#8d5fd3', '#d1495b', '#00798c'],
  ...['#edae49', '#a23b72', '#66a61e', '#f18f01', '#e7298a', '#b15928', '#6a3d9a', '#33a02c'],
  ...['#a6cee3', '#b2df8a', '#fb9a99', '#cab2d6', '#fdbf6f', '#ffff99'],
];

const most = 5;
/** With more colours than this there is none left that is worth the search. */
const mostOthers = 60;

/** A few colours `#rrggbb` that can be told from those in use, and from each other. */
export function freeColors(used: readonly string[]): string[] {
  const found: string[] = [];
  for (const color of palette) {
    const isFree = [...found, ...used].every((other) => confusion(color, other) === undefined);
    if (isFree) found.push(color);
    if (found.length === most) break;
  }
  const last = found.length === 0 && used.length <= mostOthers ? distinguishable(used) : undefined;
  return last === undefined ? found : [last];
}
