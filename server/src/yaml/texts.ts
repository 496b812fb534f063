import type { YamlNode, YamlScalar } from './node';
import { placeOnTape, scalarAt } from './nodes';
import type { Tape } from './tape';
import { behindAt, insideAt, textAt, Type, typeAt } from './tape';

/** A text with the place it stands at. */
export interface PlacedText {
  readonly text: string;
  readonly node: YamlScalar;
}

/** The same on a tape. Its node, which is seldom asked for, is made anew at each call. */
class TextOnTape implements PlacedText {
  constructor(
    readonly text: string,
    private readonly tape: Tape,
    private readonly at: number,
  ) {}

  get node(): YamlScalar {
    return scalarAt(this.tape, this.at);
  }
}

const none: readonly never[] = [];

/** The texts of a list, or a text alone; what is no text, number or word is left out. */
export function textsOf(node: YamlNode | undefined): readonly PlacedText[] {
  if (!node || node.kind === 'map') return none;
  if (node.kind === 'scalar') return isText(node) ? [placed(node)] : none;
  const place = placeOnTape(node);
  if (place) return textsOn(place.tape, place.at);
  // A list of the right size from the start: there are very many of them.
  return node.items.every(isText) ? node.items.map(placed) : node.items.filter(isText).map(placed);
}

/** The same of a node on a tape. */
export function textsOn(tape: Tape, at: number): readonly PlacedText[] {
  const type = typeAt(tape, at);
  if (type < Type.BlockMap) return type === Type.Missing ? none : [new TextOnTape(textAt(tape, at), tape, at)];
  if (type <= Type.FlowMap) return none;
  const end = behindAt(tape, at);
  let count = 0;
  for (let item = insideAt(at); item < end; item = behindAt(tape, item)) if (isTextAt(tape, item)) count++;
  const texts = new Array<PlacedText>(count);
  let index = 0;
  for (let item = insideAt(at); item < end; item = behindAt(tape, item)) {
    if (isTextAt(tape, item)) texts[index++] = new TextOnTape(textAt(tape, item), tape, item);
  }
  return texts;
}

function isTextAt(tape: Tape, at: number): boolean {
  const type = typeAt(tape, at);
  return type < Type.BlockMap && type !== Type.Missing;
}

function isText(node: YamlNode): node is YamlScalar {
  return node.kind === 'scalar' && node.style !== 'missing';
}

function placed(node: YamlScalar): PlacedText {
  return { text: node.source, node };
}
