import type { LabelKey } from '../../../../server/src/annotations/annotation';
import type { PageSample } from '../protocol';
import type { LabelStyle } from './labelStyles';
import type { LoadedSample } from './loadSample';
import { imageProblem } from './loadSample';

/** What the page learns of samples beyond what the server says, while it shows them. */
export interface KnownProblems {
  /** The sample was read. */
  loaded(sample: PageSample, found: LoadedSample): void;
  /** Its thumbnail could not be shown. */
  broken(sample: PageSample): void;
  /** All that is wrong with a sample as far as it is known, in sentences. */
  of(sample: PageSample, styleOf: (key: LabelKey) => LabelStyle): readonly string[];
}

/** Keeps what was found by the addresses of the files: what has changed since is not held against a sample. */
export function createKnownProblems(): KnownProblems {
  const read = new Map<string, { readonly problems: readonly string[]; readonly labels: readonly LabelKey[] }>();
  const broken = new Set<string>();
  const files = ({ image, annotations }: PageSample) => JSON.stringify([image, annotations]);
  return {
    loaded(sample, { problems, regions, classifications }) {
      const annotations = [...regions.map(({ annotation }) => annotation), ...classifications];
      const labels = new Map(annotations.map(({ label }) => [`${label.number ?? ''}:${label.name}`, label]));
      read.set(files(sample), { problems, labels: [...labels.values()] });
    },
    broken: ({ image }) => image && broken.add(image),
    of(sample, styleOf) {
      const known = read.get(files(sample));
      const unknown = (known?.labels ?? []).map(styleOf).filter(({ label }) => !label);
      const names = [...new Set(unknown.map(({ name }) => `“${name}”`))];
      const unseen = !known && !sample.problems.length && sample.image !== undefined && broken.has(sample.image);
      return [
        ...sample.problems,
        ...(known?.problems ?? []),
        ...(unseen ? [imageProblem(sample.imageName)] : []),
        ...(names.length ? [`Not in the taxonomy: ${names.join(', ')}.`] : []),
      ];
    },
  };
}
