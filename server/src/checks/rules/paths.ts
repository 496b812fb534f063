import type { Reference } from '../../workspace/workspace';
import type { YamlScalar } from '../../yaml/node';
import { asScalar, replaceFix } from '../fixes';
import type { Finding } from '../problem';
import { quoted } from '../words';

/** What is wrong with a path to a taxonomy, and what to do about it. */
export function unresolved(reference: Reference, at: YamlScalar): Finding | undefined {
  if (reference.missing === 'bad-path') return badPath(reference.path, at);
  const message = whyMissing(reference);
  return message === undefined ? undefined : { at, message };
}

/** Why a taxonomy that a document names cannot be read, and what to do, in a sentence. */
export function whyMissing({ path, missing }: Reference): string | undefined {
  switch (missing) {
    case undefined:
      return undefined;
    case 'bad-path':
      return whyBad(path);
    case 'not-found':
      return `There is no file ${quoted(path)}, seen from this document. Check the name and the folder.`;
    case 'outside':
      return `${quoted(path)} lies outside the folders that are open, and is not read. Open the folder that holds both.`;
    case 'other-kind':
      return `${quoted(path)} is no label taxonomy. A taxonomy begins with “taxonomy: its-id”.`;
    case 'unreadable':
      return `${quoted(path)} is there, but cannot be read. Check who may open it.`;
  }
}

/** What is wrong with a path that cannot be followed. */
export function badPath(path: string, at: YamlScalar): Finding {
  const message = whyBad(path);
  if (isAbsolute(path) || !path.includes('\\')) return { at, message };
  const mended = path.replaceAll('\\', '/');
  return { at, message, fixes: [replaceFix(`Change to “${mended}”`, at, asScalar(mended), true)] };
}

function whyBad(path: string): string {
  if (isAbsolute(path)) {
    return `${quoted(path)} is good on one computer only. Write the path as seen from this document, such as ../images/one.png.`;
  }
  return path.includes('\\')
    ? 'Folders are separated by “/” here, not by “\\”, so that the path is good on every computer.'
    : `${quoted(path)} is no path to a file. Write one as seen from this document.`;
}

function isAbsolute(path: string): boolean {
  return /^[A-Za-z]:[\\/]|^[\\/]/.test(path);
}
