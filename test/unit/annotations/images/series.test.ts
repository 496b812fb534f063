import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../../server/src/annotations/images/byteSource';
import { openSeries } from '../../../../server/src/annotations/images/dicom/series';
import { toPatient } from '../../../../server/src/annotations/images/geometry';
import { dicom, type Elements, grey, placed } from './dicomFile';
import { numbers, servicesWith } from './files';

function file(name: string, value: number, more: Elements, series = '1.2.3') {
  const bytes = dicom(
    grey(1, 1, numbers([value], 2), { '0020000e': ['UI', series], '0008103e': ['LO', 'Axial'], ...more }),
  );
  return { name, source: memorySource(bytes) };
}

const open = (files: Parameters<typeof openSeries>[0]) => openSeries(files, servicesWith());

describe('a series in a folder', () => {
  it('is sorted by position, not by name or number', async () => {
    const files = [file('a', 30, placed(9)), file('b', 10, placed(3)), file('c', 20, placed(6))];
    const { series, unreadable } = await open(files);
    expect(unreadable).toEqual([]);
    expect(series).toHaveLength(1);
    const { name, picture, files: names } = series[0]!;
    expect({ name, names }).toEqual({ name: 'Axial', names: ['b', 'c', 'a'] });
    expect(picture).toMatchObject({ depth: 3, times: 1, spacing: { x: 0.5, y: 2, z: 3 }, notes: [] });
    const values = await Promise.all([0, 1, 2].map(async (slice) => (await picture.read(slice)).values[0]));
    expect(values).toEqual([10, 20, 30]);
    expect(toPatient(picture.toPatient!, 2, 1, 2)).toEqual([-9, -18, 9]);
  });

  it('keeps the shift of a tilted scanner', async () => {
    const { series } = await open([file('a', 1, placed(0, 0, 0)), file('b', 2, placed(3, 0, 1))]);
    expect(series[0]!.picture.toPatient!.slices).toEqual([0, 1, 3]);
  });

  it('is no volume when a slice is missing, and says so', async () => {
    const { series } = await open([0, 3, 6, 12].map((z) => file(`f${z}`, z, placed(z))));
    const { picture } = series[0]!;
    expect(picture.toPatient).toBeUndefined();
    expect(picture.planes!.map(({ origin }) => origin[2])).toEqual([0, 3, 6, 12]);
    expect(picture.notes).toEqual([
      'The slices do not follow at one distance: some may be missing. Only these slices are shown.',
    ]);
  });

  it('takes slices at the same places as times, by their numbers', async () => {
    const number = (n: number): Elements => ({ '00200013': ['IS', String(n)] });
    const files = [
      file('d', 21, { ...placed(3), ...number(4) }),
      file('a', 10, { ...placed(0), ...number(1) }),
      file('c', 20, { ...placed(0), ...number(3) }),
      file('b', 11, { ...placed(3), ...number(2) }),
    ];
    const { picture } = (await open(files)).series[0]!;
    expect(picture).toMatchObject({ depth: 2, times: 2 });
    expect([...(await picture.read(1, 0)).values, ...(await picture.read(0, 1)).values]).toEqual([11, 20]);
  });

  it('is sorted by number without positions', async () => {
    const files = [2, 1].map((n) => file(`f${n}`, n, { '00200013': ['IS', String(n)] }));
    const { picture, files: names } = (await open(files)).series[0]!;
    expect(names).toEqual(['f1', 'f2']);
    expect(picture.toPatient).toBeUndefined();
  });

  it('is kept apart from other series, from scouts, and from what cannot be read', async () => {
    const scout: Elements = { ...placed(0), '00200037': ['DS', '1\\0\\0\\0\\0\\-1'] };
    const { series, unreadable } = await open([
      file('a', 1, placed(0)),
      file('scout', 2, scout),
      file('b', 3, placed(3)),
      file('other', 4, placed(6), '9.9'),
      { name: 'report', source: memorySource(dicom({ '00080060': ['CS', 'SR'] })) },
    ]);
    expect(series.map(({ files }) => files)).toEqual([['a', 'b'], ['scout'], ['other']]);
    expect(unreadable).toEqual([{ name: 'report', reason: 'This DICOM file holds no image.' }]);
  });

  it('keeps the slope of each slice', async () => {
    const slope = (value: string): Elements => ({ '00281053': ['DS', value] });
    const files = [file('a', 1, { ...placed(0), ...slope('2') }), file('b', 1, { ...placed(3), ...slope('5') })];
    const { picture } = (await open(files)).series[0]!;
    expect([(await picture.read(0)).slope, (await picture.read(1)).slope]).toEqual([2, 5]);
  });
});
