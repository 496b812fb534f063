import type { YamlNode } from '../yaml/node';
import { valueAt } from '../yaml/node';
import type { Located } from './read';
import { readTexts } from './read';

export type Status = 'draft' | 'review' | 'approved' | 'retired';

/** What both kinds of document begin with; each with its place. */
export interface Head {
  readonly id?: Located;
  readonly version?: Located;
  readonly title?: Located;
  readonly status?: Located;
  readonly language?: Located;
  readonly source: readonly Located[];
}

/** Reads the head of a document whose first key is `kind`. */
export function readHead(root: YamlNode, kind: 'taxonomy' | 'protocol'): Head {
  const one = (key: string) => readTexts(valueAt(root, key))[0];
  return {
    id: one(kind),
    version: one('version'),
    title: one('title'),
    status: one('status'),
    language: one('language'),
    source: readTexts(valueAt(root, 'source')),
  };
}
