import type { Attribute } from '../../model/attribute';
import type { Code } from '../../model/code';
import type { Label } from '../../model/label';
import type { Span } from '../../yaml/node';
import { spanWithin } from '../../yaml/node';

/** All codes of a label: its own, those for DICOM, and those of its attributes and their values. */
export function codesOfLabel({ codes, dicom, attributes }: Label): readonly Code[] {
  if (dicom.size === 0 && attributes.size === 0) return codes;
  return [...codes, ...dicom.values(), ...[...attributes.values()].flatMap(codesOfAttribute)];
}

/** The codes of an attribute and of its values. */
export function codesOfAttribute({ codes, values }: Attribute): Code[] {
  return [...codes, ...[...values.values()].flatMap((value) => value.codes)];
}

/** Where a code stands, without its system and term. */
export function placeOfCode({ system, code, node }: Code): Span {
  const from = node.source.indexOf(code, system.length);
  return from < 0 ? node : spanWithin(node, from, from + code.length);
}
