import type { About, Comparator } from '../comparator';
import { factOf, tell } from '../comparator';
import { follow } from '../follow';
import { itemsOf } from '../side';
import { text, textOf } from './scalars';

/** A list of labels or of `label.attribute`, in no order, by the ids they have now. */
export function references(stem: string): Comparator {
  return {
    ids: [`${stem}-added`, `${stem}-removed`],
    compare(before, after, about) {
      const { gone, come } = follow(itemsOf(before), itemsOf(after), {
        id: textOf,
        renamed: (side) => renamedReference(textOf(side), about),
        replacedBy(side) {
          const { label, rest } = partsOf(textOf(side));
          return about.replacedBy('label', label).map((id) => id + rest);
        },
      });
      for (const side of come) tell(about, `${stem}-added`, undefined, factOf(side));
      for (const side of gone) tell(about, `${stem}-removed`, factOf(side), undefined);
    },
  };
}

/** `label.attribute` with the label's new id. */
function renamedReference(reference: string, about: About): string {
  const { label, rest } = partsOf(reference);
  return about.renamed('label', label) + rest;
}

function partsOf(reference: string): { readonly label: string; readonly rest: string } {
  const [label = ''] = reference.split('.');
  return { label, rest: reference.slice(label.length) };
}

/** Words for people with links to labels: a link that only follows a rename is no change. */
export function linkedText(stem: string): Comparator {
  const plainText = text(stem);
  return {
    ids: plainText.ids,
    compare(before, after, about) {
      const same = before && after && renamedLinks(textOf(before), about) === textOf(after);
      if (!same) plainText.compare(before, after, about);
    },
  };
}

/** Links `[[label]]` and `[[label.attribute]]` in a text, by the ids that labels have now. */
function renamedLinks(words: string, about: About): string {
  return words.replace(
    /\[\[([^\[\]]+)\]\]/g,
    (_link, target: string) => `[[${renamedReference(target.trim(), about)}]]`,
  );
}
