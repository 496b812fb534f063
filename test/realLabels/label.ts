/** A label of another tool, as far as a taxonomy takes it over. */
export interface ForeignLabel {
  readonly name: string;
  readonly value?: number;
  /** `#rrggbb`. */
  readonly color?: string;
  readonly definition?: string;
  readonly geometry?: readonly string[];
  readonly keypoints?: readonly string[];
  /** Codes by their place under `dicom`, each as `SCT:39607008 |Lung|`. */
  readonly dicom?: Readonly<Record<string, string>>;
  readonly attributes?: readonly ForeignAttribute[];
}

export interface ForeignAttribute {
  readonly name: string;
  readonly type: 'choice' | 'boolean' | 'text' | 'integer' | 'number';
  readonly values?: readonly string[];
  readonly unit?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly step?: number;
  readonly default?: string | number | boolean;
}

/** A list of labels of another tool. */
export interface LabelList {
  /** The file, and the part of it where it has several lists. */
  readonly title: string;
  readonly labels: readonly ForeignLabel[];
}

/** A code as the DICOM tools write it; nothing for an empty one. */
export function codeText(system: string | undefined, value: string | undefined, meaning: string | undefined) {
  return system && value ? `${system}:${value} |${meaning ?? ''}|` : undefined;
}

/** `241,172,34` as `#f1ac22`; nothing when it is no colour. */
export function colourText(parts: readonly (string | number)[]): string | undefined {
  const numbers = parts.map(Number);
  if (numbers.length < 3 || numbers.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return undefined;
  return `#${numbers
    .slice(0, 3)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;
}
