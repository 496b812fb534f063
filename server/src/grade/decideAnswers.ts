import type { Change } from '../compare/change';
import type { Attribute } from '../model/attribute';
import { depends } from './decide';
import { additive, breaking, quality } from './judgement';
import { spaceOf } from './names';
import type { Versions } from './rule';

/** Another type of answer: can those given so far stand? */
export const newType = depends(
  {
    wider: additive('none', 'Whole numbers are numbers, too: all answers stay valid.'),
    ranked: additive('none', 'The answers stay as they are; from now on they have an order.'),
    unranked: quality(
      'none',
      'The answers stay as they are, but have no order any more; agreement is measured otherwise.',
    ),
    rounded: breaking('migrate', 'Numbers recorded so far may have fractions, which must be rounded.'),
    other: breaking('re-read', 'Answers given so far are of another type.'),
  },
  ({ before, after }) => {
    if (before === 'integer' && after === 'number') return 'wider';
    if (before === 'number' && after === 'integer') return 'rounded';
    if (before === 'choice' && after === 'ordinal') return 'ranked';
    return before === 'ordinal' && after === 'choice' ? 'unranked' : 'other';
  },
);

/** Units of one dimension, of which each can be computed from the others. */
const dimensions = [
  'nm um mm cm dm m',
  'mm2 cm2 m2',
  'mm3 cm3 m3 uL mL cL dL L ul ml cl dl l',
  'ms s min h d wk mo a',
  'ug mg g kg',
  'deg rad',
  'Hz kHz MHz',
  '% 1',
].map((units) => new Set(units.split(' ')));

/** Another unit: can the numbers be computed from those recorded? */
export const newUnit = depends(
  {
    converted: breaking('migrate', 'Numbers recorded so far are in another unit.'),
    other: breaking('re-read', 'The unit may be one of another kind, into which recorded numbers cannot be converted.'),
  },
  ({ before, after }) =>
    dimensions.some((units) => units.has(String(before)) && units.has(String(after))) ? 'converted' : 'other',
);

/** A score where there was none: in a scale that had no scores, or for an answer that was off the scale? */
export const newScore = depends(
  {
    first: additive('migrate', 'No answer had a score so far; it can be computed from the answers.'),
    other: breaking('migrate', 'An answer that was off the scale has a place on it now.'),
  },
  (change, versions) => {
    const values = attributeBefore(change, versions)?.values.values() ?? [];
    return [...values].some(({ score }) => score !== undefined) ? 'other' : 'first';
  },
);

/** The attribute of a choice as it was: of a label (`label.attribute.choice`), or a shared one (`attribute.choice`). */
function attributeBefore({ subject, details }: Change, { before }: Versions): Attribute | undefined {
  const [first = '', second = '', third] = subject.split('.');
  const space = spaceOf(before);
  if (third === undefined) return space?.attributes.get(first);
  const was = typeof details?.['was'] === 'string' ? details['was'] : undefined;
  return (
    space?.effective(first)?.attributes.get(second) ??
    (was === undefined ? undefined : space?.effective(was)?.attributes.get(second))
  );
}
