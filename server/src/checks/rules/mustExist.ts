import type { ReferenceKind } from '../../model/references';
import { documentReferences } from '../../model/references';
import type { ResolvedProtocol } from '../../workspace/workspace';
import { isIncomplete } from '../brokenPlaces';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import { quoted } from '../words';
import { isId } from '../ids';
import { nearestId } from './guideline';

/** Names of one kind that a protocol uses and does not define. `block` is the key they are defined under. */
export function undefinedNames(
  { protocol, file }: ResolvedProtocol,
  kind: ReferenceKind,
  known: ReadonlyMap<string, unknown>,
  block: string,
): Finding[] {
  const found: Finding[] = [];
  // A name may be defined in the part that could not be read.
  if (isIncomplete(protocol.document)) return found;
  for (const reference of documentReferences('protocol', file.document)) {
    const { id, at, open } = reference;
    if (reference.kind !== kind || open || !isId(id) || known.has(id)) continue;
    const meant = nearestId(id, known.keys());
    found.push({
      at,
      message: `There is no ${kind} ${quoted(id)}.${meant ? ` Did you mean “${meant}”?` : ` Define it under “${block}”, or name another.`}`,
      fixes: meant ? [replaceFix(`Change to “${meant}”`, at, meant, true)] : [],
    });
  }
  return found;
}
