import { blobSource } from '../../server/src/annotations/images/byteSource';
import { decodeInBrowser } from '../../server/src/annotations/images/native';
import { openImage } from '../../server/src/annotations/images/openImage';
import { defaultLimits, type ImageServices } from '../../server/src/annotations/images/picture';

/** A worker that reads the images it is asked for, from the folder that the page is served from. */
const services: ImageServices = {
  limits: defaultLimits,
  loadWasm: async (codec) => new Uint8Array(await (await fetch(`/${codec}.wasm`)).arrayBuffer()),
  decodeNatively: decodeInBrowser,
};

/** A WebP, which only a browser makes here: blue, with a red left half. */
async function webp(): Promise<Blob> {
  const canvas = new OffscreenCanvas(16, 8);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'rgb(0, 0, 255)';
  context.fillRect(0, 0, 16, 8);
  context.fillStyle = 'rgb(255, 0, 0)';
  context.fillRect(0, 0, 8, 8);
  return canvas.convertToBlob({ type: 'image/webp', quality: 1 });
}

/** A file of the folder, or `webp`, or that without its end as `cut webp`. */
async function blobOf(name: string): Promise<Blob> {
  if (!name.endsWith('webp')) return (await fetch(`/${name}`)).blob();
  const whole = await webp();
  return name === 'webp' ? whole : whole.slice(0, whole.size - 20);
}

self.addEventListener('message', async ({ data: name }: MessageEvent<string>) => {
  try {
    const blob = await blobOf(name);
    const picture = await openImage(blobSource(blob), services);
    const { width, height, depth, channels, format } = picture;
    const { values } = await picture.read(depth - 1);
    self.postMessage({ format, width, height, channels, values: [...values] });
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
