import type { Annotation, LabelKey } from '../../../../server/src/annotations/annotation';
import { createDecoder } from '../../viewer/webview/decoder';
import { createHostReader } from '../../viewer/webview/hostReader';
import { createViewer } from '../../viewer/webview/viewer';
import { element, fill } from '../../webview/dom';
import { connectHost } from '../../webview/host';
import type { HostMessage, PageMessage, PageSample, PageState } from '../protocol';
import { createKnownProblems } from './knownProblems';
import { isSampleOf } from './labelFilter';
import { createLabelDetails } from './labelDetails';
import type { LabelStyle } from './labelStyles';
import { createLabelStyles } from './labelStyles';
import { createLegend } from './legend';
import type { LoadedSample } from './loadSample';
import { createSampleLoader } from './loadSample';
import { createNoSamples } from './noSamples';
import './preview.css';
import { regionProblems } from './regionProblems';
import { createSampleHeader } from './sampleHeader';
import { createSampleList } from './sampleList';
import { describeScene, legendEntries, styledMarks } from './scene';
import { createThumbnails } from './thumbnails';
import { createTooltip } from './tooltip';

type Guideline = Extract<HostMessage, { type: 'guideline' }>;

const base = (document.currentScript as HTMLScriptElement).src;
const host = connectHost<PageMessage, HostMessage, PageState>();
const reader = createHostReader((wish) => host.post({ type: 'read', ...wish }));
const { read: readByHost, readBeside } = reader;
const decoder = createDecoder({ base, readByHost, readBeside });
decoder.prepare();
const loadSample = createSampleLoader(decoder);

let guideline: Guideline | undefined;
let styleOf = createLabelStyles([]);
/** What the reader chose last: it stays so while a guideline that is still being read does not have it. */
let wanted = host.savedState.sample;
let selected: string | undefined;
const hidden = new Set(host.savedState.hidden);
const opacities = new Map(host.savedState.opacities);
/** What is drawn: kept until the next sample is read, so that nothing flickers. */
let drawn: { readonly key: string; readonly id: string; readonly sample: LoadedSample } | undefined;
/** Why the picture that is shown could not be read on. */
let failure: string | undefined;
let chosen: string | undefined;
let pointedAt: Annotation | undefined;
/** The cursor as it was last told: the same place told again must not undo what the reader chose here since. */
let cursor: NonNullable<PageState['cursor']> = host.savedState.cursor ?? {};
/** The label whose samples are listed. */
let listed = host.savedState.listed;
let paints = 0;
let marks:
  | {
      readonly sample: LoadedSample;
      readonly styleOf: typeof styleOf;
      readonly wanted: string;
      readonly made: ReturnType<typeof styledMarks>;
    }
  | undefined;

const known = createKnownProblems();
// A decoder of their own: the picture that is looked at does not wait for them.
const thumbnail = createThumbnails(
  createDecoder({ base, readByHost }),
  (sample, problem) => {
    known.broken(sample, problem);
    render();
  },
  decoder.idle,
);
const list = createSampleList({
  onSelect: select,
  onChooseLabel(label) {
    listed = label;
    render();
  },
  thumbnail,
});
const noSamples = createNoSamples();
const tooltip = createTooltip();
const viewer = createViewer(
  {
    onHover(annotation, on, value) {
      tooltip.show(annotation && { annotation, value, ...pointedNow(annotation) }, on);
      point(annotation);
    },
    onPick(annotation) {
      const { key, label } = styleNow(annotation.label);
      chosen = key;
      render();
      if (label) reveal('label', label.id);
    },
    onPainted() {
      if (!drawn) return;
      if (paints === 0) performance.mark('first picture');
      paints += 1;
      document.body.dataset['paints'] = String(paints);
      document.body.dataset['ready'] = drawn.id;
      document.body.dataset['unfinished'] = String(drawn.sample.unfinished ?? false);
    },
    onState: save,
    onFailed(message) {
      failure = message;
      render();
    },
  },
  host.savedState,
);
const header = createSampleHeader((key) => reveal('sample', key));
const legend = createLegend({
  onToggle(key) {
    if (!hidden.delete(key)) hidden.add(key);
    render();
  },
  onOpacity(key, opacity) {
    if (opacity === 1) opacities.delete(key);
    else opacities.set(key, opacity);
    render();
  },
  onChoose(key) {
    chosen = chosen === key ? undefined : key;
    render();
  },
  onReveal: (key) => reveal('label', key),
  onPoint: point,
});
const details = createLabelDetails((id) => reveal('label', id));
const heading = element('h1', { class: 'spoken', text: 'Samples' });
const stage = element('main', { class: 'stage' }, heading, viewer.element, noSamples.element);
viewer.stage.append(tooltip.element);
const side = element('aside', { class: 'side', attributes: { 'aria-label': 'About this sample' } });
side.append(header.element, legend.element, details.element);
const notice = element('p', { class: 'notice', attributes: { role: 'status' } });
document.body.append(notice, list.element, stage, side);

host.onMessage((message) => {
  switch (message.type) {
    case 'guideline':
      return takeGuideline(message);
    case 'cursor':
      return followCursor(message);
    case 'file':
      return reader.take(message);
    case 'failed':
      return say(`The guideline could not be read. ${message.message}`);
  }
});
render();
say('Reading the guideline…');
host.post({ type: 'ready' });
performance.mark('ready');

function takeGuideline(message: Guideline): void {
  guideline = message;
  styleOf = createLabelStyles(message.labels);
  heading.textContent = `Samples: ${message.title}`;
  say('');
  const has = (wish: string | undefined) => message.samples.some(({ key }) => key === wish);
  selected = [wanted, selected].find(has) ?? message.samples[0]?.key;
  render();
  void drawSelected();
}

function followCursor({ sample, label }: Extract<HostMessage, { type: 'cursor' }>): void {
  if (sample === cursor.sample && label === cursor.label) return;
  cursor = { sample, label };
  listed = label;
  chosen = label;
  const shown = guideline?.samples ?? [];
  const current = shown.find(({ key }) => key === selected);
  const next =
    sample ?? (label && !(current && isSampleOf(current, label)) && shown.find((each) => isSampleOf(each, label))?.key);
  if (next) select(next);
  else render();
}

function select(key: string): void {
  [wanted, selected] = [key, key];
  render();
  void drawSelected();
}

async function drawSelected(): Promise<void> {
  const sample = guideline?.samples.find(({ key }) => key === selected);
  const loaded = sample && (await loadSample(sample, (picture) => draw(sample, picture)));
  if (sample && loaded) known.loaded(sample, loaded);
  draw(sample, loaded);
}

/** Shows a sample, if it is still the one that is wanted. */
function draw(sample: PageSample | undefined, loaded: LoadedSample | undefined): void {
  if (sample && sample.key !== selected) return render();
  // The same again, after an edit of the text: it was shown already.
  if (loaded && drawn?.sample === loaded && drawn.key === sample?.key && drawn.id === sample.id) return;
  if (drawn?.sample !== loaded) {
    tooltip.hide();
    failure = undefined;
  }
  say(loaded?.unfinished ? `Reading ${sample?.annotationsName ?? 'the annotations'}…` : '');
  drawn = sample && loaded && { key: sample.key, id: sample.id, sample: loaded };
  render();
  // There is no picture to wait for: what there is to be said is said.
  if (drawn && !drawn.sample.picture) document.body.dataset['ready'] = drawn.id;
}

/** The marks of what is drawn, made anew only when the sample, the labels or what is wanted of them changed. */
function marksNow() {
  if (!drawn) return { regions: [], volumes: [] };
  const wanted = JSON.stringify([[...hidden], [...opacities]]);
  if (marks?.sample !== drawn.sample || marks.styleOf !== styleOf || marks.wanted !== wanted) {
    marks = { sample: drawn.sample, styleOf, wanted, made: styledMarks(drawn.sample, styleNow, { hidden, opacities }) };
  }
  return marks.made;
}

/** The style of a label in the sample that is drawn. */
function styleNow(key: LabelKey): LabelStyle {
  return styleOf(key, guideline?.samples.find((sample) => sample.key === drawn?.key)?.likely);
}

/** How an annotation is drawn now, and what is wrong with it; nothing when it is not shown. */
function pointedNow(annotation: Annotation) {
  const style = styleNow(annotation.label);
  return { style, problems: regionProblems(annotation, style, drawn?.sample.picture?.info) };
}

/** Shows everything as it stands now. The parts leave alone what has not changed. */
function render(): void {
  const samples = guideline?.samples ?? [];
  const sample = samples.find(({ key }) => key === selected);
  const labels = guideline?.labels ?? [];
  const current = drawn?.key === selected ? drawn?.sample : undefined;
  const entries = drawn ? legendEntries(drawn.sample, styleNow) : [];
  const first = [chosen, ...(sample?.shows ?? []), ...(sample?.about ?? []), ...entries.map(({ style }) => style.key)];
  const about = first.map((each) => labels.find(({ id }) => id === each)).find((label) => label);
  const marked = marksNow();
  const problems = [...(sample?.problems ?? []), ...(current?.problems ?? []), failure].filter(
    (each) => each !== undefined,
  );

  for (const each of [list.element, viewer.element, side]) each.hidden = !samples.length;
  list.update({
    samples,
    labels,
    selected,
    label: labels.find(({ id }) => id === listed),
    problemsOf: (each) => known.of(each, (key) => styleOf(key, each.likely)),
  });
  noSamples.update(guideline && !samples.length ? { kind: guideline.kind, label: labels[0]?.id } : undefined);
  header.update(sample, problems);
  const problemsOf = (annotation: Annotation) => pointedNow(annotation).problems;
  legend.update({ entries, hidden, opacities, chosen, problemsOf });
  details.update(about, about && styleOf({ name: about.id }).color);
  tooltip.refresh((annotation) => (hidden.has(styleNow(annotation.label).key) ? undefined : pointedNow(annotation)));
  viewer.show({
    picture: drawn?.sample.picture,
    key: drawn?.key,
    description: describeScene(sample, entries),
    missing: current?.problems[0] ?? problems[0],
    presets: sample?.windows ?? [],
    start: drawn?.sample.start,
    marks: {
      ...marked,
      hovered: pointedAt,
      chosen: entries.some(({ style }) => style.key === chosen) ? chosen : undefined,
    },
  });
  document.body.classList.toggle('no-samples', !samples.length);
  save();
}

function save(): void {
  if (!guideline) return;
  host.save({
    uri: guideline.uri,
    sample: wanted ?? selected,
    cursor,
    listed,
    hidden: [...hidden],
    opacities: [...opacities],
    ...viewer.state(),
  });
}

function point(annotation: Annotation | undefined): void {
  if (annotation === pointedAt) return;
  pointedAt = annotation;
  render();
}

function reveal(what: 'label' | 'sample', key: string): void {
  host.post({ type: 'reveal', what, key });
}

function say(sentence: string): void {
  notice.hidden = !sentence;
  fill(notice, sentence);
}
