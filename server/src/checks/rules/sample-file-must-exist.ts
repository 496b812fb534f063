import type { Located } from '../../model/read';
import { imageFormat } from '../../annotations/imageSize';
import type { FileStat } from '../../workspace/fileSystem';
import { nameOf } from '../../workspace/uris';
import { asScalar, replaceFix } from '../fixes';
import { nearest } from '../nearest';
import type { Finding } from '../problem';
import type { Surroundings, SurroundingsRule } from '../rule';
import { quoted } from '../words';
import { protocolExample } from './examples';
import { badPath } from './paths';
import { sampleBytes, largest, namesBeside, sampleUri } from './sampleFiles';

const sample = (image: string) => `
labels: [nodule]
samples:
  typical: {image: ${image}, shows: [nodule]}
`;

export const sampleFileMustExist: SurroundingsRule = {
  id: 'sample-file-must-exist',
  family: 'samples',
  level: 'error',
  scope: 'surroundings',
  docs: {
    what: 'The image and the annotations of a sample are there, in a folder that is open, and the image begins as an image does.',
    why: 'A sample that cannot be opened teaches nothing. Paths that lead out of the workspace are not followed, so that a guideline from elsewhere reads nothing it should not.',
    invalid: { ...protocolExample(sample('samples/nodul.png')), 'samples/nodule.png': '' },
    valid: { ...protocolExample(sample('samples/nodule.png')), 'samples/nodule.png': '' },
  },
  async *check(guideline, around) {
    if (guideline.kind !== 'protocol') return;
    for (const { image, annotations } of guideline.protocol.samples.values()) {
      for (const path of [image, annotations]) {
        const finding = path && (await missing(guideline.file.uri, path, path === image, around));
        if (finding) yield finding;
        else if (path && path === image) yield* noImage(guideline.file.uri, path, around);
      }
    }
  },
};

/** Names that say which format a file has. */
const endings = /\.(?:png|jpe?g|gif|bmp|webp|tiff?|dcm)$/i;

/** A file that is named like an image, and does not begin like one. */
async function* noImage(
  documentUri: string,
  { node: at, text }: Located,
  around: Surroundings,
): AsyncIterable<Finding> {
  if (!endings.test(text)) return;
  const bytes = await sampleBytes(documentUri, text, around);
  if (!bytes || imageFormat(bytes)) return;
  const pointer = new TextDecoder().decode(bytes.subarray(0, 24)) === 'version https://git-lfs.';
  const what = pointer
    ? 'is a pointer of Git LFS, and the image itself is not here. Fetch it with “git lfs pull”.'
    : `is no image, or is broken: it does not begin as ${/\.dcm$/i.test(text) ? 'a DICOM file' : 'an image'} does.`;
  yield { at, message: `${quoted(text)} ${what}` };
}

async function missing(
  documentUri: string,
  path: Located,
  isImage: boolean,
  around: Surroundings,
): Promise<Finding | undefined> {
  const { node: at, text } = path;
  const uri = sampleUri(documentUri, text, around);
  if (uri === undefined) return badPath(text, at);
  if (uri === 'outside') {
    return {
      at,
      message: `${quoted(text)} leads out of the folders that are open, and is not read. Move the file into one of them.`,
    };
  }
  let stat: FileStat | undefined;
  try {
    stat = await around.fileSystem.stat(uri);
    if (stat?.type === 'file' && stat.size <= largest) await around.fileSystem.read(uri);
  } catch {
    return { at, message: `${quoted(text)} is there, but cannot be read. Check who may open it.` };
  }
  if (stat?.type === 'file') return undefined;
  if (stat && isImage) {
    // The slices of a series are files of their own.
    const entries = await around.fileSystem.list(uri).catch(() => []);
    if (entries.some(({ type }) => type === 'file')) return undefined;
    return { at, message: `${quoted(text)} is a folder without files. Name a file, or the folder of a DICOM series.` };
  }
  if (stat) return { at, message: `${quoted(text)} is a folder. Name a file in it.` };
  const name = nameOf(uri);
  const meant = nearest(name, await namesBeside(uri, around));
  const mended = meant !== undefined ? text.slice(0, text.length - name.length) + meant : undefined;
  return {
    at,
    message: `There is no file ${quoted(text)}, seen from this document.${mended ? ` Did you mean “${mended}”?` : ' Check the name and the folder.'}`,
    fixes: mended ? [replaceFix(`Change to “${mended}”`, at, asScalar(mended), true)] : [],
  };
}
