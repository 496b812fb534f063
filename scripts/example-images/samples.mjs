import { createAnatomy, film } from './anatomy.mjs';
import { asBox, asClass, asMask, asPoints, asPolygon, asRuns } from './coco.mjs';
import { layDevice, layFold } from './devices.mjs';
import { createPhantom } from './phantom.mjs';
import { averageDown, visitAlong } from './raster.mjs';
import { closedCurve, openCurve, points } from './curves.mjs';

/**
 * A sample: a film's attenuation with what there is to see on it. The same geometry draws both.
 * @typedef {{ name: string, seed: number, attenuation: import('./raster.mjs').Grid,
 *   marks: { label: string, attributes?: object, shape: object }[] }} Sample
 */

const drain = { half: 4.8, wall: 0.09, stripe: 0.16 };
const tube = { half: 6, wall: 0.05, stripe: 0.09 };
const line = { half: 1.9, wall: 0.13, stripe: 0.04 };
const probe = { half: 2.6, wall: 0.06, stripe: 0.08 };

/** The film's pixels that at least half belong to a mask given on the phantom's finer grid. */
function onFilm(grid, test) {
  const data = Float32Array.from(grid.data, (_, i) => (test(i) ? 1 : 0));
  return Uint8Array.from(averageDown({ ...grid, data }).data, (share) => (share >= 0.5 ? 1 : 0));
}

/** The lung field of one side as it is seen: without what lies behind heart, mediastinum and free gas. */
const lungField = ({ grid, inside }, side) =>
  onFilm(grid, (i) => inside[side][i] > 0 && inside.heart[i] < 0 && inside.mediastinum[i] < 0);

const pleuralGas = ({ grid, inside }, side) =>
  onFilm(grid, (i) => inside.gas[i] > 0 && inside[side][i] > 0 && inside.heart[i] < 0 && inside.mediastinum[i] < 0);

/** The largest distance from the visceral pleura to the chest wall, in whole millimetres. */
function pleuralWidth({ grid, inside }, pleura, side) {
  let widest = 0;
  visitAlong(grid, pleura, 1, (i) => {
    widest = Math.max(widest, inside[side][i]);
  });
  return Math.round(widest * film.spacing);
}

/** A large left pneumothorax: the lung has drawn back to the hilum. */
function largePneumothorax() {
  const pleura = openCurve(points('352,190 384,178 418,194 448,236 470,300 483,372 488,440 482,505 470,548 462,600'));
  const gas = [...pleura, [462, 660], [640, 660], [640, 60], [340, 60]];
  const phantom = createPhantom(createAnatomy({ shift: -7, width: 1.01, slope: 1.04 }), 101, { gas });
  const attributes = {
    side: 'left',
    width: pleuralWidth(phantom, pleura, 'left'),
    certainty: 'definite',
    tension: false,
  };
  return {
    name: 'large-pneumothorax',
    seed: 102,
    attenuation: phantom.grid,
    marks: [
      { label: 'pneumothorax', attributes, shape: asMask(pleuralGas(phantom, 'left')) },
      { label: 'finding-present', shape: asClass() },
    ],
  };
}

/** What is left of a right pneumothorax at the apex, with the drain in place. */
function apicalPneumothorax() {
  const pleura = openCurve(points('282,153 258,137 231,133 201,147 172,175 148,212 127,255 108,304 80,364'));
  const gas = [...pleura, [20, 364], [20, 40], [282, 40]];
  const phantom = createPhantom(createAnatomy({ width: 0.97, diaphragm: 6, slope: 1.1 }), 211, { gas });
  const tubeMask = layDevice(phantom.grid, points('-10,452 44,438 92,404 132,344 166,272 196,204'), drain);
  const attributes = {
    side: 'right',
    width: pleuralWidth(phantom, pleura, 'right'),
    certainty: 'definite',
    drained: true,
  };
  return {
    name: 'apical-pneumothorax-drained',
    seed: 212,
    attenuation: phantom.grid,
    marks: [
      { label: 'pneumothorax', attributes, shape: asPolygon(pleuralGas(phantom, 'right')) },
      {
        label: 'chest-drain',
        attributes: { side: 'right', tip: 'apical' },
        shape: asRuns(onFilm(phantom.grid, (i) => tubeMask[i])),
      },
      { label: 'finding-present', shape: asClass() },
    ],
  };
}

/** A fold of skin over the right lung: an edge that runs on beyond the ribs. */
function skinFold() {
  const phantom = createPhantom(createAnatomy({ width: 1.03, heart: 1.06, diaphragm: 16, slope: 0.92 }), 307);
  const edge = points('176,66 150,150 131,250 119,360 113,470 114,580 124,690');
  layFold(phantom.grid, edge);
  const seen = new Uint8Array(phantom.grid.data.length);
  visitAlong(phantom.grid, openCurve(edge), 4, (i, _, along) => {
    if (along > 0.05 && along < 0.93) seen[i] = 1;
  });
  return {
    name: 'skin-fold',
    seed: 308,
    attenuation: phantom.grid,
    marks: [
      { label: 'skin-fold', attributes: { side: 'right' }, shape: asBox(onFilm(phantom.grid, (i) => seen[i])) },
      { label: 'no-finding', shape: asClass() },
    ],
  };
}

/** A film without findings, with the anatomy marked. */
function normal() {
  const phantom = createPhantom(createAnatomy(), 401);
  return {
    name: 'normal',
    seed: 402,
    attenuation: phantom.grid,
    marks: [
      { label: 'lung', attributes: { side: 'right' }, shape: asMask(lungField(phantom, 'right')) },
      { label: 'lung', attributes: { side: 'left' }, shape: asMask(lungField(phantom, 'left')) },
      { label: 'heart', shape: asPolygon(heartShadow(phantom)) },
      { label: 'no-finding', shape: asClass() },
    ],
  };
}

/** The heart as far down as it can be seen: below the arch of the domes its shadow is lost in that of the abdomen. */
function heartShadow({ grid, inside }, diaphragm = 0) {
  const { width, scale } = grid;
  return onFilm(grid, (i) => {
    const x = ((i % width) + 0.5) / scale;
    const y = (Math.floor(i / width) + 0.5) / scale;
    return inside.heart[i] > 0 && y < 588 - diaphragm - 26 * ((x - 360) / 120) ** 2;
  });
}

/** A little fluid on the left, which blunts the costophrenic angle. */
function smallEffusion() {
  const fluid = closedCurve(points('600,486 578,494 569,540 551,575 520,591 474,594 470,640 540,700 620,690'));
  const phantom = createPhantom(createAnatomy({ width: 0.98, diaphragm: -6, slope: 1.06 }), 503, { fluid });
  const { grid, inside } = phantom;
  return {
    name: 'small-effusion',
    seed: 504,
    attenuation: grid,
    marks: [
      {
        label: 'pleural-effusion',
        attributes: { side: 'left', amount: 'small', certainty: 'probable' },
        shape: asPolygon(onFilm(grid, (i) => inside.fluid[i] > 0 && inside.left[i] > 0)),
      },
      { label: 'finding-present', shape: asClass() },
    ],
  };
}

/** A film after lines were placed: large heart, three devices, no pneumothorax. */
function afterLines() {
  const anatomy = createAnatomy({ heart: 1.3, diaphragm: 30, width: 1.01, slope: 0.9 });
  const phantom = createPhantom(anatomy, 601);
  const { grid } = phantom;
  const lay = (course, device) => {
    const mask = layDevice(grid, course, device);
    return asRuns(onFilm(grid, (i) => mask[i]));
  };
  const airway = lay(points('322,-20 321,60 319,130 317,186'), tube);
  const catheter = lay(points('244,-20 262,50 274,110 284,160 288,220 287,286 284,330'), line);
  const stomach = lay(points('331,-20 330,100 331,250 338,400 348,520 380,590 430,612 478,606'), probe);
  const [, carina] = anatomy.bronchi[0][0];
  const aboveCarina = Math.round((carina - 186 - tube.half) * film.spacing);
  const edges = heartSize(anatomy);
  const width = ([a, b]) => Math.round(Math.abs(a[0] - b[0]) * film.spacing);
  return {
    name: 'after-line-placement',
    seed: 602,
    attenuation: grid,
    marks: [
      {
        label: 'heart-size',
        attributes: { 'cardiac-width': width(edges.slice(0, 2)), 'thoracic-width': width(edges.slice(2)) },
        shape: asPoints(edges),
      },
      {
        label: 'cardiomegaly',
        attributes: { certainty: 'definite' },
        shape: asBox(heartShadow(phantom, 30)),
      },
      { label: 'endotracheal-tube', attributes: { position: 'correct', 'above-carina': aboveCarina }, shape: airway },
      { label: 'central-venous-catheter', attributes: { side: 'right', position: 'correct' }, shape: catheter },
      { label: 'gastric-tube', attributes: { position: 'correct' }, shape: stomach },
      { label: 'finding-present', shape: asClass() },
    ],
  };
}

/** The four points of the cardiothoracic ratio: the heart's edges, and the inner edges of the ribs above the domes. */
function heartSize({ heart, lungs }) {
  const outermost = (outline, sign) =>
    outline.reduce((best, point) => (sign * point[0] > sign * best[0] ? point : best));
  const above = (outline, y) => outline.filter((point) => point[1] < y);
  return [
    outermost(above(heart, 560), -1),
    outermost(above(heart, 560), 1),
    outermost(above(lungs.right, 545), -1),
    outermost(above(lungs.left, 545), 1),
  ];
}

/** The makers of all samples, each called when its turn has come: a phantom takes some hundred megabytes. */
export const samples = [largePneumothorax, apicalPneumothorax, skinFold, normal, smallEffusion, afterLines];
