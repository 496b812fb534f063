import { Niivue, SLICE_TYPE } from '@niivue/niivue';

/** The page in which niivue shows a volume with its mask. It says of each of its pictures, in `data-paints`, that it is drawn. */
interface Volumes {
  readonly volume: string;
  readonly mask: string;
}

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

const canvas = document.createElement('canvas');
canvas.id = 'canvas';
document.body.append(canvas);
const viewer = new Niivue({ logLevel: 'error' });
let loaded = false;
let paints = 0;

const draw = viewer.drawScene.bind(viewer);
viewer.drawScene = () => {
  const drawn = draw();
  // A pixel is there when all before it has been drawn.
  viewer.gl.readPixels(0, 0, 1, 1, viewer.gl.RGBA, viewer.gl.UNSIGNED_BYTE, new Uint8Array(4));
  if (loaded) document.body.dataset['paints'] = String(++paints);
  return drawn;
};

window.addEventListener('message', async ({ data }: MessageEvent<Volumes | { planes: true }>) => {
  if ('planes' in data) {
    viewer.setSliceType(SLICE_TYPE.MULTIPLANAR);
  } else if ('volume' in data) {
    performance.mark('chosen');
    await viewer.attachToCanvas(canvas);
    viewer.setSliceType(SLICE_TYPE.AXIAL);
    await viewer.loadVolumes([
      { url: data.volume, name: 'ct.nii', colormap: 'gray' },
      { url: data.mask, name: 'mask.nii', colormap: 'red', opacity: 0.5 },
    ]);
    loaded = true;
    viewer.drawScene();
    performance.mark('first picture');
    document.body.dataset['ready'] = 'volume';
  }
});
acquireVsCodeApi().postMessage({ type: 'ready' });
performance.mark('ready');
