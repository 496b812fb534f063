import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { Color, ColorInformation, ColorPresentation, Range } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace';
import { spanWithin } from '../yaml/node';
import { rangeOf } from './guideline';
import { labelIndexOf } from './labelIndex';

/** Editors show fewer: VS Code 500, unless it is set otherwise. They ask for all of them after each key. */
const mostColors = 1000;

/** The colours of a taxonomy's labels, each without its quotes: the first 1,000. */
export async function provideDocumentColors(
  workspace: Workspace,
  uri: string,
  token: CancellationToken,
): Promise<ColorInformation[]> {
  const resolved = await workspace.resolve(uri);
  if (token.isCancellationRequested || resolved?.kind !== 'taxonomy') return [];
  const found: ColorInformation[] = [];
  for (const node of labelIndexOf(resolved.taxonomy).colors()) {
    const color = node && parseColor(node.source);
    if (!color) continue;
    found.push({ color, range: rangeOf(resolved.file, spanWithin(node, 0, node.source.length)) });
    if (found.length === mostColors) break;
  }
  return found;
}

/** How a colour that was picked is written in place of another. Quotes stay as they are: without them it is a comment. */
export async function provideColorPresentations(
  workspace: Workspace,
  uri: string,
  color: Color,
  range: Range,
  token: CancellationToken,
): Promise<ColorPresentation[]> {
  const file = await workspace.file(uri);
  if (token.isCancellationRequested || !file) return [];
  const { text } = file.document;
  const written = text.slice(text.offsetAt(range.start), text.offsetAt(range.end));
  const quote = /^['"]/.exec(written)?.[0] ?? '';
  const label = formatColor(color);
  return [{ label, textEdit: { range, newText: `${quote}${label}${quote}` } }];
}

function parseColor(text: string): Color | undefined {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const part = (hex: string) => Number.parseInt(hex, 16) / 255;
  return { red: part(red), green: part(green), blue: part(blue), alpha: 1 };
}

function formatColor({ red, green, blue }: Color): string {
  const hex = (part: number) =>
    Math.round(Math.min(1, Math.max(0, part)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${hex(red)}${hex(green)}${hex(blue)}`;
}
