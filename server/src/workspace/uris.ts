import { URI, Utils } from 'vscode-uri';

/** Control characters, and halves of a character: no file has them in its name, and URIs cannot say them. */
const unusable = /[\0-\x1f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The URI of a path as a document writes it, relative to the document; nothing when it is empty or no relative path. */
export function resolvePath(documentUri: string, path: string): string | undefined {
  if (unusable.test(path)) return undefined;
  if (path === '' || path.startsWith('/') || path.includes('\\') || /^[A-Za-z][\w+.-]*:/.test(path)) return undefined;
  return Utils.joinPath(Utils.dirname(URI.parse(documentUri)), path).toString();
}

/** Whether `uri` lies in a folder (or is it). */
export function isInside(folder: string, uri: string): boolean {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return uri === folder || uri.startsWith(base);
}

/** The last part of a URI's path, decoded. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The URI of a name in a folder. */
export function childOf(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString();
}

/** The folder that a file is in. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** `uri` as a path relative to a file, with `/`, as a document would write it. */
export function relativePath(fromFile: string, uri: string): string {
  const from = URI.parse(fromFile).path.split('/').slice(0, -1);
  const to = URI.parse(uri).path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** A URI below a folder as a relative one, percent-encoded as it was; nothing when it lies elsewhere. */
export function relativeUri(folder: string, uri: string): string | undefined {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(base) ? uri.slice(base.length) : undefined;
}

/** The URI in the one form that maps are keyed by. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}
