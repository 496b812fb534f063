import type { Addressed, OpenPicture } from '../../viewer/webview/decoder';
import { createDecoder } from '../../viewer/webview/decoder';
import { createHostReader } from '../../viewer/webview/hostReader';
import { createViewer } from '../../viewer/webview/viewer';
import { element, fill } from '../../webview/dom';
import { connectHost } from '../../webview/host';
import type { HostMessage, PageMessage, PageState } from '../protocol';
import './image.css';

const base = (document.currentScript as HTMLScriptElement).src;
const host = connectHost<PageMessage, HostMessage, PageState>();
const reader = createHostReader((wish) => host.post({ type: 'read', ...wish }));
const decoder = createDecoder({ base, readByHost: reader.read });
decoder.prepare();

let picture: OpenPicture | undefined;
let name = '';
let problem = 'Reading the image…';
let wanted: Addressed | undefined;

const viewer = createViewer(
  {
    onHover: () => undefined,
    onPick: () => undefined,
    onPainted: () => (document.body.dataset['ready'] = name),
    onState: () => host.save(viewer.state()),
    onFailed(message) {
      problem = message;
      render();
    },
  },
  host.savedState,
);
const notes = element('div', { class: 'notes', attributes: { role: 'status' } });
document.body.append(element('main', { class: 'stage' }, viewer.element), notes);

host.onMessage((message) => {
  if (message.type === 'file') return reader.take(message);
  void open(message.file);
});
render();
host.post({ type: 'ready' });

/** Opens a file; the picture before stays until it is read. */
async function open(file: Addressed): Promise<void> {
  wanted = file;
  try {
    const opened = await decoder.open([file]);
    if (wanted !== file) return opened.close();
    picture?.close();
    [picture, problem] = [opened, ''];
  } catch (error) {
    if (wanted !== file) return;
    [picture, problem] = [undefined, error instanceof Error ? error.message : String(error)];
  }
  name = file.name;
  render();
  if (!picture) document.body.dataset['ready'] = name;
}

function render(): void {
  const { info } = picture ?? {};
  const size = info && [info.width, info.height, ...(info.depth > 1 ? [info.depth] : [])].join(' × ');
  const lines = info ? [`${info.format}, ${size}`, ...info.notes, problem] : [problem];
  fill(notes, ...lines.filter(Boolean).map((text) => element('p', { text })));
  viewer.show({
    picture,
    key: name,
    description: `Image ${name}.`,
    missing: problem,
    presets: [],
    marks: { regions: [], volumes: [] },
  });
}
