import { lookup } from './lookup';

/** Units that take a prefix (`mm`), and units that take none (`min`): the part of UCUM that images and reports use. */
const metric = words(
  'm g s L l mol Pa N J W V A K Cel Bq Gy Sv Hz rad sr T C F Ohm S Wb H lm lx cd eV bar t ar u B Ci R RAD REM U [iU] [IU] ' +
    'kat cal eq osm g% m[Hg] m[H2O]',
);
const plain = words(
  "% [ppth] [ppm] [ppb] deg ' '' gon min h d wk mo a mo_j a_j [in_i] [ft_i] [yd_i] [lb_av] [oz_av] [degF] [hnsf'U] [pH] " +
    "10* 10^ [pi] [arb'U] [diop] [p'diop] [drp] [HPF] [LPF] [c] [g] [mesh_i] [Ch] [cml_i] [iU] [IU]",
);
const prefixes = words('Y Z E P T G M k h da d c m u n p f a z y Ki Mi Gi Ti');

/** Units as people write them, and as UCUM does. */
const meanings: Readonly<Record<string, string>> = {
  hu: "[hnsf'U]",
  hounsfield: "[hnsf'U]",
  cc: 'mL',
  ccm: 'cm3',
  mls: 'mL',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  msec: 'ms',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  minute: 'min',
  minutes: 'min',
  mins: 'min',
  day: 'd',
  days: 'd',
  week: 'wk',
  weeks: 'wk',
  month: 'mo',
  months: 'mo',
  year: 'a',
  years: 'a',
  yr: 'a',
  yrs: 'a',
  degree: 'deg',
  degrees: 'deg',
  '°': 'deg',
  '°c': 'Cel',
  percent: '%',
  pct: '%',
  micron: 'um',
  microns: 'um',
  µm: 'um',
  μm: 'um',
  millimeter: 'mm',
  millimetre: 'mm',
  millimeters: 'mm',
  millimetres: 'mm',
  centimeter: 'cm',
  centimetre: 'cm',
  inch: '[in_i]',
  inches: '[in_i]',
  mmhg: 'mm[Hg]',
  cmh2o: 'cm[H2O]',
  bpm: '/min',
  suv: 'g/mL',
  gray: 'Gy',
  px: '{pixel}',
  pixel: '{pixel}',
  pixels: '{pixel}',
  voxel: '{voxel}',
  voxels: '{voxel}',
  arbitrary: "[arb'U]",
  'a.u.': "[arb'U]",
  ppm: '[ppm]',
  ppb: '[ppb]',
  none: '1',
  unitless: '1',
  ratio: '1',
  points: '{points}',
  score: '{score}',
};

/** Whether a text is a unit of UCUM, in its case-sensitive form: `mm`, `mL/min`, `kg/m2`, `[hnsf'U]`, `{pixel}`, `1`. */
export function isUnit(text: string): boolean {
  if (text.length > 60 || !/^[\x21-\x7e]+$/.test(text)) return false;
  const end = expression(text, text.startsWith('/') ? 1 : 0);
  return end === text.length;
}

/** The unit of UCUM that was probably meant by a text that is none. */
export function unitMeant(text: string): string | undefined {
  const known = lookup(meanings, text.trim().toLowerCase());
  if (known) return known;
  const mended = text
    .replace(/\s+/g, '')
    .replaceAll('²', '2')
    .replaceAll('³', '3')
    .replace(/[µμ]/g, 'u')
    .replace(/[·*×](?=[a-zA-Z])/g, '.')
    .replace(/\^(?=[-+]?\d)/g, '')
    .replace(/(?<=\/)1\.73m2$/, '{1.73_m2}');
  if (mended !== text && isUnit(mended)) return mended;
  const small = mended.toLowerCase();
  return small !== text && isUnit(small) ? small : undefined;
}

/** Where components with `.` and `/` between end; -1 where something else stands there. */
function expression(text: string, from: number): number {
  let at = component(text, from);
  while (at > 0 && (text[at] === '.' || text[at] === '/')) at = component(text, at + 1);
  return at;
}

function component(text: string, at: number): number {
  if (text[at] === '(') {
    const end = expression(text, at + 1);
    return end > 0 && text[end] === ')' ? end + 1 : -1;
  }
  const annotation = annotationEnd(text, at);
  if (annotation > at) return annotation;
  const factor = /^\d+(?![\d*^])/.exec(text.slice(at))?.[0];
  if (factor) return annotationEnd(text, at + factor.length);
  const word = /^(?:10[*^]|(?:\[[^\]]*\]|[A-Za-z%_'])+)/.exec(text.slice(at))?.[0] ?? '';
  if (!isSimple(word)) return -1;
  const exponent = /^[-+]?\d+/.exec(text.slice(at + word.length))?.[0] ?? '';
  return annotationEnd(text, at + word.length + exponent.length);
}

function annotationEnd(text: string, at: number): number {
  return at + (/^\{[^{}]*\}/.exec(text.slice(at))?.[0].length ?? 0);
}

function isSimple(word: string): boolean {
  if (plain.has(word) || metric.has(word)) return true;
  for (const prefix of prefixes) {
    if (word.startsWith(prefix) && metric.has(word.slice(prefix.length))) return true;
  }
  return false;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
