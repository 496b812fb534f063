import { parse } from 'yaml';
import type { ForeignAttribute, ForeignLabel, LabelList } from './label';
import { codeText, colourText } from './label';

type Json = Readonly<Record<string, unknown>>;

/** The lists of labels in a file of another tool, by its path below the folder of label files; none for other files. */
export function readLabels(path: string, text: string): LabelList[] {
  const [tool = ''] = path.split('/');
  const read = readers[tool];
  return read ? read(path, text).filter(({ labels }) => labels.length > 0) : [];
}

const readers: Readonly<Record<string, (path: string, text: string) => LabelList[]>> = {
  totalsegmentator: (path, text) => (path.endsWith('.csv') ? [snomedTable(path, text)] : classMaps(path, text)),
  slicer: (path, text) => (path.endsWith('.csv') ? [colourTable(path, text)] : []),
  nnunet: (path, text) => [nnunet(path, JSON.parse(text) as Json)],
  cvat,
  dcmqi: (path, text) => (/\/seg-example[^/]*\.json$/.test(path) ? [dcmqi(path, JSON.parse(text) as Json)] : []),
  'bids-schema': bids,
  monailabel: (path, text) => (path.endsWith('.labels.json') ? [monai(path, JSON.parse(text) as unknown)] : []),
};

function snomedTable(title: string, text: string): LabelList {
  const parts = { category: 'Category', type: 'Type', typeModifier: 'TypeModifier' };
  const labels = rowsOf(text).map((row): ForeignLabel => {
    const code = (sequence: string) =>
      codeText(row[`${sequence}.CodingSchemeDesignator`], row[`${sequence}.CodeValue`], row[`${sequence}.CodeMeaning`]);
    const property = (part: string) => code(`SegmentedProperty${part}CodeSequence`);
    return {
      name: row['Structure'] ?? '',
      color: colourText((row['DicomRGBColor'] ?? '').split(',')),
      geometry: ['mask'],
      dicom: withoutNothing({
        ...Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, property(part)])),
        region: code('AnatomicRegionSequence'),
        regionModifier: code('AnatomicRegionModifierSequence'),
      }),
    };
  });
  return { title, labels };
}

function classMaps(title: string, text: string): LabelList[] {
  return Object.entries(JSON.parse(text) as Record<string, Record<string, string>>).map(([name, map]) => ({
    title: `${title}#${name}`,
    labels: Object.entries(map).map(([value, label]) => ({ name: label, value: Number(value), geometry: ['mask'] })),
  }));
}

function colourTable(title: string, text: string): LabelList {
  const keys = {
    category: 'Category',
    type: 'Type',
    typeModifier: 'TypeModifier',
    region: 'Region',
    regionModifier: 'RegionModifier',
  };
  const labels = rowsOf(text).map((row, index): ForeignLabel => {
    const code = (part: string) =>
      codeText(row[`${part}_CodingScheme`], row[`${part}_CodeValue`], row[`${part}_CodeMeaning`]);
    return {
      name: row['Name'] ?? `label ${index + 1}`,
      value: Number(row['LabelValue']) || undefined,
      color: colourText([row['Color_R'] ?? '', row['Color_G'] ?? '', row['Color_B'] ?? ''].map((part) => part || '-')),
      geometry: ['mask'],
      dicom: withoutNothing(Object.fromEntries(Object.entries(keys).map(([key, part]) => [key, code(part)]))),
    };
  });
  return { title, labels };
}

/** Regions of several values become labels without a value: what they are made of has them. */
function nnunet(title: string, { labels }: Json): LabelList {
  const entries = Object.entries(isRecord(labels) ? labels : {}).filter(([, value]) => value !== 0 && value !== '0');
  return {
    title,
    labels: entries.map(([name, value]) => ({
      name,
      ...(typeof value === 'number' && { value, geometry: ['mask'] }),
    })),
  };
}

const cvatShapes: Readonly<Record<string, string>> = {
  rectangle: 'box',
  polygon: 'polygon',
  polyline: 'polyline',
  points: 'point',
  ellipse: 'ellipse',
  mask: 'mask',
  skeleton: 'keypoints',
  tag: 'classification',
};

function cvat(path: string, text: string): LabelList[] {
  return Object.entries(JSON.parse(text) as Json).map(([name, project]) => ({
    title: `${path}#${name}`,
    labels: listOf(isRecord(project) ? project['labels'] : []).map((label) => ({
      name: String(label['name']),
      ...(typeof label['color'] === 'string' && { color: label['color'] }),
      geometry: [cvatShapes[String(label['type'])] ?? ''].filter((one) => one !== ''),
      keypoints: listOf(label['sublabels']).map((point) => `point-${String(point['name'])}`),
      attributes: listOf(label['attributes']).map(cvatAttribute),
    })),
  }));
}

function cvatAttribute(attribute: Json): ForeignAttribute {
  const name = String(attribute['name']);
  const values = Array.isArray(attribute['values']) ? attribute['values'].map(String) : [];
  const preset = String(attribute['default_value'] ?? '');
  const given = preset === '' ? {} : { default: preset };
  switch (attribute['input_type']) {
    case 'checkbox':
      return { name, type: 'boolean', default: preset === 'true' };
    case 'number': {
      const [minimum, maximum, step] = values.flatMap((value) => value.split(';')).map(Number);
      return { name, type: 'integer', minimum, maximum, step, ...(preset !== '' && { default: Number(preset) }) };
    }
    case 'text':
      return { name, type: 'text', ...given };
    default:
      return { name, type: 'choice', values, ...given };
  }
}

function dcmqi(title: string, { segmentAttributes }: Json): LabelList {
  const segments = (Array.isArray(segmentAttributes) ? segmentAttributes : []).flatMap(listOf);
  const keys = {
    category: 'SegmentedPropertyCategoryCodeSequence',
    type: 'SegmentedPropertyTypeCodeSequence',
    typeModifier: 'SegmentedPropertyTypeModifierCodeSequence',
    region: 'AnatomicRegionSequence',
    regionModifier: 'AnatomicRegionModifierSequence',
  };
  const labels = segments.map((segment): ForeignLabel => {
    const code = (key: string) => {
      const value = segment[key];
      if (!isRecord(value)) return undefined;
      const [system, number, meaning] = ['CodingSchemeDesignator', 'CodeValue', 'CodeMeaning'].map((one) => value[one]);
      return codeText(String(system), String(number), String(meaning));
    };
    const colour = segment['recommendedDisplayRGBValue'];
    const description = segment['SegmentDescription'];
    return {
      name: String(segment['SegmentLabel'] ?? description ?? segment['labelID']),
      value: Number(segment['labelID']),
      ...(typeof description === 'string' && { definition: description }),
      color: colourText(Array.isArray(colour) ? (colour as number[]) : []),
      geometry: ['mask'],
      dicom: withoutNothing(Object.fromEntries(Object.entries(keys).map(([key, name]) => [key, code(name)]))),
    };
  });
  return { title, labels };
}

function bids(title: string, text: string): LabelList[] {
  const terms = Object.values(parse(text) as Json).filter(isRecord);
  const labels = terms.flatMap((term): ForeignLabel[] =>
    typeof term['display_name'] === 'string'
      ? [
          {
            name: term['display_name'],
            ...(typeof term['description'] === 'string' && { definition: term['description'].trim() }),
            ...(typeof term['unit'] === 'string' && {
              attributes: [{ name: 'value', type: 'number', unit: term['unit'] }],
            }),
          },
        ]
      : [],
  );
  return [{ title, labels }];
}

function monai(title: string, labels: unknown): LabelList {
  const entries = Array.isArray(labels) ? labels.map((name, i) => [name, i + 1]) : Object.entries(labels as Json);
  return {
    title,
    labels: entries
      .filter(([, value]) => value !== 0)
      .map(([name, value]) => ({ name: String(name), value: Number(value), geometry: ['mask'] })),
  };
}

/** The rows of a table with commas by the names of its columns; a cell in quotes may hold commas. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const cells = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, ''));
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [names[index] ?? '', cell])));
}

function withoutNothing(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
