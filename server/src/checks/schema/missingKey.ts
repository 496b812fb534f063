import { readText } from '../../model/read';
import type { YamlDocument } from '../../yaml/document';
import type { YamlMap } from '../../yaml/node';
import { keyText, valueAt } from '../../yaml/node';
import { asScalar, beginsLine, insertAfterFix, insertFix, lineEnd } from '../fixes';
import type { Finding, Fix } from '../problem';
import { idFromText, nameFromId, quoted } from '../words';
import type { Mistake } from './mistake';
import { nounOf } from './mistake';

/** What a missing key is for, so that its writer knows what to put there. */
const purposes: Record<string, string> = {
  taxonomy: 'the id of this taxonomy, such as chest-xray-findings',
  protocol: 'the id of this protocol, such as ptx-segmentation',
  version: 'three numbers, such as 1.0.0',
  title: 'what it is called, for people',
  status: 'draft, review, approved or retired',
  language: 'the language it is written in, such as en',
  labels: 'the labels, each under its id',
  name: 'what it is called, for people',
  purpose: 'what the annotations are made for',
  roles: 'who takes part',
  workflow: 'the stages of annotation',
  qualification: 'profession and speciality, such as Board-certified radiologist',
  stage: 'what is done in it: train, pre-label, read, revise, merge, adjudicate or quality-control',
  role: 'who does it, by the name under “roles”',
  of: 'the earlier stage whose annotations it takes up',
  model: 'the model that annotates beforehand',
  method: 'how it is done',
  definition: 'what is taken as the truth',
  center: 'the value in the middle of the window',
  width: 'how many values the window takes in',
  values: 'the values a reader may choose from',
  type: 'choice, ordinal, number, integer, boolean, text, date or reference',
  since: 'the version in which the label went out of use',
  reason: 'why it is accepted',
  metric: 'the measure of agreement, such as dice',
  task: 'such as segmentation, detection or classification',
  file: 'the file, seen from this one',
  image: 'the file of the image',
};

/** Values that are good to begin with. */
function beginning(key: string, { node, key: above, validated }: Mistake): string | undefined {
  const id = validated.node.kind === 'map' ? validated.node.entries[0]?.value : undefined;
  const title = id?.kind === 'scalar' && id.source !== '' ? nameFromId(id.source) : 'Title';
  const values: Record<string, string> = {
    version: '1.0.0',
    status: 'draft',
    language: 'en',
    title: asScalar(title),
    name: asScalar(nameFromId(above)),
    task: 'segmentation',
  };
  return node.kind === 'map' && Object.hasOwn(values, key) ? values[key] : undefined;
}

/** A key that must be there and is not. */
export function missingKey(mistake: Mistake): Finding | undefined {
  const { error, node, entry, key } = mistake;
  const missing = String(error.params.missingProperty);
  if (node.kind !== 'map') return undefined;
  const first = node.entries[0];
  const inHead = key === '';
  const at = inHead ? (first?.key ?? node) : (entry?.key ?? first?.key ?? node);
  const what = entry && !inHead ? quoted(keyText(entry)) : capital(nounOf(mistake));
  const purpose = Object.hasOwn(purposes, missing) ? ` (${purposes[missing]})` : '';
  return { at, message: `${what} lacks “${missing}”${purpose}. Add it.`, fixes: fixesFor(missing, mistake) };
}

function fixesFor(missing: string, mistake: Mistake): Fix[] {
  const { node, key } = mistake;
  if (key === '' && node.kind === 'map' && node.style === 'block') {
    const fix = headFix(missing, node, mistake);
    if (fix) return [fix];
  }
  const value = beginning(missing, mistake);
  if (node.kind !== 'map' || value === undefined || (missing === 'version' && key !== '')) return [];
  const title = `Add “${missing}: ${value}”`;
  const line = `${missing}: ${value}`;
  const first = node.entries[0];
  if (key === '' && node.style === 'block' && first) return [insertAfterFix(title, headEntry(mistake) ?? first, line)];
  return [insertFix(title, node, line)];
}

/** The key that names the kind and the id goes to the top; labels go to the end, with one to begin with. */
function headFix(missing: string, node: YamlMap, { validated }: Mistake): Fix | undefined {
  const last = node.entries[node.entries.length - 1];
  if (missing === 'labels' && validated.kind === 'taxonomy' && last) {
    if (!beginsLine(validated.document, validated.document.range(last.key).start)) return undefined;
    const edits = (document: YamlDocument) => {
      const lines = ['labels:', '  first-label:', '    name: First label'].join(lineEnd(document));
      return insertAfterFix('', last, lines).edits(document);
    };
    return { title: 'Add “labels” with a first label', edits };
  }
  if (missing !== validated.kind) return undefined;
  const line = `${missing}: ${idFromText(readText(valueAt(node, 'title')) ?? '') ?? `my-${missing}`}`;
  return insertFix(`Add “${line}”`, node, line);
}

/** The last entry of the head that stands before the missing one in the usual order. */
function headEntry({ node, error }: Mistake) {
  const order = ['taxonomy', 'protocol', 'format', 'version', 'title', 'status', 'language'];
  const limit = order.indexOf(String(error.params.missingProperty));
  if (node.kind !== 'map') return undefined;
  const before = node.entries.filter((entry) => {
    const index = order.indexOf(keyText(entry));
    return index >= 0 && index < limit;
  });
  return before[before.length - 1];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
