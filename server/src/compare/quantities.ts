const comparatives =
  'more|less|fewer|greater|larger|smaller|bigger|longer|shorter|wider|narrower|thicker|thinner|higher|lower|older|younger|deeper';

/** Words before a number that make it a limit. */
const before = String.raw`(?:(?:${comparatives})\s+than(?:\s+or\s+equal\s+to)?|at\s+(?:least|most)|up\s+to|exceeding|over|under|above|below|within|beyond|before|after|minimum|maximum)`;

/** Words behind a number and its unit that make it a limit. */
const behind = String.raw`(?:(?:or|and)\s+(?:${comparatives}|above|below|over|under|beyond)|at\s+(?:least|most)|minimum|maximum)(?![\p{L}\d])`;

const number = String.raw`(?:[<>≤≥±~]=?\s?)?(?<![\p{L}\d.,])[-−]?\d+(?:[.,]\d+)*`;

/** Numbers as words, which are quantities only behind a limit: others are mere talk. */
const inWords = 'half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|(?:a|one)\\s+(?:third|quarter)';

const unit = String.raw`(?:\s?(?:%|°|[mcµnk]?m[²³23]?|(?:milli|centi)?met(?:re|er)s?|[mcdµ]?l|cc|hu|ms|sec(?:onds?)?|s|min(?:utes?)?|h|hours?|days?|weeks?|months?|years?|[mkµ]?g|m?gy|[mk]?bq|kv|mas?|t|px|pixels?|voxels?|slices?|readers?|cases?)(?![\p{L}\d]))?`;

/** A number with its limit, in signs or words, and its unit. */
const quantity = new RegExp(
  String.raw`(?:(?<![\p{L}\d])${before}\s+)?${number}${unit}(?:\s+${behind})?|(?<![\p{L}\d])${before}\s+(?:${inWords})(?![\p{L}\d])${unit}`,
  'giu',
);

const limit = new RegExp(`^${before}(?= )|(?<= )${behind}$`, 'giu');

/** The quantities of a text, in order: `more than 5 mm`, `≥ 3 cm`, `5 mm or more`. */
export function quantitiesOf(text: string): string[] {
  return (text.match(quantity) ?? []).map((found) => {
    const one = found.trim().replace(/\s+/g, ' ').replace('−', '-');
    return one.replace(limit, (words) => words.toLowerCase());
  });
}

/** A text without its quantities. */
export function withoutQuantities(text: string): string {
  return text.replace(quantity, ' ');
}

/** The words that make a quantity a limit; none where it is none, or where signs say it. */
export function limitOf(quantity: string): string {
  return (quantity.match(limit) ?? []).join(' ');
}

/** A quantity without the words of its limit. */
export function withoutLimit(quantity: string): string {
  return quantity.replace(limit, '').trim();
}
