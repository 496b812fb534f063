import { kindOf } from '../model/kind';
import { readProtocol } from '../model/protocol';
import type { Taxonomy } from '../model/taxonomy';
import { readTaxonomy } from '../model/taxonomy';
import { createLabelSpace, type Member } from '../model/labelSpace';
import { createFileStore } from './fileStore';
import type { FileSystem } from './fileSystem';
import { scanForGuidelines } from './scan';
import type { Slices } from './slices';
import { atOnce } from './slices';
import { canonical, childOf, folderOf, isInside, nameOf, resolvePath } from './uris';
import type {
  GuidelineFile,
  Reference,
  Resolved,
  ResolvedConfig,
  ResolvedProtocol,
  ResolvedTaxonomy,
  Workspace,
} from './workspace';

export interface WorkspaceOptions {
  readonly fileSystem: FileSystem;
  /** URIs of the folders that may be read. */
  readonly folders: readonly string[];
  /** How parsing gives way; it does not when this is not given. */
  readonly slices?: Slices;
}

/** A resolved file with the files it was made from, as they then were. */
interface Kept {
  readonly resolved: Resolved;
  readonly from: ReadonlyMap<string, number>;
}

/** The files that a resolution looked at, with their revisions; absent files count too: they may appear. */
type Trace = Map<string, number>;

export function createWorkspace({ fileSystem, folders: initialFolders, slices = atOnce }: WorkspaceOptions): Workspace {
  let folders = initialFolders.map(withoutSlash);
  const store = createFileStore(fileSystem, isReadable, slices);
  const kept = new Map<string, Kept>();
  const taxonomies = new Map<string, Taxonomy>();
  let scanned: Promise<readonly string[]> | undefined;

  function isReadable(uri: string): boolean {
    return store.isOpen(uri) || folders.some((folder) => isInside(folder, uri));
  }

  async function file(uri: string, trace?: Trace): Promise<GuidelineFile | undefined> {
    const key = canonical(uri);
    trace?.set(key, store.revision(key));
    const stored = await store.get(key);
    const kind = stored && kindOf(nameOf(key), stored.document);
    return stored && kind && { uri: key, kind, ...stored };
  }

  async function resolve(uri: string): Promise<Resolved | undefined> {
    const key = canonical(uri);
    const known = kept.get(key);
    if (known && isStill(known)) return known.resolved;
    const trace: Trace = new Map();
    const guideline = await file(key, trace);
    const resolved = guideline && (await resolveFile(guideline, trace));
    if (resolved) kept.set(key, { resolved, from: trace });
    else kept.delete(key);
    return resolved;
  }

  function isStill({ from }: Kept): boolean {
    for (const [uri, revision] of from) if (store.revision(uri) !== revision) return false;
    return true;
  }

  async function resolveFile(guideline: GuidelineFile, trace: Trace): Promise<Resolved> {
    if (guideline.kind === 'config') return { kind: 'config', file: guideline };
    return guideline.kind === 'taxonomy' ? resolveTaxonomy(guideline, trace) : resolveProtocol(guideline, trace);
  }

  async function resolveProtocol(guideline: GuidelineFile, trace: Trace): Promise<ResolvedProtocol> {
    const protocol = readProtocol(guideline.document);
    const base = { kind: 'protocol', file: guideline, protocol } as const;
    const path = protocol.taxonomy.file?.text;
    if (path === undefined) return base;
    const { reference, target } = await follow(guideline.uri, path, trace);
    return target ? { ...base, reference, taxonomy: await resolveTaxonomy(target, trace) } : { ...base, reference };
  }

  /** The taxonomy of a file, from the one that was read of it before. */
  function taxonomyOf({ uri, document }: GuidelineFile): Taxonomy {
    const before = taxonomies.get(uri);
    if (before?.document === document) return before;
    const taxonomy = readTaxonomy(document, before);
    taxonomies.set(uri, taxonomy);
    return taxonomy;
  }

  /** Forgets what was made of a file, but for what `resolve` gave away. */
  function forget(uri: string): void {
    taxonomies.delete(uri);
    kept.delete(uri);
  }

  async function resolveTaxonomy(guideline: GuidelineFile, trace: Trace): Promise<ResolvedTaxonomy> {
    const taxonomy = taxonomyOf(guideline);
    const members: Member[] = [];
    const underway: string[] = [];
    const seen = new Set<string>();

    /** Adds a taxonomy and what it imports; gives what its own imports led to. */
    async function add(member: Member): Promise<ResolvedTaxonomy['imports']> {
      seen.add(member.uri);
      members.push(member);
      underway.push(member.uri);
      const imports: ResolvedTaxonomy['imports'][number][] = [];
      for (const { file: path } of member.taxonomy.imports) {
        const { reference, target } = await follow(member.uri, path?.text ?? '', trace);
        const cycle = target !== undefined && underway.includes(target.uri);
        const imported = target && !cycle ? taxonomyOf(target) : undefined;
        if (target && imported && !seen.has(target.uri)) {
          const below = await add({ uri: target.uri, taxonomy: imported });
          imports.push({ ...reference, taxonomy: imported, cycle: below.some((item) => item.cycle) });
        } else {
          imports.push({ ...reference, taxonomy: imported, cycle });
        }
      }
      underway.pop();
      return imports;
    }

    const imports = await add({ uri: guideline.uri, taxonomy });
    return { kind: 'taxonomy', file: guideline, taxonomy, space: createLabelSpace(members), imports };
  }

  /** Follows a path to a taxonomy. */
  async function follow(
    from: string,
    path: string,
    trace: Trace,
  ): Promise<{ reference: Reference; target?: GuidelineFile }> {
    const uri = resolvePath(from, path);
    if (uri === undefined) return { reference: { path, missing: 'bad-path' } };
    if (!isReadable(uri)) return { reference: { path, uri, missing: 'outside' } };
    try {
      const target = await file(uri, trace);
      if (target?.kind === 'taxonomy') return { reference: { path, uri }, target };
      const exists = target !== undefined || (await fileSystem.stat(uri))?.type === 'file';
      return { reference: { path, uri, missing: exists ? 'other-kind' : 'not-found' } };
    } catch {
      return { reference: { path, uri, missing: 'unreadable' } };
    }
  }

  async function scan(): Promise<readonly string[]> {
    scanned ??= Promise.all(folders.map((folder) => scanForGuidelines(fileSystem, folder))).then((lists) =>
      lists.flat(),
    );
    return scanned.catch((error: unknown) => {
      scanned = undefined;
      throw error;
    });
  }

  async function files(): Promise<GuidelineFile[]> {
    const uris = [...new Set([...(await scan()).map(canonical), ...store.openFiles()])].sort();
    const found: GuidelineFile[] = [];
    for (const uri of uris) {
      const guideline = await file(uri).catch(() => undefined);
      if (guideline) found.push(guideline);
    }
    return found;
  }

  return {
    get folders() {
      return folders;
    },
    setFolders(next) {
      folders = next.map(withoutSlash);
      scanned = undefined;
    },
    open: (uri, text) => store.open(canonical(uri), text),
    change: (uri, changes) => store.change(canonical(uri), changes),
    close(uri) {
      store.close(canonical(uri));
      forget(canonical(uri));
    },
    invalidate(uris) {
      scanned = undefined;
      for (const uri of uris) {
        store.forget(canonical(uri));
        if (!store.isOpen(canonical(uri))) forget(canonical(uri));
      }
    },
    openFiles: () => store.openFiles(),
    file: (uri) => file(uri),
    revision: (uri) => store.revision(canonical(uri)),
    resolve,
    isCurrent(resolved) {
      const known = kept.get(resolved.file.uri);
      return known?.resolved === resolved && isStill(known);
    },
    async configOf(uri): Promise<ResolvedConfig | undefined> {
      let folder = folderOf(canonical(uri));
      while (folders.some((root) => isInside(root, folder))) {
        for (const name of ['labelwright.yaml', 'labelwright.yml']) {
          const guideline = await file(childOf(folder, name)).catch(() => undefined);
          if (guideline?.kind === 'config') return { kind: 'config', file: guideline };
        }
        const above = folderOf(folder);
        if (above === folder) break;
        folder = above;
      }
      return undefined;
    },
    files,
    async dependants(uri) {
      const key = canonical(uri);
      const found: Resolved[] = [];
      for (const guideline of await files()) {
        if (guideline.uri === key) continue;
        const resolved = await resolve(guideline.uri).catch(() => undefined);
        if (resolved && kept.get(guideline.uri)?.from.has(key)) found.push(resolved);
      }
      return found;
    },
    isReadable,
  };
}

function withoutSlash(uri: string): string {
  const key = canonical(uri);
  return key.endsWith('/') ? key.slice(0, -1) : key;
}
