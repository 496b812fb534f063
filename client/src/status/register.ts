import * as vscode from 'vscode';
import { configLanguage, guidelineLanguages } from '../language/documents';
import type { Services } from '../services';

/** The language status item: what the server does, and how many problems the guideline in the editor has. */
export function register(context: vscode.ExtensionContext, { server }: Services): void {
  const languages = [...guidelineLanguages, configLanguage].map((language) => ({ language }));
  const item = vscode.languages.createLanguageStatusItem('labelwright.status', languages);
  item.name = 'Labelwright';

  const update = () => {
    item.busy = server.state === 'starting';
    if (server.state === 'stopped') {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = vscode.l10n.t('Labelwright is not running');
      item.detail = vscode.l10n.t('Guidelines are not checked');
      item.command = { command: 'labelwright.restartServer', title: vscode.l10n.t('Restart') };
      return;
    }
    const document = vscode.window.activeTextEditor?.document;
    const count = document ? problemCounts(vscode.languages.getDiagnostics(document.uri)) : { errors: 0, others: 0 };
    item.severity = count.errors
      ? vscode.LanguageStatusSeverity.Error
      : count.others
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
    item.text = server.state === 'starting' ? vscode.l10n.t('Labelwright is starting') : sentence(count);
    item.detail = vscode.l10n.t('Labelwright');
    item.command = { command: 'labelwright.showOutput', title: vscode.l10n.t('Show Output') };
  };

  context.subscriptions.push(
    item,
    server.onDidChangeState(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) update();
    }),
  );
  update();
}

interface Counts {
  readonly errors: number;
  readonly others: number;
}

function problemCounts(diagnostics: readonly vscode.Diagnostic[]): Counts {
  const ours = diagnostics.filter((each) => each.severity !== vscode.DiagnosticSeverity.Hint);
  const errors = ours.filter((each) => each.severity === vscode.DiagnosticSeverity.Error).length;
  return { errors, others: ours.length - errors };
}

function sentence({ errors, others }: Counts): string {
  if (!errors && !others) return vscode.l10n.t('No problems');
  const parts = [
    errors === 1 ? vscode.l10n.t('1 error') : errors ? vscode.l10n.t('{0} errors', errors) : '',
    others === 1 ? vscode.l10n.t('1 warning') : others ? vscode.l10n.t('{0} warnings', others) : '',
  ];
  return parts.filter(Boolean).join(', ');
}
