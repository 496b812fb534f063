import type { Code } from '../../model/code';
import { codeKey, readCode } from '../../model/code';
import type { Comparator, Fact } from '../comparator';
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

/** Codes of terminologies, matched by system and code; another code of the same system stands for the one that went. */
export const codes: Comparator = {
  ids: [...idsOf('code', 'added', 'removed', 'changed', 'remapped', 'match-changed', 'term-changed'), ...others.ids],
  compare(before, after, about) {
    const [old, now] = [readSides(before), readSides(after)];
    const went = [...old].filter(([key]) => !now.has(key)).map(([, side]) => side);
    for (const [key, is] of now) {
      const was = old.get(key);
      if (was) {
        if (was.code.match !== is.code.match) tell(about, 'code-match-changed', matchFact(was), matchFact(is));
        const [term, newTerm] = [normalised(was.code.term ?? ''), normalised(is.code.term ?? '')];
        if (term !== newTerm) tell(about, 'code-term-changed', fact(was), fact(is));
        others.compare(mapOnly(was), mapOnly(is), { ...about, wrap: key });
        continue;
      }
      const take = (fits: (other: Code) => boolean) => {
        const index = went.findIndex(({ code }) => fits(code));
        return index < 0 ? undefined : went.splice(index, 1)[0];
      };
      const replaced = take(({ system }) => system === is.code.system);
      const mapped = replaced ? undefined : take((other) => !now.has(codeKey(other)) && sameTerm(other, is.code));
      if (replaced) tell(about, 'code-changed', fact(replaced), fact(is));
      else if (mapped) tell(about, 'code-remapped', fact(mapped), fact(is));
      else tell(about, 'code-added', undefined, fact(is));
    }
    for (const gone of went) tell(about, 'code-removed', fact(gone), undefined);
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
