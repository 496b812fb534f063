import type { ClientCapabilities, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Slices } from '../workspace/slices';

/** Work that goes on for longer than so many milliseconds is shown. */
const noticeable = 700;
/** Work is over when there was no pause in it for so many milliseconds. */
const idle = 300;

/** Slices that show the client when work goes on for long: reading and checking a very large file. */
export function withProgress(connection: Connection, slices: Slices, client: ClientCapabilities): Slices {
  let since: number | undefined;
  let last = 0;
  let shown: Promise<WorkDoneProgressServerReporter> | undefined;

  async function show(): Promise<WorkDoneProgressServerReporter> {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('Labelwright', undefined, 'Reading and checking guidelines');
    return progress;
  }

  function endWhenIdle(): void {
    setTimeout(() => {
      if (slices.now() - last < idle) return endWhenIdle();
      void shown?.then((progress) => progress.done());
      shown = undefined;
      since = undefined;
    }, idle);
  }

  return {
    ...slices,
    async pause() {
      const now = slices.now();
      if (since === undefined || now - last > idle) since = now;
      last = now;
      if (!shown && now - since > noticeable && client.window?.workDoneProgress) {
        shown = show();
        endWhenIdle();
      }
      await slices.pause();
    },
  };
}
