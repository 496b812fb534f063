/** Keys whose maps and lists mean something by their order: grades, key points, stages of the workflow. */
const ordered: ReadonlySet<string> = new Set(['values', 'keypoints', 'workflow']);

/** Whether order means something in the value of a key. */
export function isOrdered(key: string): boolean {
  return ordered.has(key);
}
