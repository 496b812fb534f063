import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Waits, event by event, until there is an answer. */
async function until<T>(event: vscode.Event<unknown>, ask: () => T | undefined): Promise<T> {
  const now = ask();
  if (now !== undefined) return now;
  return new Promise((done) => {
    const listener = event(() => {
      const found = ask();
      if (found === undefined) return;
      listener.dispose();
      done(found);
    });
  });
}

/** Waits for the problems of a document to fulfil a condition. */
function problems(
  uri: vscode.Uri,
  fits: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'labelwright');
    return fits(found) ? found : undefined;
  });
}

async function open(pattern: string): Promise<vscode.TextDocument> {
  const [uri] = await vscode.workspace.findFiles(pattern);
  assert.ok(uri, `the workspace has no ${pattern}`);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

function placeOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `“${text}” is not in the document`);
  return document.positionAt(at + offset);
}

describe('a guideline in the editor', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows a mistake where it is, and mends it by the quick fix', async () => {
    const document = await open('*.taxonomy.yaml');
    const start = placeOf(document, '    definition:', 4);
    const word = new vscode.Range(start, start.translate(0, 'definition'.length));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, word, 'defintion');
    await vscode.workspace.applyEdit(edit);

    const found = await problems(document.uri, (all) => all.some(({ code }) => isRule(code, 'schema')));
    const problem = found.find(({ code }) => isRule(code, 'schema'));
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.deepEqual(problem.range, new vscode.Range(start, start.translate(0, 'defintion'.length)));
    assert.match(problem.message, /Did you mean “definition”\?$/);

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit, 'there is no preferred fix');
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText(word), 'definition');
    await problems(document.uri, (all) => all.every(({ code }) => !isRule(code, 'schema')));
  });

  it('completes, explains and finds labels across files', async () => {
    const document = await open('*.protocol.yaml');
    const at = placeOf(document, '  pneumothorax:', 4);

    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    assert.match(
      hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join(),
      /pleural/,
    );

    const [definition] = await vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    const target = definition && ('targetUri' in definition ? definition.targetUri : definition.uri);
    assert.match(target?.path ?? '', /\.taxonomy\.yaml$/);

    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at,
    );
    assert.equal(new Set(references.map(({ uri }) => uri.path)).size, 2);

    const rename = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'gas-in-the-pleura',
    );
    assert.equal(rename.entries().length, 2);

    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('pneumothorax') || labels.includes('skin-fold'), labels.join());
  });

  it('has the label tree as its outline', async () => {
    const document = await open('*.taxonomy.yaml');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names: string[] = [];
    const visit = (symbol: vscode.DocumentSymbol, depth: number) => {
      names.push(`${'  '.repeat(depth)}${symbol.name}`);
      for (const child of symbol.children) visit(child, depth + 1);
    };
    for (const symbol of symbols) visit(symbol, 0);
    const pneumothorax = names.find((name) => /^\s+pneumothorax$/i.test(name));
    assert.ok(pneumothorax, names.join('\n'));
  });

  it('opens its preview beside the editor', async () => {
    await open('*.protocol.yaml');
    await vscode.commands.executeCommand('labelwright.previewSamples');
    const preview = await until(vscode.window.tabGroups.onDidChangeTabs, () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof vscode.TabInputWebview),
    );
    assert.equal(preview.group.viewColumn, vscode.ViewColumn.Two);
  });

  it('is known by its first key, whatever its name', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'other-name.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('taxonomy: a\nversion: 1.0.0\n'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until(vscode.workspace.onDidOpenTextDocument, () => document.languageId === 'label-taxonomy' || undefined);
    await problems(document.uri, (found) => found.length > 0);
    await vscode.workspace.fs.delete(uri);
  });
});

function isRule(code: vscode.Diagnostic['code'], rule: string): boolean {
  return (typeof code === 'object' ? code.value : code) === rule;
}

describe('the commands', () => {
  it('are all there', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['previewSamples', 'compareWithRevision', 'newGuideline', 'restartServer', 'showOutput']) {
      assert.ok(commands.includes(`labelwright.${name}`), name);
    }
  });
});
