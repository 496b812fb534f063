/** A taxonomy with nothing but what an example is about: `body` holds its blocks. */
export function taxonomyText(body: string, head = ''): string {
  return `taxonomy: example\nversion: 1.0.0\ntitle: Example\nstatus: draft\nlanguage: en\n${lines(head)}${lines(body)}`;
}

/** A taxonomy that the examples of protocols use. */
export const findings = taxonomyText(`
attributes:
  side:
    type: choice
    values: [left, right]
labels:
  pneumothorax:
    name: Pneumothorax
    definition: Air in the pleural space.
    geometry: [mask]
    attributes:
      side: required
      width: {type: number, unit: mm, minimum: 0}
  nodule:
    name: Nodule
    definition: A rounded opacity of at most 3 cm.
    geometry: [box]
`).replace('status: draft', 'status: approved');

const blocks: Record<string, string> = {
  taxonomy: 'taxonomy: {file: findings.taxonomy.yaml, version: ~1.0.0}',
  purpose: 'purpose: {task: segmentation}',
  roles: 'roles:\n  reader: {qualification: Radiologist, count: 2}',
  workflow: 'workflow:\n  first: {stage: read, role: reader}',
};

/** A protocol with nothing but what an example is about: `body` holds its blocks, and the rest is filled in. */
export function protocolText(body: string, head: Readonly<Record<string, string>> = {}): string {
  const values = { version: '1.0.0', title: 'Example', status: 'draft', language: 'en', ...head };
  const begin = ['protocol: example', ...Object.entries(values).map(([key, value]) => `${key}: ${value}`)];
  const missing = Object.keys(blocks).filter((key) => !new RegExp(`^${key}:`, 'm').test(body));
  return `${begin.join('\n')}\n${missing.map((key) => `${blocks[key]}\n`).join('')}${lines(body)}`;
}

/** Files of an example of a protocol: the protocol, and the taxonomy that it uses. */
export function protocolExample(
  body: string,
  head: Readonly<Record<string, string>> = {},
): { readonly [path: string]: string } {
  return { 'example.protocol.yaml': protocolText(body, head), 'findings.taxonomy.yaml': findings };
}

/** Files of an example of a taxonomy. */
export function taxonomyExample(body: string): { readonly [path: string]: string } {
  return { 'example.taxonomy.yaml': taxonomyText(body) };
}

function lines(text: string): string {
  const trimmed = text.replace(/^\n+|\s+$/g, '');
  return trimmed === '' ? '' : `${trimmed}\n`;
}
