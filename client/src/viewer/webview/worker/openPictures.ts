import { recogniseImage } from '../../../../../server/src/annotations/images/openImage';
import type { ImageServices } from '../../../../../server/src/annotations/images/picture';
import { UnreadableImage } from '../../../../../server/src/annotations/images/unreadable';
import type { Elsewhere, FileInfo, PictureAsks } from './messages';
import { connectPage } from './page';
import type { KeptPicture } from './pictures';
import { openPicture } from './pictures';

interface Opened {
  readonly kept: Promise<KeptPicture>;
  /** A decoder was needed that this worker does not have. */
  lacking: boolean;
}

/**
 * Makes this worker one that opens pictures. Without `all` its bundle has neither the decoders of WebAssembly nor the reader
 * of TIFF, so that it is small: pictures that need them are sent elsewhere.
 */
export function openPictures(all: boolean): void {
  const pictures = new Map<number, Opened>();
  const page = connectPage<PictureAsks>({
    async open({ picture, files }) {
      if (!all && (await isLarge(files))) return { value: 'elsewhere' };
      const opened: Opened = {
        kept: openPicture(
          files.map(named),
          servicesFor(() => opened),
        ),
        lacking: false,
      };
      pictures.set(picture, opened);
      return { value: await orElsewhere(opened, async () => (await opened.kept).info) };
    },
    async plane({ picture, cut, index, time }) {
      const opened = pictures.get(picture);
      if (!opened) throw new UnreadableImage('This picture is no longer open.');
      const frame = await orElsewhere(opened, async () => (await opened.kept).plane(cut, index, time));
      return frame === 'elsewhere' ? { value: frame } : { value: frame, transfer: [frame.values.buffer] };
    },
    async close({ picture }) {
      pictures.delete(picture);
      return { value: undefined };
    },
  });

  async function isLarge([file]: readonly FileInfo[]): Promise<boolean> {
    return file !== undefined && (await recogniseImage(page.sourceOf(file))) === 'TIFF';
  }

  function servicesFor(opened: () => Opened): ImageServices {
    if (all) return page.services;
    return {
      ...page.services,
      async loadWasm() {
        opened().lacking = true;
        throw new UnreadableImage('This decoder is not here.');
      },
    };
  }

  function named(file: FileInfo) {
    return { name: file.name, source: page.sourceOf(file) };
  }
}

async function orElsewhere<T>(opened: Opened, read: () => Promise<T>): Promise<T | Elsewhere> {
  try {
    return await read();
  } catch (error) {
    if (opened.lacking) return 'elsewhere';
    throw error;
  }
}
