// Taxonomies to measure with: valid, of about 25 lines a label, the same ones in every run. Nothing in them is clinical.
import { createRandom } from '../example-images/random.mjs';
import { conceptId } from './snomed.mjs';

const organs = ['lung', 'liver', 'kidney', 'brain', 'breast', 'colon', 'spleen', 'pancreas', 'heart', 'thyroid'];
const kinds = ['nodule', 'mass', 'cyst', 'fracture', 'effusion', 'opacity', 'stenosis', 'polyp', 'ulcer', 'lesion'];
const looks = ['solid', 'cystic', 'calcified', 'spiculated', 'diffuse', 'focal', 'acute', 'chronic', 'necrotic'];
const images = ['axial CT', 'contrast-enhanced CT', 'T2-weighted MRI', 'a frontal radiograph', 'B-mode ultrasound'];
/** Far apart for every eye; labels of a small layer take one each. */
const palette = [0xe4572e, 0x1f78b4, 0xffc914, 0x202020];

/** What differs between two versions, in turn. */
const changed = ['definition', 'criterion', 'synonym', 'value'];

/** How many other labels name the one that is renamed, and each names it twice. */
const namers = 50;

/**
 * @typedef {{ line: number, character: number }} Position counted from 0, in UTF-16 units
 *
 * @typedef {object} Places where the driver edits and asks; all but `problem` and `renamed` lie in the middle label
 * @property {number} problem the line of the one problem, a scope that does not exist, in the last label
 * @property {Position} value the end of a scope; one character more makes it wrong
 * @property {Position} key inside of the key `definition`
 * @property {Position} text the start of a text; a quote here stays open
 * @property {Position} prose the end of that text
 * @property {Position} line the start of a line; lines can be added before it
 * @property {Position} renamed inside of an id that other labels name
 * @property {number} references how often they name it
 *
 * @typedef {object} Taxonomy
 * @property {string} text
 * @property {Places} places
 */

/**
 * @param {number} labels how many, at least 3
 * @param {object} [options]
 * @param {'map' | 'list'} [options.form] labels by id, as Labelwright has them, or as a list of the same labels
 * @param {string} [options.id] the taxonomy's id
 * @param {number} [options.changes] how many labels, evenly spread, differ from those of `changes: 0`
 * @param {boolean} [options.flawed] whether the last label has a problem
 * @returns {Taxonomy}
 */
export function generateTaxonomy(labels, { form = 'map', id = 'bench', changes = 0, flawed = true } = {}) {
  const random = createRandom(labels);
  const pick = (list) => list[Math.floor(random.uniform(0, list.length))];
  const chance = (share) => random.uniform() < share;

  const lines = [
    '# Made by a program, to measure speed with; not for clinical use.',
    `taxonomy: ${id}`,
    `version: ${changes > 0 ? '2.0.0' : '1.0.0'}`,
    `title: Taxonomy of ${labels} labels`,
    'status: draft',
    'language: en',
    'attributes:',
    '  side:',
    '    type: choice',
    '    values: [left, right, both]',
    '  certainty:',
    '    type: ordinal',
    '    values:',
    '      possible: {name: Possible, score: 1}',
    '      probable: {name: Probable, score: 2}',
    'labels:',
  ];
  const ids = [];
  const geometries = [];
  const layers = labels < 1000 ? Math.ceil(labels / palette.length) : 5;
  const renamed = Math.min(1, labels - 2);
  const middle = Math.floor(labels / 2);
  const places = /** @type {Places} */ ({ references: 0 });
  const here = (character) => ({ line: lines.length, character });

  for (let i = 0; i < labels; i++) {
    const [organ, kind, look] = [pick(organs), pick(kinds), pick(looks)];
    const change = changeOf(i, changes / labels);
    const label = `${organ}-${kind}-${look}-${String(i).padStart(5, '0')}`;
    ids.push(label);
    if (i === renamed) places.renamed = here(form === 'map' ? 3 : 9);
    lines.push(form === 'map' ? `  ${label}:` : `  - id: ${label}`);
    lines.push(`    name: ${look} ${organ} ${kind} ${i}`);
    const drawn = chance(0.7) ? Math.floor((i - 1) / 6) : Math.floor(random.uniform(0, i));
    // Those that exclude the label which is renamed are no kinds of it.
    const parent = drawn === renamed && i <= renamed + namers ? 0 : drawn;
    if (i > 0) lines.push(`    parent: ${ids[parent]}`);

    const definition = [
      `A ${look} ${kind} of the ${organ} of type ${i}, seen on ${pick(images)}${change === 'definition' ? ' or at surgery' : ''},`,
      'and distinct from the tissue around it by shape, signal or density.',
    ];
    const folded = chance(0.3);
    if (i === middle) {
      places.line = here(0);
      places.key = here(6);
      places.text = here('    definition: '.length);
      lines.push(`    definition: ${definition.join(' ')}`);
      places.prose = { line: lines.length - 1, character: lines[lines.length - 1].length };
    } else if (folded) lines.push('    definition: >-', ...definition.map((line) => `      ${line}`));
    else lines.push(`    definition: ${definition.join(' ')}`);

    lines.push('    synonyms:', `      - ${kind} ${change === 'synonym' ? 'in' : 'of'} ${organ} ${i}`);
    if (chance(0.6)) lines.push(`      - ${organ} ${kind}, ${look} ${i}`);
    lines.push('    codes:', `      - 'SCT:${conceptId(100000 + i)} |${kind} of ${organ}|'`);
    if (chance(0.5)) lines.push(`      - code: RADLEX:RID${10000 + i}`, '        match: close');
    const colour = layers === 5 ? (i * 7919) % 0x1000000 : palette[Math.floor(i / layers)];
    lines.push(`    color: '#${colour.toString(16).padStart(6, '0')}'`);
    lines.push(`    value: ${change === 'value' ? labels + i : i + 1}`, `    layer: layer-${i % layers}`);

    // A label is marked in no way that its parent does not allow.
    const allowed = geometries[parent] ?? ['mask', 'polygon', 'box'];
    geometries.push(allowed.length > 1 && chance(0.2) ? allowed.slice(0, -1) : allowed);
    lines.push('    geometry:', ...geometries[i].map((geometry) => `      - ${geometry}`));

    if (flawed && i === labels - 1) places.problem = lines.length;
    lines.push(flawed && i === labels - 1 ? '    scope: picture' : '    scope: image');
    if (i === middle) places.value = { line: lines.length - 1, character: '    scope: image'.length };

    const least = Math.floor(random.uniform(1, 20)) + (change === 'criterion' ? 20 : 0);
    lines.push('    include:', `      - Any ${look} ${kind} of at least ${least} mm`);
    if (chance(0.5)) lines.push('      - Partly seen at the border of the image');
    lines.push('    exclude:', `      - Scars in the ${organ} after an operation`);
    if (i > renamed && i <= renamed + namers) {
      lines.push(
        '    confusedWith:',
        `      ${ids[renamed]}: It has another shape.`,
        `    disjointWith: [${ids[renamed]}]`,
      );
      places.references += 2;
    }
    lines.push('    attributes:', `      side: required`);
    if (chance(0.3)) lines.push('      certainty: optional');
    if (chance(0.5)) lines.push('      width:', '        type: number', '        unit: mm', '        minimum: 0');
  }
  return { text: `${lines.join('\n')}\n`, places };
}

/** What is changed in a label, if anything is, where a share of all labels are. */
function changeOf(index, share) {
  const count = Math.floor(index * share);
  return count === Math.floor((index - 1) * share) ? undefined : changed[count % changed.length];
}

/**
 * The schema of taxonomies whose labels are a list: ours, but for `labels`.
 * @param {Record<string, any>} schema schemas/taxonomy.schema.json
 * @returns {{ properties: Record<string, any>, $defs: Record<string, any> }}
 */
export function listSchema(schema) {
  const { label, id } = schema.$defs;
  return {
    ...schema,
    $id: schema.$id.replace('taxonomy', 'taxonomy-list'),
    properties: {
      ...schema.properties,
      labels: { description: schema.properties.labels.description, type: 'array', items: { $ref: '#/$defs/label' } },
    },
    $defs: {
      ...schema.$defs,
      label: { ...label, required: ['id', ...label.required], properties: { id, ...label.properties } },
    },
  };
}
