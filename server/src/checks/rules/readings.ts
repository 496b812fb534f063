import type { Protocol, Stage } from '../../model/protocol';

/** The stage that made the annotations which a stage takes up: revisions are followed to what they revise. */
export function readingOf(protocol: Protocol, id: string): Stage | undefined {
  const seen = new Set<string>();
  let stage = protocol.workflow.get(id);
  while (stage?.stage === 'revise' && stage.of && !seen.has(stage.id)) {
    seen.add(stage.id);
    stage = protocol.workflow.get(stage.of.text);
  }
  return stage?.stage === 'read' ? stage : undefined;
}

/** How many readers made the annotations of a stage; nothing when no readers did. */
export function readersOf(protocol: Protocol, id: string): number | undefined {
  const stage = readingOf(protocol, id);
  return stage && (stage.readers ?? 1);
}
