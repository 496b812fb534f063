import type { PreviewSample } from '../../../server/src/requests';
import { fileName } from '../fileName';
import type { PageSample } from './protocol';

/** Ids are unique in a protocol; a taxonomy may be used by several. */
export function sampleKey({ uri, id }: Pick<PreviewSample, 'uri' | 'id'>): string {
  return `${uri}#${id}`;
}

/** A sample for the page. `address` turns the URI of a file into what the page can fetch. */
export function toPageSample(sample: PreviewSample, address: (uri: string) => string): PageSample {
  const { id, kind, caption, shows, about, problems, windows, likely, image, series, annotations } = sample;
  return {
    key: sampleKey(sample),
    id,
    kind,
    caption,
    shows,
    about,
    problems,
    windows,
    likely,
    image: image && address(image),
    series: series?.map((file) => ({ name: fileName(file), address: address(file) })),
    annotations: annotations && address(annotations),
    imageName: image && fileName(image),
    annotationsName: annotations && fileName(annotations),
  };
}
