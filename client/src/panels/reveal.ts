import * as vscode from 'vscode';
import type { Range } from '../../../server/src/yaml/position';

/** Positions of LSP are those of the editor. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Shows a place in a text: in the editor that shows the file already, else beside the panel. */
export async function reveal(uri: vscode.Uri, range: Range, panel: vscode.WebviewPanel): Promise<void> {
  const editors = vscode.window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
  const shown = editors.find(({ document }) => document.uri.toString() === uri.toString());
  const text = editors.find(({ viewColumn }) => viewColumn !== panel.viewColumn);
  const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== panel.viewColumn);
  const selection = toRange(range);
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: (shown ?? text ?? other)?.viewColumn ?? vscode.ViewColumn.Beside,
    selection,
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
