import type { Protocol, Stage } from '../../model/protocol';

const known = new WeakMap<Protocol, Map<string, Stage | undefined>>();

/** The stage that made the annotations which a stage takes up: revisions are followed to what they revise. */
export function readingOf(protocol: Protocol, id: string): Stage | undefined {
  let readings = known.get(protocol);
  if (!readings) known.set(protocol, (readings = new Map()));
  const way: string[] = [];
  let stage = protocol.workflow.get(id);
  while (stage?.stage === 'revise' && stage.of && !readings.has(stage.id)) {
    way.push(stage.id);
    readings.set(stage.id, undefined);
    stage = protocol.workflow.get(stage.of.text);
  }
  const reading = stage?.stage === 'read' ? stage : stage && readings.get(stage.id);
  for (const revision of way) readings.set(revision, reading);
  return reading;
}

/** How many readers made the annotations of a stage; nothing when no readers did. */
export function readersOf(protocol: Protocol, id: string): number | undefined {
  const stage = readingOf(protocol, id);
  return stage && (stage.readers ?? 1);
}
