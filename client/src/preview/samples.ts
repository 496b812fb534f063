import type { PreviewSample } from '../../../server/src/requests';
import { fileName } from '../fileName';
import type { PageSample } from './protocol';

/** Ids are unique in a protocol; a taxonomy may be used by several. */
export function sampleKey({ uri, id }: Pick<PreviewSample, 'uri' | 'id'>): string {
  return `${uri}#${id}`;
}

/** A sample for the page. `address` turns the URI of a file into what the page can fetch. */
export function toPageSample(sample: PreviewSample, address: (uri: string) => string): PageSample {
  const { id, kind, caption, shows, about, problems, image, annotations } = sample;
  return {
    key: sampleKey(sample),
    id,
    kind,
    caption,
    shows,
    about,
    problems,
    image: image && address(image),
    annotations: annotations && address(annotations),
    imageName: image && fileName(image),
    annotationsName: annotations && fileName(annotations),
  };
}
