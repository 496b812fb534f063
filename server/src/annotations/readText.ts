import type { AnnotationFile } from './annotation';
import type { Around } from './around';

/** Reads annotations that are written as text, whatever their format; nothing when it is none that is known. */
export async function readText(content: string, around: Around = {}): Promise<AnnotationFile | undefined> {
  const text = content.replace(/^\uFEFF/, '');
  const first = /\S/.exec(text)?.[0];
  if (first === '{' || first === '[') return (await import('./readers/jsonFormats')).readJsonFormats(text, around);
  if (first === '<') return (await import('./readers/xmlFormats')).readXmlFormats(text, around);
  return (await import('./readers/yolo')).readYolo(text, around);
}
