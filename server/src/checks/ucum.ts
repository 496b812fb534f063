import { lookup } from './lookup';
import { nearest } from './nearest';

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

/** Names of units and prefixes, from which others are made: millimetres. */
const names: Readonly<Record<string, string>> = {
  metre: 'm',
  meter: 'm',
  litre: 'L',
  liter: 'L',
  gram: 'g',
  gramme: 'g',
  second: 's',
  mole: 'mol',
  pascal: 'Pa',
  sievert: 'Sv',
  becquerel: 'Bq',
  hertz: 'Hz',
};
const prefixNames = { '': '', nano: 'n', micro: 'u', milli: 'm', centi: 'c', deci: 'd', kilo: 'k', mega: 'M' };

/** Units as people write them, and as UCUM does. */
const meanings: Readonly<Record<string, string>> = {
  ...namedUnits(),
  hu: "[hnsf'U]",
  hounsfield: "[hnsf'U]",
  cc: 'mL',
  ccm: 'cm3',
  mls: 'mL',
  sec: 's',
  secs: 's',
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
  let known = found.get(text);
  if (known === undefined) {
    if (found.size >= mostFound) found.clear();
    found.set(text, (known = readsAsUnit(text)));
  }
  return known;
}

/** What was found of texts: in a guideline, most attributes have one of a few units. */
const found = new Map<string, boolean>();
const mostFound = 1000;

function readsAsUnit(text: string): boolean {
  if (text.length > 60 || !/^[\x21-\x7e]+$/.test(text)) return false;
  const end = expression(text, text.startsWith('/') ? 1 : 0);
  return end === text.length;
}

/** What was probably meant by a text that is no unit. */
export interface UnitMeant {
  /** As UCUM writes it. */
  readonly unit: string;
  /** Whether the text is surely another way to write it, and not a misspelt one. */
  readonly isSure: boolean;
}

/** The unit of UCUM that was probably meant by a text that is none. */
export function unitMeant(text: string): UnitMeant | undefined {
  const written = text.trim().toLowerCase();
  const known = lookup(meanings, written) ?? mendedUnit(text);
  if (known !== undefined) return { unit: known, isSure: true };
  const misspelt = written.length < shortestName ? undefined : nearest(written, longNames);
  const unit = misspelt === undefined ? undefined : lookup(meanings, misspelt);
  return unit === undefined ? undefined : { unit, isSure: false };
}

/** Of shorter ones, too many are alike. */
const shortestName = 5;
const longNames = Object.keys(meanings).filter((name) => name.length >= shortestName);

function mendedUnit(text: string): string | undefined {
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

/** `millimetre`, `millimetres` and all others of their kind. */
function namedUnits(): Record<string, string> {
  const units = Object.entries(prefixNames).flatMap(([prefix, short]) =>
    Object.entries(names).flatMap(([name, unit]): [string, string][] => [
      [`${prefix}${name}`, `${short}${unit}`],
      [`${prefix}${name}s`, `${short}${unit}`],
    ]),
  );
  return Object.fromEntries(units);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
