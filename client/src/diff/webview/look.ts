import type { DiffChange } from '../../../../server/src/requests';
import { element, fill } from '../../webview/dom';
import type { Decoder } from '../../viewer/webview/decoder';
import type { PageLook } from '../protocol';
import { createPictureLoader } from './lookPicture';
import { createRegionLoader } from './lookSample';
import type { LookScene } from './lookScene';
import { createLookLoader } from './lookScene';
import { drawLook } from './drawLook';
import { labelFacts } from './labelFacts';

export interface Looks {
  /** The view of a change after which a label is drawn otherwise; it fills itself. Nothing for other changes. */
  viewOf(change: DiffChange): HTMLElement | undefined;
  /** Takes the answer for the change with a fingerprint. */
  take(fingerprint: string, look: PageLook): void;
  /** The guideline has changed: looks are asked for anew. */
  forget(): void;
}

/** The views of labels before and after; `ask` asks the host how the label of a change is drawn. */
export function createLooks(decoder: Decoder, ask: (change: DiffChange) => void): Looks {
  const load = createLookLoader(createPictureLoader(decoder), createRegionLoader(decoder));
  const known = new Map<string, PageLook>();
  const asked = new Set<string>();
  /** The views that are in the page, by fingerprint. */
  const views = new Map<string, { readonly box: HTMLElement; readonly change: DiffChange }>();

  function show(box: HTMLElement, look: PageLook, choice = 0): void {
    void load(look, choice).then((scene) => {
      // Reading took its time: the card may have gone since.
      if (box.isConnected) fill(box, ...sides(look, scene, (next) => show(box, look, next)));
    });
  }

  return {
    viewOf(change) {
      if (!change.look) return undefined;
      const box = element('div', { class: 'look', attributes: { 'aria-label': 'Before and after', role: 'group' } });
      views.set(change.fingerprint, { box, change });
      const look = known.get(change.fingerprint);
      if (look) queueMicrotask(() => show(box, look));
      else if (!asked.has(change.fingerprint)) {
        asked.add(change.fingerprint);
        ask(change);
      }
      return box;
    },
    take(fingerprint, look) {
      known.set(fingerprint, look);
      const view = views.get(fingerprint);
      if (view) show(view.box, look);
    },
    forget() {
      known.clear();
      asked.clear();
      views.clear();
    },
  };
}

/** Both versions side by side, and the choice among the samples that show the label. */
function sides(look: PageLook, scene: LookScene, choose: (sample: number) => void): (HTMLElement | false)[] {
  const side = (name: 'before' | 'after', title: string) => {
    const { sentence } = scene[name];
    return element(
      'figure',
      { class: `seen ${name}` },
      scene.picture &&
        drawLook(
          scene.picture,
          scene[name].regions,
          `${title}: ${[asSentence(scene.title), sentence].join(' ').trim()}`,
        ),
      element(
        'figcaption',
        {},
        labelFacts(look[name][0]),
        scene.picture && element('p', { class: 'quiet', text: sentence }),
      ),
    );
  };
  return [
    element('div', { class: 'sides' }, side('before', 'Before'), side('after', 'After')),
    scene.picture
      ? sampleLine(look, scene, choose)
      : element('p', {
          class: 'quiet',
          text: 'No sample shows this label.',
        }),
  ];
}

function asSentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

function sampleLine(
  look: PageLook,
  { title, index, fitting }: LookScene,
  choose: (sample: number) => void,
): HTMLElement {
  const samples = element('select', { attributes: { 'aria-label': 'Sample' } });
  for (const each of fitting) {
    const option = element('option', { text: look.samples[each]?.id ?? '', attributes: { value: each } });
    option.selected = each === index;
    samples.append(option);
  }
  samples.addEventListener('change', () => choose(Number(samples.value)));
  return element(
    'p',
    { class: 'quiet sample-line' },
    fitting.length > 1 ? samples : element('span', { text: `Sample ${look.samples[index]?.id ?? ''}` }),
    element('span', { text: title }),
  );
}
