import type { Reference } from '../../workspace/workspace';
import type { YamlScalar } from '../../yaml/node';
import { asScalar, replaceFix } from '../fixes';
import type { Finding } from '../problem';
import { quoted } from '../words';

/** What is wrong with a path to a taxonomy, and what to do about it. */
export function unresolved(reference: Reference, at: YamlScalar): Finding | undefined {
  const { path, missing } = reference;
  if (missing === undefined) return undefined;
  if (missing === 'bad-path') return badPath(path, at);
  const messages = {
    'not-found': `There is no file ${quoted(path)}, seen from this document. Check the name and the folder.`,
    outside: `${quoted(path)} lies outside the folders that are open, and is not read. Open the folder that holds both.`,
    'other-kind': `${quoted(path)} is no label taxonomy. A taxonomy begins with “taxonomy: its-id”.`,
    unreadable: `${quoted(path)} is there, but cannot be read. Check who may open it.`,
  };
  return { at, message: messages[missing] };
}

/** What is wrong with a path that cannot be followed. */
export function badPath(path: string, at: YamlScalar): Finding {
  if (/^[A-Za-z]:[\\/]|^[\\/]/.test(path)) {
    return {
      at,
      message: `${quoted(path)} is good on one computer only. Write the path as seen from this document, such as ../images/one.png.`,
    };
  }
  if (path.includes('\\')) {
    const mended = path.replaceAll('\\', '/');
    return {
      at,
      message: 'Folders are separated by “/” here, not by “\\”, so that the path is good on every computer.',
      fixes: [replaceFix(`Change to “${mended}”`, at, asScalar(mended), true)],
    };
  }
  return { at, message: `${quoted(path)} is no path to a file. Write one as seen from this document.` };
}
