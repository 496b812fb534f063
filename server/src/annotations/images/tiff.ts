import { GeoTIFF } from 'geotiff';
import type { ByteSource } from './byteSource';
import { wholeWindow } from './greyTones';
import type { Frame, ImageServices, Picture, Values } from './picture';
import { boundInflate } from './tiffInflate';
import { refuseOver } from './unpack';
import { cutOff, orCutOff, UnreadableImage } from './unreadable';

type Page = Awaited<ReturnType<GeoTIFF['getImage']>>;

/** More pages than any stack has. */
const mostPages = 4_000;

/** How pages are packed that can be read: plain, LZW, JPEG, deflate (with two numbers), PackBits. */
const packings = new Set([1, 5, 7, 8, 32946, 32773]);

const otherPackings: ReadonlyMap<number, string> = new Map([
  [2, 'fax compression'],
  [3, 'fax compression'],
  [4, 'fax compression'],
  [6, 'JPEG of the old kind'],
  [33003, 'JPEG 2000'],
  [33005, 'JPEG 2000'],
  [34712, 'JPEG 2000'],
  [34887, 'LERC'],
  [34925, 'LZMA'],
  [50000, 'Zstandard'],
  [50001, 'WebP'],
  [50002, 'JPEG XL'],
]);

/** Opens a TIFF: pages of one size and kind are the slices of a stack; others (thumbnails, levels) are left out. */
export async function openTiff(source: ByteSource, { limits }: ImageServices): Promise<Picture> {
  boundInflate();
  const tiff = await orCutOff('TIFF', () => GeoTIFF.fromSource(asTiffSource(source) as never));
  const first = await orCutOff('TIFF', () => tiff.getImage(0));
  const shape = shapeOf(first);
  const pages = [first];
  for (let i = 1; i < mostPages; i++) {
    const page = await tiff.getImage(i).catch(() => undefined);
    if (!page) break;
    if (!isReduced(page) && sameShape(shapeOf(page), shape)) pages.push(page);
  }
  const { width, height, samples, bits, photometric } = shape;
  if (!(width > 0) || !(height > 0)) throw cutOff('TIFF');
  refuseOver(width * height * samples * Math.ceil(bits / 8), limits.unpacked, 'TIFF');
  const grey = photometric === 0 || photometric === 1;
  if (grey && samples > 2)
    throw new UnreadableImage(`TIFF with ${samples} values a pixel that are no colours is not supported.`);
  const packing: unknown = first.fileDirectory.getValue('Compression') ?? 1;
  if (typeof packing === 'number' && !packings.has(packing)) {
    const name = otherPackings.get(packing) ?? `compression ${packing}`;
    throw new UnreadableImage(`TIFF with ${name} is not supported.`);
  }
  if (!grey && bits !== 16 && bits > 8) {
    throw new UnreadableImage(`TIFF with colours of ${bits} bits is not supported; 8 and 16 are.`);
  }
  const channels = grey ? 1 : samples === 4 && photometric === 2 ? 4 : 3;
  return {
    format: bits > 8 ? `TIFF, ${bits} bit` : 'TIFF',
    width,
    height,
    depth: pages.length,
    times: 1,
    channels,
    inverted: photometric === 0,
    windows: grey && bits <= 8 ? [wholeWindow(bits)] : [],
    notes: [],
    read: (slice) => orCutOff('TIFF', () => readPage(pages[slice]!, channels, bits)),
  };
}

/** geotiff asks for several parts at once, as buffers of their own. */
function asTiffSource(source: ByteSource): unknown {
  return {
    fileSize: source.size,
    fetch: (slices: readonly { offset: number; length: number }[]) =>
      Promise.all(
        slices.map(async ({ offset, length }) => {
          const bytes = await source.read(offset, Math.min(offset + length, source.size));
          return bytes.slice().buffer;
        }),
      ),
    close: async () => undefined,
  };
}

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bits: number;
  readonly photometric: number;
}

function shapeOf(page: Page): Shape {
  const photometric: unknown = page.fileDirectory.getValue('PhotometricInterpretation');
  return {
    width: page.getWidth(),
    height: page.getHeight(),
    samples: page.getSamplesPerPixel(),
    bits: page.getBitsPerSample(0),
    photometric: typeof photometric === 'number' ? photometric : 1,
  };
}

function sameShape(a: Shape, b: Shape): boolean {
  return (Object.keys(a) as (keyof Shape)[]).every((key) => a[key] === b[key]);
}

/** A smaller copy of another page, or a mask of one. */
function isReduced(page: Page): boolean {
  const type: unknown = page.fileDirectory.getValue('NewSubfileType');
  return typeof type === 'number' && (type & 5) !== 0;
}

async function readPage(page: Page, channels: 1 | 3 | 4, bits: number): Promise<Frame> {
  if (channels === 1) {
    const values = (await page.readRasters({ interleave: true, samples: [0] })) as unknown as Values;
    return { values, slope: 1, intercept: 0 };
  }
  const options = { interleave: true, enableAlpha: channels === 4 } as const;
  const rgb = (await page.readRGB(options)) as unknown as Values;
  const values = bits === 16 ? Uint8Array.from(rgb, (value) => value >> 8) : new Uint8Array(rgb);
  return { values, slope: 1, intercept: 0 };
}
