import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('happens when a taxonomy is opened', async () => {
    const extension = vscode.extensions.getExtension('labelwright.labelwright');
    assert.ok(extension, 'the extension is not installed');
    const [taxonomy] = await vscode.workspace.findFiles('*.taxonomy.yaml');
    assert.ok(taxonomy, 'the workspace has no taxonomy');

    const document = await vscode.workspace.openTextDocument(taxonomy);

    assert.equal(document.languageId, 'label-taxonomy');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
