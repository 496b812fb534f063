import type { Change, ChangeValue } from '../compare/change';
import { conditionWords } from './conditionWords';
import type { Names } from './names';
import { namesIn, references } from './names';
import type { Rule, Versions } from './rule';
import { partsOf } from './rules';
import { phrases } from './tables/phrases';
import { sentences } from './tables/sentences';
import { brief, capitalised, cut, ended, languageName, list, ownerOf, plainWords, quoted, shown } from './words';

/** What changed, one sentence in clinical English. */
export function messageOf(change: Change, rule: Rule, { before, after }: Versions): string {
  const below = change.details?.['below'];
  const also =
    typeof below !== 'number'
      ? ''
      : ` It holds for ${below === 1 ? 'the label' : `the ${below} labels`} below it, too.`;
  const names = { old: namesIn(before, after), now: namesIn(after, before) };
  const template = sentences[change.id];
  const said = template === undefined ? rule.say?.(change, names.now) : filled(template, change, names);
  return capitalised(ended(said ?? sentence(change, rule, names))) + also;
}

interface BothNames {
  readonly old: Names;
  readonly now: Names;
}

/** A template with the words of the change in it. */
function filled(template: string, change: Change, { old, now }: BothNames): string {
  const label = change.kind === 'label' || change.kind === 'attribute' ? change.subject.split('.')[0] : undefined;
  const words: Readonly<Record<string, () => string>> = {
    '': () => ownerOf(change, now),
    before: () => cut(list(change.before)),
    after: () => cut(list(change.after)),
    was: () => cut(plainWords(change.before)),
    is: () => cut(plainWords(change.after)),
    old: () => references(change.before, old),
    new: () => references(change.after, now),
    once: () => conditionWords(change.before, label, old),
    now: () => conditionWords(change.after, label, now),
  };
  return template.replace(/\{(\w*)\}/g, (text, word: string) => words[word]?.() ?? text);
}

function sentence(change: Change, rule: Rule, { now }: BothNames): string {
  const { stem = '', ending = 'changed' } = partsOf(change.id) ?? {};
  const owner = ownerOf(change, now);
  if (rule.entry) {
    if (ending === 'renamed') return `the ${rule.noun} ${shown(change.before)} is now called ${shown(change.after)}.`;
    return `the ${rule.noun} ${owner} was ${ending === 'added' ? 'added' : 'removed'}.`;
  }
  const { what, before, after } = phrased(change, phrases[stem] ?? `the ${rule.noun} of {}`, owner, now);
  const [was, is] = [brief(before), brief(after)];
  switch (ending) {
    case 'added':
      return is === undefined ? `${what} was added.` : `${what} was added: ${is}.`;
    case 'removed':
      return was === undefined ? `${what} was removed.` : `${what} was removed: ${was}.`;
    case 'respelt':
      return `${what} was only respelt; the words are the same.`;
    case 'raised':
    case 'lowered':
      return `${what} was ${ending} from ${plainWords(before)} to ${plainWords(after)}.`;
    default:
      if (change.before === null) return is === undefined ? `${what} was changed.` : `${what} is now ${is}.`;
      return was === undefined || is === undefined
        ? `${what} was changed.`
        : `${what} was changed from ${was} to ${change.after === null ? 'none' : is}.`;
  }
}

/** The phrase with its words, and the values without a key that stands in the phrase. */
function phrased(change: Change, phrase: string, owner: string, names: Names) {
  const keyed = /\{(key|word|label|language)\}/.test(phrase);
  const [before, after] = keyed
    ? [inner(change.before), inner(change.after)]
    : [whole(change.before), whole(change.after)];
  const key = after.key ?? before.key ?? '';
  const of =
    owner === '' ? phrase.replace(/ (?:of|for|in|by|to) (?:(?! of | for | in | by | to )[^{])*\{\}$/, '') : phrase;
  const words: Readonly<Record<string, () => string>> = {
    '': () => owner,
    key: () => quoted(key),
    word: () => key,
    label: () => names.label(key),
    language: () => languageName(key),
  };
  const what = of.replace(/\{(\w*)\}/g, (text, word: string) => words[word]?.() ?? text);
  return { what, before: before.value, after: after.value };
}

interface Keyed {
  readonly key?: string;
  readonly value: ChangeValue;
}

function whole(value: ChangeValue): Keyed {
  return { value };
}

/** The value behind the key that goes with it. */
function inner(value: ChangeValue): Keyed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value };
  const [entry] = Object.entries(value);
  return entry ? { key: entry[0], value: entry[1] } : { value };
}
