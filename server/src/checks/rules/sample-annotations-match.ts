import { formatNames, imageNamed, readAnnotations } from '../../annotations/read';
import type { Sample } from '../../model/protocol';
import type { ResolvedProtocol } from '../../workspace/workspace';
import { annotationMistakes, guideOf } from '../annotationMistakes';
import type { Finding } from '../problem';
import type { Surroundings, SurroundingsRule } from '../rule';
import { counted, quoted } from '../words';
import { protocolExample } from './examples';
import { pictureSize, sizesApart } from './pictureSize';
import { sampleBytes, sampleSurroundings, largest, sampleUri } from './sampleFiles';

const coco = (other: string) =>
  JSON.stringify({
    images: [{ id: 1, file_name: 'nodule.png', width: 100, height: 100 }],
    categories: [
      { id: 1, name: 'nodule' },
      { id: 2, name: other },
    ],
    annotations: [
      { id: 1, image_id: 1, category_id: 1, bbox: [10, 10, 20, 20] },
      { id: 2, image_id: 1, category_id: 2, bbox: [50, 50, 20, 20] },
    ],
  });
const sample = 'labels: [nodule]\nsamples:\n  typical: {image: nodule.png, annotations: nodule.json, shows: [nodule]}';

export const sampleAnnotationsMatch: SurroundingsRule = {
  id: 'sample-annotations-match',
  family: 'samples',
  level: 'error',
  scope: 'surroundings',
  docs: {
    what: 'The annotations of a sample can be read, have labels of the taxonomy, are marked in a way the guideline allows, with attributes that it knows, and lie on the image, which has the size that they speak of.',
    why: 'Samples are the guideline’s own annotations. Where they do not follow it, readers follow the samples.',
    invalid: { ...protocolExample(sample), 'nodule.png': '', 'nodule.json': coco('lump') },
    valid: { ...protocolExample(sample), 'nodule.png': '', 'nodule.json': coco('Nodule') },
  },
  async *check(guideline, around) {
    if (guideline.kind !== 'protocol' || !guideline.taxonomy) return;
    for (const one of guideline.protocol.samples.values()) yield* checkSample(guideline, one, around);
  },
};

async function* checkSample(guideline: ResolvedProtocol, sample: Sample, around: Surroundings): AsyncIterable<Finding> {
  const { annotations, image } = sample;
  const uri = annotations && sampleUri(guideline.file.uri, annotations.text, around);
  if (!annotations || !uri || uri === 'outside') return;
  const stat = await around.fileSystem.stat(uri).catch(() => undefined);
  if (stat?.type !== 'file') return;
  const { node: at, text } = annotations;
  const name = quoted(text);
  if (stat.size > largest) return yield { at, message: `${name} is too large for a sample, and is not read.` };
  // That a file cannot be read is said by `sample-file-must-exist`.
  const content = await around.fileSystem.read(uri).catch(() => undefined);
  if (!content) return;
  const bytes = image && (await sampleBytes(guideline.file.uri, image.text, around));
  const size = bytes && (await pictureSize(bytes));
  const surroundings = sampleSurroundings(guideline.file.uri, text, around);
  const file = await readAnnotations(content, { ...surroundings, imageSize: size });
  if (!file) {
    return yield { at, message: `${name} is in no format of annotations that can be read: ${formatNames}.` };
  }
  const [problem, ...more] = file.problems;
  if (problem) {
    yield { at, message: `${name}: ${problem}${more.length > 0 ? ` (${counted(more.length, 'more problem')})` : ''}` };
  }
  const picture = image ? imageNamed(file.images, image.text) : file.images[0];
  if (!picture) {
    if (file.images.length > 0) yield { at, message: `${name} says nothing of the image “${image?.text ?? ''}”.` };
    return;
  }
  const apart = size && sizesApart(picture, size);
  if (apart) {
    const message = `${name} speaks of ${apart.own}, the image has ${apart.its}. The annotations may be of another picture.`;
    yield { at, message };
  }
  const guide = guideOf(guideline, sample);
  const mistakes = guide ? annotationMistakes(guide, { ...file, images: [picture] }) : [];
  for (const { message } of mistakes) yield { at, message: `${name} ${message}` };
}
