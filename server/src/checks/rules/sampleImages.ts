import type { PatientData } from '../../annotations/patientData';
import type { Located } from '../../model/read';
import type { ResolvedProtocol, ResolvedTaxonomy } from '../../workspace/workspace';
import type { Surroundings } from '../rule';
import { sampleBytes } from './sampleFiles';

/** The image of a sample that is a DICOM file, with what its header tells. */
export interface SampleImage {
  readonly image: Located;
  readonly data: PatientData | 'unreadable';
}

/** Several rules in turn look at the same images. */
const known = new WeakMap<Surroundings, Map<string, ReturnType<Surroundings['inspectImage']>>>();

/** The DICOM images of a guideline's samples, each file once. */
export async function* dicomImages(
  guideline: ResolvedTaxonomy | ResolvedProtocol,
  around: Surroundings,
): AsyncIterable<SampleImage> {
  if (guideline.kind !== 'protocol') return;
  const read = known.get(around) ?? new Map<string, ReturnType<Surroundings['inspectImage']>>();
  known.set(around, read);
  const seen = new Set<string>();
  for (const { image } of guideline.protocol.samples.values()) {
    if (!image || seen.has(image.text)) continue;
    seen.add(image.text);
    let data = read.get(image.text);
    if (!data) read.set(image.text, (data = inspect(guideline.file.uri, image.text, around)));
    const found = await data;
    if (found) yield { image, data: found };
  }
}

async function inspect(uri: string, path: string, around: Surroundings): ReturnType<Surroundings['inspectImage']> {
  const bytes = await sampleBytes(uri, path, around);
  return bytes && around.inspectImage(bytes);
}
