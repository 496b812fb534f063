import * as vscode from 'vscode';
import { languageByFirstLines } from './firstLines';

/**
 * Gives guidelines with a plain `.yaml` name their language: VS Code looks at the first line only where the name tells
 * nothing.
 */
export function register(context: vscode.ExtensionContext): void {
  const recognise = (document: vscode.TextDocument) => {
    if (document.languageId !== 'yaml') return;
    const language = languageByFirstLines(linesOf(document, 20));
    if (language) void vscode.languages.setTextDocumentLanguage(document, language);
  };
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(recognise));
  vscode.workspace.textDocuments.forEach(recognise);
}

function* linesOf(document: vscode.TextDocument, limit: number): Iterable<string> {
  for (let line = 0; line < Math.min(limit, document.lineCount); line++) yield document.lineAt(line).text;
}
