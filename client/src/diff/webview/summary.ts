import { element } from '../../webview/dom';
import type { DiffResult } from '../../../../server/src/requests';
import { fileName } from '../../fileName';
import type { ComparedVersion, Comparison } from '../comparison';
import { filesName, ofTwoFiles, versionName } from '../comparison';
import { bumpSentence } from './words';

export interface SummaryEvents {
  onTextDiff(): void;
  onSwap(): void;
  onOtherRevision(): void;
}

/** The head of the page: what is compared, and the version that it asks for. */
export function summary(comparison: Comparison, result: DiffResult, events: SummaryEvents): HTMLElement {
  const { bump, fromVersion, toVersion } = result;
  const twoFiles = ofTwoFiles(comparison);
  const side = (compared: ComparedVersion, version: string | null) => {
    const name = twoFiles ? fileName(compared.uri) : versionName(compared, 'now');
    return version ? `${version} (${name})` : name;
  };
  const action = (text: string, onClick: () => void) => element('button', { class: 'secondary', text, onClick });
  return element(
    'header',
    { class: 'summary' },
    element(
      'div',
      { class: 'title' },
      element('h1', { text: filesName(comparison) }),
      element('p', {
        class: 'quiet',
        text: `${side(comparison.from, fromVersion)} → ${side(comparison.to, toVersion)}`,
      }),
      element(
        'div',
        { class: 'actions' },
        action('Open as text diff', events.onTextDiff),
        action('Swap sides', events.onSwap),
        action(otherName(comparison), events.onOtherRevision),
      ),
    ),
    element(
      'p',
      { class: 'bump', attributes: { 'data-bump': bump } },
      element('strong', { class: 'bump-name', text: bump === 'none' ? 'No change of meaning' : bump }),
      element('span', { text: bumpSentence(result) }),
    ),
  );
}

/** What the button is called by which other versions are chosen. */
export function otherName(comparison: Comparison): string {
  return ofTwoFiles(comparison) ? 'Compare two other files…' : 'Compare with another revision…';
}
