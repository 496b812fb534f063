import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { PreviewLabel, PreviewParams, PreviewResult, PreviewSample } from '../requests';
import type { LabelSpace, SpaceLabel } from '../model/labelSpace';
import type { Sample } from '../model/protocol';
import type { Located } from '../model/read';
import { likelyLabels } from '../checks/likelyLabels';
import { exactCodes } from '../checks/matchable';
import type { FileSystem } from '../workspace/fileSystem';
import { nameOf, resolvePath } from '../workspace/uris';
import type { ResolvedProtocol, Workspace } from '../workspace/workspace';
import type { Guideline } from './guideline';
import { entrySpan, rangeOf, resolveGuideline, spaceOf } from './guideline';

/**
 * The samples of a guideline with the labels to draw them by: of a protocol its own, of a taxonomy those of all
 * protocols that use it. Nothing when the file is no guideline.
 */
export async function providePreview(
  workspace: Workspace,
  fileSystem: FileSystem,
  { uri }: PreviewParams,
  token: CancellationToken,
): Promise<PreviewResult | undefined> {
  const guideline = await resolveGuideline(workspace, uri);
  if (token.isCancellationRequested || !guideline) return undefined;
  const protocols = guideline.kind === 'protocol' ? [guideline] : await protocolsOf(workspace, uri);
  if (token.isCancellationRequested) return undefined;
  const samples = await Promise.all(
    protocols.flatMap((protocol) =>
      [...protocol.protocol.samples.values()].map((sample) => previewSample(workspace, fileSystem, protocol, sample)),
    ),
  );
  if (token.isCancellationRequested) return undefined;
  const space = spaceOf(guideline);
  return { title: titleOf(guideline), labels: space ? previewLabels(space) : [], samples };
}

async function protocolsOf(workspace: Workspace, uri: string): Promise<ResolvedProtocol[]> {
  const dependants = await workspace.dependants(uri);
  return dependants.filter((dependant) => dependant.kind === 'protocol');
}

function titleOf(guideline: Guideline): string {
  const head = guideline.kind === 'taxonomy' ? guideline.taxonomy : guideline.protocol;
  return head.title?.text ?? head.id?.text ?? nameOf(guideline.file.uri);
}

function previewLabels(space: LabelSpace): PreviewLabel[] {
  return [...space.labels.values()].map((entry) => previewLabel(space, entry));
}

/** A label as it is drawn. */
export function previewLabel(space: LabelSpace, { label, taxonomy, uri }: SpaceLabel): PreviewLabel {
  const effective = space.effective(label.id);
  const attributes = [...(effective?.attributes.values() ?? [])].flatMap(({ id, name, unit }) =>
    name !== undefined || unit !== undefined ? [{ id, name, unit }] : [],
  );
  const texts = (items: readonly Located[]) => items.map(({ text }) => text);
  return {
    id: label.id,
    name: label.name ?? label.id,
    color: label.color && /^#[0-9a-f]{6}$/i.test(label.color) ? label.color.toLowerCase() : undefined,
    value: label.value,
    layer: effective?.layer,
    definition: label.definition,
    include: texts(label.include),
    exclude: texts(label.exclude),
    names: texts(label.synonyms),
    aliases: [...label.alias.values()],
    codes: exactCodes(label),
    skeleton: label.skeleton.flatMap(([from, to]) => (from && to ? [[from.text, to.text] as const] : [])),
    geometry: effective?.geometry,
    attributes: attributes.length > 0 ? attributes : undefined,
    deprecated: label.deprecated !== undefined,
    uri,
    range: taxonomy.document.range(label.key),
    entryRange: taxonomy.document.range(entrySpan(label.key, label.node)),
  };
}

async function previewSample(
  workspace: Workspace,
  fileSystem: FileSystem,
  { file, protocol, taxonomy }: ResolvedProtocol,
  sample: Sample,
): Promise<PreviewSample> {
  const find = (path: Located) => findFile(workspace, fileSystem, file.uri, path.text);
  const image = sample.image && (await find(sample.image));
  const annotations = sample.annotations && (await find(sample.annotations));
  const series = image?.type === 'folder' ? await filesIn(fileSystem, image.uri!) : undefined;
  const likely = taxonomy && likelyLabels(taxonomy.space, protocol, sample);
  const problems = [
    image ? image.problem : `The sample ‘${sample.id}’ names no image.`,
    series?.length === 0 ? `The folder ‘${sample.image?.text}’ holds no files.` : undefined,
    annotations?.problem,
    annotations?.type === 'folder' ? `‘${sample.annotations?.text}’ is a folder. Name a file in it.` : undefined,
  ];
  return {
    id: sample.id,
    kind: sample.kind,
    caption: sample.caption,
    shows: sample.shows.map(({ text }) => text),
    about: sample.about.map(({ text }) => text),
    likely: likely?.length ? likely : undefined,
    image: image?.type && image.uri,
    series: series?.length ? series : undefined,
    annotations: annotations?.type === 'file' ? annotations.uri : undefined,
    files: [image?.uri, ...(series ?? []), annotations?.uri].filter((uri) => uri !== undefined),
    windows: [...protocol.images.values()].flatMap(({ display, modality }) =>
      display.map((window) => ({ ...window, modality: modality.map(({ text }) => text) })),
    ),
    uri: file.uri,
    range: rangeOf(file, sample.key),
    entryRange: rangeOf(file, entrySpan(sample.key, sample.node)),
    problems: problems.filter((problem) => problem !== undefined),
  };
}

/** So many files of a folder are shown at most. */
const mostFiles = 4000;

/** The files of a folder that may be a series, by name. */
async function filesIn(fileSystem: FileSystem, folder: string): Promise<readonly string[]> {
  const entries = await fileSystem.list(folder).catch(() => []);
  const names = entries.flatMap(({ name, type }) =>
    type === 'file' && !name.startsWith('.') && name.toUpperCase() !== 'DICOMDIR' ? [name] : [],
  );
  const parent = folder.endsWith('/') ? folder : `${folder}/`;
  return names
    .sort()
    .slice(0, mostFiles)
    .map((name) => parent + encodeURIComponent(name));
}

/** A file or folder that a sample names, unless it leads out of the workspace; and what is wrong with it. */
async function findFile(
  workspace: Workspace,
  fileSystem: FileSystem,
  from: string,
  path: string,
): Promise<{ uri?: string; type?: 'file' | 'folder'; problem?: string }> {
  const uri = resolvePath(from, path);
  if (uri === undefined) {
    return {
      problem: `‘${path}’ is no path that can be used here. Write it from this file on, with ‘/’ between folders.`,
    };
  }
  if (!workspace.isReadable(uri)) {
    return { problem: `‘${path}’ lies outside the folders that are open. Move the file into one of them.` };
  }
  try {
    // Links that lead out of the folders that are open are not followed: nothing is there.
    const type = (await fileSystem.stat(uri))?.type;
    return type ? { uri, type } : { uri, problem: `There is no file ‘${path}’.` };
  } catch {
    return { uri, problem: `The file ‘${path}’ cannot be read.` };
  }
}
