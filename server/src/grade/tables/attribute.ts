import * as decide from '../decide';
import { newScore, newType, newUnit } from '../decideAnswers';
import { additive, breaking, editorial, mayDecide, quality, review } from '../judgement';
import { evidenceOf, ownerOf, shown } from '../words';
import type { Names } from '../names';
import type { Rule, StemRule } from '../rule';
import { about } from '../rule';

const defaulted = breaking('migrate', 'Where no answer was given another one counts now.');

/** What attributes and choices say of themselves. */
export const attributeStems: Readonly<Record<string, StemRule>> = {
  type: about('type', {
    all: breaking('re-read', 'Answers given so far are of another type.'),
    changed: newType,
  }),
  unit: about('unit', {
    added: breaking('re-read', 'Numbers were recorded without a unit.'),
    removed: breaking('migrate', 'Numbers do not say any more in which unit they are.'),
    changed: newUnit,
  }),
  'reference-target': about('reference target', {
    added: review('re-read', 'Readers may now refer to a label that those before them could not.'),
    removed: breaking('re-read', 'References to annotations of this label are not allowed any more.'),
  }),
  default: about('default', defaulted),
  condition: about('condition for asking', {
    added: breaking('migrate', 'Answers given where the condition does not hold count no more.'),
    removed: breaking('re-read', 'It is asked in cases where nobody was asked before.'),
    changed: decide.newCondition,
  }),
  method: about('method of measurement', mayDecide),
  derivation: about('derivation', review('migrate', 'The value follows from others by another rule than before.')),
  comparison: about('comparison', breaking('re-read', 'The answer is about another pair of images.')),
  score: about('score', {
    all: breaking('migrate', 'Scores recorded so far stand for another grade.'),
    added: newScore,
  }),
};

const limitKey = (change: Parameters<NonNullable<Rule['say']>>[0]): string => {
  const value = change.after ?? change.before;
  return typeof value === 'object' && value !== null ? (Object.keys(value)[0] ?? '') : '';
};

const sharedAlone = editorial(
  'none',
  'A shared definition binds nobody; what labels gain or lose by it is told with them.',
);

/** Changes of attributes and choices that have a sentence of their own. */
export const attributeRules: Readonly<Record<string, Rule>> = {
  'attribute-added': {
    noun: 'attribute',
    entry: true,
    verdict: additive('none', 'It may be answered; annotations made so far only lack it.'),
  },
  'attribute-removed': {
    noun: 'attribute',
    entry: true,
    verdict: breaking('migrate', 'Answers given so far belong to nothing.'),
  },
  'required-attribute-added': {
    noun: 'attribute',
    entry: true,
    verdict: decide.newDemand,
  },
  'required-attribute-removed': {
    noun: 'attribute',
    entry: true,
    verdict: breaking('migrate', 'Answers given so far belong to nothing.'),
  },
  'attribute-made-required': {
    noun: 'attribute',
    verdict: decide.newDemand,
  },
  'attribute-made-optional': {
    noun: 'attribute',
    verdict: additive('none', 'Every answer given so far stays valid; readers may leave it open from now on.'),
  },
  'attribute-renamed': {
    noun: 'attribute',
    verdict: decide.rename,
    say: (change, names) => renamed(change, names, 'attribute'),
  },
  'attribute-reused': {
    noun: 'attribute',
    verdict: breaking('re-read', 'Answers given so far were to another question.'),
  },
  'attributes-swapped': {
    noun: 'attribute',
    verdict: breaking('migrate', 'Answers would be read as those to the other question.'),
    say: ({ before, after }) => `The attributes ${shown(before)} and ${shown(after)} exchanged their meanings.`,
  },
  'shared-attribute-added': { noun: 'shared attribute', entry: true, verdict: sharedAlone },
  'shared-attribute-removed': { noun: 'shared attribute', entry: true, verdict: sharedAlone },
  'choice-added': {
    noun: 'choice',
    entry: true,
    verdict: review('re-read', 'It competes with the other choices: cases answered before might get it today.'),
  },
  'choice-removed': {
    noun: 'choice',
    entry: true,
    verdict: breaking('re-read', 'Answers that chose it are not allowed any more.'),
  },
  'choice-renamed': {
    noun: 'choice',
    verdict: decide.rename,
    say: (change, names) => renamed(change, names, 'choice'),
  },
  'choice-reused': {
    noun: 'choice',
    verdict: breaking('re-read', 'Answers that chose it meant something else.'),
  },
  'choices-swapped': {
    noun: 'choice',
    verdict: breaking('migrate', 'Answers would be read as the other choice.'),
    say: ({ before, after }) => `The choices ${shown(before)} and ${shown(after)} exchanged their meanings.`,
  },
  'choices-reordered': {
    noun: 'order of the grades',
    verdict: breaking('migrate', 'Grades recorded so far have another rank.'),
  },
  'multiple-allowed': {
    noun: 'number of answers',
    verdict: review('re-read', 'Readers may give several answers where those before them had to choose one.'),
  },
  'multiple-withdrawn': {
    noun: 'number of answers',
    verdict: breaking('re-read', 'Where several answers were given, only one of them can stay.'),
  },
  'range-narrowed': {
    noun: 'range',
    verdict: breaking('re-read', 'Numbers recorded so far may lie outside the range.'),
    say: (change, names) => limit(change, names, 'narrowed'),
  },
  'range-widened': {
    noun: 'range',
    verdict: additive('none', 'Every number recorded so far stays valid; readers may record more than before.'),
    say: (change, names) => limit(change, names, 'widened'),
  },
  'step-coarsened': {
    noun: 'step',
    verdict: breaking('migrate', 'Numbers recorded so far are finer than allowed.'),
    say: (change, names) => `${ownerOf(change, names)} is now recorded more coarsely: ${steps(change)}.`,
  },
  'step-refined': {
    noun: 'step',
    verdict: quality('none', 'Numbers recorded so far stay valid, but are less exact than those to come.'),
    say: (change, names) => `${ownerOf(change, names)} is now recorded more finely: ${steps(change)}.`,
  },
};

type Told = Parameters<NonNullable<Rule['say']>>[0];

function renamed(change: Told, names: Names, what: string): string {
  const seems = change.details?.['certain'] === false ? 'seems to be' : 'is';
  return `the ${what} ${shown(change.before)}${parent(change, names)} ${seems} ${shown(change.after)} now${evidenceOf(change)}.`;
}

/** What a choice or an attribute belongs to; a shared attribute belongs to the taxonomy. */
function parent({ subject, kind }: Told, names: Names): string {
  const [first = '', second] = subject.split('.');
  if (kind === 'shared attribute') return '';
  if (kind === 'attribute') return ` for ${names.label(first)}`;
  const isOwn = subject.split('.').length > 2;
  return ` in ${isOwn ? names.reference(`${first}.${second ?? ''}`) : names.attribute(undefined, first)}`;
}

function limit(change: Told, names: Names, how: string): string {
  const key = limitKey(change);
  const value = (side: Told['before']) =>
    typeof side === 'object' && side !== null && !Array.isArray(side) && key in side
      ? shown((side as { readonly [key: string]: Told['before'] })[key])
      : 'none';
  const [was, is] = [value(change.before), value(change.after)];
  return `the range of ${ownerOf(change, names)} was ${how}: the ${key} from ${was} to ${is}.`;
}

function steps({ before, after }: Told): string {
  return `step from ${before === null ? 'none' : shown(before)} to ${after === null ? 'none' : shown(after)}`;
}
