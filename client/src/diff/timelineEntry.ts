import * as vscode from 'vscode';
import type { Comparison } from './comparison';
import { comparisonIn } from './shownDiff';

/** After so many milliseconds without other differences, the entry shows none, or those that are in front already. */
const patience = 3000;

/**
 * The two versions that the entry of a timeline stands for whose menu is used. VS Code tells an extension the file and not
 * the entry (microsoft/vscode#177319). It still has the focus in its list, so it is opened as by a click, and the text diff
 * that comes to the front is read and closed again. Nothing when none comes.
 */
export async function timelineEntry(): Promise<Comparison | undefined> {
  const { tabGroups } = vscode.window;
  const before = new Set(tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)));
  const shown = nextDiff();
  await vscode.commands.executeCommand('list.select');
  const tab = await shown;
  try {
    return comparisonIn(tab);
  } finally {
    if (tab && !before.has(tab.label)) await tabGroups.close(tab);
  }
}

/** The tab in front, if it shows a text diff. */
function frontDiff(): vscode.Tab | undefined {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  return activeTab?.input instanceof vscode.TabInputTextDiff ? activeTab : undefined;
}

/** The next text diff that comes to the front, another one than is there. */
function nextDiff(): Promise<vscode.Tab | undefined> {
  return new Promise((resolve) => {
    let last = frontDiff()?.label;
    const done = (tab?: vscode.Tab) => {
      clearTimeout(timer);
      listener.dispose();
      resolve(tab);
    };
    const timer = setTimeout(done, patience);
    const listener = vscode.window.tabGroups.onDidChangeTabs(() => {
      const tab = frontDiff();
      if (tab && tab.label !== last) done(tab);
      last = tab?.label;
    });
  });
}
