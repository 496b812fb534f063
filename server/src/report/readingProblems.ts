import { documentsOf } from '../compare/documents';
import { nameOf } from '../workspace/uris';
import type { Resolved } from '../workspace/workspace';

/** What a comparison could not read in either version, in sentences. */
export function readingProblems(before: Resolved | undefined, after: Resolved | undefined): string[] {
  return [...problemsOf(before, 'old'), ...problemsOf(after, 'new')];
}

function problemsOf(guideline: Resolved | undefined, version: 'old' | 'new'): string[] {
  const problems: string[] = [];
  for (const [uri, document] of documentsOf(guideline)) {
    const [first] = document.errors;
    if (!first) continue;
    const line = document.range(first).start.line + 1;
    problems.push(
      `In the ${version} version, ${nameOf(uri)} has a mistake in line ${line}: ${first.message} What could be read was compared.`,
    );
  }
  if (guideline?.kind === 'protocol' && guideline.reference?.missing) {
    problems.push(`In the ${version} version, the taxonomy ${guideline.reference.path} cannot be read.`);
  }
  const taxonomy =
    guideline?.kind === 'protocol' ? guideline.taxonomy : guideline?.kind === 'taxonomy' ? guideline : undefined;
  for (const { path, missing } of taxonomy?.imports ?? []) {
    if (!missing) continue;
    problems.push(
      `In the ${version} version, the imported taxonomy ${path} cannot be read; its labels were not compared.`,
    );
  }
  return problems;
}
