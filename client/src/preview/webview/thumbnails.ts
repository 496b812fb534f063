import { createThumbnailPainter } from '../../viewer/webview/thumbnail';
import type { Decoder } from '../../viewer/webview/decoder';
import { isShownByBrowser } from '../../webview/browserFormats';
import { element } from '../../webview/dom';
import type { PageSample } from '../protocol';
import { imageProblem } from './loadSample';

/** In CSS pixels; twice as many are drawn. */
const side = 80;

/**
 * Makes small pictures of samples, one after another, each when `quiet` allows it; `broken` is told why there is none.
 */
export function createThumbnails(
  decoder: Decoder,
  broken: (sample: PageSample, problem: string) => void,
  quiet: () => Promise<void>,
): (sample: PageSample) => Promise<HTMLElement | undefined> {
  const paint = createThumbnailPainter(decoder, side * 2);
  let last: Promise<unknown> = Promise.resolve();
  return (sample) => {
    const { image, imageName, series, windows } = sample;
    if (!image && !series) return Promise.resolve(undefined);
    const files = series ?? [{ name: imageName ?? '', address: image! }];
    if (image && !series && isShownByBrowser(imageName ?? '')) return Promise.resolve(ofBrowser(sample));
    const made = last.then(quiet).then(() => paint(files, windows));
    last = made.catch(() => undefined);
    return made.catch((error) => {
      broken(sample, imageProblem(imageName, error));
      return undefined;
    });
  };

  function ofBrowser(sample: PageSample): HTMLElement {
    const attributes = { src: sample.image, alt: '', loading: 'lazy', crossorigin: 'anonymous' };
    const image = element('img', { class: 'thumbnail', attributes });
    image.addEventListener('error', () => {
      image.replaceWith(element('span', { class: 'no-image' }));
      broken(sample, imageProblem(sample.imageName, new Error('It is broken, or not an image.')));
    });
    return image;
  }
}
