import type { Attribute } from '../../model/attribute';
import type { Code } from '../../model/code';
import type { Label } from '../../model/label';
import type { Span } from '../../yaml/node';
import { spanWithin } from '../../yaml/node';

/** All codes of a label: its own, those for DICOM, and those of its attributes and their values. */
export function codesOfLabel({ codes, dicom, attributes }: Label): readonly Code[] {
  let all: Code[] | undefined;
  if (dicom.size > 0) all = [...codes, ...dicom.values()];
  for (const attribute of attributes.values()) {
    if (attribute.codes.length > 0 || attribute.values.size > 0) addCodes(attribute, (all ??= [...codes]));
  }
  return all ?? codes;
}

/** The codes of an attribute and of its values. */
export function codesOfAttribute(attribute: Attribute): Code[] {
  const found: Code[] = [];
  addCodes(attribute, found);
  return found;
}

function addCodes({ codes, values }: Attribute, found: Code[]): void {
  found.push(...codes);
  for (const value of values.values()) found.push(...value.codes);
}

/** Where a code stands, without its system and term. */
export function placeOfCode({ system, code, node }: Code): Span {
  const from = node.source.indexOf(code, system.length);
  return from < 0 ? node : spanWithin(node, from, from + code.length);
}
