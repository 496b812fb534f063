import type { ChangeValue } from '../../compare/change';
import * as decide from '../decide';
import { additive, breaking, complete, editorial, mayDecide, otherName, review, wording } from '../judgement';
import { called, evidenceOf, list, owner, shown } from '../words';
import type { Rule, StemRule } from '../rule';
import { about } from '../rule';

const readInLanguage = review('re-read', 'Readers who read in this language may decide otherwise than those before.');
const whole = breaking(
  'migrate',
  'The extent of the whole changes with its parts; a program can put it together anew.',
);
const mask = breaking('migrate', 'Masks made so far hold another value for it; a program can renumber them.');
const meaningOf = breaking('re-read', 'Annotations made so far speak of something else.');
const notAllowed = breaking('re-read', 'Answers given so far are not allowed any more; a reader must give others.');

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
  layer: about('mask layer', breaking('migrate', 'Masks made so far have it in another layer; a program can move it.')),
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
    added: additive('migrate', 'A program can now give annotations of the old label the new one.'),
    removed: review('none', 'It is not told any more what takes its place.'),
    changed: review('migrate', 'Annotations of the old label now become another one.'),
  }),
};

/** Changes of labels that have a sentence of their own. */
export const labelRules: Readonly<Record<string, Rule>> = {
  'label-added': {
    noun: 'label',
    verdict: decide.newLabel,
    say: (change) => {
      const { details } = change;
      if (details?.['formerly'] !== undefined) {
        return `New label: ${owner(change)}. Its mask value was that of ${called(details['formerly'])} before.`;
      }
      const from = details?.['takesOver'];
      return from === undefined
        ? `New label: ${owner(change)}.`
        : `New label: ${owner(change)}. It takes the place of ${list(from)}.`;
    },
  },
  'label-removed': {
    noun: 'label',
    verdict: decide.removedLabel,
    say: (change) => `Label ${owner(change)} was deleted.`,
  },
  'label-renamed': {
    noun: 'label',
    verdict: decide.rename,
    say: (change) => {
      const sure = change.details?.['certain'] !== false;
      return `${sure ? 'Label' : 'It seems that label'} ${shown(change.before)} has the id ${shown(change.after)} now${evidenceOf(change)}.`;
    },
  },
  'label-merged': {
    noun: 'label',
    verdict: breaking(
      'migrate',
      'Annotations carry a label that is out of use; a program can give them the one it went into.',
    ),
    say: (change) => `Label ${owner(change)} went into ${list(change.details?.['into'])}.`,
  },
  'label-split': {
    noun: 'label',
    verdict: breaking('re-read', 'Only a reader can say which of the new labels an annotation is.'),
    say: (change) => `Label ${owner(change)} was split into ${list(change.details?.['into'])}.`,
  },
  'label-reused': {
    noun: 'label',
    verdict: meaningOf,
    say: (change) => `The id ${change.subject} stands for something else now: ${owner(change)}.`,
  },
  'labels-swapped': {
    noun: 'label',
    verdict: breaking(
      'migrate',
      'Annotations made so far would be read as the other label; a program can exchange them.',
    ),
    say: ({ before, after }) => `The ids ${shown(before)} and ${shown(after)} have exchanged their meanings.`,
  },
  'label-moved': {
    noun: 'label',
    verdict: review('re-read', 'In another group, readers look for it among other labels and may decide otherwise.'),
    say: (change) => {
      const [from, to] = [list(change.before), list(change.after)];
      return `${owner(change)} moved from ${from || 'no group'} to ${to || 'no group'}.`;
    },
  },
  'label-deprecated': {
    noun: 'label',
    verdict: review('none', 'Annotations of it keep their meaning, but readers should not use it any more.'),
    say: (change) => `Label ${owner(change)} is out of use.`,
  },
  'label-reinstated': {
    noun: 'label',
    verdict: review('re-read', 'Readers may use it again, which those before them should not.'),
    say: (change) => `Label ${owner(change)} is in use again.`,
  },
  'label-made-abstract': {
    noun: 'label',
    verdict: breaking('re-read', 'Annotations of it are not allowed any more; a reader must choose a label below it.'),
    say: (change) => `${owner(change)} only groups other labels now, and is not annotated itself.`,
  },
  'label-made-concrete': {
    noun: 'label',
    verdict: review('re-read', 'Readers may now choose it instead of a label below it.'),
    say: (change) => `${owner(change)} can be annotated itself now.`,
  },
  'label-made-required': {
    noun: 'label',
    verdict: breaking('re-read', 'Cases without an answer are incomplete; a reader must give one.'),
    say: (change) => `Every case must have an annotation of ${owner(change)} now.`,
  },
  'label-made-optional': {
    noun: 'label',
    verdict: additive('none', 'Every answer given so far stays valid; cases without one are complete from now on.'),
    say: (change) => `Cases need no annotation of ${owner(change)} any more.`,
  },
  'label-made-ignored': {
    noun: 'label',
    verdict: breaking('migrate', 'What is marked with it leaves agreement and training; both must be computed anew.'),
    say: (change) => `${owner(change)} is left out of agreement and training now.`,
  },
  'label-made-counted': {
    noun: 'label',
    verdict: breaking('migrate', 'What is marked with it enters agreement and training; both must be computed anew.'),
    say: (change) => `${owner(change)} counts in agreement and training now.`,
  },
  'group-made-exclusive': {
    noun: 'group',
    verdict: breaking('re-read', 'Cases with several labels of the group are not allowed any more.'),
    say: (change) => `Only one label of the group ${owner(change)} may be given now.`,
  },
  'group-made-inclusive': {
    noun: 'group',
    verdict: review('re-read', 'Readers may give several labels where those before them had to choose one.'),
    say: (change) => `Several labels of the group ${owner(change)} may be given now.`,
  },
  'disjoint-added': {
    noun: 'label that excludes it',
    verdict: breaking('re-read', 'Cases that have both labels are not allowed any more.'),
    say: (change) => `${owner(change)} and ${shown(change.after)} exclude each other now.`,
  },
  'disjoint-removed': {
    noun: 'label that excludes it',
    verdict: review('re-read', 'Readers may give both labels where those before them had to choose one.'),
    say: (change) => `${owner(change)} and ${shown(change.before)} may be given together now.`,
  },
  'value-reused': {
    noun: 'mask value',
    verdict: breaking('migrate', 'Masks made so far have another label under this value, and would be read wrongly.'),
    say: (change) =>
      `Mask value of ${owner(change)} changed from ${shown(change.before)} to ${shown(change.after)}, which was that of ${called(change.details?.['formerly'])} before.`,
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
    say: (change) => `Code of ${owner(change)} was mapped from ${shown(change.before)} to ${shown(change.after)}.`,
  },
  'code-match-changed': {
    noun: 'fit of the code',
    verdict: review('migrate', 'What was coded with it means the concept more, or less, closely than was thought.'),
    say: (change) => {
      const [was, is] = [matchOf(change.before), matchOf(change.after)];
      return `Code ${shown(is.code)} fits ${owner(change)} as ${shown(is.match)} now, not as ${shown(was.match)}.`;
    },
  },
  'code-term-changed': { noun: 'term of the code', verdict: wording },
  'dicom-code-term-changed': { noun: 'term of the DICOM code', verdict: wording },
  'keypoint-added': {
    noun: 'key point',
    verdict: breaking('redraw', 'Annotations made so far lack the point; a reader must set it.'),
  },
  'keypoint-removed': {
    noun: 'key point',
    verdict: breaking('migrate', 'Annotations made so far hold a point too many; a program can leave it out.'),
  },
  'keypoint-renamed': {
    noun: 'key point',
    verdict: breaking(
      'migrate',
      'Annotations carry the old name of the point. It is a guess, as the place in the list is the same.',
    ),
    say: (change) =>
      `Key point ${shown(change.before)} of ${owner(change)} seems to be called ${shown(change.after)} now.`,
  },
  'keypoints-reordered': {
    noun: 'order of the key points',
    verdict: breaking('migrate', 'Coordinates are stored in this order; a program can put them in the new one.'),
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

function matchOf(value: ChangeValue): { readonly [key: string]: ChangeValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: ChangeValue })
    : {};
}
