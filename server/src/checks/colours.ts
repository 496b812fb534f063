import type { Color } from 'culori/fn';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  modeLab65,
  modeLrgb,
  modeRgb,
  modeXyz65,
  parseHex,
  useMode,
} from 'culori/fn';

useMode(modeRgb);
useMode(modeLrgb);
useMode(modeXyz65);
const lab = useMode(modeLab65);
const difference = differenceCiede2000();

/** How colours are seen: by most people, and with the three colour-vision deficiencies in full. */
const visions = [
  { name: undefined, see: (color: Color) => color, least: 8 },
  { name: 'people with protanopia (no red)', see: filterDeficiencyProt(1), least: 4 },
  { name: 'people with deuteranopia (no green)', see: filterDeficiencyDeuter(1), least: 4 },
  { name: 'people with tritanopia (no blue)', see: filterDeficiencyTrit(1), least: 4 },
] as const;

const seen = new Map<string, readonly Color[]>();

/** A colour `#rrggbb` in CIELAB, as each of {@link visions} sees it; nothing when it is none. */
function appearances(hex: string): readonly Color[] | undefined {
  const known = seen.get(hex);
  if (known) return known;
  const color = /^#[0-9a-f]{6}$/i.test(hex) ? parseHex(hex) : undefined;
  if (!color) return undefined;
  const found = visions.map(({ see }) => lab(see(color)));
  // Somebody who drags a colour picker leaves thousands behind.
  if (seen.size > 2000) seen.clear();
  seen.set(hex, found);
  return found;
}

/** Who cannot tell two colours apart; nothing when all can. */
export interface Confusion {
  /** Nothing when it is everybody. */
  readonly by?: string;
  /** CIEDE2000: about 1 is the least that can be seen side by side. */
  readonly difference: number;
}

/** Whether two colours `#rrggbb` are too near to be told apart on an image, in CIEDE2000. */
export function confusion(a: string, b: string): Confusion | undefined {
  const [one, other] = [appearances(a), appearances(b)];
  if (!one || !other) return undefined;
  for (const [i, { name, least }] of visions.entries()) {
    const [left, right] = [one[i], other[i]];
    const distance = left && right ? difference(left, right) : Infinity;
    if (distance < least) return { by: name, difference: distance };
  }
  return undefined;
}

/** A colour `#rrggbb` that is far from all others for everybody; nothing when there is none. */
export function distinguishable(others: readonly string[]): string | undefined {
  let best: { hex: string; margin: number } | undefined;
  for (const hex of candidates()) {
    const margin = Math.min(...others.map((other) => marginOf(hex, other)));
    if (margin > (best?.margin ?? 1)) best = { hex, margin };
  }
  return best?.hex;
}

/** The least distance of two colours in parts of what is needed: 1 is just enough. */
function marginOf(a: string, b: string): number {
  const [one, other] = [appearances(a), appearances(b)];
  if (!one || !other) return Infinity;
  return Math.min(...visions.map(({ least }, i) => difference(one[i] as Color, other[i] as Color) / least));
}

/** A coarse grid of colours that are neither black nor white: masks are drawn on grey. */
function* candidates(): Iterable<string> {
  const steps = ['11', '44', '77', 'aa', 'dd', 'ff'];
  for (const r of steps) {
    for (const g of steps) {
      for (const b of steps) if (new Set([r, g, b]).size > 1) yield `#${r}${g}${b}`;
    }
  }
}
