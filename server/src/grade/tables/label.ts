import type { Change, ChangeValue } from '../../compare/change';
import * as decide from '../decide';
import { additive, breaking, complete, editorial, mayDecide, otherName, review, wording } from '../judgement';
import type { Names } from '../names';
import { references } from '../names';
import { called, evidenceOf, ownerOf, shown } from '../words';
import type { Rule, StemRule } from '../rule';
import { about } from '../rule';

const readInLanguage = review('re-read', 'Readers who read in this language may decide otherwise than those before.');
const whole = breaking('migrate', 'The extent of the whole changes with its parts.');
const mask = breaking('migrate', 'Masks made so far hold another value for it.');
const meaningOf = breaking('re-read', 'Annotations made so far speak of something else.');
const notAllowed = breaking('re-read', 'Answers given so far are not allowed any more.');

/** What labels say of themselves; names, codes and translations also of attributes and choices. */
export const labelStems: Readonly<Record<string, StemRule>> = {
  name: about('name', { all: mayDecide, changed: decide.newName }),
  definition: about('definition', mayDecide),
  inclusion: about('inclusion criterion', mayDecide),
  exclusion: about('exclusion criterion', mayDecide),
  confusion: about('look-alike', mayDecide),
  synonym: about('synonym', { added: otherName, removed: editorial('none', otherName.reason), changed: otherName }),
  alias: about('id in another tool', {
    added: otherName,
    removed: otherName,
    changed: breaking('migrate', 'Files of the other tool that hold the old id can no longer be read as this.'),
  }),
  translation: about('translation', { added: complete, removed: readInLanguage }),
  'translation-name': about('translated name', { all: otherName, added: complete }),
  'translation-definition': about('translated definition', readInLanguage),
  'translation-synonym': about('translated synonym', { all: editorial('none', otherName.reason), added: otherName }),
  'translation-inclusion': about('translated inclusion criterion', readInLanguage),
  'translation-exclusion': about('translated exclusion criterion', readInLanguage),
  'part-of': about('whole', whole),
  color: about('colour', decide.colour),
  value: about('mask value', {
    added: decide.newValue,
    removed: breaking('migrate', 'Masks made so far hold a value that stands for nothing now.'),
    changed: mask,
  }),
  layer: about('mask layer', breaking('migrate', 'Masks made so far have it in another layer.')),
  scope: about('scope', breaking('re-read', 'One annotation speaks of something larger or smaller than before.')),
  per: about('unit of answers', breaking('re-read', 'One answer stands for another part of the case.')),
  presence: about('presence value', {
    added: review('re-read', 'Readers can give an answer that those before them could not.'),
    withdrawn: notAllowed,
    restricted: notAllowed,
    unrestricted: additive('none', 'All answers given so far stay allowed.'),
  }),
  geometry: about('geometry', {
    added: additive('none', 'There is one more way to mark it; what was marked stays right.'),
    withdrawn: decide.withdrawnGeometry,
    restricted: breaking('redraw', 'Annotations of another kind than those named are not allowed any more.'),
    unrestricted: additive('none', 'All kinds of annotation are allowed; what was marked stays right.'),
  }),
  'dicom-code': about('DICOM code', {
    added: otherName,
    removed: review('migrate', 'What was exported so far holds a code that the label does not give any more.'),
    changed: decide.newDicomCode,
  }),
  'deprecation-since': about(
    'version of deprecation',
    editorial('none', 'When it went out of use changes nothing now.'),
  ),
  'deprecation-reason': about(
    'reason of deprecation',
    editorial('none', 'Why it went out of use changes nothing now.'),
  ),
  replacement: about('replacement', {
    added: additive('migrate', 'Annotations of the old label now have one that takes their place.'),
    removed: review('none', 'It is not told any more what takes its place.'),
    changed: review('migrate', 'Annotations of the old label now become another one.'),
  }),
};

/** Changes of labels that have a sentence of their own. */
export const labelRules: Readonly<Record<string, Rule>> = {
  'criterion-moved': {
    noun: 'criterion',
    verdict: breaking('re-read', 'What was to be marked is not to be marked any more, or the other way round.'),
    say: (change, names) => {
      const [[was, text] = ['', null]] = Object.entries(change.before ?? {});
      const [old, now] = was === 'include' ? ['included in', 'excluded'] : ['excluded from', 'included'];
      return `${shown(text)} was ${old} ${ownerOf(change, names)}; it is ${now} now.`;
    },
  },
  'label-added': {
    noun: 'label',
    verdict: decide.newLabel,
    say: (change, names) => {
      const { details } = change;
      if (details?.['formerly'] !== undefined) {
        return `New label: ${ownerOf(change, names)}. Its mask value belonged to ${called(details['formerly'])} before.`;
      }
      const [from, seems] = [details?.['takesOver'], details?.['seemsToTakeOver']];
      const label = `New label: ${ownerOf(change, names)}.`;
      if (from !== undefined) return `${label} It takes the place of ${references(from, names)}.`;
      return seems === undefined ? label : `${label} It seems to take the place of ${references(seems, names)}.`;
    },
  },
  'label-removed': {
    noun: 'label',
    verdict: decide.removedLabel,
  },
  'label-renamed': {
    noun: 'label',
    verdict: decide.rename,
    say: (change, names) => {
      const isGuess = change.details?.['certain'] === false;
      const seems = isGuess ? 'seems to have' : 'has';
      return `${ownerOf(change, names)} ${seems} the id ${shown(change.after)} now; it was ${shown(change.before)}${evidenceOf(change)}.`;
    },
  },
  'label-merged': {
    noun: 'label',
    verdict: decide.merge,
    say: (change, names) => becameSentence(change, 'merged', names),
  },
  'label-split': {
    noun: 'label',
    verdict: breaking('re-read', 'Nothing in an annotation says which of the new labels it is.'),
    say: (change, names) => becameSentence(change, 'split', names),
  },
  'label-reused': {
    noun: 'label',
    verdict: meaningOf,
    say: (change, names) => `The id ${shown(change.subject)} now stands for something else: ${ownerOf(change, names)}.`,
  },
  'labels-swapped': {
    noun: 'label',
    verdict: breaking('migrate', 'Annotations made so far would be read as the other label.'),
    say: ({ before, after }) => `The ids ${shown(before)} and ${shown(after)} exchanged their meanings.`,
  },
  'label-moved': {
    noun: 'label',
    verdict: review('re-read', 'In another group, readers look for it among other labels and may decide otherwise.'),
    say: (change, names) => {
      const [from, to] = [references(change.before, names), references(change.after, names)];
      return `${ownerOf(change, names)} was moved from ${from || 'no group'} to ${to || 'no group'}.`;
    },
  },
  'label-deprecated': {
    noun: 'label',
    verdict: review('none', 'Annotations of it keep their meaning, but readers should not use it any more.'),
  },
  'label-reinstated': {
    noun: 'label',
    verdict: review('re-read', 'Readers may use it again, which those before them should not.'),
  },
  'label-made-abstract': {
    noun: 'label',
    verdict: breaking('re-read', 'Annotations of it are not allowed any more.'),
  },
  'label-made-concrete': {
    noun: 'label',
    verdict: review('re-read', 'Readers may now choose it instead of a label below it.'),
  },
  'label-made-required': {
    noun: 'label',
    verdict: breaking('re-read', 'Cases without an answer are incomplete.'),
  },
  'label-made-optional': {
    noun: 'label',
    verdict: additive('none', 'Every answer given so far stays valid; cases without one are complete from now on.'),
  },
  'label-made-ignored': {
    noun: 'label',
    verdict: breaking('migrate', 'What is marked with it leaves agreement and training.'),
  },
  'label-made-counted': {
    noun: 'label',
    verdict: breaking('migrate', 'What is marked with it enters agreement and training.'),
  },
  'group-made-exclusive': {
    noun: 'group',
    verdict: breaking('re-read', 'Cases with several labels of the group are not allowed any more.'),
  },
  'group-made-inclusive': {
    noun: 'group',
    verdict: review('re-read', 'Readers may give several labels where those before them had to choose one.'),
  },
  'disjoint-added': {
    noun: 'label that excludes it',
    verdict: breaking('re-read', 'Cases that have both labels are not allowed any more.'),
  },
  'disjoint-removed': {
    noun: 'label that excludes it',
    verdict: review('re-read', 'Readers may give both labels where those before them had to choose one.'),
  },
  'value-reused': {
    noun: 'mask value',
    verdict: breaking('migrate', 'Masks made so far have another label under this value, and would be read wrongly.'),
    say: (change, names) =>
      `The mask value of ${ownerOf(change, names)} was changed from ${shown(change.before)} to ${shown(change.after)}, which belonged to ${called(change.details?.['formerly'])} before.`,
  },
  'code-added': { noun: 'code', verdict: otherName },
  'code-removed': {
    noun: 'code',
    verdict: additive('none', 'The meaning stays; only a mapping to a terminology is missing now.'),
  },
  'code-changed': {
    noun: 'code',
    verdict: breaking('re-read', 'The code names another concept now, and annotations made so far may not fit it.'),
  },
  'code-remapped': {
    noun: 'code',
    verdict: additive('none', 'It is the same concept in another terminology.'),
  },
  'code-match-changed': {
    noun: 'fit of the code',
    verdict: review('migrate', 'What was coded with it means the concept more, or less, closely than was thought.'),
    say: (change, names) => {
      const [was, is] = [matchOf(change.before), matchOf(change.after)];
      return `The match of ${ownerOf(change, names)} with the code ${shown(is.code)} was changed from ${shown(was.match)} to ${shown(is.match)}.`;
    },
  },
  'code-term-changed': { noun: 'term of the code', verdict: wording },
  'dicom-code-term-changed': { noun: 'term of the DICOM code', verdict: wording },
  'keypoint-added': {
    noun: 'key point',
    verdict: breaking('redraw', 'Annotations made so far lack the point.'),
  },
  'keypoint-removed': {
    noun: 'key point',
    verdict: breaking('migrate', 'Annotations made so far hold a point too many.'),
  },
  'keypoint-renamed': {
    noun: 'key point',
    verdict: breaking(
      'migrate',
      'Annotations carry the old name of the point. It is a guess, as the place in the list is the same.',
    ),
  },
  'keypoints-reordered': {
    noun: 'order of the key points',
    verdict: breaking('migrate', 'Coordinates are stored in this order.'),
  },
  'skeleton-line-added': {
    noun: 'line of the skeleton',
    verdict: editorial('none', 'Lines between key points are only drawn.'),
  },
  'skeleton-line-removed': {
    noun: 'line of the skeleton',
    verdict: editorial('none', 'Lines between key points are only drawn.'),
  },
};

/** What became of a label, with what speaks for it where that is a guess. */
function becameSentence(change: Change, what: 'merged' | 'split', names: Names): string {
  const into = references(change.details?.['into'] ?? null, names);
  const owner = ownerOf(change, names);
  return change.details?.['certain'] === false
    ? `${owner} seems to have been ${what} into ${into}${evidenceOf(change)}.`
    : `${owner} was ${what} into ${into}.`;
}

function matchOf(value: ChangeValue): { readonly [key: string]: ChangeValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: ChangeValue })
    : {};
}
