import type { YamlScalar } from './node';

/** What a plain text means in YAML 1.2 (core schema): `yes` is text, `1.0` a number. */
export function resolvePlain(source: string): YamlScalar['value'] {
  switch (source.charCodeAt(0)) {
    case 43: // +
    case 45: // -
    case 46: // .
    case 48: // 0 to 9
    case 49:
    case 50:
    case 51:
    case 52:
    case 53:
    case 54:
    case 55:
    case 56:
    case 57:
      return resolveNumber(source);
    case 70: // F
    case 78: // N
    case 84: // T
    case 102: // f
    case 110: // n
    case 116: // t
    case 126: // ~
      return source.length > 5 ? source : resolveWord(source);
    default:
      return source;
  }
}

/** Numbers of up to so many digits are read one digit after the other, and exactly. */
const fewDigits = 15;

/** The number that digits make; -1 when there is anything else, or too many. */
function fromDigits(source: string): number {
  if (source.length > fewDigits) return -1;
  let number = 0;
  for (let at = 0; at < source.length; at++) {
    const digit = source.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = 10 * number + digit;
  }
  return number;
}

function resolveNumber(source: string): number | string {
  const number = fromDigits(source);
  if (number >= 0) return number;
  if (/^[-+]?[0-9]+$/.test(source)) return parseInt(source, 10);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(source)) return parseFloat(source);
  if (/^0o[0-7]+$/.test(source)) return parseInt(source.slice(2), 8);
  if (/^0x[0-9a-fA-F]+$/.test(source)) return parseInt(source.slice(2), 16);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(source)) return source.startsWith('-') ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(source) ? NaN : source;
}

function resolveWord(source: string): string | boolean | null {
  switch (source) {
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    case 'null':
    case 'Null':
    case 'NULL':
    case '~':
      return null;
    default:
      return source;
  }
}
