/** A question that was asked, the answer that was given, and who asked. */
interface Asked {
  readonly question: string;
  answer: unknown;
  askers: string | Set<string>;
}

/** Remembers who asked what, and was told what; questions and askers are texts. */
export interface Answers {
  record(asker: string, question: string, answer: unknown): void;
  /** Forgets what an asker asked. */
  forget(asker: string): void;
  isAsked(question: string): boolean;
  /** What was answered the last time; `undefined` where it was not recorded. */
  told(question: string): unknown;
  /** Those who were told another answer to a question than the present one. */
  outdated(question: string, answer: () => unknown): Iterable<string>;
  /** The questions of a kind (the first word of a question) that somebody asked. */
  ofKind(kind: string): Iterable<string>;
}

/** `kinds` are those that can be listed with {@link Answers.ofKind}. */
export function createAnswers(...kinds: readonly string[]): Answers {
  const byQuestion = new Map<string, Asked>();
  // Most ask one thing, and need no list.
  const byAsker = new Map<string, Asked | Asked[]>();
  const listed = new Map(kinds.map((kind) => [kind, new Set<string>()]));
  const listOf = (question: string) => listed.get(question.slice(0, question.indexOf(' ')));

  function add(asked: Asked, asker: string): void {
    if (typeof asked.askers !== 'string') asked.askers.add(asker);
    else if (asked.askers !== asker) asked.askers = new Set([asked.askers, asker]);
  }

  function remove(asked: Asked, asker: string): void {
    if (typeof asked.askers !== 'string') asked.askers.delete(asker);
    if (asked.askers !== asker && (typeof asked.askers === 'string' || asked.askers.size > 0)) return;
    byQuestion.delete(asked.question);
    listOf(asked.question)?.delete(asked.question);
  }

  return {
    record(asker, question, answer) {
      let asked = byQuestion.get(question);
      if (!asked) {
        asked = { question, answer, askers: asker };
        byQuestion.set(question, asked);
        listOf(question)?.add(question);
      } else {
        add(asked, asker);
      }
      const all = byAsker.get(asker);
      if (!all) byAsker.set(asker, asked);
      else if (!Array.isArray(all)) byAsker.set(asker, all === asked ? all : [all, asked]);
      else if (!all.includes(asked)) all.push(asked);
    },
    forget(asker) {
      const all = byAsker.get(asker);
      if (!all) return;
      for (const asked of Array.isArray(all) ? all : [all]) remove(asked, asker);
      byAsker.delete(asker);
    },
    isAsked: (question) => byQuestion.has(question),
    told: (question) => byQuestion.get(question)?.answer,
    outdated(question, answer) {
      const asked = byQuestion.get(question);
      if (!asked) return [];
      const now = answer();
      if (isSame(asked.answer, now)) return [];
      asked.answer = now;
      return typeof asked.askers === 'string' ? [asked.askers] : asked.askers;
    },
    ofKind: (kind) => listed.get(kind) ?? [],
  };
}

/** Answers are single values, or lists of them. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, index) => item === b[index]);
}
