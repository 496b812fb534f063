import * as vscode from 'vscode';
import type { Range } from '../../../server/src/yaml/position';

/** Positions of LSP are those of the editor. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Shows a place in a text: in the editor that shows the file already, else beside the panel. */
export async function reveal(uri: vscode.Uri, range: Range, panel: vscode.WebviewPanel): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const elsewhere = vscode.window.tabGroups.all.find((group) => group.viewColumn !== panel.viewColumn);
  const selection = toRange(range);
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? elsewhere?.viewColumn ?? vscode.ViewColumn.Beside,
    selection,
    preview: true,
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
