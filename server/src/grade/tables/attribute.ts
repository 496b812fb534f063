import * as decide from '../decide';
import { additive, breaking, editorial, mayDecide, quality, review } from '../judgement';
import { evidenceOf, owner, shown } from '../words';
import type { Rule, StemRule } from '../rule';
import { about } from '../rule';

const defaulted = breaking(
  'migrate',
  'Where no answer was given another one counts now; a program can write out the old one.',
);

/** What attributes and choices say of themselves. */
export const attributeStems: Readonly<Record<string, StemRule>> = {
  type: about('type', {
    all: breaking('re-read', 'Answers given so far are of another type.'),
    changed: decide.newType,
  }),
  unit: about('unit', {
    added: breaking('re-read', 'Numbers were recorded without a unit; a reader must say in which.'),
    removed: breaking('migrate', 'Numbers do not say any more in which unit they are.'),
    changed: breaking('migrate', 'Numbers recorded so far are in another unit; a program can convert them.'),
  }),
  'reference-target': about('reference target', {
    added: review('re-read', 'Readers may now refer to a label that those before them could not.'),
    removed: breaking('re-read', 'References to annotations of this label are not allowed any more.'),
  }),
  default: about('default', defaulted),
  condition: about('condition for asking', {
    added: breaking(
      'migrate',
      'Answers given where the condition does not hold count no more; a program can leave them out.',
    ),
    removed: breaking('re-read', 'It is asked in cases where nobody was asked before.'),
    changed: decide.newCondition,
  }),
  method: about('method of measurement', mayDecide),
  derivation: about('derivation', review('migrate', 'A program can compute it anew.')),
  comparison: about('comparison', breaking('re-read', 'The answer is about another pair of images.')),
  score: about('score', breaking('migrate', 'Scores recorded so far stand for another grade; a program can map them.')),
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
    say: (change) => `New ${owner(change)}; it may be left open.`,
  },
  'attribute-removed': {
    noun: 'attribute',
    entry: true,
    verdict: breaking('migrate', 'Answers given so far belong to nothing; a program can leave them out.'),
  },
  'required-attribute-added': {
    noun: 'attribute',
    entry: true,
    verdict: decide.newDemand,
    say: (change) => `New ${owner(change)}; it must be answered.`,
  },
  'required-attribute-removed': {
    noun: 'attribute',
    entry: true,
    verdict: breaking('migrate', 'Answers given so far belong to nothing; a program can leave them out.'),
  },
  'attribute-made-required': {
    noun: 'attribute',
    verdict: decide.newDemand,
    say: (change) => `The ${owner(change)} must be answered now.`,
  },
  'attribute-made-optional': {
    noun: 'attribute',
    verdict: additive('none', 'Every answer given so far stays valid; readers may leave it open from now on.'),
    say: (change) => `The ${owner(change)} may be left open now.`,
  },
  'attribute-renamed': {
    noun: 'attribute',
    verdict: decide.rename,
    say: (change) => renamed(change, 'Attribute'),
  },
  'attribute-reused': {
    noun: 'attribute',
    verdict: breaking('re-read', 'Answers given so far were to another question.'),
    say: (change) => `The ${owner(change)} asks for something else now.`,
  },
  'attributes-swapped': {
    noun: 'attribute',
    verdict: breaking('migrate', 'Answers would be read as those to the other question; a program can exchange them.'),
    say: ({ before, after }) => `The attributes ${shown(before)} and ${shown(after)} have exchanged their meanings.`,
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
    verdict: breaking('re-read', 'Answers that chose it are not allowed any more; a reader must give others.'),
  },
  'choice-renamed': {
    noun: 'choice',
    verdict: decide.rename,
    say: (change) => renamed(change, 'Choice'),
  },
  'choice-reused': {
    noun: 'choice',
    verdict: breaking('re-read', 'Answers that chose it meant something else.'),
    say: (change) => `The ${owner(change)} stands for something else now.`,
  },
  'choices-swapped': {
    noun: 'choice',
    verdict: breaking('migrate', 'Answers would be read as the other choice; a program can exchange them.'),
    say: ({ before, after }) => `The choices ${shown(before)} and ${shown(after)} have exchanged their meanings.`,
  },
  'choices-reordered': {
    noun: 'order of the grades',
    verdict: breaking('migrate', 'Grades recorded so far have another rank; a program can map them.'),
  },
  'multiple-allowed': {
    noun: 'number of answers',
    verdict: review('re-read', 'Readers may give several answers where those before them had to choose one.'),
    say: (change) => `The ${owner(change)} takes several answers now.`,
  },
  'multiple-withdrawn': {
    noun: 'number of answers',
    verdict: breaking('re-read', 'Where several answers were given, a reader must choose one.'),
    say: (change) => `The ${owner(change)} takes only one answer now.`,
  },
  'range-narrowed': {
    noun: 'range',
    verdict: breaking('re-read', 'Numbers recorded so far may lie outside the range.'),
    say: (change) => limit(change, 'narrowed'),
  },
  'range-widened': {
    noun: 'range',
    verdict: additive('none', 'Every number recorded so far stays valid; readers may record more than before.'),
    say: (change) => limit(change, 'widened'),
  },
  'step-coarsened': {
    noun: 'step',
    verdict: breaking('migrate', 'Numbers recorded so far are finer than allowed; a program can round them.'),
    say: (change) => `The ${owner(change)} is recorded more coarsely now: ${steps(change)}.`,
  },
  'step-refined': {
    noun: 'step',
    verdict: quality('none', 'Numbers recorded so far stay valid, but are less exact than those to come.'),
    say: (change) => `The ${owner(change)} is recorded more finely now: ${steps(change)}.`,
  },
};

type Told = Parameters<NonNullable<Rule['say']>>[0];

function renamed(change: Told, what: string): string {
  const sure = change.details?.['certain'] !== false;
  const [from, to] = [shown(change.before), shown(change.after)];
  return `${sure ? what : `It seems that ${what.toLowerCase()}`} ${from} of ${parent(change)} has the id ${to} now${evidenceOf(change)}.`;
}

/** What a choice or an attribute belongs to; a shared attribute belongs to the taxonomy. */
function parent({ subject }: Told): string {
  const end = subject.lastIndexOf('.');
  return end < 0 ? 'the taxonomy' : subject.slice(0, end);
}

function limit(change: Told, how: string): string {
  const key = limitKey(change);
  const value = (side: Told['before']) =>
    typeof side === 'object' && side !== null && !Array.isArray(side) && key in side
      ? shown((side as { readonly [key: string]: Told['before'] })[key])
      : 'none';
  return `Range of the ${owner(change)} ${how}: ${key} from ${value(change.before)} to ${value(change.after)}.`;
}

function steps({ before, after }: Told): string {
  return `step from ${before === null ? 'none' : shown(before)} to ${after === null ? 'none' : shown(after)}`;
}
