import { readText } from '../model/read';
import { matchesGlob } from '../workspace/glob';
import { nameOf, relativePath } from '../workspace/uris';
import type { YamlDocument } from '../yaml/document';
import { pathKeys } from '../yaml/document';
import type { YamlNode } from '../yaml/node';
import { pointerSteps, valueAt } from '../yaml/node';
import type { Position } from '../yaml/position';

/** A problem that somebody has looked at and accepted, as `labelwright.yaml` says. */
export interface Waiver {
  readonly rule: string;
  /** A file, a file and a JSON Pointer (`file#/labels/x`), a pointer alone, or an id that stands on the way to the place. */
  readonly at: string;
  readonly reason: string;
  /** The last day it holds, `2026-12-31`. */
  readonly until?: string;
  readonly by?: string;
  readonly node: YamlNode;
}

/** The waivers of a `labelwright.yaml` that are complete: one without a reason does not hold. */
export function readWaivers({ root }: YamlDocument): Waiver[] {
  const list = valueAt(root, 'waivers');
  const items = list?.kind === 'list' ? list.items : [];
  return items.flatMap((node) => {
    const text = (key: string) => readText(valueAt(node, key));
    const [rule, at, reason] = [text('rule'), text('at'), text('reason')];
    return rule && at && reason ? [{ rule, at, reason, until: text('until'), by: text('by'), node }] : [];
  });
}

/** Whether the last day of a waiver was before `today` (`2026-01-31`). */
export function isPast({ until }: Waiver, today: string): boolean {
  return until !== undefined && until < today;
}

/** Whether a waiver of a configuration (by its URI) speaks of a file. */
export function isOfFile({ at }: Waiver, configUri: string | undefined, uri: string): boolean {
  const pattern = pathPart(at);
  if (pattern === '') return true;
  const path = configUri ? relativePath(configUri, uri) : nameOf(uri);
  return matchesGlob(path, pattern);
}

/** Whether a waiver speaks of a place in a file that it is of. */
export function isOfPlace({ at }: Waiver, document: YamlDocument, position: Position): boolean {
  const steps = () => pathKeys(document.pathAt(position));
  if (isId(at)) return steps().includes(at);
  const pointer = at.startsWith('/') ? at : at.includes('#') ? at.slice(at.indexOf('#') + 1) : '';
  const here = pointer === '' ? [] : steps();
  return pointerSteps(pointer).every((step, i) => step === here[i]);
}

function isId(at: string): boolean {
  return !/[/.*?#]/.test(at);
}

/** The pattern of files in `at`; empty where it speaks of all. */
function pathPart(at: string): string {
  if (isId(at) || at.startsWith('/')) return '';
  const hash = at.indexOf('#');
  return hash < 0 ? at : at.slice(0, hash);
}
