import { opposites } from './text';

/** Pairs of words that turn a sentence round, and are no two names of things. */
const more = [
  'more less',
  'more fewer',
  'most least',
  'greater less',
  'greater smaller',
  'larger smaller',
  'bigger smaller',
  'longer shorter',
  'wider narrower',
  'wide narrow',
  'thicker thinner',
  'thick thin',
  'higher lower',
  'high low',
  'deeper shallower',
  'older younger',
  'earlier later',
  'before after',
  'above below',
  'over under',
  'inside outside',
  'within outside',
  'minimum maximum',
  'minimal maximal',
  'smallest largest',
  'shortest longest',
  'lowest highest',
  'first last',
  'increased decreased',
  'increase decrease',
  'include exclude',
  'included excluded',
  'both one',
  'both either',
  'both single',
  'all any',
  'all some',
  'all one',
  'every some',
  'every any',
  'each any',
  'and or',
  'single multiple',
  'bilateral unilateral',
  'hyperdense hypodense',
  'hyperintense hypointense',
  'hyperechoic hypoechoic',
].map((pair) => pair.split(' ') as [string, string]);

const contraries = new Map<string, Set<string>>();
for (const [one, other] of [...opposites, ...more]) {
  for (const [word, contrary] of [
    [one, other],
    [other, one],
  ] as const) {
    contraries.set(word, (contraries.get(word) ?? new Set()).add(contrary));
  }
}

const units = /^(second|minute|hour|day|week|month|year|millimet|centimet|met|millilit|lit)(?:re|er)?s?$/;

/** Whether one of two words says the contrary of the other, or they are two units of time or length. */
export function areContrary(one: string, other: string): boolean {
  if (contraries.get(one)?.has(other)) return true;
  const [was, is] = [units.exec(one)?.[1], units.exec(other)?.[1]];
  return was !== undefined && is !== undefined && was !== is;
}
