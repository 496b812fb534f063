import { lookup } from './lookup';

interface CodeSystem {
  /** How a code of the system looks; those of SNOMED CT and LOINC are looked at closer by `codes.ts`. */
  readonly shape?: RegExp;
  /** The shape in words, and an example. */
  readonly words?: string;
  /** The code that was probably meant by one of another shape. */
  readonly mend?: (code: string) => string;
}

/** The code systems that need not be listed under `codeSystems`. */
const builtIn: Readonly<Record<string, CodeSystem>> = {
  SCT: {},
  LOINC: {},
  UCUM: {},
  RADLEX: {
    shape: /^RID\d{1,6}$/,
    words: 'RID and a number, such as RID5352',
    mend: (code) => code.replace(/^(?:RADLEX[:_]?)?(?:RID)?[:_ ]?(?=\d)/i, 'RID'),
  },
  DCM: {
    // Numbers, and words such as the codes of modalities.
    shape: /^(?:\d{6}|[A-Z][A-Z0-9_]{1,15})$/,
    words: 'six digits, such as 112173',
    mend: (code) => code.replace(/^DCM[:_]?/i, ''),
  },
  ICD10: {
    // With the marks of the WHO and the German edition behind it.
    shape: /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?[+*!†]?$/,
    words: 'a letter and two digits, and more behind a dot, such as J93.1',
    mend: (code) => code.toUpperCase().replace(/^([A-Z]\d[0-9A-Z])([0-9A-Z]{1,4})$/, '$1.$2'),
  },
  FMA: { shape: /^\d{1,6}$/, words: 'a number, such as 7195', mend: (code) => code.replace(/^FMA(?:ID)?[:_]?/i, '') },
  NCIT: {
    shape: /^C\d{3,7}$/,
    words: 'C and a number, such as C38003',
    mend: (code) => code.replace(/^(?:NCIT[:_]?)?C?(?=\d)/i, 'C'),
  },
  UBERON: {
    shape: /^\d{7}$/,
    words: 'seven digits, such as 0002048',
    mend: (code) => code.replace(/^UBERON[:_]?/i, '').padStart(7, '0'),
  },
  OIDM: {
    shape: /^OIFMA?_[A-Z]{3,4}_\d{6}(?:\.\d+)?$/,
    words: 'OIFM, four letters and six digits, such as OIFM_GMTS_023339',
    mend: (code) => code.toUpperCase().replaceAll('-', '_'),
  },
};

/** The names of the code systems that need not be listed. */
export const builtInSystems: readonly string[] = Object.keys(builtIn);

/** Names that people use for a built-in code system. */
const otherNames: Readonly<Record<string, string>> = {
  SNOMED: 'SCT',
  SNOMEDCT: 'SCT',
  SRT: 'SCT',
  SCTID: 'SCT',
  RID: 'RADLEX',
  DICOM: 'DCM',
  LN: 'LOINC',
  ICD: 'ICD10',
  ICD10CM: 'ICD10',
  ICD10GM: 'ICD10',
  FMAID: 'FMA',
  NCI: 'NCIT',
  OIFM: 'OIDM',
};

/** The built-in code system that is meant by another name or spelling: `SNOMED-CT` is `SCT`. */
export function systemMeant(name: string): string | undefined {
  const plain = name.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return lookup(otherNames, plain) ?? builtInSystems.find((system) => system === plain);
}

/** What is wrong with the shape of a code; nothing when it is good, or its system is not known. */
export function shapeMistake(system: string, code: string): { message: string; mended?: string } | undefined {
  const known = lookup(builtIn, system);
  if (!known?.shape || !known.words || known.shape.test(code)) return undefined;
  const mended = known.mend?.(code);
  return {
    message: `“${code}” is no code of ${system}: these have ${known.words}.`,
    ...(mended !== undefined && known.shape.test(mended) ? { mended } : {}),
  };
}
