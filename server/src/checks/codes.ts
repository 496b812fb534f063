const times = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
] as const;

const permutations = permutationTable();

/** The UTF-16 code unit of `0`. */
const zero = 48;

function permutationTable(): number[][] {
  const first = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const table = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]];
  for (let i = 1; i < 8; i++) table.push((table[i - 1] ?? []).map((digit) => first[digit] ?? 0));
  return table;
}

/** Whether the last digit is the check digit of the others (Verhoeff 1969, as in SNOMED CT). */
export function isVerhoeff(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - zero;
    check = times[check]?.[permutations[i % 8]?.[digit] ?? 0] ?? 0;
  }
  return check === 0;
}

/** The mod-10 check digit of a LOINC number's digits. */
export function loincCheckDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return (10 - (sum % 10)) % 10;
}

/** What is wrong with a code of a system whose codes carry a check digit, a sentence; nothing when it is good. */
export function codeMistake(system: string, code: string): string | undefined {
  if (system.toUpperCase() === 'SCT') return snomedMistake(code);
  if (system.toUpperCase() === 'LOINC') return loincMistake(code);
  return undefined;
}

function snomedMistake(code: string): string | undefined {
  if (!/^[1-9]\d{5,17}$/.test(code)) return `“${code}” is no SNOMED CT code: these have 6 to 18 digits.`;
  if (!isVerhoeff(code))
    return `“${code}” is no SNOMED CT code: its check digit is wrong. Compare it with the browser.`;
  // 0 in the international edition, 1 in an extension; then the kind of component.
  const partition = code.slice(-3, -1);
  if (/^[01]0$/.test(partition)) return undefined;
  if (/^[01]1$/.test(partition)) return `“${code}” is the id of a SNOMED CT description. Take the id of the concept.`;
  if (/^[01]2$/.test(partition)) return `“${code}” is the id of a SNOMED CT relationship. Take the id of the concept.`;
  return `“${code}” is no id of a SNOMED CT concept: the two digits before the last one are 00 or 10 there, not ${partition}.`;
}

function loincMistake(code: string): string | undefined {
  const [, digits, check] = /^(\d{1,7})-(\d)$/.exec(code) ?? [];
  // Parts and answers (LP…, LA…) carry check digits of their own kind.
  if (/^L[AP]\d+-\d$/.test(code)) return undefined;
  if (digits === undefined)
    return `“${code}” is no LOINC code: these have digits, a hyphen and a check digit, such as 21889-1.`;
  const right = loincCheckDigit(digits);
  return Number(check) === right
    ? undefined
    : `“${code}” is no LOINC code: its check digit is wrong (${digits} has ${right}). Compare it with the source.`;
}
