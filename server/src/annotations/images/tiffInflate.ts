import { addDecoder, BaseDecoder } from 'geotiff';
import { memorySource } from './byteSource';
import { defaultLimits } from './picture';
import { refuseOver, unpackStart } from './unpack';

/** Unpacks a strip or tile by deflate, and no more than its pixels take. */
class BoundedInflate extends BaseDecoder {
  override async decodeBlock(packed: ArrayBufferLike): Promise<ArrayBufferLike> {
    const { tileWidth, tileHeight, bitsPerSample, samplesPerPixel = 1 } = this.parameters;
    const bits = Math.max(...(typeof bitsPerSample === 'number' ? [bitsPerSample] : bitsPerSample));
    const most = Math.ceil((tileWidth * bits * samplesPerPixel) / 8) * tileHeight;
    refuseOver(most, defaultLimits.unpacked, 'TIFF');
    return (await unpackStart(memorySource(new Uint8Array(packed)), 'deflate', most, 'TIFF')).slice().buffer;
  }
}

/** Puts the bounded decoder in the place of the library's own, which would unpack without end. */
export function boundInflate(): void {
  addDecoder(
    [8, 32946],
    async () => BoundedInflate,
    async (page) => {
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
    },
    false,
  );
}
