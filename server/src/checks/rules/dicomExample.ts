/** An element: its tag (`0010,0010`), its value representation, its value. */
export type DicomElement = readonly [tag: string, vr: string, value: string];

/** A DICOM file for examples: a header in plain ASCII with these elements (group, element, kind, value) and no pixels. */
export function dicomText(...elements: readonly DicomElement[]): string {
  const syntax = element('0002,0010', 'UI', '1.2.840.10008.1.2.1');
  const meta = `${element('0002,0000', 'UL', `${String.fromCharCode(syntax.length)}\0\0\0`)}${syntax}`;
  return `${'\0'.repeat(128)}DICM${meta}${elements.map((one) => element(...one)).join('')}`;
}

/** An element in explicit VR, little endian; all lengths are even and below 128. */
function element(tag: string, vr: string, value: string): string {
  const even = value.length % 2 === 0 ? value : `${value}${vr === 'UI' ? '\0' : ' '}`;
  const [group = '', number = ''] = tag.split(',');
  return `${short(group)}${short(number)}${vr}${String.fromCharCode(even.length)}\0${even}`;
}

function short(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex.slice(2), 16), Number.parseInt(hex.slice(0, 2), 16));
}
