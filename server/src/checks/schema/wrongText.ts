import { inQuotes, replaceFix } from '../fixes';
import { lookup } from '../lookup';
import type { Finding } from '../problem';
import { idFromText, quoted } from '../words';
import type { Mistake } from './mistake';

interface Words {
  /** What the field takes, a sentence. */
  readonly message: string;
  /** What was probably meant; nothing when there is no telling. */
  readonly mend?: (text: string) => string | undefined;
  /** Whether the mended text needs quotes. */
  readonly quotes?: boolean;
}

const words: Record<string, Words> = {
  version: { message: 'A version has three numbers, such as 1.0.0.', mend: threeNumbers },
  versionRange: {
    message: 'Write one version (2.3.0), or ~2.3.0 for changes of wording too, or ^2.3.0 for additions too.',
    mend: (text) => {
      const number = threeNumbers(text.replace(/^[^\d]+/, '').replace(/\.[x*]/gi, '.0'));
      if (number === undefined) return undefined;
      return `${/^>|^\^/.test(text) ? '^' : /[x*]|^~/i.test(text) ? '~' : ''}${number}`;
    },
  },
  id: {
    message: 'An id has lower-case letters, digits and hyphens, and begins with a letter, such as skin-fold.',
    mend: idFromText,
  },
  date: { message: 'A date has year, month and day, such as 2026-02-01.', mend: dateFrom },
  duration: {
    message: 'A length of time is written as P10Y (years), P3M (months), P2W (weeks) or P30D (days).',
    mend: durationFrom,
  },
  color: {
    message: "A colour has six hexadecimal digits behind #, in quotes, such as '#e4572e'.",
    mend: colourFrom,
    quotes: true,
  },
  share: {
    message: 'A share is a percentage from 0% to 100%, such as 70%, or a number of cases.',
    mend: (text) => percentFrom(text) ?? percentOfOne(text),
  },
  caseSample: {
    message: 'Write a percentage of the cases, such as 20%, or their number, such as 50 cases.',
    mend: (text) => percentFrom(text) ?? casesFrom(text),
  },
  language: {
    message: 'A language is written as on web pages: en, de, pt-BR.',
    mend: (text) => lookup(languages, text.toLowerCase()),
  },
  modality: {
    message: 'A modality is a DICOM code in capitals, such as CT, MR, DX or US.',
    mend: (text) => lookup(modalities, text.toLowerCase().replace(/[^a-z]/g, '')),
  },
  code: {
    message: 'A code is written as SCT:36118008 |Pneumothorax|: code system, colon, code, and the term between bars.',
    mend: codeFrom,
    quotes: true,
  },
  labelReference: {
    message: 'Write the id of a label, such as pneumothorax, or of an attribute of it, pneumothorax.width.',
  },
  digest: { message: 'A digest is written by Labelwright when a version is approved: sha256: and 64 digits.' },
};
words.codeText = words.code as Words;

/** A text that is not written as the field wants it. */
export function wrongText(mistake: Mistake): Finding {
  const { error, node, entry, validated } = mistake;
  const isKey = error.propertyName !== undefined;
  const at = isKey ? keyNode(mistake) : node;
  const text = isKey
    ? String(error.propertyName)
    : node.kind === 'scalar'
      ? node.source
      : validated.document.textOf(node);
  const known = lookup(words, fieldOf(mistake));
  if (!known || at.kind !== 'scalar')
    return { at: entry?.key ?? at, message: `${quoted(text)} is not what “${mistake.key}” takes.` };
  const other = known.mend?.(text);
  // `true` without quotes is no text, and would be none again.
  const mended = other === text && !known.quotes ? undefined : other;
  const written = mended !== undefined && known.quotes ? inQuotes(mended) : mended;
  const fixes =
    mended === undefined || written === undefined ? [] : [replaceFix(`Change to “${mended}”`, at, written, true)];
  // Where an id is referred to, the one that is meant says more than how ids are written.
  if (known === words.id && !isKey && mended !== undefined && !['taxonomy', 'protocol'].includes(mistake.key)) {
    return {
      at,
      message: `${quoted(text)} is no id. Did you mean “${mended}”? Ids have lower-case letters, digits and hyphens.`,
      fixes,
    };
  }
  const why = fitting(text) ? ` ${quoted(text)} does not fit.` : '';
  return { at, message: `${known.message}${why}`, fixes };
}

/** Whether a field has words of its own for what it takes, also for numbers that are no texts (`version: 1.0`). */
export function hasOwnWords(mistake: Mistake): boolean {
  return !['id', 'text', ''].includes(mistake.part.definition) && lookup(words, fieldOf(mistake)) !== undefined;
}

function fitting(text: string): boolean {
  return text.trim() !== '' && text.length <= 60;
}

function keyNode({ error, node }: Mistake) {
  const found = node.kind === 'map' ? node.entries.find(({ key }) => key.source === error.propertyName) : undefined;
  return found?.key ?? node;
}

/** What kind of text the schema asks for here: the name of its definition or of the key. */
function fieldOf({ part, error, key, parent }: Mistake): string {
  if (error.propertyName !== undefined) {
    const names = part.schema.propertyNames?.$ref?.replace('#/$defs/', '');
    return names === 'ruleId' ? 'id' : (names ?? '');
  }
  if (part.definition === 'idOrIds' || part.definition === 'ruleId') return 'id';
  if (lookup(words, part.definition)) return part.definition;
  if (key === 'modality') return 'modality';
  if (key === 'replacedBy' || (key === 'labels' && parent?.kind === 'list')) return 'id';
  return lookup(words, key) ? key : '';
}

function threeNumbers(text: string): string | undefined {
  const [, major, minor = '0', patch = '0'] = /^\s*v?\.?\s*(\d+)(?:[.,](\d+))?(?:[.,](\d+))?\s*$/i.exec(text) ?? [];
  return major === undefined ? undefined : [major, minor, patch].map(Number).join('.');
}

function dateFrom(text: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim()) ?? [];
  // 20.1.2026 is clear only with dots: with slashes, day and month may be either way round.
  const [, d = '', m = '', y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? [];
  const parts = year ? [year, month, day] : y ? [y, m, d] : undefined;
  if (!parts || Number(parts[1]) > 12 || Number(parts[2]) > 31) return undefined;
  return parts.map((part, i) => part.padStart(i === 0 ? 4 : 2, '0')).join('-');
}

function durationFrom(text: string): string | undefined {
  const [, count, unit = ''] = /^p?(\d+)\s*(y|years?|m|months?|w|weeks?|d|days?)$/i.exec(text.trim()) ?? [];
  return count && `P${count}${unit.charAt(0).toUpperCase()}`;
}

function colourFrom(text: string): string | undefined {
  const digits = text.trim().replace(/^(#|0x)/i, '');
  if (/^[0-9a-f]{6}$/i.test(digits)) return `#${digits}`;
  if (/^[0-9a-f]{3}$/i.test(digits)) return `#${[...digits].map((digit) => digit + digit).join('')}`;
  return lookup(colours, text.trim().toLowerCase());
}

function percentFrom(text: string): string | undefined {
  const [, number] = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent|per cent|prozent)$/i.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  const value = number.replace(',', '.');
  return Number(value) <= 100 ? `${value}%` : undefined;
}

function percentOfOne(text: string): string | undefined {
  const value = Number(text.trim().replace(',', '.'));
  return value > 0 && value < 1 ? `${Number((value * 100).toPrecision(12))}%` : undefined;
}

function casesFrom(text: string): string | undefined {
  const [, count] = /^(\d+)\s+\w+$/.exec(text.trim()) ?? [];
  return count && Number(count) > 0 ? `${Number(count)} cases` : undefined;
}

function codeFrom(text: string): string | undefined {
  // A code and its term are short; and each part can be read in one way only, so that no text takes long.
  if (text.length > 200) return undefined;
  const [, system = '', code, written] =
    /^(snomed(?:[ -]?ct)?|sct|radlex|loinc)?[\s:|]*((?:RID)?\d[\d-]*)(?:\s*\|?\s*([^|\s][^|]*))?\|?$/i.exec(
      text.trim(),
    ) ?? [];
  const term = written?.trim();
  if (code === undefined) return undefined;
  const name = /^RID/i.test(code) ? 'RADLEX' : /^snomed|^sct/i.test(system) ? 'SCT' : system.toUpperCase();
  return name === '' ? undefined : `${name}:${code}${term ? ` |${term}|` : ''}`;
}

const languages: Record<string, string> = {
  english: 'en',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  chinese: 'zh',
  japanese: 'ja',
  en_us: 'en-US',
  en_gb: 'en-GB',
  pt_br: 'pt-BR',
};

const modalities: Record<string, string> = {
  ct: 'CT',
  mr: 'MR',
  mri: 'MR',
  us: 'US',
  ultrasound: 'US',
  dx: 'DX',
  cr: 'CR',
  cxr: 'DX',
  xray: 'DX',
  radiograph: 'DX',
  mg: 'MG',
  mammography: 'MG',
  pet: 'PT',
  pt: 'PT',
  nm: 'NM',
  sm: 'SM',
  op: 'OP',
};

const colours: Record<string, string> = {
  red: '#e41a1c',
  blue: '#377eb8',
  green: '#4daf4a',
  purple: '#984ea3',
  orange: '#ff7f00',
  yellow: '#ffd92f',
  brown: '#a65628',
  pink: '#f781bf',
  grey: '#999999',
  gray: '#999999',
};
