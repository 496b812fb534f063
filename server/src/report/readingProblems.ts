import { whyMissing } from '../checks/rules/paths';
import { unreadable } from '../checks/unreadable';
import { documentsOf } from '../compare/documents';
import { nameOf } from '../workspace/uris';
import type { Reference, Resolved } from '../workspace/workspace';

/** What a comparison could not read in either version, in sentences. */
export function readingProblems(before: Resolved | undefined, after: Resolved | undefined): string[] {
  return [...problemsOf(before, 'old'), ...problemsOf(after, 'new')];
}

function problemsOf(guideline: Resolved | undefined, version: 'old' | 'new'): string[] {
  const problems: string[] = [];
  for (const [uri, document] of documentsOf(guideline)) {
    const [first] = document.errors;
    const whole = unreadable(guideline?.file.uri === uri ? guideline.kind : 'taxonomy', document.root);
    if (first) {
      const line = document.range(first).start.line + 1;
      problems.push(
        `In the ${version} version, ${nameOf(uri)} has a mistake in line ${line}: ${first.message} What could be read was compared.`,
      );
    } else if (whole !== undefined) problems.push(`In the ${version} version, ${nameOf(uri)} says nothing. ${whole}`);
  }
  const lost = (what: string, consequence: string, reference: Reference | undefined) => {
    const reason = reference && whyMissing(reference);
    if (reason !== undefined)
      problems.push(`In the ${version} version, ${what} was not read, ${consequence}: ${reason}`);
  };
  if (guideline?.kind === 'protocol') lost('the taxonomy', 'and labels are told by their ids', guideline.reference);
  const taxonomy =
    guideline?.kind === 'protocol' ? guideline.taxonomy : guideline?.kind === 'taxonomy' ? guideline : undefined;
  for (const reference of taxonomy?.imports ?? [])
    lost('an imported taxonomy', 'so that its labels were not compared', reference);
  return problems;
}
