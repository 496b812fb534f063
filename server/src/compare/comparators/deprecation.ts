import type { Comparator } from '../comparator';
import { factOf, tell } from '../comparator';
import { isAbsent } from '../side';
import { object } from './maps';
import { plain, text } from './scalars';

const inner = object({
  since: plain('deprecation-since'),
  replacedBy: plain('replacement', { refers: 'label' }),
  reason: text('deprecation-reason'),
});

/** Whether a label is out of use. Merges and splits are told with the labels that take its place. */
export const deprecation: Comparator = {
  ids: ['label-deprecated', 'label-reinstated', ...inner.ids],
  compare(before, after, about) {
    if (isAbsent(before) && isAbsent(after)) return;
    if (isAbsent(before)) tell(about, 'label-deprecated', undefined, factOf(after));
    else if (isAbsent(after)) tell(about, 'label-reinstated', factOf(before), undefined);
    else inner.compare(before, after, about);
  },
};
