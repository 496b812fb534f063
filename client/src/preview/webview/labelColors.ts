import { differenceCiede2000, modeLab65, modeRgb, modeXyz65, parseHex, useMode } from 'culori/fn';

useMode(modeRgb);
useMode(modeXyz65);
useMode(modeLab65);
const difference = differenceCiede2000();

/** For labels without a colour of their own; the first seven are told apart with a colour-vision deficiency, too (Okabe–Ito). */
const spare = [
  ...['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7'],
  ...['#8a5cff', '#9ade00', '#00d5c8', '#ff5fb0', '#b06a2c', '#e8262d', '#2b3fe0'],
];

/** Colours that differ by less (CIEDE2000) could be taken for one. */
const near = 12;

/** For annotations whose label the taxonomy does not have. */
export const neutral = '#c4c4c4';

/** What is needed of a label to give it a colour. */
export interface ColorableLabel {
  readonly id: string;
  readonly color?: string;
}

/**
 * The colours of labels by id: their own (`#rgb`, `#rrggbb`), else a spare one. Which one comes from the id, so that it stays
 * while labels come, go and move; unless it is near to a colour in use: then it is the next that is not, or the farthest.
 */
export function labelColors(labels: readonly ColorableLabel[]): ReadonlyMap<string, string> {
  const colors = new Map<string, string>();
  const without: string[] = [];
  for (const { id, color } of labels) {
    const own = ownColor(color);
    if (own) colors.set(id, own);
    else without.push(id);
  }
  if (without.length) addSpareColors(colors, without.sort());
  return colors;
}

function addSpareColors(colors: Map<string, string>, ids: readonly string[]): void {
  const used = new Set<string>();
  /** How far each spare colour is from the nearest one in use. */
  const distances = spare.map(() => Infinity);
  const use = (color: string) => {
    if (used.has(color)) return;
    used.add(color);
    spare.forEach((each, i) => (distances[i] = Math.min(distances[i]!, distance(each, color))));
  };
  [...colors.values()].forEach(use);
  for (const id of ids) {
    const first = hash(id) % spare.length;
    const places = spare.map((_, i) => (first + i) % spare.length);
    const free = places.find((place) => distances[place]! >= near);
    const color = spare[free ?? places.reduce((best, each) => (distances[each]! > distances[best]! ? each : best))]!;
    colors.set(id, color);
    use(color);
  }
}

function ownColor(color: string | undefined): string | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color ?? '');
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`.toLowerCase();
  return color && /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : undefined;
}

function distance(a: string, b: string): number {
  const [one, other] = [parseHex(a), parseHex(b)];
  return one && other ? difference(one, other) : Infinity;
}

/** FNV-1a over UTF-16, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
