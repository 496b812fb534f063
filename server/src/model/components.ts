/**
 * The strongly connected components that can be reached from `start`, each after those that it leads to: a single node,
 * or all nodes of a tangle of circles. Nodes that `isDone` accepts are not entered. Without recursion: chains are long.
 */
export function componentsFrom(
  start: string,
  next: (node: string) => readonly string[],
  isDone: (node: string) => boolean,
): string[][] {
  // Tarjan's algorithm.
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const components: string[][] = [];
  const path: { readonly node: string; readonly targets: readonly string[]; at: number }[] = [];

  const enter = (node: string) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node) ?? 0);
    open.push(node);
    isOpen.add(node);
    path.push({ node, targets: next(node), at: 0 });
  };
  const lower = (node: string, to: number) => lowest.set(node, Math.min(lowest.get(node) ?? to, to));

  if (!isDone(start)) enter(start);
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const target = step.targets[step.at++];
    if (target !== undefined) {
      if (isDone(target)) continue;
      if (!order.has(target)) enter(target);
      else if (isOpen.has(target)) lower(step.node, order.get(target) ?? 0);
      continue;
    }
    path.pop();
    const above = path.at(-1);
    if (above) lower(above.node, lowest.get(step.node) ?? 0);
    if (lowest.get(step.node) !== order.get(step.node)) continue;
    const component = open.splice(open.lastIndexOf(step.node));
    for (const node of component) isOpen.delete(node);
    components.push(component);
  }
  return components;
}
