import * as vscode from 'vscode';

const firstKey = /^\ufeff?(taxonomy|protocol)\s*:(\s|$)/;
const modeline = /^\ufeff?#\s*yaml-language-server:\s*\$schema=\S*\b(taxonomy|protocol)\.schema\.json/;

/** The language of a YAML file that its first lines tell to be a guideline; comments may come before the first key. */
export function languageByFirstLines(lines: Iterable<string>): string | undefined {
  for (const line of lines) {
    const kind = (firstKey.exec(line) ?? modeline.exec(line))?.[1];
    if (kind) return kind === 'taxonomy' ? 'label-taxonomy' : 'annotation-protocol';
    if (!/^\ufeff?\s*(#.*|---\s*)?$/.test(line)) return undefined;
  }
  return undefined;
}

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
