import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { LookParams, LookResult, PreviewLabel } from '../requests';
import type { FileSystem } from '../workspace/fileSystem';
import type { DiffParts } from './diff';
import { guidelineAt } from './diff';
import type { Guideline } from './guideline';
import { spaceOf } from './guideline';
import { previewLabel, providePreview } from './preview';

/** More samples of one change than anybody looks at. */
const mostSamples = 12;

/**
 * How a label and those below it are drawn in two versions of a guideline, and the samples that may show it: those that
 * name it first. The samples are those of the newer file as it stands.
 */
export async function provideLook(
  parts: DiffParts & { readonly fileSystem: FileSystem },
  { from, to, look }: LookParams,
  token: CancellationToken,
): Promise<LookResult> {
  const [before, after] = [await guidelineAt(parts, from), await guidelineAt(parts, to)];
  const labels = [labelsBelow(before, look.before), labelsBelow(after, look.after)] as const;
  const ids = new Set(labels.flat().map(({ id }) => id));
  const preview = await providePreview(parts.workspace, parts.fileSystem, { uri: to.uri }, token);
  const samples = (preview?.samples ?? []).filter(({ image, annotations }) => image && annotations);
  const names = ({ shows, about }: (typeof samples)[number]) => [...shows, ...about].some((id) => ids.has(id));
  return {
    before: labels[0],
    after: labels[1],
    samples: [...samples.filter(names), ...samples.filter((sample) => !names(sample))].slice(0, mostSamples),
  };
}

/** A label and those below it, with the geometry that the guideline, if it is a protocol, leaves them. */
function labelsBelow(guideline: Guideline, id: string | null): PreviewLabel[] {
  const space = spaceOf(guideline);
  if (!space || id === null) return [];
  return [id, ...space.descendants(id)].flatMap((each): PreviewLabel[] => {
    const entry = space.labels.get(each);
    if (!entry) return [];
    const label = previewLabel(space, entry);
    const use = guideline.kind === 'protocol' ? guideline.protocol.labels?.get(each) : undefined;
    const geometry = use?.geometry?.map(({ text }) => text) ?? label.geometry;
    return [{ ...label, ...(geometry && { geometry }) }];
  });
}
