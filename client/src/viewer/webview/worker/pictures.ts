import type { NamedSource } from '../../../../../server/src/annotations/images/dicom/series';
import { openImage } from '../../../../../server/src/annotations/images/openImage';
import type { Frame, ImageServices, Picture } from '../../../../../server/src/annotations/images/picture';
import { UnreadableImage, bytesInWords } from '../../../../../server/src/annotations/images/unreadable';
import { cutPlane } from '../cutPlane';
import type { PictureInfo, PlaneCut } from '../planes';

/** An open picture with the slices that were read of it. */
export interface KeptPicture {
  readonly info: PictureInfo;
  /** One plane, whose memory is its own. Planes across the slices need all of them, which are then kept. */
  plane(cut: PlaneCut, index: number, time: number): Promise<Frame>;
}

/** So many bytes of decoded slices are kept of a picture. */
const mostKept = 2 ** 30;

/** Opens a file, or the files of a folder as a DICOM series: the one with the most slices, where there are several. */
export async function openPicture(files: readonly NamedSource[], services: ImageServices): Promise<KeptPicture> {
  const [first] = files;
  if (!first) throw new UnreadableImage('There is no file to be opened.');
  const picture = files.length === 1 ? await openImage(first.source, services) : await openFolder(files, services);
  return keepSlices(picture);
}

async function openFolder(files: readonly NamedSource[], services: ImageServices): Promise<Picture> {
  const { openSeries } = await import('../../../../../server/src/annotations/images/dicom/series');
  const { series, unreadable } = await openSeries(files, services);
  const [largest, ...others] = [...series].sort((a, b) => b.files.length - a.files.length);
  if (!largest) throw new UnreadableImage(`No file of this folder can be shown. ${unreadable[0]?.reason ?? ''}`.trim());
  const notes = [...largest.picture.notes];
  const counted = (count: number) => (count === 1 ? '1 other series' : `${count} other series`);
  if (others.length) notes.push(`The folder holds ${counted(others.length)}, not shown here.`);
  if (unreadable.length) {
    notes.push(`${unreadable.length} of its files could not be read. ${unreadable[0]!.name}: ${unreadable[0]!.reason}`);
  }
  return { ...largest.picture, notes };
}

/** Keeps slices that were read, as far as there is room. */
export function keepSlices(picture: Picture, room = mostKept): KeptPicture {
  const { read, ...info } = picture;
  const kept = new Map<string, Promise<Frame>>();
  let keptBytes = 0;

  function slice(index: number, time: number): Promise<Frame> {
    const key = `${time} ${index}`;
    const known = kept.get(key);
    if (known) return known;
    const reading = read(index, time);
    kept.set(key, reading);
    void reading.then(
      ({ values }) => {
        keptBytes += values.byteLength;
        for (const oldest of kept.keys()) {
          if (keptBytes <= room || oldest === key) break;
          kept.delete(oldest);
          keptBytes -= values.byteLength;
        }
      },
      () => kept.delete(key),
    );
    return reading;
  }

  async function across(cut: PlaneCut, index: number, time: number): Promise<Frame> {
    const first = await slice(0, time);
    const needed = first.values.byteLength * info.depth;
    if (needed > room) {
      const sizes = `${bytesInWords(needed)}, of which up to ${bytesInWords(room)} are read at once`;
      throw new UnreadableImage(`This volume is too large to be cut in other planes than its slices: ${sizes}.`);
    }
    const slices: Frame[] = [first];
    for (let i = 1; i < info.depth; i++) slices.push(await slice(i, time));
    const same = slices.every(({ slope, intercept }) => slope === first.slope && intercept === first.intercept);
    const values = cutPlane(info, (i) => (same ? slices[i]!.values : inUnits(slices[i]!)), cut, index);
    return same ? { ...first, values } : { values, slope: 1, intercept: 0 };
  }

  return {
    info,
    async plane(cut, index, time) {
      if (cut.through !== 2) return across(cut, index, time);
      const frame = await slice(index, time);
      const values = cutPlane(info, () => frame.values, cut, index);
      return { ...frame, values: values === frame.values ? values.slice() : values };
    },
  };
}

/** Slices that are stored on scales of their own can be put side by side in their unit only. */
function inUnits({ values, slope, intercept }: Frame): Float32Array {
  return Float32Array.from(values, (value) => value * slope + intercept);
}
