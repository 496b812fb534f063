import type { GuidelineKind } from '../model/kind';
import type { YamlNode, YamlScalar } from '../yaml/node';
import { describeText } from './describeText';
import { code, colorSquare, paragraphs, plain, yamlBlock } from './markdown';
import type { JsonSchema } from './schema';
import type { DocumentPath, SchemaPlace } from './schemaAt';
import { schemaAt } from './schemaAt';
import { wordsOfValue } from './valueWords';

/** What the format says of the key that a path leads to, as Markdown. */
export function describeKey(kind: GuidelineKind, path: DocumentPath, root: YamlNode): string | undefined {
  const place = schemaAt(kind, path, root);
  const key = path[path.length - 1];
  if (typeof key !== 'string') return undefined;
  const above = schemaAt(kind, path.slice(0, -1), root);
  if (!place)
    return isOwnKey(key, above) ? `**${plain(key)}**\n\nA key of your own. Labelwright leaves it as it is.` : undefined;
  const known = above?.keys.find((allowed) => allowed.key === key);
  if (!known)
    return paragraphs(place.schema.title && `**${place.schema.title}** ${code(key)}`, place.schema.description);
  return documentKey(key, known.schema, known.required);
}

/** Whether a key begins with `x-`, in a map that has room for such. */
function isOwnKey(key: string, map: SchemaPlace | undefined): boolean {
  return map !== undefined && Object.keys(map.schema.patternProperties ?? {}).some((own) => new RegExp(own).test(key));
}

/** A key's description with examples; who asks for it stands in the description. */
export function documentKey(key: string, schema: JsonSchema, required: boolean): string {
  return paragraphs(`**${key}**${required ? ' (required)' : ''}`, schema.description, writtenExamples(key, schema));
}

// The schemas do not change, and writing YAML is what a list of keys would spend its time on.
const written = new WeakMap<readonly unknown[], Map<string, string>>();

function writtenExamples(key: string, { examples = [] }: JsonSchema): string {
  let byKey = written.get(examples);
  if (!byKey) written.set(examples, (byKey = new Map()));
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const text = paragraphs(...examples.slice(0, 3).map((example) => yamlBlock({ [key]: example })));
  byKey.set(key, text);
  return text;
}

/** What a value means: one in a list of allowed ones, a colour, a code, a length of time, a range of versions. */
export function describeValue(
  kind: GuidelineKind,
  path: DocumentPath,
  root: YamlNode,
  node: YamlScalar,
): string | undefined {
  const schema = schemaAt(kind, path, root)?.schema;
  if (!schema) return undefined;
  if (path[path.length - 1] === 'color') return colorSquare(node.source) || undefined;
  if (!schema.enum?.includes(node.value)) return describeText(schema, path, node);
  return paragraphs(code(node.source), wordsOfValue(schema.title, node.source) ?? schema.description);
}
