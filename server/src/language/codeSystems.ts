import type { DocumentPath } from './schemaAt';

/** The code systems that are known without being listed, by their short names, in the order they are offered. */
const names = new Map([
  ['SCT', 'SNOMED CT'],
  ['RADLEX', 'RadLex'],
  ['DCM', 'DICOM'],
  ['LOINC', 'LOINC'],
  ['ICD10', 'ICD-10'],
  ['FMA', 'Foundational Model of Anatomy'],
  ['NCIT', 'NCI Thesaurus'],
  ['UBERON', 'Uberon anatomy ontology'],
  ['OIDM', 'Open Imaging Data Model'],
]);

export const builtInSystems: ReadonlyMap<string, string> = names;

/** What a code system is called; nothing for one of the document's own. */
export function systemName(system: string): string | undefined {
  return system.toUpperCase() === 'UCUM' ? 'Unified Code for Units of Measure' : names.get(system.toUpperCase());
}

/** Whether a path leads to a code, or to a list of codes. */
export function isCodePath(path: DocumentPath): boolean {
  const keys = path.filter((step): step is string => typeof step === 'string');
  const [before, last] = keys.slice(-2);
  return last === 'codes' || (last === 'code' && before === 'codes') || (before === 'dicom' && path[0] === 'labels');
}
