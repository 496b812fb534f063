import type { Bounds } from '../../../../server/src/annotations/bounds';

/**
 * Places for names: each at its wanted place, moved down where it would lie on an earlier one, and into the area (from 0, 0).
 * Names for which there is no room are left out: `undefined`.
 */
export function placeChips(
  wanted: readonly Bounds[],
  area: { readonly width: number; readonly height: number },
): readonly (Bounds | undefined)[] {
  const taken: Bounds[] = [];
  return wanted.map((chip) => {
    const x = Math.max(0, Math.min(chip.x, area.width - chip.width));
    let y = Math.max(0, Math.min(chip.y, area.height - chip.height));
    for (;;) {
      const place = { ...chip, x, y };
      const other = taken.find((each) => overlap(each, place));
      if (!other) {
        if (y + chip.height > area.height) return undefined;
        taken.push(place);
        return place;
      }
      y = other.y + other.height + 1;
    }
  });
}

function overlap(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
