import type { LabelKey } from '../../../../server/src/annotations/annotation';
import type { PageSample } from '../protocol';
import type { LabelStyle } from './labelStyles';
import type { LoadedSample } from './loadSample';
import { filesOf } from './loadSample';
import { annotationsOf } from './scene';

/** What the page learns of samples beyond what the server says, while it shows them. */
export interface KnownProblems {
  /** The sample was read. */
  loaded(sample: PageSample, found: LoadedSample): void;
  /** Its thumbnail could not be shown: a sentence. */
  broken(sample: PageSample, problem: string): void;
  /** All that is wrong with a sample as far as it is known, in sentences. */
  of(sample: PageSample, styleOf: (key: LabelKey) => LabelStyle): readonly string[];
}

/** Keeps what was found by the addresses of the files: what has changed since is not held against a sample. */
export function createKnownProblems(): KnownProblems {
  const read = new Map<string, { readonly problems: readonly string[]; readonly labels: readonly LabelKey[] }>();
  const broken = new Map<string, string>();
  return {
    loaded(sample, found) {
      const { problems } = found;
      const annotations = annotationsOf(found);
      const labels = new Map(annotations.map(({ label }) => [`${label.number ?? ''}:${label.name}`, label]));
      read.set(filesOf(sample), { problems, labels: [...labels.values()] });
    },
    broken: (sample, problem) => broken.set(filesOf(sample), problem),
    of(sample, styleOf) {
      const known = read.get(filesOf(sample));
      const unknown = (known?.labels ?? []).map(styleOf).filter(({ label }) => !label);
      const names = [...new Set(unknown.map(({ name }) => `“${name}”`))];
      const unseen = known ? undefined : broken.get(filesOf(sample));
      return [
        ...sample.problems,
        ...(known?.problems ?? []),
        ...(unseen === undefined ? [] : [unseen]),
        ...(names.length ? [`Not in the taxonomy: ${names.join(', ')}.`] : []),
      ];
    },
  };
}
