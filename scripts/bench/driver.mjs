// One script for every language server: open, edit, ask, rename, type fast. It measures what an editor would wait for.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSession } from './session.mjs';

/** What is measured, in the order of the table. Times are in ms, memory in MB. */
export const measures = {
  open: 'open to the problem of the last label',
  edit: 'edit of one character to its diagnostics',
  lines: 'edit that adds or removes a line',
  syntax: 'edit that breaks or mends the syntax',
  completionAfter: 'completion right after an edit',
  completion: 'completion, idle',
  hoverAfter: 'hover right after an edit',
  hover: 'hover, idle',
  symbolsAfter: 'symbols right after an edit',
  symbols: 'symbols, idle',
  rename: 'rename of a label with 100 references',
  burst: 'last of 200 fast edits to its diagnostics',
  memory: 'peak memory, MB',
};

/** The time between two keys of a fast typist, in ms. */
const betweenKeys = 50;

/**
 * @typedef {keyof typeof measures} Measure
 * @typedef {{ samples: number[], failure?: string }} Result `failure` says in a few words why there are no (more) samples
 *
 * @typedef {object} DriveOptions
 * @property {string} folder the workspace
 * @property {string} file the path of the file that is opened
 * @property {import('./generate.mjs').Taxonomy} taxonomy its content
 * @property {number} runs how often each is measured
 * @property {number} limit how many seconds a single answer may take
 * @property {number} budget after how many seconds a measure ends with fewer runs, of which there are at least three
 */

/**
 * Measures one server with one file. A server that dies or stays silent ends the session; what was measured until then
 * is kept.
 * @param {import('./servers.mjs').Server} server
 * @param {DriveOptions} options
 * @returns {Promise<Partial<Record<Measure, Result>>>}
 */
export async function drive(server, { folder, file, taxonomy: { text, places }, runs, limit, budget }) {
  /** @type {Partial<Record<Measure, Result>>} */
  const results = {};
  const session = await startSession(server, { folder, file, limit });
  const { edit, reported, settled, ask } = session;

  const at = (line) => (diagnostics) => diagnostics.some(({ range }) => range.start.line === line);
  const elsewhere = (diagnostics) => diagnostics.some(({ range }) => range.start.line !== places.problem);
  const not = (look) => (diagnostics) => !look(diagnostics);
  const after = ({ line, character }, count) => ({ line, character: character + count });
  const insert = (place, added) => edit(place, place, added);
  const remove = (place, count = 1) => edit(place, after(place, count), '');

  /** Repeats a measurement that adds its samples to the results of the named measures. */
  async function repeat(names, once, most = runs) {
    const began = performance.now();
    for (const name of names) results[name] ??= { samples: [] };
    const count = () => results[names[0]].samples.length;
    try {
      while (count() < most && (count() < 3 || performance.now() - began < budget * 1000)) await once();
    } catch (error) {
      for (const name of names) results[name].failure = error.message;
      if (error.lost) throw error;
    }
  }
  const add = (name, value) => results[name].samples.push(value);

  /** An edit and its opposite, each to the diagnostics that reflect it. */
  const toAndFro = (name, change, undo, look) =>
    repeat([name], async () => {
      for (const [act, awaited] of [
        [change, look],
        [undo, not(look)],
      ]) {
        const sent = act();
        add(name, (await reported(awaited)) - sent);
      }
    });

  /** A question right after an edit, from the edit on, and once more when all is quiet. */
  const asked = (idle, late, change, undo, question) =>
    repeat([late, idle], async () => {
      const sent = change();
      const [hurried] = await Promise.all([question(), settled()]);
      const calm = await question();
      undo();
      await settled();
      for (const { complaint } of [hurried, calm]) if (complaint) throw new Error(complaint);
      add(late, hurried.came - sent);
      add(idle, calm.came - calm.sent);
    });

  /** A request; `complaint` says what is wrong with the answer, if anything is. */
  const question = (method, params, useful) => async () => {
    const { result, error, sent, came } = await ask(method, params);
    return { sent, came, complaint: error?.message ?? (useful(result) ? undefined : 'answer of no use') };
  };

  const breakValue = () => insert(places.value, 'x');
  const mendValue = () => remove(places.value);
  const { line } = places.line;

  async function edits() {
    await toAndFro('edit', breakValue, mendValue, at(places.value.line));
    const addLine = () => insert(places.line, '    colour: red\n');
    const removeLine = () => edit(places.line, { line: line + 1, character: 0 }, '');
    await toAndFro('lines', addLine, removeLine, at(line));
    await toAndFro(
      'syntax',
      () => insert(places.text, '"'),
      () => remove(places.text),
      elsewhere,
    );
  }

  async function questions() {
    const typed = { line, character: 4 };
    insert(places.line, '    \n');
    await settled();
    const key = question(
      'textDocument/completion',
      { position: after(typed, 1), context: { triggerKind: 1 } },
      (found) => (found?.items ?? found)?.some(({ label }) => label === 'skeleton'),
    );
    await asked(
      'completion',
      'completionAfter',
      () => insert(typed, 's'),
      () => remove(typed),
      key,
    );
    edit(places.line, { line: line + 1, character: 0 }, '');
    await settled();

    const hover = question('textDocument/hover', { position: places.key }, (found) => found?.contents);
    await asked('hover', 'hoverAfter', breakValue, mendValue, hover);
    const symbols = question('textDocument/documentSymbol', {}, (found) => found?.length > 0);
    await asked('symbols', 'symbolsAfter', breakValue, mendValue, symbols);
  }

  async function renames() {
    const rename = question('textDocument/rename', { position: places.renamed, newName: 'renamed-label' }, (found) => {
      const changed = found?.documentChanges ?? Object.values(found?.changes ?? {}).map((list) => ({ edits: list }));
      return changed.flatMap((change) => change.edits).length > places.references;
    });
    await repeat(['rename'], async () => {
      const { sent, came, complaint } = await rename();
      if (complaint) throw new Error(complaint);
      add('rename', came - sent);
    });
  }

  /** Two hundred keys, of which only the last makes a difference to the diagnostics. */
  async function burst() {
    const look = at(places.value.line);
    const once = async () => {
      for (let key = 0; key < 199; key++) {
        insert(after(places.prose, key), 'a');
        session.poke();
        await sleep(betweenKeys);
      }
      const sent = breakValue();
      add('burst', (await reported(look)) - sent);
      mendValue();
      await reported(not(look));
      remove(places.prose, 199);
      await settled();
    };
    await repeat(['burst'], once, Math.min(runs, 3));
  }

  /** Opens the file in this session, and in new ones for more samples. */
  const opened = async ({ open, reported }) => {
    const sent = open(text);
    add('open', (await reported(at(places.problem))) - sent);
  };

  /** Ends the session, and notes how much memory it took. */
  async function close() {
    const peak = session.client.peakMemory();
    if (peak !== undefined) results.memory = { samples: [peak] };
    await session.client.stop();
  }

  async function openAgain() {
    const another = await startSession(server, { folder, file, limit });
    await opened(another).finally(() => another.client.stop());
  }

  try {
    await repeat(['open'], () => opened(session), 1);
    await edits();
    await questions();
    if (session.provides('renameProvider')) await renames();
    await burst();
  } catch (error) {
    if (!error.lost) throw error;
  } finally {
    await close();
  }
  if (!results.open.failure) {
    await repeat(['open'], openAgain).catch((error) => {
      if (!error.lost) throw error;
    });
  }
  return results;
}

/**
 * Times from the start of the process to its answer to `initialize`, in ms.
 * @param {import('./servers.mjs').Server} server
 * @param {{ folder: string, runs: number, limit: number }} options
 * @returns {Promise<number[]>}
 */
export async function startUps(server, { folder, runs, limit }) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const { startUp, client } = await startSession(server, { folder, file: folder, limit });
    times.push(startUp);
    await client.stop();
  }
  return times;
}
