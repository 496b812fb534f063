import * as vscode from 'vscode';
import { pickGuideline } from '../guideline/choose';
import { bumpMade } from './bumpMade';
import type { Comparison } from './comparison';
import { versionIn } from './versionIn';

/** Lets the user choose two guidelines to compare. */
export async function pickTwo(): Promise<Comparison | undefined> {
  const older = await pickGuideline(vscode.l10n.t('The older guideline'));
  const newer = older && (await pickGuideline(vscode.l10n.t('The newer guideline')));
  return newer && { from: { uri: older.toString() }, to: { uri: newer.toString() } };
}

/** Two files, the one with the lower version first. */
export async function olderFirst(one: vscode.Uri, other: vscode.Uri): Promise<Comparison> {
  const [a, b] = await Promise.all([one, other].map(versionOf));
  const [from, to] = bumpMade(b, a) ? [other, one] : [one, other];
  return { from: { uri: from.toString() }, to: { uri: to.toString() } };
}

async function versionOf(file: vscode.Uri): Promise<string | undefined> {
  return versionIn((await vscode.workspace.openTextDocument(file)).getText());
}
