import type { YamlDocument } from '../../yaml/document';
import type { YamlEntry, YamlMap } from '../../yaml/node';
import { entryOf, keyText, spanBetween, spanWithin } from '../../yaml/node';
import { asScalar, inQuotes, removeFix, replaceFix } from '../fixes';
import { lookup } from '../lookup';
import { nearest } from '../nearest';
import { mendOddSpace } from '../yaml/indents';
import type { Finding } from '../problem';
import { listed, quoted } from '../words';
import type { Mistake } from './mistake';
import { nounOf, placeOf } from './mistake';
import { placedLabel } from './placedLabel';
import { keysOf, ownersOf } from './schemas';

/** Words that people write for keys of ours, where these are not near in spelling. */
const otherWords: Record<string, readonly string[]> = {
  description: ['definition', 'details', 'caption', 'qualification', 'summary'],
  desc: ['definition', 'details', 'caption'],
  meaning: ['definition'],
  title: ['name'],
  label: ['name'],
  inclusion: ['include'],
  'inclusion-criteria': ['include'],
  exclusion: ['exclude'],
  'exclusion-criteria': ['exclude'],
  criteria: ['include'],
  isa: ['parent'],
  'is-a': ['parent'],
  parents: ['parent'],
  group: ['parent'],
  shape: ['geometry'],
  shapes: ['geometry'],
  tool: ['geometry'],
  colour: ['color'],
  code: ['codes'],
  aka: ['synonyms'],
  pixel: ['value'],
  index: ['value'],
  options: ['values'],
  choices: ['values'],
  units: ['unit'],
  min: ['minimum'],
  max: ['maximum'],
  mandatory: ['required'],
  threshold: ['minimum', 'below'],
  reason: ['rationale'],
  blinded: ['blindedTo'],
  years: ['experienceYears'],
  experience: ['experienceYears'],
  people: ['count'],
  number: ['count', 'readers'],
  file: ['image'],
  annotators: ['roles', 'readers'],
  readers: ['roles'],
  stages: ['workflow'],
  steps: ['workflow'],
  date: ['on', 'effective'],
  author: ['by'],
  id: ['taxonomy', 'protocol'],
};

/** What says the like where a key does not belong, if there is one. */
const insteadOf: Record<string, { readonly key: string; readonly advice: string }> = {
  status: { key: 'deprecated', advice: 'A label that is out of use has “deprecated”.' },
};

/** “exlude” is not a key of a label. */
export function unknownKey(mistake: Mistake): Finding | undefined {
  const { error, node, validated, part } = mistake;
  const key = String(error.params.additionalProperty);
  const entry = entryOf(node, key);
  if (!entry || node.kind !== 'map') return undefined;

  const cut = cutByComma(mistake, node, entry);
  if (cut) return cut;
  const placed = oddlyIndented(mistake, entry) ?? placedLabel(mistake, node, entry);
  if (placed) return placed;

  const free = keysOf(part).filter((name) => !entryOf(node, name));
  const meant = meantKey(mistake);
  const isNot = `${quoted(key)} is not a key of ${nounOf(mistake)}.`;
  if (meant !== undefined) {
    const fix = replaceFix(`Change to “${meant}”`, spanWithin(entry.key, 0, key.length), meant, true);
    return { at: entry.key, message: `${isNot} Did you mean “${meant}”?`, fixes: [fix] };
  }
  // `a: {b: c}: d` is read as two keys in one line: what belongs to which is not to be told.
  const clear = hasOwnLines(validated.document, node);
  const remove = clear ? [removeFix(`Remove “${key}”`, node, entry)] : [];
  const places = ownersOf(validated.kind, key).flatMap((owner) => placeOf(owner) ?? []);
  if (places.length > 0) {
    const where = listed(places.slice(0, 2));
    const instead = lookup(insteadOf, key);
    const advice = instead && free.includes(instead.key) ? ` ${instead.advice}` : '';
    return { at: entry.key, message: `${isNot} It belongs ${where}.${advice}`, fixes: remove };
  }
  const repeated = otherWord(key, keysOf(part)) ?? nearest(key, keysOf(part));
  if (repeated !== undefined && entryOf(node, repeated)) {
    return { at: entry.key, message: `${isNot} “${repeated}” is there already.`, fixes: remove };
  }
  const own = replaceFix('Keep it as a key of your own', entry.key, asScalar(`x-${key}`));
  const known = free.length > 0 && free.length <= 8 ? ` Keys that may stand here: ${listed(free, 'and')}.` : '';
  return {
    at: entry.key,
    message: `${isNot}${known} A key of your own begins with “x-”.`,
    fixes: clear ? [own, ...remove] : [],
  };
}

const ownLines = new WeakMap<YamlMap, boolean>();

/** Whether each key of a block map begins its line, hyphens aside; kept with the map, which is asked of for each key. */
function hasOwnLines(document: YamlDocument, map: YamlMap): boolean {
  if (map.style === 'flow') return true;
  let found = ownLines.get(map);
  if (found === undefined) {
    found = map.entries.every(({ key }) => {
      const { line, character } = document.range(key).start;
      return /^[\s-]*$/.test(document.text.line(line).slice(0, character));
    });
    ownLines.set(map, found);
  }
  return found;
}

/** A key behind a space of another kind, which YAML takes for a letter of it. */
function oddlyIndented({ validated }: Mistake, { key }: YamlEntry): Finding | undefined {
  const mend = (document: YamlDocument) => mendOddSpace(document.text, document.range(key).start.line);
  const { message, fix } = mend(validated.document) ?? {};
  if (!message || !fix) return undefined;
  return {
    at: key,
    message,
    fixes: [{ title: fix.title, preferred: true, edits: (document) => mend(document)?.fix?.edits ?? [] }],
  };
}

/** The key that was probably meant by an unknown one. */
export function meantKey({ error, node, part }: Mistake): string | undefined {
  const key = String(error.params.additionalProperty);
  const free = keysOf(part).filter((name) => !entryOf(node, name));
  return free.find((name) => simple(name) === simple(key)) ?? otherWord(key, free) ?? nearest(key, free);
}

function simple(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, '');
}

function otherWord(key: string, free: readonly string[]): string | undefined {
  const words = lookup(otherWords, key.toLowerCase().replace(/[_\s]/g, '-')) ?? [];
  return words.find((word) => free.includes(word));
}

/** No text has more commas than this. */
const mostPieces = 100;

/** `{name: Left, upper lobe}`: the comma made a key of what belongs to the text before it. */
function cutByComma(mistake: Mistake, map: YamlMap, entry: YamlEntry): Finding | undefined {
  if (map.style !== 'flow' || !isBare(entry)) return undefined;
  const keys = new Set(keysOf(mistake.part));
  const isPiece = (at: number) => {
    const other = map.entries[at];
    return other !== undefined && isBare(other) && !keys.has(keyText(other));
  };
  const index = map.entries.indexOf(entry);
  let first = index;
  while (isPiece(first - 1) && index - first < mostPieces) first--;
  const owner = map.entries[first - 1];
  if (owner?.value.kind !== 'scalar' || owner.value.style !== 'plain') return undefined;
  // Of several pieces of one text, the first speaks for all.
  if (first !== index) return undefined;
  let last = index;
  while (isPiece(last + 1)) last++;
  const whole = spanBetween(owner.value, map.entries[last]?.key ?? entry.key);
  const { document } = mistake.validated;
  const text = document.textOf(whole);
  // A colon behind it makes a key of it, whatever stands before.
  const behind = document.range(whole).end;
  if (document.text.line(behind.line).slice(behind.character).trimStart().startsWith(':')) return undefined;
  return {
    at: spanBetween(entry.key, map.entries[last]?.key ?? entry.key),
    message: `The comma ends the text of “${keyText(owner)}” here. Put the whole text in quotes if the comma belongs to it.`,
    fixes: text.includes('#')
      ? []
      : [replaceFix('Put the text in quotes', whole, inQuotes(text.replace(/\s+/g, ' ')), true)],
  };
}

function isBare({ value }: YamlEntry): boolean {
  return value.kind === 'scalar' && value.style === 'missing';
}
