import { nameWords, sameButForSide } from '../compare/sidedNames';
import { opposed } from '../compare/text';
import type { Change } from '../compare/change';
import type { LabelSpace } from '../model/labelSpace';
import type { Resolved } from '../workspace/workspace';
import { additive, breaking, drawnOtherwise, editorial, mayDecide, quality, review } from './judgement';
import type { Judgement } from './judgement';
import { spaceOf } from './names';
import type { Depends } from './rule';

/** A judgement that is one of several, by name. */
export function depends<const K extends string>(
  judgements: Readonly<Record<K, Judgement>>,
  decide: (...of: Parameters<Depends['decide']>) => K,
): Depends {
  return { among: Object.values(judgements), decide: (change, versions) => judgements[decide(change, versions)] };
}

const takesValue = breaking(
  'migrate',
  'Masks made so far have another label under this value, and would be read wrongly.',
);
const competes = review('re-read', 'It competes with what was there: cases read before might get the new one today.');
const competesWithNone = additive('none', 'It competes with no label that was there; cases read before only lack it.');

/** A new label: does it compete with others for the same findings or the same pixels? */
export const newLabel = depends(
  { takesValue, competes, competesWithNone },
  ({ subject, details }, { before, after }) => {
    if (details?.['formerly'] !== undefined) return 'takesValue';
    const [old, now] = [spaceOf(before), spaceOf(after)];
    const label = now?.labels.get(subject)?.label;
    const takesOver = details?.['takesOver'] !== undefined;
    if (!old || !now || !label || label.abstract || label.deprecated || takesOver) return 'competesWithNone';
    const wasThere = (id: string) => id !== subject && old.labels.has(id);
    const inGroup = label.parents.some(
      ({ text }) => now.children(text).some(wasThere) || (wasThere(text) && !now.labels.get(text)?.label.abstract),
    );
    const layer = now.effective(subject)?.layer;
    const inLayer =
      label.value !== undefined &&
      [...now.labels.values()].some(
        (other) =>
          other.label.value !== undefined && wasThere(other.label.id) && now.effective(other.label.id)?.layer === layer,
      );
    return inGroup || inLayer ? 'competes' : 'competesWithNone';
  },
);

const nowAbsent = review(
  're-read',
  'Where nothing was marked now counts as absent, though nobody looked for it before.',
);

/** A label that a protocol takes up. */
export const labelTakenUp = depends({ nowAbsent, competes, competesWithNone }, ({ subject }, { before, after }) => {
  if (after?.kind !== 'protocol' || before?.kind !== 'protocol') return 'competesWithNone';
  if (after.protocol.unmarked === 'absent') return 'nowAbsent';
  const space = after.taxonomy?.space;
  const label = space?.labels.get(subject)?.label;
  const others = [...(before.protocol.labels?.keys() ?? [])].filter((id) => id !== subject);
  const layer = space?.effective(subject)?.layer;
  const near = (id: string) => {
    const other = space?.labels.get(id)?.label;
    const sibling = other?.parents.some(({ text }) => label?.parents.some((parent) => parent.text === text)) ?? false;
    const inLayer = label?.value !== undefined && other?.value !== undefined && space?.effective(id)?.layer === layer;
    return sibling || inLayer;
  };
  return others.some(near) ? 'competes' : 'competesWithNone';
});

/** A mask value that a label had not: of nobody, or of another label? */
export const newValue = depends(
  {
    takesValue,
    free: additive('none', 'The value was free; masks made so far do not hold it.'),
  },
  ({ details }) => (details?.['formerly'] === undefined ? 'free' : 'takesValue'),
);

/** A colour says something where masks are told apart by nothing else. */
export const colour = depends(
  {
    coded: breaking('migrate', 'The label has a mask and no mask value: its masks can only be told by their colour.'),
    shown: editorial('none', 'The colour is how the label is shown; annotations do not depend on it.'),
  },
  ({ subject }, { before, after }) => {
    const isCoded = (space: LabelSpace | undefined) =>
      space?.labels.get(subject)?.label.value === undefined &&
      (space?.effective(subject)?.geometry?.includes('mask') ?? false);
    return isCoded(spaceOf(before)) || isCoded(spaceOf(after)) ? 'coded' : 'shown';
  },
);

/** What a program can make of a geometry, without a reader. */
const derivable: Readonly<Record<string, readonly string[]>> = {
  mask: ['polygon', 'box'],
  polygon: ['mask', 'box'],
  ellipse: ['mask', 'polygon', 'box'],
};

/** A geometry that is no longer allowed: can what was drawn be turned into one that is? */
export const withdrawnGeometry = depends(
  {
    convertible: breaking('migrate', 'Annotations of this kind are not allowed any more.'),
    lost: breaking('redraw', 'Annotations of this kind are not allowed any more, and say too little for the others.'),
  },
  ({ subject, before: withdrawn }, { after }) => {
    const used = after?.kind === 'protocol' ? after.protocol.labels?.get(subject)?.geometry : undefined;
    const left = used?.map(({ text }) => text) ?? spaceOf(after)?.effective(subject)?.geometry ?? [];
    const options = typeof withdrawn === 'string' && Object.hasOwn(derivable, withdrawn) ? derivable[withdrawn] : [];
    return options?.some((geometry) => left.some((item) => item === geometry)) ? 'convertible' : 'lost';
  },
);

/** A name that now says the opposite is no matter of words; a side that only moved within the name is. */
export const newName = depends(
  {
    opposite: breaking('re-read', 'The new name says the opposite of the old one, such as left for right.'),
    sideMoved: editorial('none', 'Only the side stands in another place of the name, or is written in another way.'),
    mayDecide,
  },
  ({ before, after }) => {
    const [was, is] = [nameWords(String(before)), nameWords(String(after))];
    if (opposed(was, is)) return 'opposite';
    return sameButForSide(was, is) ? 'sideMoved' : 'mayDecide';
  },
);

const exported = 'What was exported so far is coded as another concept.';

/** Another DICOM code: the category is a matter of export, the others say what the label is. */
export const newDicomCode = depends(
  {
    category: breaking('migrate', exported),
    concept: breaking('re-read', 'The code names another concept now, and annotations made so far may not fit it.'),
  },
  ({ after }) =>
    typeof after === 'object' && after !== null && Object.hasOwn(after, 'category') ? 'category' : 'concept',
);

const noAnswer = 'Annotations made so far may lack an answer that is demanded now';

/** An answer that is demanded now. */
export const newDemand = depends(
  {
    defaulted: breaking('migrate', `${noAnswer}; the default says which one.`),
    open: breaking('re-read', `${noAnswer}, and nothing says which one.`),
  },
  ({ details }) => (details?.['default'] === undefined ? 'open' : 'defaulted'),
);

/** A condition for asking: fewer cases, or some in which nobody was asked? */
export const newCondition = depends(
  {
    narrower: breaking('migrate', 'It is asked in fewer cases, and answers in the others count no more.'),
    wider: breaking('re-read', 'It is asked in cases where nobody was asked before.'),
    other: breaking('re-read', 'It is asked in other cases than before.'),
  },
  extentOf,
);

/** A condition for marking, such as a size threshold. */
export const newMarkingCondition = depends(
  {
    narrower: review('migrate', 'Fewer findings are marked than before.'),
    wider: review('re-read', 'Findings are marked that readers left out before.'),
    other: review('re-read', 'Other findings are marked than before.'),
  },
  extentOf,
);

function extentOf({ details }: Change): 'narrower' | 'wider' | 'other' {
  const extent = details?.['extent'];
  return extent === 'narrower' || extent === 'wider' ? extent : 'other';
}

/** A deleted label: were there annotations of it, and did the old version say what takes its place? */
export const removedLabel = depends(
  {
    annotated: breaking('re-read', 'Annotations of it have no label any more, and nothing says what takes its place.'),
    retired: breaking(
      'migrate',
      'It was out of use; annotations that still carry it must become the label that took its place, which is no longer told.',
    ),
    group: review(
      'none',
      'Nothing is annotated with a group itself; what its labels lose with it is told of each of them.',
    ),
  },
  ({ subject }, { before }) => {
    const label = spaceOf(before)?.labels.get(subject)?.label;
    if (label?.abstract) return 'group';
    const { replacedBy = [], split = false } = label?.deprecated ?? {};
    return replacedBy.length > 0 && !split ? 'retired' : 'annotated';
  },
);

/** Several of a finding drawn as one, or apart: drawn apart they can be merged, not the other way round. */
export const newInstances = depends(
  {
    merged: breaking('migrate', 'Instances that were drawn apart so far are one from now on.'),
    otherwise: drawnOtherwise,
  },
  ({ before, after }) => (before === 'separate' && after === 'merged' ? 'merged' : 'otherwise'),
);

/** Holes of an outline: what was left out can be filled, not the other way round. */
export const newHoles = depends(
  {
    filled: breaking('migrate', 'Holes that were left out so far belong to it from now on.'),
    otherwise: drawnOtherwise,
  },
  ({ before, after }) => (before === 'keep' && after === 'fill' ? 'filled' : 'otherwise'),
);

/** How far a document has come: away from approved, its annotations rest on less. */
export const newStatus = depends(
  {
    withdrawn: quality('none', 'The guideline is not approved any more, so that annotations made by it rest on less.'),
    advanced: editorial('none', 'How far the document has come changes nothing in what readers decide.'),
  },
  ({ before }) => (before === 'approved' ? 'withdrawn' : 'advanced'),
);

/** A rename is as sure as its evidence. */
export const rename = depends(
  {
    certain: breaking('migrate', 'Annotations carry the old id.'),
    likely: breaking('migrate', 'Annotations carry the old id; that both are one is a guess, to be confirmed first.'),
  },
  ({ details }) => (details?.['certain'] === false ? 'likely' : 'certain'),
);

/** Labels that went into another are brought over as surely as that is known. */
export const merge = depends(
  {
    certain: breaking('migrate', 'Annotations carry a label that is out of use.'),
    likely: breaking(
      'migrate',
      'Annotations carry a label that is gone; that it went into the other is a guess, to be confirmed first.',
    ),
  },
  ({ details }) => (details?.['certain'] === false ? 'likely' : 'certain'),
);

/** A reference to a taxonomy by another path: the same one, moved, or another? */
export const newTaxonomyFile = depends(
  {
    moved: editorial('none', 'It is the same taxonomy in another place.'),
    other: breaking('re-read', 'The labels are those of another taxonomy now.'),
  },
  (_change: Change, { before, after }) => {
    const id = (guideline: Resolved | undefined) =>
      guideline?.kind === 'protocol' ? guideline.taxonomy?.taxonomy.id?.text : undefined;
    return id(before) !== undefined && id(before) === id(after) ? 'moved' : 'other';
  },
);
