import type { PageSample } from '../../client/src/preview/protocol';
import type { PreviewLabel } from '../../server/src/requests';
import type { OpenedPage } from './openPage';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function label(id: string, name: string, given: Partial<PreviewLabel> = {}): PreviewLabel {
  return {
    id,
    name,
    definition: `What ${name} is.`,
    include: ['All of it'],
    exclude: ['Nothing else'],
    names: [],
    aliases: [],
    codes: [],
    skeleton: [],
    deprecated: false,
    uri: 'file:///w/t.yaml',
    range,
    entryRange: range,
    ...given,
  };
}

export const labels = [
  label('liver', 'Liver', { color: '#00ff00', value: 3, geometry: ['mask'] }),
  label('pneumothorax', 'Pneumothorax', { color: '#ff0000', geometry: ['polygon'] }),
  label('hip', 'Hip', { color: '#0000ff', geometry: ['box'], skeleton: [['head', 'neck']] }),
];

/** The samples of the files that `writeFiles` writes. */
export function samplesAt({ address }: Pick<OpenedPage, 'address'>): PageSample[] {
  const sample = (id: string, image: string, annotations?: string): PageSample => ({
    key: id,
    id,
    kind: 'typical',
    caption: `About ${id}.`,
    shows: ['liver'],
    about: [],
    problems: [],
    windows: [{ name: 'Lung', center: -600, width: 1500 }],
    image: address(image),
    imageName: image,
    annotations: annotations && address(annotations),
    annotationsName: annotations,
  });
  return [
    sample('volume', 'volume.nii.gz', 'mask.nii.gz'),
    sample('xray', 'xray.png', 'xray.json'),
    sample('ct', 'ct.dcm'),
    sample('j2k', 'j2k.dcm'),
    sample('cut-off', 'cut-off.dcm'),
  ];
}

/** The message with which the host sends a guideline. */
export function guideline(samples: readonly PageSample[], changed: readonly PreviewLabel[] = labels) {
  return { type: 'guideline', uri: 'file:///w/t.yaml', kind: 'taxonomy', title: 'Test', labels: changed, samples };
}
