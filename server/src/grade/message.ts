import type { Change } from '../compare/change';
import type { Rule } from './rule';
import { partsOf } from './rules';
import { brief, capitalised, owner, shown } from './words';

/** What changed, one sentence in clinical English. */
export function messageOf(change: Change, rule: Rule): string {
  const below = change.details?.['below'];
  const also =
    typeof below !== 'number'
      ? ''
      : ` It holds for ${below === 1 ? 'the label' : `the ${below} labels`} below it, too.`;
  return capitalised(rule.say?.(change) ?? sentence(change, rule)) + also;
}

function sentence(change: Change, { noun, entry }: Rule): string {
  const ending = partsOf(change.id)?.ending ?? 'changed';
  const [before, after] = [brief(change.before), brief(change.after)];
  if (entry) {
    const what = owner({ ...change, kind: change.kind === 'label' ? 'label' : noun });
    const thing = change.kind === 'label' ? `label ${what}` : what;
    if (ending === 'added') return `${thing} added.`;
    if (ending === 'renamed') return `${noun} ${shown(change.before)} is called ${shown(change.after)} now.`;
    return `${thing} removed.`;
  }
  const of = owner(change);
  const what = of === '' ? noun : `${noun} of ${of}`;
  switch (ending) {
    case 'restricted':
      return after === undefined ? `${what} is limited now.` : `${what} is limited to ${after} now.`;
    case 'unrestricted':
      return `${what} is not limited any more.`;
    case 'withdrawn':
      return `${what} no longer allowed: ${shown(change.before)}.`;
    case 'added':
      return after === undefined ? `${what} added.` : `${what} added: ${after}.`;
    case 'removed':
      return before === undefined ? `${what} removed.` : `${what} removed: ${before}.`;
    case 'respelt':
      return `${what} is spelt otherwise; the words are the same.`;
    case 'raised':
    case 'lowered':
      return `${what} ${ending} from ${shown(change.before)} to ${shown(change.after)}.`;
    default:
      if (change.before === null) return after === undefined ? `${what} changed.` : `${what} is ${after} now.`;
      return before === undefined || after === undefined
        ? `${what} changed.`
        : `${what} changed from ${before} to ${change.after === null ? 'none' : after}.`;
  }
}
