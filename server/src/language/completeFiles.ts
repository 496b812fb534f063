import { CompletionItemKind } from 'vscode-languageserver-types';
import { kindOfName } from '../model/kind';
import type { FileSystem } from '../workspace/fileSystem';
import { relativePath, resolvePath } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Suggestion } from './completionItem';
import type { Cursor } from './cursor';
import type { Guideline } from './guideline';
import { scalarText } from './snippets';

type FileKind = 'taxonomy' | 'image' | 'annotations';

const fits: Record<FileKind, (name: string) => boolean> = {
  taxonomy: (name) => kindOfName(name) === 'taxonomy',
  image: (name) => /\.(png|jpe?g|webp|gif|bmp|tiff?|dcm|dicom|nii|nii\.gz|nrrd|mha|mhd|svs)$/i.test(name),
  annotations: (name) => /\.(json|jsonl|ndjson|xml|csv|txt|dcm|nii|nii\.gz|nrrd|mha|mhd|png|tiff?)$/i.test(name),
};

/**
 * The files that a path at the cursor may lead to, folder by folder, in the workspace only; taxonomies all at once. Nothing where
 * no path stands.
 */
export async function suggestFiles(
  workspace: Workspace,
  fileSystem: FileSystem,
  guideline: Guideline,
  cursor: Cursor,
): Promise<Suggestion[] | undefined> {
  const kind = fileKindAt(guideline, cursor.path);
  if (!kind || cursor.slot === 'key') return undefined;
  const { uri } = guideline.file;
  const slash = cursor.typed.lastIndexOf('/') + 1;
  const folderPath = cursor.typed.slice(0, slash);
  const found = kind === 'taxonomy' && slash === 0 ? await taxonomies(workspace, uri) : [];
  const folder = resolvePath(uri, folderPath === '' ? '.' : folderPath)?.replace(/\/$/, '');
  if (folder === undefined) return found.map(suggest);

  const entries = workspace.isReadable(folder) ? await fileSystem.list(folder).catch(() => []) : [];
  const names = entries
    .filter(({ name, type }) => !name.startsWith('.') && (type === 'folder' || fits[kind](name)))
    .map(({ name, type }) => `${folderPath}${name}${type === 'folder' ? '/' : ''}`)
    .sort();
  const above = resolvePath(uri, `${folderPath}..`);
  const isUp = folderPath.replaceAll('../', '') === '' && above !== undefined && workspace.isReadable(above);
  const own = relativePath(uri, uri);
  const all = new Set([...found, ...names, ...(isUp ? [`${folderPath}../`] : [])]);
  return [...all].filter((path) => path !== own).map(suggest);

  function suggest(path: string): Suggestion {
    return {
      label: path,
      kind: path.endsWith('/') ? CompletionItemKind.Folder : CompletionItemKind.File,
      text: scalarText(path, cursor),
    };
  }
}

async function taxonomies(workspace: Workspace, from: string): Promise<string[]> {
  const files = await workspace.files();
  return files.filter(({ kind }) => kind === 'taxonomy').map(({ uri }) => decodeURIComponent(relativePath(from, uri)));
}

function fileKindAt({ kind }: Guideline, path: Cursor['path']): FileKind | undefined {
  const [block, , key] = path;
  const last = path[path.length - 1];
  if (kind === 'taxonomy') return block === 'imports' && path.length === 3 && last === 'file' ? 'taxonomy' : undefined;
  if (block === 'taxonomy' && path.length === 2 && last === 'file') return 'taxonomy';
  if (block !== 'samples' || path.length !== 3) return undefined;
  return key === 'image' || key === 'annotations' ? key : undefined;
}
