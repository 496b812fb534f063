import { check, pointedAt } from '../unit/checks/checking';
import { readLabels } from './readers';
import { toTaxonomy } from './toTaxonomy';

/** What is said of one list of labels of another tool. */
export interface ListReport {
  readonly title: string;
  readonly labels: number;
  readonly problems: readonly { readonly rule: string; readonly message: string; readonly at: string }[];
}

/** Brings the lists of labels in a file into our format, and checks each. */
export async function checkLabels(path: string, text: string): Promise<ListReport[]> {
  const reports: ListReport[] = [];
  for (const list of readLabels(path, text)) {
    const files = { 'labels.taxonomy.yaml': toTaxonomy(list) };
    const problems = (await check(files)).map((problem) => ({
      rule: problem.rule,
      message: problem.message,
      at: pointedAt(files, problem),
    }));
    reports.push({ title: list.title, labels: list.labels.length, problems });
  }
  return reports;
}
