import { addDecoder, BaseDecoder } from 'geotiff';
import { memorySource } from './byteSource';
import { unpackLzw } from './lzw';
import { defaultLimits } from './picture';
import { refuseOver, unpackStart } from './unpack';

/** Unpacks a strip or tile of at most so many bytes. */
type Unpack = (packed: Uint8Array, most: number) => Uint8Array | Promise<Uint8Array>;

/** A decoder that unpacks no more of a strip or tile than its pixels take. */
function bounded(unpack: Unpack): typeof BaseDecoder {
  return class extends BaseDecoder {
    override async decodeBlock(packed: ArrayBufferLike): Promise<ArrayBufferLike> {
      const { tileWidth, tileHeight, bitsPerSample, samplesPerPixel = 1 } = this.parameters;
      const bits = Math.max(...(typeof bitsPerSample === 'number' ? [bitsPerSample] : bitsPerSample));
      const most = Math.ceil((tileWidth * bits * samplesPerPixel) / 8) * tileHeight;
      refuseOver(most, defaultLimits.unpacked, 'TIFF');
      return (await unpack(new Uint8Array(packed), most)).slice().buffer;
    }
  };
}

const decoders: readonly [packings: number[], Unpack][] = [
  [[5], unpackLzw],
  [[8, 32946], (packed, most) => unpackStart(memorySource(packed), 'deflate', most, 'TIFF')],
];

/** Puts bounded decoders in the place of the library's own, which would unpack without end. */
export function boundDecoders(): void {
  for (const [packings, unpack] of decoders) {
    addDecoder(packings, async () => bounded(unpack), parametersOf, false);
  }
}

async function parametersOf(page: ImageFileDirectory) {
  const number = async (tag: Parameters<typeof page.loadValue>[0], otherwise: number) =>
    Number((await page.loadValue(tag)) ?? otherwise);
  const isTiled = !page.hasTag('StripOffsets');
  const height = await number('ImageLength', 0);
  return {
    tileWidth: await number(isTiled ? 'TileWidth' : 'ImageWidth', 0),
    tileHeight: isTiled ? await number('TileLength', 0) : Math.min(height, await number('RowsPerStrip', height)),
    planarConfiguration: await number('PlanarConfiguration', 1),
    bitsPerSample: (await page.loadValue('BitsPerSample')) ?? 1,
    predictor: await number('Predictor', 1),
    samplesPerPixel: await number('SamplesPerPixel', 1),
  };
}

type ImageFileDirectory = Parameters<Parameters<typeof addDecoder>[2] & {}>[0];
