import type { AnnotationFile } from '../annotation';
import type { Around } from '../around';
import { readCvat } from './cvat';
import { readLabelMeXml } from './labelmeXml';
import { readVoc } from './voc';
import type { XmlElement } from '../xml';
import { parseXml } from '../xml';

type XmlReader = (root: XmlElement, around: Around) => AnnotationFile | undefined | Promise<AnnotationFile | undefined>;

/** The readers of XML formats. Each tells by the elements whether a file is its own. */
const readers: readonly XmlReader[] = [readCvat, readLabelMeXml, readVoc];

/** Larger files are refused: their elements need many times their size. */
const longest = 100_000_000;

/** Reads an XML file of annotations; nothing when it is of no format that is known. */
export async function readXmlFormats(text: string, around: Around): Promise<AnnotationFile | undefined> {
  const start = /<(annotations?)[\s>]/.exec(text.slice(0, 100_000))?.[1];
  if (start === undefined) return undefined;
  const format = start === 'annotations' ? 'CVAT' : 'Pascal VOC';
  const failed = (problem: string) => ({ format, images: [], problems: [problem] });
  if (text.length > longest) return failed('This XML is too large to be read at once. Split it.');
  const root = parseXml(text);
  if (typeof root === 'string') return failed(root);
  for (const read of readers) {
    const file = await read(root, around);
    if (file) return file;
  }
  return undefined;
}
