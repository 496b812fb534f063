import type { AnnotationFile } from '../annotation';
import type { Around } from '../around';
import { readCoco } from './coco';
import { readDarwin } from './darwin';
import { parseJson } from '../json';
import { readLabelMe } from './labelme';
import { readLabelStudio } from './labelStudio';
import { readQuPath } from './qupath';

type JsonReader = (root: unknown, around: Around) => AnnotationFile | undefined | Promise<AnnotationFile | undefined>;

/** The readers of JSON formats. Each tells by the keys whether a file is its own. */
const readers: readonly JsonReader[] = [readCoco, readLabelStudio, readLabelMe, readQuPath, readDarwin];

/** Keys by which a file that was cut off is still told from one that has nothing to do with annotations. */
const signs: readonly (readonly [format: string, keys: RegExp])[] = [
  ['COCO', /"(images|annotations|categories)"\s*:/],
  ['LabelMe', /"(shapes|imagePath)"\s*:/],
  ['QuPath GeoJSON', /"Feature(Collection)?"/],
  ['Label Studio', /"(from_name|annotations|predictions)"\s*:/],
];

/** Reads a JSON file of annotations; nothing when it is of no format that is known. */
export async function readJsonFormats(text: string, around: Around): Promise<AnnotationFile | undefined> {
  const parsed = parseJson(text);
  if ('mistake' in parsed) {
    const format = signs.find(([, keys]) => keys.test(text))?.[0];
    if (format === undefined) return undefined;
    const { mistake, at } = parsed;
    const places = at === undefined ? undefined : new Map([[mistake, { start: at, end: at }]]);
    return { format, images: [], problems: [mistake], ...(places && { places }) };
  }
  for (const read of readers) {
    const file = await read(parsed.value, around);
    if (file) return file;
  }
  return undefined;
}
