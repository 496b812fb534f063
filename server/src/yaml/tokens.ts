import type { CST } from 'yaml';

/** Something in the syntax that the parser's nodes do not tell, or not where. */
export interface Token {
  readonly kind: 'anchor' | 'tag' | 'quoted' | 'open-bracket' | 'too-deep';
  readonly start: number;
  readonly end: number;
}

/** More levels than these are not looked into. */
const maximumLevels = 300;

/**
 * The anchors, tags, quoted texts and unclosed brackets of what the parser read, in no order. `too-deep` is where it saw
 * more levels than a text of that depth has: one more for each colon too many.
 */
export function tokensOf(parsed: CST.Token): Token[] {
  const found: Token[] = [];
  let levels = 0;
  const visit = (token: CST.Token | null | undefined): void => {
    if (!token) return;
    if (++levels > maximumLevels) add('too-deep', token.offset, 1);
    else visitInside(token);
    levels--;
  };
  const visitInside = (token: CST.Token): void => {
    switch (token.type) {
      case 'anchor':
      case 'tag':
        add(token.type, token.offset, token.source.length);
        break;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        add('quoted', token.offset, token.source.length);
        break;
      case 'document':
        token.start.forEach(visit);
        visit(token.value);
        break;
      case 'block-scalar':
        token.props.forEach(visit);
        break;
      case 'flow-collection':
        if (!token.end.some(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end')) {
          add('open-bracket', token.offset, 1);
        }
        token.items.forEach(visitItem);
        break;
      case 'block-map':
      case 'block-seq':
        token.items.forEach(visitItem);
    }
  };
  const visitItem = ({ start, key, sep, value }: CST.CollectionItem): void => {
    start.forEach(visit);
    visit(key);
    sep?.forEach(visit);
    visit(value);
  };
  const add = (kind: Token['kind'], start: number, length: number) => found.push({ kind, start, end: start + length });
  visit(parsed);
  return found;
}
