import type { Code } from '../../model/code';
import { codeKey, readCode } from '../../model/code';
import type { About, Comparator, Fact } from '../comparator';
import { elsewhere, idsOf, tell } from '../comparator';
import type { Side } from '../side';
import { itemsOf } from '../side';
import { normalised, respelt } from '../text';
import { object } from './maps';

interface CodeSide {
  readonly code: Code;
  readonly side: Side;
}

/** A code as the documents write it: `SCT:36118008 |Pneumothorax|`. */
export function codeText(code: Code): string {
  const id = code.system ? codeKey(code) : code.code;
  return code.term === undefined ? id : `${id} |${code.term}|`;
}

function fact({ code, side }: CodeSide): Fact {
  return { side, value: codeText(code) };
}

function matchFact({ code, side }: CodeSide): Fact {
  return { side, value: { code: codeText(code), match: code.match } };
}

function readSides(side: Side | undefined): Map<string, CodeSide> {
  const result = new Map<string, CodeSide>();
  for (const item of itemsOf(side)) {
    const code = readCode(item.node);
    if (code && !result.has(codeKey(code))) result.set(codeKey(code), { code, side: item });
  }
  return result;
}

function sameTerm(a: Code, b: Code): boolean {
  const [one, other] = [normalised(a.term ?? ''), normalised(b.term ?? '')];
  return one !== '' && (one === other || respelt(one, other));
}

/** What a code says beside itself and its match. */
const others = object({ code: elsewhere, match: elsewhere });

function mapOnly({ side }: CodeSide): Side | undefined {
  return side.node?.kind === 'map' ? side : undefined;
}

type Fits = (was: Code, is: Code) => boolean;

/** Which code may stand for one that went, the surest first; whatever the order in which they are written. */
const replacements: readonly (readonly [id: string, fits: Fits])[] = [
  ['code-changed', (was, is) => was.system === is.system && sameTerm(was, is)],
  ['code-changed', (was, is) => was.system === is.system],
  ['code-remapped', sameTerm],
];

function compareKept(was: CodeSide, is: CodeSide, about: About): void {
  if (was.code.match !== is.code.match) tell(about, 'code-match-changed', matchFact(was), matchFact(is));
  const [term, newTerm] = [normalised(was.code.term ?? ''), normalised(is.code.term ?? '')];
  if (term !== newTerm) tell(about, 'code-term-changed', fact(was), fact(is));
  others.compare(mapOnly(was), mapOnly(is), { ...about, wrap: codeKey(is.code) });
}

/** Codes of terminologies, matched by system and code; another code of the same system stands for the one that went. */
export const codes: Comparator = {
  ids: [...idsOf('code', 'added', 'removed', 'changed', 'remapped', 'match-changed', 'term-changed'), ...others.ids],
  compare(before, after, about) {
    const [old, now] = [readSides(before), readSides(after)];
    const without = (sides: Map<string, CodeSide>, rest: ReadonlyMap<string, CodeSide>) =>
      [...sides.keys()].filter((key) => !rest.has(key)).sort();
    const [went, came] = [new Set(without(old, now)), new Set(without(now, old))];
    for (const [key, is] of now) {
      const was = old.get(key);
      if (was) compareKept(was, is, about);
    }
    for (const [id, fits] of replacements) {
      for (const key of came) {
        const is = now.get(key);
        const found = [...went].find((other) => is && fits(old.get(other)?.code ?? is.code, is.code));
        const was = found === undefined ? undefined : old.get(found);
        if (!is || !was || found === undefined) continue;
        went.delete(found);
        came.delete(key);
        tell(about, id, fact(was), fact(is));
      }
    }
    const factAt = (sides: ReadonlyMap<string, CodeSide>, key: string) => {
      const side = sides.get(key);
      return side && fact(side);
    };
    for (const key of came) tell(about, 'code-added', undefined, factAt(now, key));
    for (const key of went) tell(about, 'code-removed', factAt(old, key), undefined);
  },
};

/** One code; the term between bars is told apart from the code itself. */
export function code(stem: string): Comparator {
  return {
    ids: [`${stem}-added`, `${stem}-removed`, `${stem}-changed`, `${stem}-term-changed`],
    compare(before, after, about) {
      const was = before && readCode(before.node);
      const is = after && readCode(after.node);
      const old = was && { code: was, side: before };
      const now = is && { code: is, side: after };
      if (!old && !now) return;
      if (!old || !now) tell(about, `${stem}-${now ? 'added' : 'removed'}`, old && fact(old), now && fact(now));
      else if (codeKey(old.code) !== codeKey(now.code)) tell(about, `${stem}-changed`, fact(old), fact(now));
      else if (normalised(old.code.term ?? '') !== normalised(now.code.term ?? '')) {
        tell(about, `${stem}-term-changed`, fact(old), fact(now));
      }
    },
  };
}
