import type { YamlDocument } from '../yaml/document';
import type { YamlNode } from '../yaml/node';
import { valueAt } from '../yaml/node';
import type { Attribute } from './attribute';
import { readAttribute } from './attribute';
import type { Head } from './head';
import { readHead } from './head';
import type { LabelTable } from './labelTable';
import { createLabelTable } from './labelTable';
import type { Located } from './read';
import { readMap, readText, readTexts } from './read';

export type { Deprecation, DicomKey, Geometry, Label, Replacement, Scope } from './label';

/** A taxonomy that is imported: its file as it is written, relative to the document. */
export interface Import {
  readonly file?: Located;
  readonly version?: Located;
  readonly node: YamlNode;
}

export interface Taxonomy extends Head {
  readonly kind: 'taxonomy';
  readonly document: YamlDocument;
  readonly modality: readonly Located[];
  readonly imports: readonly Import[];
  readonly codeSystems: ReadonlyMap<string, string>;
  /** The shared definitions. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly labels: LabelTable;
}

/** The taxonomy of a document, as far as it can be read. `previous` is that of an earlier version of the document. */
export function readTaxonomy(document: YamlDocument, previous?: Taxonomy): Taxonomy {
  const { root } = document;
  return {
    kind: 'taxonomy',
    document,
    ...readHead(root, 'taxonomy'),
    modality: readTexts(valueAt(root, 'modality')),
    imports: readImports(valueAt(root, 'imports')),
    codeSystems: readMap(valueAt(root, 'codeSystems'), (_id, _key, value) => readText(value) ?? ''),
    attributes: readMap(valueAt(root, 'attributes'), readAttribute),
    labels: createLabelTable(document, previous?.labels),
  };
}

function readImports(node: YamlNode | undefined): Import[] {
  const items = node?.kind === 'list' ? node.items : [];
  return items.map((item) => ({
    node: item,
    file: readTexts(valueAt(item, 'file'))[0],
    version: readTexts(valueAt(item, 'version'))[0],
  }));
}
