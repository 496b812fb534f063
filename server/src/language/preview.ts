import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { PreviewLabel, PreviewParams, PreviewResult, PreviewSample } from '../requests';
import type { LabelSpace, SpaceLabel } from '../model/labelSpace';
import type { Sample } from '../model/protocol';
import type { Located } from '../model/read';
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
  const texts = (items: readonly Located[]) => items.map(({ text }) => text);
  return {
    id: label.id,
    name: label.name ?? label.id,
    color: label.color && /^#[0-9a-f]{6}$/i.test(label.color) ? label.color.toLowerCase() : undefined,
    value: label.value,
    definition: label.definition,
    include: texts(label.include),
    exclude: texts(label.exclude),
    names: texts(label.synonyms),
    aliases: [...label.alias.values()],
    codes: exactCodes(label),
    skeleton: label.skeleton.flatMap(([from, to]) => (from && to ? [[from.text, to.text] as const] : [])),
    geometry: space.effective(label.id)?.geometry,
    deprecated: label.deprecated !== undefined,
    uri,
    range: taxonomy.document.range(label.key),
    entryRange: taxonomy.document.range(entrySpan(label.key, label.node)),
  };
}

async function previewSample(
  workspace: Workspace,
  fileSystem: FileSystem,
  { file }: ResolvedProtocol,
  sample: Sample,
): Promise<PreviewSample> {
  const find = (path: Located) => findFile(workspace, fileSystem, file.uri, path.text);
  const image = sample.image && (await find(sample.image));
  const annotations = sample.annotations && (await find(sample.annotations));
  const problems = [image ? image.problem : `The sample ‘${sample.id}’ names no image.`, annotations?.problem];
  return {
    id: sample.id,
    kind: sample.kind,
    caption: sample.caption,
    shows: sample.shows.map(({ text }) => text),
    about: sample.about.map(({ text }) => text),
    image: image?.uri,
    annotations: annotations?.uri,
    uri: file.uri,
    range: rangeOf(file, sample.key),
    entryRange: rangeOf(file, entrySpan(sample.key, sample.node)),
    problems: problems.filter((problem) => problem !== undefined),
  };
}

/** The URI of a file that a sample names, unless it leads out of the workspace; and what is wrong with it. */
async function findFile(
  workspace: Workspace,
  fileSystem: FileSystem,
  from: string,
  path: string,
): Promise<{ uri?: string; problem?: string }> {
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
    if ((await fileSystem.stat(uri))?.type === 'file') return { uri };
    return { uri, problem: `There is no file ‘${path}’.` };
  } catch {
    return { uri, problem: `The file ‘${path}’ cannot be read.` };
  }
}
