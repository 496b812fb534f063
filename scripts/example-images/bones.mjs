import { film, middle } from './anatomy.mjs';
import { bell, smooth, tube } from './profiles.mjs';
import { fillOutline, signedDistance, visitAlong } from './raster.mjs';

/** Adds the ribs to the attenuation: back arcs dense and sharp, front arcs broad and fading into cartilage. */
export function addRibs(grid, anatomy) {
  const { data } = grid;
  anatomy.ribs.forEach(({ back, front }, i) => {
    const thick = i === 0 ? 9.5 : 8.4;
    for (const side of ['right', 'left']) {
      // The lower edge of a back arc is thin (the groove of the vessels), so it is drawn softer than the upper one.
      const below = side === 'right' ? -1 : 1;
      visitAlong(grid, back[side], thick + 1, (index, distance, along) => {
        const half = thick * (0.74 + 0.26 * smooth(0, 0.2, along)) * (1 - 0.2 * smooth(0.8, 1, along));
        const u = distance / half;
        const edge = u * below > 0 ? 0.7 : 1.1;
        data[index] +=
          0.115 *
          tube(u) *
          edge *
          (1 + 0.3 * smooth(0.7, 0.9, along)) *
          smooth(1, 0.9, along) *
          (0.25 + 0.75 * smooth(0.03, 0.17, along));
      });
      visitAlong(grid, front[side], thick + 2, (index, distance, along) => {
        const half = (thick + 1.5) * (1 - 0.3 * smooth(0.75, 1, along));
        const bone = 0.15 + 0.85 * smooth(0, 0.55, along);
        data[index] += 0.075 * tube(distance / half) * bone * smooth(0, 0.1, along) * smooth(1, 0.85, along);
      });
    }
  });
}

/** Adds collar bones, shoulder blades and the heads of the upper arms. */
export function addShoulders(grid, anatomy) {
  const { data } = grid;
  for (const side of ['right', 'left']) {
    visitAlong(grid, anatomy.clavicles[side], 14, (index, distance, along) => {
      const half = 8 + 4 * smooth(0.14, 0, along) + 2 * smooth(0.7, 1, along);
      data[index] += 0.13 * tube(distance / half) * smooth(0, 0.03, along) * smooth(1, 0.8, along) ** 0.5;
    });
    const blade = signedDistance(fillOutline(anatomy.scapulae[side], grid), grid);
    for (let i = 0; i < data.length; i += 1) {
      data[i] += 0.045 * smooth(-2, 14, blade[i]) + 0.012 * bell(blade[i] - 2, 2.8);
    }
    const x = side === 'right' ? -2 : film.width + 2;
    visitAlong(
      grid,
      [
        [x, 182],
        [x, 183],
      ],
      46,
      (index, distance) => {
        data[index] += 0.07 * smooth(46, 34, Math.abs(distance));
      },
    );
  }
}

/** Adds the spine: bodies with brighter end plates, pedicles and spinous processes, better seen below than above. */
export function addSpine(grid, anatomy) {
  const { data, width, height, scale } = grid;
  anatomy.vertebrae.forEach(([x, y], i) => {
    const tall = 17 + i * 0.3;
    const wide = 19 + i * 0.55;
    const seen = 0.6 + 0.4 * smooth(0, 500, y);
    for (
      let row = Math.max(0, Math.floor((y - 2 * tall) * scale));
      row < Math.min(height, (y + 2 * tall) * scale);
      row += 1
    ) {
      const dy = (row + 0.5) / scale - y;
      for (let column = Math.floor((x - 50) * scale); column < (x + 50) * scale; column += 1) {
        const dx = (column + 0.5) / scale - x;
        const across = smooth(3, -3, Math.abs(dx) - wide + 2.5 * (1 - (dy / tall) ** 2));
        const body = across * smooth(4, -4, Math.abs(dy) - tall);
        const plates = across * bell(Math.abs(dy) - tall + 1.5, 2);
        const ring = Math.sqrt(((Math.abs(dx) - wide * 0.6) / 4) ** 2 + ((dy + 4) / 6) ** 2);
        const process = bell(dx, 3) * bell(dy - 9, 10);
        data[row * width + column] +=
          seen * (0.035 * body + 0.018 * plates + 0.025 * bell(ring - 1, 0.4) + 0.025 * process);
      }
    }
  });
  // The processes at the sides run together to a faint band.
  visitAlong(
    grid,
    [
      [middle, 0],
      [middle, film.height],
    ],
    44,
    (index, distance) => {
      data[index] += 0.06 * smooth(44, 10, Math.abs(distance));
    },
  );
}
