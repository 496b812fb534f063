/** The first row of Verhoeff's permutation; the others are its powers. */
const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** The product of two digits in the dihedral group of order ten. */
function product(a, b) {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}

/** The check sum of digits by Verhoeff; 0 for digits that end in their check digit. */
function checkSum(digits) {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = Number(digits[digits.length - 1 - i]);
    for (let power = 0; power < i % 8; power++) digit = permutation[digit];
    sum = product(sum, digit);
  }
  return sum;
}

/**
 * A well-formed SNOMED CT concept id (it names no concept in particular).
 * @param {number} item a whole number of at least 1000; each gives another id
 * @returns {string}
 */
export function conceptId(item) {
  const digits = `${item}00`;
  for (let check = 0; check < 10; check++) if (checkSum(`${digits}${check}`) === 0) return `${digits}${check}`;
  throw new Error('There is a check digit for all digits.');
}
