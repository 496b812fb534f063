import { closedCurve, mirror, openCurve, points } from './curves.mjs';

/** Size of every picture in pixels, and of one pixel on the detector in millimetres (a 35 by 43 cm film). */
export const film = { width: 640, height: 768, spacing: 0.556 };

/** The body's midline. The patient's right is on the left of the picture, as on every frontal radiograph. */
export const middle = 320;

const rightLung = points(
  '229,106 184,120 140,160 107,228 87,310 74,400 67,490 64,570 66,622 70,633 79,616',
  '106,582 145,558 192,547 240,553 280,572 300,560 302,450 299,330 295,240 284,170 264,124',
);

const heart = points(
  '286,290 270,345 254,405 247,465 252,525 268,570 325,604 400,610 455,592 477,552 476,512',
  '461,455 434,402 404,352 387,318 378,294 350,272 312,268',
);

const upperMediastinum = points(
  '296,20 290,100 282,170 281,250 285,320 300,350 350,350 378,312 371,290 370,276 380,262',
  '384,242 379,222 364,206 357,180 354,120 346,20',
);

const body = points(
  '264,-30 260,40 243,80 190,98 110,110 50,122 -60,140 -60,330 4,306 30,286 38,330',
  '37,420 34,520 30,620 26,700 22,820',
);

const clavicle = points('296,166 270,160 235,154 195,143 155,126 115,116 72,118 40,126');

const scapula = points('118,158 106,200 94,260 88,320 80,350 66,330 44,270 26,210 22,170 60,150');

/** Air in the stomach of somebody who stands: round under the dome, level below. */
const stomach = points('404,618 412,594 436,583 466,583 494,597 508,619 500,625 460,626 420,626');

/** Ribs one to eleven: where the rib leaves the spine, half the chest's width where it turns, and where it ends. */
const ribs = [
  { spine: 112, half: 100, turn: 148, end: [54, 184] },
  { spine: 144, half: 160, turn: 200, end: [74, 246] },
  { spine: 182, half: 206, turn: 256, end: [84, 312] },
  { spine: 224, half: 230, turn: 310, end: [92, 380] },
  { spine: 268, half: 244, turn: 362, end: [106, 448] },
  { spine: 314, half: 252, turn: 414, end: [126, 516] },
  { spine: 360, half: 257, turn: 466, end: [154, 574] },
  { spine: 406, half: 260, turn: 516, end: [188, 614] },
  { spine: 452, half: 261, turn: 562, end: [214, 640] },
  { spine: 498, half: 258, turn: 606, end: [228, 664] },
  { spine: 546, half: 244, turn: 640, end: [232, 680] },
];

/**
 * The back and front arcs of one rib on the patient's right, each from its inner end to a little past the turn, where
 * the film shows one going over into the other.
 */
function ribArcs({ spine, half, turn: level, end: [x, down] }, slope) {
  const turn = spine + (level - spine) * slope;
  const y = spine + (down - spine) * slope;
  const back = (part, down) => [middle - half * part, spine + (turn - spine) * down];
  const front = (part, down) => [middle - x - (half - x) * part, turn + (y - turn) * down];
  const whole = openCurve([
    [middle - 20, spine + 4],
    [middle - 24 - half * 0.08, spine - 5],
    back(0.42, 0.02),
    back(0.64, 0.17),
    back(0.82, 0.42),
    back(0.945, 0.74),
    [middle - half, turn],
    front(0.975, 0.17),
    front(0.88, 0.33),
    front(0.68, 0.53),
    front(0.38, 0.78),
    front(0, 1),
  ]);
  const turning = 6 * 12;
  return { back: whole.slice(0, turning + 10), front: whole.slice(turning - 10).reverse() };
}

/**
 * The outlines of one patient, in image pixels.
 * @param {object} build
 * @param {number} [build.width] the chest's width against the usual one
 * @param {number} [build.heart] the heart's width against the usual one
 * @param {number} [build.diaphragm] how much higher the diaphragm stands, in pixels
 * @param {number} [build.slope] how steeply the ribs go down against the usual way
 * @param {number} [build.shift] how far heart and mediastinum are moved to the patient's left, in pixels
 */
export function createAnatomy({ width = 1, heart: heartSize = 1, diaphragm = 0, slope = 1, shift = 0 } = {}) {
  const broad = ([x, y]) => [middle + (x - middle) * width, y];
  const breathe = ([x, y]) => [x, y - diaphragm * Math.max(0, Math.min(1, (y - 300) / 250))];
  const beat = ([x, y]) => [330 + (x - 330) * (1 + (heartSize - 1) * Math.max(0, Math.min(1, (y - 300) / 120))), y];
  const moved = ([x, y]) => [x + shift, y];
  const lungRight = rightLung.map(broad);
  const lungLeft = mirror(rightLung, middle)
    .map(([x, y]) => [x, y > 540 ? y + 13 : y])
    .map(broad);
  const bothSides = (line) => ({ right: line.map(broad), left: mirror(line, middle).map(broad) });
  return {
    body: closedCurve([...body, ...mirror(body, middle).reverse()].map(broad)),
    lungs: {
      right: closedCurve(lungRight.map(breathe)),
      left: closedCurve(lungLeft.map(breathe)),
    },
    heart: closedCurve(heart.map(breathe).map(beat).map(moved)),
    mediastinum: closedCurve(upperMediastinum.map(moved)),
    aorta: openCurve(points('352,232 360,300 357,400 350,500 342,620').map(moved)),
    clavicles: bothSides(openCurve(clavicle)),
    scapulae: bothSides(closedCurve(scapula)),
    ribs: ribs
      .map((rib) => ribArcs(rib, slope))
      .map(({ back, front }) => ({ back: bothSides(back), front: bothSides(front) })),
    trachea: openCurve(points('320,-20 320,60 319,140 316,215 317,262').map(moved)),
    bronchi: [
      openCurve(points('316,258 303,284 288,312 278,340').map(moved)),
      openCurve(points('318,258 336,280 358,300 380,318').map(moved)),
    ],
    hila: { right: [282 + shift, 318], left: [372 + shift, 306] },
    vertebrae: Array.from({ length: 17 }, (_, i) => [middle, 20 + i * 41 + i * i * 0.35]),
    stomach: closedCurve(stomach.map(([x, y]) => [x, y - diaphragm])),
  };
}
