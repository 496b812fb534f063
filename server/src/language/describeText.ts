import { readCode } from '../model/code';
import type { YamlScalar } from '../yaml/node';
import { counted, listed } from '../checks/words';
import { isCodePath, systemName } from './codeSystems';
import { code, paragraphs, plain } from './markdown';
import type { JsonSchema } from './schema';
import type { DocumentPath } from './schemaAt';

/** What a code, a length of time or a range of versions says, in words, as Markdown; nothing of any other text. */
export function describeText(schema: JsonSchema, path: DocumentPath, node: YamlScalar): string | undefined {
  if (isCodePath(path)) return describeCode(node);
  if (schema.title === 'Duration') return durationWords(node.source);
  return schema.title === 'Version range' ? rangeWords(node.source) : undefined;
}

function describeCode(node: YamlScalar): string | undefined {
  const read = readCode(node);
  if (!read || read.system === '') return undefined;
  const system = systemName(read.system);
  return paragraphs(
    read.term && `**${plain(read.term)}**`,
    [`Code ${code(read.code)} of`, system ?? code(read.system), system === undefined ? '' : `(${code(read.system)})`]
      .join(' ')
      .trim(),
  );
}

/** `P1Y6M` as `1 year and 6 months`; nothing for what is no length of time. */
export function durationWords(text: string): string | undefined {
  const units = ['year', 'month', 'week', 'day'];
  const [match, ...numbers] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text) ?? [];
  const parts = numbers.flatMap((number: string | undefined, i) =>
    number === undefined ? [] : [counted(Number(number), units[i] ?? '')],
  );
  return match === undefined || parts.length === 0 ? undefined : listed(parts, 'and');
}

/** `~2.3.0` in words; nothing for what is no range of versions. */
export function rangeWords(text: string): string | undefined {
  const [, sign, major = '', minor = '', patch = '', label = ''] =
    /^([~^]?)(\d+)\.(\d+)\.(\d+)([-+].*)?$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const from = `${major}.${minor}.${patch}${label}`;
  if (sign === '') return `Exactly version ${code(from)}`;
  const isWordingOnly = sign === '~' || (major === '0' && minor !== '0');
  if (major === '0' && minor === '0' && sign === '^') return `Exactly version ${code(from)}`;
  return isWordingOnly
    ? `Changes of wording only: ${code(`${major}.${minor}.x`)}, from ${code(from)} on`
    : `Changes of wording, and additions: ${code(`${major}.x`)}, from ${code(from)} on`;
}
