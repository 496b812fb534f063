import type { Frame, Locator, Page } from 'playwright-core';
import { until } from './until';

/** A place in a text as the editor shows it: both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A wavy line under a text in one line; `endColumn` is exclusive. */
export interface Squiggle {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Opens a file of the workspace by its path in it, in the active group of editors. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  await pickInQuickInput(page, 'ControlOrMeta+p', path, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor();
  await textEditor(page).locator('.view-line').first().waitFor();
}

/** Runs a command by its title in the palette, such as `Labelwright: Preview Samples`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pickInQuickInput(page, 'F1', `>${title}`, title);
}

/** Picks the entry with this label from the list that a command shows. */
export async function pick(page: Page, label: string): Promise<void> {
  const entry = listEntry(page, label);
  await until(`"${label}" in the list`, async () => {
    // Only what is in sight is in the page: a long list has to be narrowed.
    await quickInput(page).fill(label);
    return clickWhenThere(entry);
  });
}

/** Answers the box in which a command asks for a text. */
export async function answer(page: Page, text: string): Promise<void> {
  await quickInput(page).fill(text);
  await quickInput(page).press('Enter');
}

/** Puts the cursor into the text editor of the first group of editors. */
export async function goTo(page: Page, { line, column }: Place): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  await openQuickInput(page, 'Control+g');
  await quickInput(page).fill(`:${line}:${column}`);
  await quickInput(page).press('Enter');
  await quickInput(page).waitFor({ state: 'hidden' });
  // What is typed before the focus is back in the editor is lost.
  await until(
    'the focus in the text editor',
    async () => (await textEditor(page).evaluate((editor) => editor.contains(document.activeElement))) || undefined,
  );
}

/** Types a text at a place, as a user does: key by key, with all that the editor adds. */
export async function typeAt(page: Page, place: Place, text: string): Promise<void> {
  await goTo(page, place);
  await page.keyboard.type(text, { delay: 10 });
}

/** Puts another text in the place of the `length` characters (within a line) that begin at a place. */
export async function replaceAt(page: Page, place: Place, length: number, text: string): Promise<void> {
  await goTo(page, place);
  for (let i = 0; i < length; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type(text, { delay: 10 });
}

/** Saves the active editor. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s');
  await page.locator('.tab.active.dirty').first().waitFor({ state: 'hidden' });
}

/** The lines in sight in the first text editor, by their numbers. */
export async function visibleLines(page: Page): Promise<Map<number, string>> {
  const lines = await textEditor(page).evaluate((editor) => {
    const numbers = new Map<string, number>();
    for (const number of editor.querySelectorAll<HTMLElement>('.margin .line-numbers')) {
      numbers.set(number.parentElement?.style.top ?? '', Number(number.textContent));
    }
    return [...editor.querySelectorAll<HTMLElement>('.view-line')].map((line): [number, string] => [
      numbers.get(line.style.top) ?? 0,
      line.textContent ?? '',
    ]);
  });
  return new Map(
    lines.map(([number, text]): [number, string] => [number, text.replaceAll('\u00a0', ' ')]).sort(([a], [b]) => a - b),
  );
}

/** The squiggles in sight in the first text editor, from top to bottom. */
export async function squiggles(page: Page): Promise<Squiggle[]> {
  return textEditor(page).evaluate((editor) => {
    const numbers = new Map<string, number>();
    for (const number of editor.querySelectorAll<HTMLElement>('.margin .line-numbers')) {
      numbers.set(number.parentElement?.style.top ?? '', Number(number.textContent));
    }
    // The font is monospaced: any line with text tells the width of a character.
    const text = [...editor.querySelectorAll('.view-line > span')].find((span) => span.textContent);
    const width = text ? text.getBoundingClientRect().width / (text.textContent ?? '').length : 1;
    const left = editor.querySelector('.view-lines')?.getBoundingClientRect().left ?? 0;
    return (['error', 'warning', 'info', 'hint'] as const)
      .flatMap((severity) =>
        [...editor.querySelectorAll(`.squiggly-${severity}`)].map((mark) => {
          const box = mark.getBoundingClientRect();
          const column = Math.round((box.left - left) / width) + 1;
          return {
            severity,
            line: numbers.get(mark.parentElement?.style.top ?? '') ?? 0,
            column,
            endColumn: column + Math.round(box.width / width),
          };
        }),
      )
      .sort((a, b) => a.line - b.line || a.column - b.column);
  });
}

/** Waits for a squiggle in the first text editor that fits what is given of it. */
export function squiggle(page: Page, wanted: Partial<Squiggle>): Promise<Squiggle> {
  const keys = Object.keys(wanted) as (keyof Squiggle)[];
  return until(`a squiggle like ${JSON.stringify(wanted)}`, async () =>
    (await squiggles(page)).find((each) => keys.every((key) => each[key] === wanted[key])),
  );
}

/** The rows in sight of the Problems view, as a screen reader says them. */
export async function problems(page: Page): Promise<string[]> {
  await runCommand(page, 'Problems: Focus on Problems View');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.first().waitFor();
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
}

/** The text of the hover at a place in the first text editor. */
export async function hoverAt(page: Page, place: Place): Promise<string> {
  await goTo(page, place);
  const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('ControlOrMeta+i');
  await hover.waitFor();
  return hover.innerText();
}

/** Applies the quick fix with this title at a place in the first text editor. */
export async function quickFix(page: Page, place: Place, title: string): Promise<void> {
  const fix = page.locator('.action-widget .monaco-list-row').getByText(title, { exact: true });
  await until(`the quick fix "${title}"`, async () => {
    await goTo(page, place);
    await page.keyboard.press('ControlOrMeta+.');
    const clicked = await clickWhenThere(fix);
    if (!clicked) await page.keyboard.press('Escape');
    return clicked;
  });
}

/** Waits for the page of the webview whose tab has this title, inside its two frames. */
export function webview(page: Page, title: string): Promise<Frame> {
  return until(`the page of the webview "${title}"`, async () => {
    for (const frame of page.frames()) {
      const shown = await frame
        .frameElement()
        .then((element) => element.evaluate((own: HTMLIFrameElement) => [own.id, own.title]))
        .catch(() => []);
      if (shown[0] === 'active-frame' && shown[1] === title) return frame;
    }
    return undefined;
  });
}

/** Whether the window has stored a text, such as a part of the state of a webview, so that it is there after a reload. */
export function hasSaved(page: Page, text: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db')) continue;
      const database = await done(indexedDB.open(name));
      try {
        const values = await done(database.transaction('ItemTable').objectStore('ItemTable').getAll());
        if (values.some((value) => String(value).includes(wanted))) return true;
      } finally {
        database.close();
      }
    }
    return false;
  }, text);
}

/** Red, green, blue and alpha (0 to 255) of a pixel of a canvas, in the canvas's own pixels. */
export function canvasPixel(canvas: Locator, x: number, y: number): Promise<number[]> {
  return canvas.evaluate(
    (element, [px, py]) => {
      const context = (element as HTMLCanvasElement).getContext('2d');
      return [...(context?.getImageData(px, py, 1, 1).data ?? [])];
    },
    [x, y] as const,
  );
}

function textEditor(page: Page): Locator {
  return page.locator('.editor-instance .monaco-editor[data-uri]').first();
}

function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget:visible .quick-input-filter input');
}

/** Presses a key that opens the quick input, again if need be: a webview that has the focus may swallow the first. */
async function openQuickInput(page: Page, key: string): Promise<void> {
  await until('the quick input', async () => {
    await page.keyboard.press(key);
    return quickInput(page)
      .waitFor({ timeout: 2000 })
      .then(() => true)
      .catch(() => undefined);
  });
}

/** Opens the quick input until it offers an entry: the commands of an extension come a little after the window. */
async function pickInQuickInput(page: Page, key: string, text: string, label: string): Promise<void> {
  const entry = listEntry(page, label);
  await until(`"${label}" in the list of the quick input`, async () => {
    await openQuickInput(page, key);
    // It may close again, when what was done before takes the focus late.
    const isFilled = await quickInput(page)
      .fill(text, { timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
    if (!isFilled) return undefined;
    const clicked = await clickWhenThere(entry);
    if (!clicked) await page.keyboard.press('Escape');
    return clicked;
  });
  // What is asked next in the same place must not be answered in this one.
  await until('the quick input to close', async () => {
    const shown =
      (await quickInput(page).isVisible()) &&
      (await quickInput(page)
        .inputValue()
        .catch(() => ''));
    return shown !== text || undefined;
  });
}

function listEntry(page: Page, label: string): Locator {
  return page.locator('.quick-input-list .monaco-list-row').getByText(label, { exact: true }).first();
}

async function clickWhenThere(entry: Locator): Promise<true | undefined> {
  return entry.click({ timeout: 3000 }).then(
    () => true,
    () => undefined,
  );
}
