import { matchLabel } from '../../annotations/match';
import { imageNamed, readAnnotations } from '../../annotations/read';
import type { Sample } from '../../model/protocol';
import type { ResolvedProtocol } from '../../workspace/workspace';
import type { Finding } from '../problem';
import type { Surroundings, SurroundingsRule } from '../rule';
import { listed, quoted } from '../words';
import { likelyLabels } from '../likelyLabels';
import { matchableLabels } from '../matchable';
import { protocolExample } from './examples';
import { sampleBytes, sampleSurroundings } from './sampleFiles';

const example = (shows: string) => ({
  ...protocolExample(`labels: [nodule, pneumothorax]
samples:
  typical: {image: nodule.png, annotations: nodule.json, shows: [${shows}], about: [pneumothorax]}`),
  'nodule.png': '',
  'nodule.json': JSON.stringify({
    images: [{ id: 1, file_name: 'nodule.png', width: 100, height: 100 }],
    categories: [{ id: 1, name: 'nodule' }],
    annotations: [{ id: 1, image_id: 1, category_id: 1, bbox: [10, 10, 20, 20] }],
  }),
});

export const sampleShowsWhatIsMarked: SurroundingsRule = {
  id: 'sample-shows-what-is-marked',
  family: 'samples',
  level: 'warning',
  scope: 'surroundings',
  docs: {
    what: 'Each label that a sample `shows` is marked in its annotations.',
    why: 'A reader looks for the nodule that the caption speaks of and finds none drawn. Samples are the guideline’s own annotations, and readers follow them.',
    invalid: example('nodule, pneumothorax'),
    valid: example('nodule'),
  },
  async *check(guideline, around) {
    if (guideline.kind !== 'protocol' || !guideline.taxonomy) return;
    for (const sample of guideline.protocol.samples.values()) {
      const finding = await missing(guideline, sample, around);
      if (finding) yield finding;
    }
  },
};

async function missing(
  { file, protocol, taxonomy }: ResolvedProtocol,
  sample: Sample,
  around: Surroundings,
): Promise<Finding | undefined> {
  const { id, shows, annotations, image } = sample;
  const bytes = annotations && (await sampleBytes(file.uri, annotations.text, around));
  const read = bytes && (await readAnnotations(bytes, sampleSurroundings(file.uri, annotations.text, around)));
  const picture = read && (image ? imageNamed(read.images, image.text) : read.images[0]);
  if (!taxonomy || !picture) return undefined;
  const { space } = taxonomy;
  const labels = matchableLabels(space);
  const likely = likelyLabels(space, protocol, sample);
  const matches = picture.annotations.map(({ label }) => matchLabel(label, labels, likely));
  // What is marked by an unknown name may be what is missing; another rule tells of it.
  if (matches.includes(undefined)) return undefined;
  const isMarked = new Set(matches.flatMap((match) => (match ? [match.id, ...(match.others ?? [])] : [])));
  const absent = shows.filter(
    ({ text }) => space.labels.has(text) && !space.expand(text).some((one) => isMarked.has(one)),
  );
  const [first] = absent;
  if (!first) return undefined;
  return {
    at: first.node,
    message: `“${id}” shows ${listed(
      absent.map(({ text }) => quoted(text)),
      'and',
    )}, and its annotations mark nothing of the kind. Mark ${absent.length > 1 ? 'them' : 'it'}, or name ${absent.length > 1 ? 'them' : 'it'} under “about”.`,
  };
}
