import { XMLParser } from 'fast-xml-parser';
import type { Point, Source } from './annotation';
import { isRecord } from './json';

/** An element of XML. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  readonly source: Source;
}

/**
 * The root of an XML text, or a sentence on what is wrong with it. A DTD is refused: with it a small file can become a
 * large one, or ask for others. Never throws.
 */
export function parseXml(text: string): XmlElement | string {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    return 'This XML has a document type (DTD) or entities of its own, which no annotation file needs. It is not read.';
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    htmlEntities: true,
    captureMetaData: true,
  });
  let nodes: unknown;
  try {
    nodes = parser.parse(text);
  } catch {
    return 'The XML of this file is broken. Was it copied whole?';
  }
  const root = Array.isArray(nodes)
    ? elementOf(
        nodes.find((node) => !isText(node)),
        text.length,
      )
    : undefined;
  if (!root) return 'The XML of this file is broken. Was it copied whole?';
  return root.isWhole ? root.element : 'The XML of this file is cut off: its end is missing.';
}

function isText(node: unknown): boolean {
  return isRecord(node) && '#text' in node;
}

const place = XMLParser.getMetaDataSymbol() as unknown as symbol;

function elementOf(node: unknown, length: number): { element: XmlElement; isWhole: boolean } | undefined {
  if (!isRecord(node)) return undefined;
  const name = Object.keys(node).find((key) => key !== ':@');
  const content = name === undefined ? undefined : node[name];
  if (name === undefined || !Array.isArray(content)) return undefined;
  const attributes = isRecord(node[':@']) ? Object.entries(node[':@']) : [];
  const at = (node as { readonly [key: symbol]: { startIndex?: number; endIndex?: number } | undefined })[place];
  const element = {
    name,
    attributes: new Map(attributes.map(([key, value]) => [key, String(value)])),
    children: content.flatMap((child) => (isText(child) ? [] : (elementOf(child, length)?.element ?? []))),
    text: content
      .map((child) => (isRecord(child) && typeof child['#text'] === 'string' ? child['#text'] : ''))
      .join(''),
    source: { start: at?.startIndex ?? 0, end: at?.endIndex ?? length },
  };
  return { element, isWhole: at?.endIndex !== undefined };
}

/** The child elements of a name. */
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The first element that a way of names leads to. */
export function childAt(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (at, name) => at && at.children.find((one) => one.name === name),
    element,
  );
}

/** The trimmed text of the element that a way of names leads to; nothing where it is empty or not there. */
export function textAt(element: XmlElement, ...names: readonly string[]): string | undefined {
  const text = childAt(element, ...names)?.text.trim();
  return text === '' ? undefined : text;
}

/** A number as XML writes it; nothing where it is none. */
export function numberIn(text: string | undefined): number | undefined {
  const number = text === undefined || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Numbers of attributes, or of child elements; nothing when one is missing or is none. */
export function numbersIn(texts: readonly (string | undefined)[]): number[] | undefined {
  const numbers = texts.map(numberIn);
  return numbers.every((one) => one !== undefined) ? numbers : undefined;
}

/** Points as `x,y;x,y`; nothing when one is none. */
export function pointsIn(text: string | undefined): Point[] | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const points: Point[] = [];
  for (const pair of text.split(';')) {
    const [x, y, ...more] = pair.split(',').map(numberIn);
    if (x === undefined || y === undefined || more.length > 0) return undefined;
    points.push([x, y]);
  }
  return points;
}
