import type { Annotation } from '../../../../server/src/annotations/annotation';
import { element, fill } from '../../webview/dom';
import { connectHost } from '../../webview/host';
import type { HostMessage, PageMessage, PageState } from '../protocol';
import { createCanvasView } from './canvasView';
import { createLabelDetails } from './labelDetails';
import { createKnownProblems } from './knownProblems';
import { createLabelStyles } from './labelStyles';
import { createLegend } from './legend';
import type { LoadedSample } from './loadSample';
import { createSampleLoader } from './loadSample';
import { createNoSamples } from './noSamples';
import './preview.css';
import { createSampleHeader } from './sampleHeader';
import { createSampleList, isSampleOf } from './sampleList';
import { describeScene, legendEntries, styledRegions } from './scene';
import { createToolbar } from './toolbar';
import { createTooltip } from './tooltip';

type Guideline = Extract<HostMessage, { type: 'guideline' }>;

const host = connectHost<PageMessage, HostMessage, PageState>();
const loadSample = createSampleLoader();

let guideline: Guideline | undefined;
let styleOf = createLabelStyles([]);
let selected = host.savedState.sample;
let names = host.savedState.names ?? true;
const hidden = new Set(host.savedState.hidden);
/** What is drawn: kept until the next sample is read, so that nothing flickers. */
let drawn: { readonly key: string; readonly id: string; readonly sample: LoadedSample } | undefined;
let chosen: string | undefined;
let pointedAt: Annotation | undefined;
/** The cursor as it was last told: the same place told again must not undo what the reader chose here since. */
let cursor: { readonly sample?: string; readonly label?: string } = {};
/** The label whose samples are listed. */
let listed: string | undefined;
let paints = 0;

const known = createKnownProblems();
const list = createSampleList({
  onSelect: select,
  onClearLabel() {
    listed = undefined;
    render();
  },
  onBroken(sample) {
    known.broken(sample);
    render();
  },
});
const noSamples = createNoSamples();
const tooltip = createTooltip();
const toolbar = createToolbar({
  zoom: (factor) => canvas.zoom(factor),
  fit: () => canvas.fit(),
  toggleNames() {
    names = !names;
    render();
  },
});
const canvas = createCanvasView({
  onHover(region, at) {
    tooltip.show(
      currentRegions().find((each) => each.region === region),
      at,
    );
    point(region?.annotation);
  },
  onPick(region) {
    const { key, label } = styleOf(region.annotation.label);
    chosen = key;
    render();
    if (label) reveal('label', label.id);
  },
  onPainted() {
    if (!drawn) return;
    paints += 1;
    document.body.dataset['paints'] = String(paints);
    document.body.dataset['ready'] = drawn.id;
  },
  onZoom: (scale) => toolbar.showScale(scale),
});
const header = createSampleHeader((key) => reveal('sample', key));
const legend = createLegend({
  onToggle(key) {
    if (!hidden.delete(key)) hidden.add(key);
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
const stage = element('main', { class: 'stage' }, toolbar.element, canvas.element);
canvas.element.append(tooltip.element);
const side = element('aside', { class: 'side', attributes: { 'aria-label': 'About this sample' } });
side.append(header.element, legend.element, details.element);
const notice = element('p', { class: 'notice', attributes: { role: 'status' } });
document.body.append(notice, list.element, stage, side, noSamples.element);

host.onMessage((message) => {
  switch (message.type) {
    case 'guideline':
      return takeGuideline(message);
    case 'cursor':
      return followCursor(message);
    case 'failed':
      return say(`The guideline could not be read. ${message.message}`);
  }
});
render();
say('Reading the guideline…');
host.post({ type: 'ready' });

function takeGuideline(message: Guideline): void {
  guideline = message;
  styleOf = createLabelStyles(message.labels);
  say('');
  if (!message.samples.some(({ key }) => key === selected)) selected = message.samples[0]?.key;
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
  selected = key;
  render();
  void drawSelected();
}

async function drawSelected(): Promise<void> {
  const sample = guideline?.samples.find(({ key }) => key === selected);
  const loaded = sample && (await loadSample(sample));
  if (sample && loaded) known.loaded(sample, loaded);
  if (sample && sample.key !== selected) return render();
  if (drawn?.sample !== loaded) tooltip.hide();
  drawn = sample && loaded && { key: sample.key, id: sample.id, sample: loaded };
  render();
  // There is no picture to wait for: what there is to be said is said.
  if (drawn && !drawn.sample.picture) document.body.dataset['ready'] = drawn.id;
}

function currentRegions() {
  return drawn ? styledRegions(drawn.sample, styleOf, hidden) : [];
}

/** Shows everything as it stands now. The parts leave alone what has not changed. */
function render(): void {
  const samples = guideline?.samples ?? [];
  const sample = samples.find(({ key }) => key === selected);
  const labels = guideline?.labels ?? [];
  const current = drawn?.key === selected ? drawn?.sample : undefined;
  const picture = drawn?.sample.picture;
  const entries = drawn ? legendEntries(drawn.sample, styleOf) : [];
  const first = [chosen, ...(sample?.shows ?? []), ...(sample?.about ?? []), ...entries.map(({ style }) => style.key)];
  const about = first.map((each) => labels.find(({ id }) => id === each)).find((label) => label);

  const problems = [...(sample?.problems ?? []), ...(current?.problems ?? [])];

  list.element.hidden = !samples.length;
  list.update({
    samples,
    selected,
    label: labels.find(({ id }) => id === listed),
    problemsOf: (each) => known.of(each, styleOf),
  });
  noSamples.update(guideline && !samples.length ? { kind: guideline.kind, label: labels[0]?.id } : undefined);
  header.update(sample, problems);
  legend.update({ entries, hidden, chosen });
  details.update(about, about && styleOf({ name: about.id }).color);
  toolbar.showNames(names);
  toolbar.showPicture(picture !== undefined);
  tooltip.refresh(currentRegions());
  canvas.show(
    picture && {
      picture,
      regions: currentRegions(),
      names,
      hovered: currentRegions().find(isPointedAt)?.region,
      chosen,
    },
    describeScene(sample, entries),
    problems[0],
  );
  document.body.classList.toggle('no-samples', !samples.length);
  if (guideline) host.save({ uri: guideline.uri, sample: selected, hidden: [...hidden], names });
}

function isPointedAt({ region }: { readonly region: { readonly annotation: Annotation } }): boolean {
  return region.annotation === pointedAt;
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
