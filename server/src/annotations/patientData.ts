import type { DataSet } from 'dicom-parser';
import { imageFormat } from './imageSize';
import { memorySource } from './images/byteSource';
import { readHeader } from './images/dicom/header';

/** What the header of a DICOM file tells about its patient. Plain data, so that it can pass between threads. */
export interface PatientData {
  /** Attributes that name or identify the patient, by DICOM keyword, each with its value; in the order of the file. */
  readonly items: readonly { readonly keyword: string; readonly value: string }[];
  /** Whether the file says that text is burned into its pixels. */
  readonly burnedIn: boolean;
  /** Whether the file says that the identity of the patient was removed: name and id are pseudonyms then. */
  readonly identityRemoved: boolean;
}

/** Reads the patient data of an image. Where that takes long, it may happen in another thread. */
export type InspectImage = (bytes: Uint8Array) => Promise<PatientData | 'unreadable' | undefined>;

const keywords: Readonly<Record<string, string>> = {
  x00100010: 'PatientName',
  x00100020: 'PatientID',
  x00100030: 'PatientBirthDate',
  x00100032: 'PatientBirthTime',
  x00101000: 'OtherPatientIDs',
  x00101001: 'OtherPatientNames',
  x00101005: 'PatientBirthName',
  x00101040: 'PatientAddress',
  x00101060: 'PatientMotherBirthName',
  x00101090: 'MedicalRecordLocator',
  x00102154: 'PatientTelephoneNumbers',
  x00102155: 'PatientTelecomInformation',
  x00102297: 'ResponsiblePerson',
};

/** Value representations of text in which a name may be repeated. */
const texts = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT']);

/** A file that is packed as a whole is unpacked with its pixels, up to so many bytes. */
const mostUnpacked = 2 ** 28;

/**
 * The patient data in the header of an image; nothing when it is no DICOM file, `unreadable` when it is one that cannot
 * be read, or unpacks to more than `limit` bytes. Never rejects. Pixels are not looked at.
 */
export async function readPatientData(
  bytes: Uint8Array,
  limit = mostUnpacked,
): Promise<PatientData | 'unreadable' | undefined> {
  if (imageFormat(bytes) !== 'DICOM') return undefined;
  try {
    return patientDataOf((await readHeader(memorySource(bytes), limit)).dataSet);
  } catch {
    return 'unreadable';
  }
}

function patientDataOf(dataSet: DataSet): PatientData {
  const decode = decoderOf(dataSet);
  const items: { keyword: string; value: string }[] = [];
  const name = wordsOf(decode(dataSet, 'x00100010'));
  for (const { in: part, tag, vr } of elementsOf(dataSet)) {
    const keyword = Object.hasOwn(keywords, tag) ? keywords[tag] : undefined;
    if (keyword === undefined && !(vr !== undefined && texts.has(vr) && name.length > 0)) continue;
    const value = decode(part, tag);
    if (value === '') continue;
    if (keyword !== undefined) items.push({ keyword: part === dataSet ? keyword : `Other${keyword}s`, value });
    else if (repeats(value, name)) items.push({ keyword: tagName(tag), value });
  }
  return {
    items,
    burnedIn: decode(dataSet, 'x00280301').toUpperCase() === 'YES',
    identityRemoved: decode(dataSet, 'x00120062').toUpperCase() === 'YES',
  };
}

/** Deeper sequences than any file has are not followed. */
const deepest = 20;

function* elementsOf(
  dataSet: DataSet,
  depth = 0,
): Iterable<{ readonly in: DataSet; readonly tag: string; readonly vr: string | undefined }> {
  for (const [tag, element] of Object.entries(dataSet.elements)) {
    if (element.items && depth < deepest) {
      for (const item of element.items) if (item.dataSet) yield* elementsOf(item.dataSet, depth + 1);
    } else yield { in: dataSet, tag, vr: element.vr };
  }
}

/** Decodes values in the character set that the file states: UTF-8, or one in which plain letters are as in ASCII. */
function decoderOf(dataSet: DataSet): (part: DataSet, tag: string) => string {
  const isUtf8 = /192/.test(dataSet.string('x00080005') ?? '');
  const decoder = new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1252');
  return (part, tag) => {
    const element = part.elements[tag];
    if (!element || element.length === 0) return '';
    const { dataOffset, length } = element;
    return decoder
      .decode(part.byteArray.subarray(dataOffset, dataOffset + length))
      .replace(/[\0\s]+$/, '')
      .trim();
  };
}

/** Words that made-up names are made of, and that are found everywhere. */
const common = new Set(['test', 'patient', 'phantom', 'anonymous', 'image', 'case']);

/** The words of a person's name that are long enough to be found again. */
function wordsOf(name: string): string[] {
  return name.split(/[\^=\s,]+/).filter((word) => word.length >= 4 && !common.has(word.toLowerCase()));
}

function repeats(text: string, words: readonly string[]): boolean {
  const known = new Set(text.toLowerCase().split(/[^\p{L}\p{N}-]+/u));
  return words.some((word) => known.has(word.toLowerCase()));
}

function tagName(tag: string): string {
  return `(${tag.slice(1, 5)},${tag.slice(5)})`;
}
