import { describe, expect, it } from 'vitest';
import { readPatientData } from '../../../server/src/annotations/patientData';
import type { CheckConfig } from '../../../server/src/checks/config';
import { defaultConfig } from '../../../server/src/checks/config';
import type { DicomElement } from '../../../server/src/checks/rules/dicomExample';
import { dicomText } from '../../../server/src/checks/rules/dicomExample';
import { protocolExample } from '../../../server/src/checks/rules/examples';
import { createMemoryFileSystem } from '../../../server/src/workspace/memory';
import { check, folder } from './checking';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const protocol = protocolExample('labels: [nodule]\nsamples:\n  typical: {image: nodule.dcm, shows: [nodule]}');

/** What is said of a sample whose header has these elements. */
async function told(elements: DicomElement[], config: CheckConfig = defaultConfig): Promise<string[]> {
  const problems = await check({ ...protocol, 'nodule.dcm': dicomText(...elements) }, config);
  return problems.map(({ rule, message }) => `${rule}: ${message}`);
}

const advice = 'Remove them from the file, or list made-up values under “fictitious” in labelwright.yaml.';
const rule = 'no-patient-data-in-samples';

describe('a DICOM header', () => {
  it('tells name, id, birth date and whether text is burned in', async () => {
    const header = dicomText(
      ['0010,0010', 'PN', 'Doe^Jane'],
      ['0010,0020', 'LO', '4711'],
      ['0010,0030', 'DA', '19700101'],
      ['0028,0301', 'CS', 'YES'],
    );
    expect(await readPatientData(bytesOf(header))).toEqual({
      items: [
        { keyword: 'PatientName', value: 'Doe^Jane' },
        { keyword: 'PatientID', value: '4711' },
        { keyword: 'PatientBirthDate', value: '19700101' },
      ],
      burnedIn: true,
      identityRemoved: false,
    });
  });

  it('that is cut off, or is none, never throws', async () => {
    const whole = bytesOf(dicomText(['0010,0010', 'PN', 'Doe^Jane']));
    for (let length = 0; length <= whole.length; length++) await readPatientData(whole.slice(0, length));
    expect(await readPatientData(bytesOf('GIF89a'))).toBeUndefined();
    expect(await readPatientData(whole.slice(0, 140))).toBe('unreadable');
  });
});

describe('a header that is deflated', () => {
  /** A DICOM file that is packed behind its meta header. */
  async function deflatedFile(...elements: DicomElement[]): Promise<Uint8Array> {
    const plain = bytesOf(dicomText(...elements));
    const start = bytesOf(dicomText()).length;
    const meta = new TextDecoder()
      .decode(plain.slice(0, start))
      .replace('1.2.840.10008.1.2.1\0', '1.2.840.10008.1.2.1.99');
    const head = bytesOf(meta.replace('UI\x14', 'UI\x16').replace('UL\x04\0\x1c', 'UL\x04\0\x1e'));
    const packed = new Blob([plain.slice(start)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const body = new Uint8Array(await new Response(packed).arrayBuffer());
    return new Uint8Array([...head, ...body]);
  }

  it('is read', async () => {
    const file = await deflatedFile(['0010,0010', 'PN', 'Doe^Jane'], ['0010,0020', 'LO', '4711']);
    expect(await readPatientData(file)).toMatchObject({
      items: [
        { keyword: 'PatientName', value: 'Doe^Jane' },
        { keyword: 'PatientID', value: '4711' },
      ],
    });
  });

  it('is not unpacked beyond what is reasonable', async () => {
    const comments = Array.from({ length: 1000 }, (): DicomElement => ['0010,4000', 'LT', 'x'.repeat(120)]);
    const file = await deflatedFile(['0010,0010', 'PN', 'Doe^Jane'], ...comments);
    expect(file.length).toBeLessThan(10_000);
    expect(await readPatientData(file, 50_000)).toBe('unreadable');
    expect(await readPatientData(file)).toMatchObject({ items: [{ keyword: 'PatientName' }] });
    expect(await readPatientData(file.slice(0, file.length - 20))).toBe('unreadable');
  });
});

describe('patient data in a sample', () => {
  it('are told by their attributes, never by their values', async () => {
    expect(
      await told([
        ['0010,0010', 'PN', 'Doe^Jane'],
        ['0010,0030', 'DA', '19710203'],
        ['0010,1040', 'LO', '1 Main Street'],
      ]),
    ).toEqual([
      `${rule}: The header of “nodule.dcm” has patient data: PatientName, PatientBirthDate and PatientAddress. ${advice}`,
    ]);
  });

  it('may be a name that is repeated in a comment', async () => {
    expect(
      await told([
        ['0008,1030', 'LO', 'Chest of Ms Winterbottom'],
        ['0010,0010', 'PN', 'Winterbottom^Jane'],
      ]),
    ).toEqual([
      `${rule}: The header of “nodule.dcm” has patient data: (0008,1030), which repeats the name and PatientName. ${advice}`,
    ]);
  });

  it.each<[string, DicomElement[]]>([
    ['words for nothing', [['0010,0010', 'PN', 'Anonymous']]],
    ['nothing', [['0010,0010', 'PN', '']]],
    [
      'pseudonyms, where the identity was removed',
      [
        ['0010,0010', 'PN', 'Case^Twelve'],
        ['0010,0020', 'LO', 'C-0012'],
        ['0012,0062', 'CS', 'YES'],
      ],
    ],
  ])('are not %s', async (_what, elements) => {
    expect(await told(elements)).toEqual([]);
  });

  it('are not what the configuration lists as made up', async () => {
    const fictitious = new Map([['PatientName', ['Phantom^*']]]);
    const config = { ...defaultConfig, fictitious };
    expect(await told([['0010,0010', 'PN', 'Phantom^One']], config)).toEqual([]);
    expect(await told([['0010,0020', 'LO', 'Phantom^One']], config)).toHaveLength(1);
  });

  it('may hide in a header that cannot be read', async () => {
    const cut = dicomText(['0010,0010', 'PN', 'Doe^Jane']).slice(0, 140);
    expect((await check({ ...protocol, 'nodule.dcm': cut })).map(({ message }) => message)).toEqual([
      'The header of “nodule.dcm” cannot be read, so that nobody knows whether it names a patient. Look at it by hand.',
    ]);
  });
});

it('a file that cannot be read does not hide what is wrong with others', async () => {
  const files = protocolExample(
    'labels: [nodule]\nsamples:\n  locked: {image: locked.dcm, shows: [nodule]}\n  gone: {image: gone.png, shows: [nodule]}',
  );
  const memory = createMemoryFileSystem(
    Object.fromEntries(
      Object.entries({ ...files, 'locked.dcm': 'x' }).map(([path, text]) => [`${folder}/${path}`, text]),
    ),
  );
  const read = async (uri: string) => {
    if (uri.endsWith('locked.dcm')) throw new Error('EACCES');
    return memory.read(uri);
  };
  const problems = await check(files, defaultConfig, { fileSystem: { ...memory, read } });
  expect(problems.map(({ message }) => message)).toEqual([
    '“locked.dcm” is there, but cannot be read. Check who may open it.',
    'There is no file “gone.png”, seen from this document. Check the name and the folder.',
  ]);
});
