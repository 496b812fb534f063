import { film, middle } from './anatomy.mjs';
import { addRibs, addShoulders, addSpine } from './bones.mjs';
import { layMarker } from './devices.mjs';
import { bell, clouds, dome, smooth } from './profiles.mjs';
import { createRandom } from './random.mjs';
import { createGrid, fillOutline, signedDistance, visitAlong } from './raster.mjs';
import { drawVessels } from './vessels.mjs';

/** The phantom is drawn at this many pixels to one pixel of the film, in each direction. */
const fineness = 2;

/** Soft tissue of the trunk, thicker at the shoulders. */
function addBody({ data, width, scale }, inside, tissue) {
  for (let i = 0; i < data.length; i += 1) {
    const x = ((i % width) + 0.5) / scale;
    const y = (Math.floor(i / width) + 0.5) / scale;
    const shoulders = 0.2 * smooth(260, 90, y) * smooth(40, 190, Math.abs(x - middle));
    const thickness = 0.5 * dome(inside.body[i], 46) + 0.3 * dome(inside.body[i], 190);
    data[i] += thickness * (0.95 + shoulders + 0.012 * tissue[i]);
  }
}

/**
 * Takes the air of the lungs out again, except where heart, mediastinum or fluid stand before it, and adds the vessels.
 * Free gas has neither vessels nor texture, and the lung that has drawn back from it is a little denser.
 */
function addLungs({ data, width, scale }, inside, vessels, parenchyma) {
  const collapsed = inside.gas.some((distance) => distance > 20) ? 0.05 : 0;
  for (let i = 0; i < data.length; i += 1) {
    const air = Math.max(inside.right[i], inside.left[i]);
    const y = (Math.floor(i / width) + 0.5) / scale;
    const covered = Math.max(
      dome(inside.heart[i], 55) * 0.84,
      dome(inside.mediastinum[i], 26) * 0.95,
      smooth(-3, 12, inside.fluid[i]) * 0.93,
    );
    const gas = smooth(-0.6, 0.6, inside.gas[i]);
    const depth = 0.66 + 0.34 * smooth(90, 300, y) - 0.08 * smooth(430, 620, y);
    const aerated = dome(air, 66) * depth * (1 - covered);
    const hilum = Math.min(1, 70 * vessels.hila[i]);
    data[i] += 0.05 * covered * smooth(-30, 5, air);
    data[i] -= 0.53 * aerated * (1 + 0.014 * parenchyma[i] * (1 - gas)) * (1 + 0.12 * gas - collapsed * (1 - gas));
    data[i] += (vessels.branches[i] + 0.07 * hilum) * smooth(0, 30, air) * (1 - 0.85 * covered) * (1 - gas);
    // The visceral pleura is seen edge on as a hairline where gas parts it from the chest wall.
    data[i] += 0.065 * bell(inside.gas[i] + 0.8, 1) * smooth(4, 9, air);
  }
}

/** For each column of the grid the first row under the lung, and how far (in pixels) the column is from any lung. */
function underLungs({ width, height, scale }, inside) {
  const columns = Array.from({ length: width }, () => ({ start: 0, beside: Infinity }));
  for (let i = 0; i < width * height; i += 1) {
    if (Math.max(inside.right[i], inside.left[i]) > 0) {
      columns[i % width] = { start: (Math.floor(i / width) + 1) / scale, beside: 0 };
    }
  }
  const spread = (from, to) => {
    const beside = columns[from].beside + 1 / scale;
    if (beside < columns[to].beside) columns[to] = { start: columns[from].start, beside };
  };
  for (let x = 1; x < width; x += 1) spread(x - 1, x);
  for (let x = width - 1; x > 0; x -= 1) spread(x, x - 1);
  return columns;
}

/** Liver, spleen and gut under the domes, and the air in the stomach. */
function addAbdomen(grid, inside) {
  const { data, width, scale } = grid;
  const columns = underLungs(grid, inside);
  for (let i = 0; i < data.length; i += 1) {
    const { start, beside } = columns[i % width];
    const under = (Math.floor(i / width) + 0.5) / scale - start;
    // Between and beside the lungs there is no dome to see: the density comes in slowly.
    const density = beside === 0 ? dome(under, 70) : smooth(-40 - beside, 90, under);
    data[i] += (0.1 * density + 0.0003 * Math.max(0, under)) * dome(inside.body[i], 50);
    data[i] -= 0.12 * smooth(0, 12, inside.stomach[i]);
  }
}

/** The descending aorta, and the air of windpipe and main bronchi. */
function addTubes(grid, anatomy) {
  const { data } = grid;
  visitAlong(grid, anatomy.aorta, 20, (index, side, along) => {
    data[index] += 0.07 * dome(20 - Math.abs(side), 16) * smooth(0, 0.1, along) * smooth(1, 0.7, along);
  });
  visitAlong(grid, anatomy.trachea, 14, (index, side, along) => {
    data[index] -= 0.14 * dome(12.5 - Math.abs(side), 11) * smooth(1, 0.93, along);
  });
  for (const bronchus of anatomy.bronchi) {
    visitAlong(grid, bronchus, 10, (index, side, along) => {
      data[index] -= 0.1 * dome(8.5 - Math.abs(side), 8) * smooth(1, 0.35, along) * smooth(0, 0.15, along);
    });
  }
}

/**
 * The X-ray attenuation of a patient, and the signed distance of each pixel to each outline (in pixels of the film,
 * positive inside).
 * @param {ReturnType<import('./anatomy.mjs').createAnatomy>} anatomy
 * @param {number} seed
 * @param {object} [pleura] outlines of what is in the pleural space; they may reach beyond the lung
 * @param {import('./curves.mjs').Point[]} [pleura.gas]
 * @param {import('./curves.mjs').Point[]} [pleura.fluid]
 */
export function createPhantom(anatomy, seed, { gas = [], fluid = [] } = {}) {
  const grid = createGrid(film.width, film.height, fineness);
  const distanceTo = (outline) =>
    outline.length > 0
      ? signedDistance(fillOutline(outline, grid), grid)
      : new Float32Array(grid.data.length).fill(-Infinity);
  const inside = {
    body: distanceTo(anatomy.body),
    right: distanceTo(anatomy.lungs.right),
    left: distanceTo(anatomy.lungs.left),
    heart: distanceTo(anatomy.heart),
    mediastinum: distanceTo(anatomy.mediastinum),
    stomach: distanceTo(anatomy.stomach),
    gas: distanceTo(gas),
    fluid: distanceTo(fluid),
  };
  const random = createRandom(seed);
  const vessels = drawVessels(grid, anatomy, seed + 1);
  addBody(grid, inside, clouds(grid, random, 14));
  addLungs(grid, inside, vessels, clouds(grid, random, 1.6));
  addAbdomen(grid, inside);
  addTubes(grid, anatomy);
  addSpine(grid, anatomy);
  addRibs(grid, anatomy);
  addShoulders(grid, anatomy);
  layMarker(grid);
  return { grid, anatomy, inside };
}
