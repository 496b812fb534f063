import type { Resolved } from '../workspace/workspace';
import type { YamlDocument } from '../yaml/document';

/** All documents that a change between versions may point into, by URI: the guideline's own and those it uses. */
export function documentsOf(guideline: Resolved | undefined): ReadonlyMap<string, YamlDocument> {
  const result = new Map<string, YamlDocument>();
  if (!guideline) return result;
  result.set(guideline.file.uri, guideline.file.document);
  const taxonomy =
    guideline.kind === 'protocol' ? guideline.taxonomy : guideline.kind === 'taxonomy' ? guideline : undefined;
  for (const { uri, taxonomy: member } of taxonomy?.space.members ?? []) result.set(uri, member.document);
  return result;
}
