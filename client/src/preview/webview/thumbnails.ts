import type { SmallPicture } from '../../viewer/webview/thumbnail';
import { paintSmall, readSmall } from '../../viewer/webview/thumbnail';
import type { Decoder } from '../../viewer/webview/decoder';
import { isShownByBrowser } from '../../webview/browserFormats';
import { element } from '../../webview/dom';
import type { PageSample } from '../protocol';
import { filesOf, imageProblem } from './loadSample';

/** In CSS pixels; twice as many are drawn. */
const side = 80;

/** So many are kept. */
const mostKept = 200;

/**
 * Makes small pictures of samples, one after another, each when `quiet` allows it; `broken` is told why there is none.
 */
export function createThumbnails(
  decoder: Decoder,
  broken: (sample: PageSample, problem: string) => void,
  quiet: () => Promise<void>,
): (sample: PageSample) => Promise<HTMLElement | undefined> {
  const known = new Map<string, Promise<SmallPicture>>();
  let last: Promise<unknown> = Promise.resolve();
  return (sample) => {
    const { image, imageName, series, windows } = sample;
    if (!image && !series) return Promise.resolve(undefined);
    const files = series ?? [{ name: imageName ?? '', address: image! }];
    if (image && !series && isShownByBrowser(imageName ?? '')) return Promise.resolve(ofBrowser(sample));
    const key = filesOf({ image, series });
    const read = known.get(key) ?? last.then(quiet).then(() => readSmall(decoder, files, side * 2));
    keep(key, read);
    last = read.catch(() => undefined);
    return read.then(
      (small) => paintSmall(small, windows, side * 2),
      (error) => {
        broken(sample, imageProblem(imageName, error));
        return undefined;
      },
    );
  };

  /** What is read stays while the texts change around it. */
  function keep(key: string, read: Promise<SmallPicture>): void {
    known.delete(key);
    known.set(key, read);
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  }

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
