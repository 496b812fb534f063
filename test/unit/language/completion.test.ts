import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import { provideCompletion } from '../../../server/src/language/completion';
import { withoutSnippets } from '../../../server/src/language/completionItem';
import { complete, inProtocol, inTaxonomy, label, last } from './completing';
import { protocol, taxonomy } from './guidelines';
import { cancelledAfter, notCancelled, workspaceOf } from './markers';

describe('completion of keys', () => {
  it('offers those that are not there, required ones first', async () => {
    const { labels } = await inTaxonomy('taxonomy: a\nversion: 1.0.0\n<|>\nstatus: draft\n');
    expect(labels.slice(0, 4)).toEqual(['title', 'language', 'labels', 'format']);
    expect(labels).not.toContain('status');
  });

  it('describes them', async () => {
    const { item } = await inTaxonomy('taxonomy: a\n<|>\n');
    expect(item('title')).toMatchObject({
      detail: 'required',
      documentation: {
        kind: 'markdown',
        value: expect.stringMatching(/^\*\*title\*\* \(required\)\n\nWhat the taxonomy/),
      },
    });
  });

  it('takes the parent from the indentation of an empty line', async () => {
    const text = 'taxonomy: a\nlabels:\n  x:\n    name: X\n    attributes:\n      w:\n        type: number\n';
    expect((await inTaxonomy(`${text}        <|>`)).labels).toContain('unit');
    expect((await inTaxonomy(`${text}      <|>`)).labels).toEqual(['New attribute of a label']);
    expect((await inTaxonomy(`${text}    <|>`)).labels).toContain('definition');
    expect((await inTaxonomy(`${text}  <|>`)).labels).toEqual(['New label']);
    expect((await inTaxonomy(`${text}<|>`)).labels.slice(0, 2)).toEqual(['New label', 'version']);
  });

  it.each([
    ['prose', 'definition', '    def<|>\n', '    definition: >-\n      ${1:What it is.}\n'],
    ['a list', 'include', '    inc<|>\n', '    include:\n      - ${1:Criterion}\n'],
    ['a map', 'alias', '    <|>\n', '    alias:\n      $1\n'],
    ['a word out of some', 'scope', '    sc<|>\n', '    scope: ${1|region,image,series,study,patient|}\n'],
    ['true or false', 'abstract', '    <|>\n', '    abstract: ${1|true,false|}\n'],
    ['a colour', 'color', '    col<|>\n', "    color: '#${1:e4572e}'\n"],
    ['an id', 'partOf', '    part<|>\n', '    partOf: $1\n'],
  ])('opens what follows with the right indentation: %s', async (_title, key, typed, written) => {
    const { after, item } = await inTaxonomy(label(typed));
    expect(after(key)).toBe(label(written));
    expect(item(key).insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(item(key).insertTextMode).toBe(written.split('\n').length > 2 ? InsertTextMode.asIs : undefined);
  });

  it('counts the indentation from the key in a list of maps', async () => {
    const text = 'protocol: p\ntools:\n  - name: A\n  - <|>\n';
    expect((await inProtocol(text)).labels).toEqual(['name', 'version', 'New tool']);
    expect((await inProtocol(text)).after('New tool')).toBe(
      "protocol: p\ntools:\n  - name: A\n  - name: ${1:Name}\n    version: '${2:1.0}'\n",
    );
    expect((await inProtocol('protocol: p\ntools:\n  - name: A\n    <|>\n')).labels).toEqual(['version']);
    expect((await inProtocol('protocol: p\ntools:\n- name: A\n- na<|>\n')).labels).toContain('name');
  });

  it('replaces only the key where its colon is there', async () => {
    const { after, item } = await inTaxonomy('taxonomy: a\nti<|>tel: A title\n');
    expect(after('title')).toBe('taxonomy: a\ntitle: A title\n');
    expect(item('title').insertTextFormat).toBe(InsertTextFormat.PlainText);
    expect((await inTaxonomy('taxonomy: a\n"ti<|>tel": A\n')).after('title')).toBe('taxonomy: a\n"title": A\n');
  });

  it('works in braces', async () => {
    const { labels, after } = await inTaxonomy('taxonomy: a\nlabels:\n  x: {name: X, geo<|>, scope: image}\n');
    expect(labels).not.toContain('name');
    expect(labels).not.toContain('scope');
    expect(after('geometry')).toBe('taxonomy: a\nlabels:\n  x: {name: X, geometry: [$1], scope: image}\n');
    expect((await inTaxonomy('taxonomy: a\nlabels:\n  x: {\n    name: X,\n    <|>\n  }\n')).labels).toContain(
      'geometry',
    );
  });

  it('heeds what other keys decide', async () => {
    const of = async (type: string) =>
      (await inTaxonomy(`taxonomy: a\nattributes:\n  s:\n    <|>\n    type: ${type}\n`)).labels;
    expect(await of('choice')).toContain('values');
    expect(await of('choice')).not.toContain('unit');
    expect(await of('number')).toContain('unit');
    const { labels } = await inProtocol('protocol: p\nworkflow:\n  m:\n    stage: merge\n    <|>\n');
    expect(labels.slice(0, 2).sort()).toEqual(['method', 'of']);
    expect(labels).not.toContain('readers');
  });

  it('offers a new entry under the id that was typed', async () => {
    const { after } = await inTaxonomy('taxonomy: a\nlabels:\n  pneu<|>\n');
    expect(after('New label')).toBe(
      'taxonomy: a\nlabels:\n  ${1:pneu}:\n    name: ${2:Name}\n    definition: >-\n      ${3:What it is.}\n    $0\n',
    );
  });

  it('completes the configuration', async () => {
    const { labels } = await complete({ 'labelwright.yaml': 'extends: strict\n<|>\n' });
    expect(labels).toEqual(['rules', 'overrides', 'waivers', 'changes', 'fictitious']);
    expect((await complete({ 'labelwright.yaml': 'rules:\n  some-rule: <|>\n' })).labels).toEqual([
      'off',
      'hint',
      'info',
      'warning',
      'error',
    ]);
  });
});

describe('completion of rules in the configuration', () => {
  const inConfig = (text: string) => complete({ 'labelwright.yaml': text });

  it('offers those that have no level yet, each with its own level and what it checks', async () => {
    const { labels, item, after } = await inConfig('rules:\n  yaml: error\n  la<|>\n');
    expect(labels).toContain('label-needs-definition');
    expect(labels).toContain('waiver-without-effect');
    expect(labels).not.toContain('yaml');
    expect(item('label-needs-definition').detail).toBe('warning');
    expect(JSON.stringify(item('label-needs-definition').documentation)).toContain('**Rule** `label-needs-definition`');
    expect(after('label-needs-definition')).toBe(
      'rules:\n  yaml: error\n  label-needs-definition: ${1|off,hint,info,warning,error|}\n',
    );
  });

  it('offers them in overrides and waivers', async () => {
    expect((await inConfig('overrides:\n  drafts/:\n    rules:\n      <|>\n')).labels).toContain('label-must-exist');
    const { after, labels } = await inConfig('waivers:\n  - at: x\n    rule: <|>\n');
    expect(labels).not.toContain('some-rule');
    expect(after('label-must-exist')).toBe('waivers:\n  - at: x\n    rule: label-must-exist\n');
  });

  it('offers tiers and levels', async () => {
    expect((await inConfig('extends: <|>\n')).labels).toEqual(['recommended', 'strict', 'draft']);
    expect((await inConfig('overrides:\n  drafts/:\n    extends: <|>\n')).labels).toEqual([
      'recommended',
      'strict',
      'draft',
    ]);
    expect((await inConfig('overrides:\n  drafts/:\n    rules:\n      yaml: <|>\n')).labels).toEqual([
      'off',
      'hint',
      'info',
      'warning',
      'error',
    ]);
  });
});

describe('completion in an empty file', () => {
  it('offers a whole taxonomy', async () => {
    const { after } = await inTaxonomy('<|>');
    expect(after('New label taxonomy')).toBe(`taxonomy: \${1:chest-xray-findings}
version: \${2:1.0.0}
title: \${3:Chest radiograph findings}
status: draft
language: \${4:en}
labels:
  \${5:label-id}:
    name: \${6:Name}
    definition: >-
      \${7:What it is.}
    $0
`);
  });

  it('offers a whole protocol, also behind a comment and to the first letters', async () => {
    const { after, item } = await complete({ 'p.protocol.yaml': '# Ours\npro<|>' });
    expect(after('New annotation protocol')).toMatch(/^# Ours\nprotocol: \$\{1:ptx-segmentation\}\nversion: /);
    expect(item('New annotation protocol').filterText).toBe('protocol');
  });

  it('offers none below other text', async () => {
    expect((await inTaxonomy('title: A\n<|>')).labels).not.toContain('New label taxonomy');
  });
});

describe('completion of values', () => {
  it.each([
    ['taxonomy: a\nstatus: <|>', 'draft', 'status: draft'],
    ['taxonomy: a\nstatus:<|>', 'draft', 'status: draft'],
    ['taxonomy: a\nstatus: re<|>view', 'approved', 'status: approved'],
    ["taxonomy: a\nstatus: 're<|>view'", 'approved', "status: 'approved'"],
    ['taxonomy: a\nmodality: <|>', 'DX', 'modality: [DX]'],
    ['taxonomy: a\nmodality: [CR, <|>]', 'DX', 'modality: [CR, DX]'],
    ['taxonomy: a\nmodality:\n  <|>', 'DX', '  - DX'],
    ['taxonomy: a\nmodality:\n  - <|>', 'DX', '  - DX'],
    ['taxonomy: a\nmodality:\n  -<|>', 'DX', '  - DX'],
    ['taxonomy: a\nlabels:\n  x:\n    abstract: <|>', 'true', '    abstract: true'],
    ['taxonomy: a\nlabels:\n  x:\n    color: <|>', '#e4572e', "    color: '#e4572e'"],
    ['taxonomy: a\nlabels:\n  x: {scope: <|>}', 'study', '  x: {scope: study}'],
    [
      'taxonomy: a\nlabels:\n  x: {geometry: [mask, po<|>int, box]}',
      'polygon',
      '  x: {geometry: [mask, polygon, box]}',
    ],
    ['taxonomy: a\nattributes:\n  w:\n    type: <|>', 'ordinal', '    type: ordinal'],
  ])('%j takes ‘%s’', async (text, value, line) => {
    expect(last((await inTaxonomy(text)).after(value))).toBe(line);
  });

  it('leaves out what is in the list', async () => {
    const { labels } = await inTaxonomy(
      'taxonomy: a\nlabels:\n  x:\n    presence:\n      - present\n      - <|>\n      - unknown\n',
    );
    expect(labels).toEqual(['absent', 'indeterminate']);
  });

  it('says what a value means, and what is an example only', async () => {
    expect((await inTaxonomy('taxonomy: a\nstatus: <|>')).item('draft').documentation).toMatchObject({
      value: expect.stringContaining('How far'),
    });
    expect((await inTaxonomy('taxonomy: a\nlanguage: <|>')).item('en').detail).toBe('example');
  });

  it('never offers prose to take over, and of codes the systems alone', async () => {
    expect((await inTaxonomy('taxonomy: a\ntitle: <|>')).labels).toEqual([]);
    const codes = await inTaxonomy(label('    codes:\n      - <|>\n'));
    expect(codes.labels).toEqual(
      ['SCT', 'RADLEX', 'DCM', 'LOINC', 'ICD10', 'FMA', 'NCIT', 'UBERON', 'OIDM'].concat(['code', 'match']),
    );
    expect((await inProtocol('protocol: p\nsamples:\n  s:\n    caption: <|>\n')).labels).toEqual([]);
  });

  it('opens lines below a key that takes several', async () => {
    const { after } = await inTaxonomy(label('    translations: <|>\n'));
    expect(after('translations, on lines of its own')).toBe(
      label('    translations: \n      ${1:de}:\n        name: ${2:Name}\n'),
    );
    const { after: prose } = await inTaxonomy(label('    definition:<|>\n'));
    expect(prose('definition, on lines of its own')).toBe(label('    definition: >-\n      ${1:What it is.}\n'));
  });

  it.each([
    ['a comment', 'taxonomy: a # comm<|>ent\n'],
    ['a comment on a line of its own', 'taxonomy: a\n# sta<|>tus\n'],
    ['prose in a block', label('    definition: >-\n      Air in <|>\n')],
    ['an empty line in prose', label('    definition: >-\n      Air in\n\n      <|>\n')],
    ['a line that goes on with a value', label('    definition: Air in\n      the <|>\n')],
    ['what follows a value', 'taxonomy: a\nstatus: draft   <|>\n'],
    ['what follows closed brackets', 'taxonomy: a\nmodality: [CR] <|>\n'],
    ['an unknown key', 'taxonomy: a\nunknown: <|>\n'],
    ['the indentation of a line', label('  <|>  scope: image\n')],
  ])('offers nothing in %s', async (_title, text) => {
    expect((await inTaxonomy(text)).labels).toEqual([]);
  });
});

describe('completion of ids', () => {
  it('offers labels with name and definition, but not the label itself', async () => {
    const { labels, item } = await inTaxonomy(label('    parent: <|>\n'));
    expect(labels).toEqual(['finding', 'pneumothorax']);
    expect(item('pneumothorax')).toMatchObject({
      detail: 'Pneumothorax',
      filterText: 'pneumothorax Pneumothorax',
      documentation: { value: expect.stringContaining('Air in the pleural space.') },
    });
  });

  it('offers no descendant as a parent', async () => {
    const { labels } = await inTaxonomy('taxonomy: a\nlabels:\n  a: {parent: <|>}\n  b: {parent: a}\n  c: {name: C}\n');
    expect(labels).toEqual(['c']);
  });

  it.each([
    ['partOf: <|>', 'partOf: pneumothorax'],
    ['partOf: pneu<|>', 'partOf: pneumothorax'],
    ['partOf: pneu-mo<|>-thorax', 'partOf: pneumothorax'],
    ["partOf: 'pn<|>'", "partOf: 'pneumothorax'"],
    ['partOf: [finding, <|>]', 'partOf: [finding, pneumothorax]'],
    ['partOf: [fin<|>ding, x]', 'partOf: [pneumothorax, x]'],
    ['partOf:\n      - <|>', 'partOf:\n      - pneumothorax'],
    ['partOf:\n      - skin-f<|>old', 'partOf:\n      - pneumothorax'],
    ['partOf:\n      pn<|>', 'partOf:\n      pneumothorax'],
    ['disjointWith: <|>', 'disjointWith: [pneumothorax]'],
    ['disjointWith: [pn<|>', 'disjointWith: [pneumothorax'],
    ['confusedWith:\n      <|>', 'confusedWith:\n      pneumothorax: $1'],
    ['confusedWith: {<|>}', 'confusedWith: {pneumothorax: $1}'],
    ['deprecated:\n      replacedBy: <|>', 'deprecated:\n      replacedBy: pneumothorax'],
    ['deprecated: {since: 1.0.0, replacedBy: {<|>}}', 'deprecated: {since: 1.0.0, replacedBy: {pneumothorax: {$1}}}'],
  ])('completes ‘%s’', async (typed, written) => {
    expect((await inTaxonomy(label(`    ${typed}\n`))).after('pneumothorax')).toBe(label(`    ${written}\n`));
  });

  it.each([
    [
      'labels:\n  pneumothorax:',
      'labels:\n  <|>\n  pneumothorax:',
      'skin-fold',
      'labels:\n  skin-fold:\n    $1\n  pneumothorax:',
    ],
    ['shows: [pneumothorax]', 'shows: [pneumothorax, <|>]', 'finding', 'shows: [pneumothorax, finding]'],
    ['on: [frontal]', 'on:\n      - <|>', 'frontal', 'on:\n      - frontal'],
    ['role: reader', 'role: <|>', 'reader', 'role: reader'],
    ['of: first', 'of: <|>', 'first', 'of: first'],
    ['[[pneumothorax]]', '[[pn<|>', 'pneumothorax', '[[pneumothorax]]'],
    ['[[pneumothorax]]', '[[<|>]]', 'skin-fold', '[[skin-fold]]'],
    ['[[pneumothorax.width]]', '[[pneumothorax.<|>', 'side', '[[pneumothorax.side]]'],
    ['[pneumothorax.width,', '[pneumothorax.w<|>i,', 'drained', '[pneumothorax.drained,'],
    ['[pneumothorax.width,', '[pn<|>,', 'pneumothorax', '[pneumothorax,'],
    ['{width: {minimum: 2}}', '{<|>}', 'drained', '{drained: $1}'],
    ['{width: {minimum: 2}}', '{side: <|>}', 'left', '{side: left}'],
    ['{width: {minimum: 2}}', '{side: [left, <|>]}', 'right', '{side: [left, right]}'],
    ['{width: {minimum: 2}}', '{drained: <|>}', 'true', '{drained: true}'],
  ])('completes in a protocol: %s', async (from, typed, value, written) => {
    expect((await inProtocol(protocol.replace(from, typed))).after(value)).toBe(protocol.replace(from, () => written));
  });

  it('offers roles and stages as they are in the protocol, the stage itself left out', async () => {
    expect((await inProtocol(protocol.replace('sees: [first]', 'sees: <|>'))).labels).toEqual(['first']);
    expect((await inProtocol(`${protocol}privacy:\n  access:\n    - <|>\n`)).labels).toEqual(['reader']);
    expect((await inProtocol('protocol: p\nworkflow:\n  a:\n    stage: read\n    role: <|>\n')).labels).toEqual([]);
  });

  it('offers shared attributes to a label, and those of the label to be named', async () => {
    const shared = await inTaxonomy(label('    attributes:\n      <|>\n'));
    expect(shared.labels).toEqual(['side', 'New attribute of a label']);
    expect(shared.after('side')).toBe(label('    attributes:\n      side: ${1|required,optional|}\n'));
    expect((await inTaxonomy(label('    attributes: {side: <|>}\n'))).labels).toEqual(['required', 'optional']);
    expect((await inTaxonomy(label('    per: <|>\n'))).labels).toEqual(['side']);
    const derived = taxonomy.replace('        type: boolean\n', '        type: boolean\n        derivedFrom: [<|>]\n');
    expect((await inTaxonomy(derived)).labels).toEqual(['side', 'width']);
  });

  it('offers labels of imported taxonomies, deprecated ones last', async () => {
    const { labels, item } = await complete({
      'a.taxonomy.yaml': 'taxonomy: a\nimports:\n  - file: b.taxonomy.yaml\nlabels:\n  x:\n    parent: <|>\n',
      'b.taxonomy.yaml': 'taxonomy: b\nlabels:\n  old: {deprecated: {since: 1.0.0}}\n  new: {name: New}\n',
    });
    expect(labels).toEqual(['new', 'old']);
    expect(item('old').tags).toEqual([1]);
  });

  it('offers a choice of at most 200, narrowed by what is typed', async () => {
    const many = Array.from({ length: 300 }, (_, i) => `  label-${i}: {name: Number ${i}}\n`).join('');
    const all = await inTaxonomy(`taxonomy: a\nlabels:\n  x: {parent: <|>}\n${many}`);
    expect([all.labels.length, all.isIncomplete]).toEqual([200, true]);
    const some = await inTaxonomy(`taxonomy: a\nlabels:\n  x: {parent: number 299<|>}\n${many}`);
    expect([some.labels, some.isIncomplete]).toEqual([['label-299'], true]);
  });
});

describe('completion of file paths', () => {
  const files = {
    'guidelines/t.taxonomy.yaml': 'taxonomy: t\nlabels: {}\n',
    'guidelines/samples/a b.png': '',
    'guidelines/samples/a.coco.json': '',
    'guidelines/samples/notes.md': '',
    'guidelines/.hidden/x.png': '',
    'other/u.taxonomy.yaml': 'taxonomy: u\nlabels: {}\n',
  };
  const at = (path: string, key: string) =>
    complete({ ...files, 'guidelines/p.protocol.yaml': `protocol: p\nsamples:\n  s:\n    ${key}: ${path}` });

  it('offers taxonomies anywhere in the workspace, and folders', async () => {
    const { labels, after } = await complete({
      ...files,
      'guidelines/p.protocol.yaml': 'protocol: p\ntaxonomy:\n  file: <|>',
    });
    expect(labels).toEqual(['t.taxonomy.yaml', '../other/u.taxonomy.yaml', 'samples/', '../']);
    expect(after('../other/u.taxonomy.yaml')).toBe('protocol: p\ntaxonomy:\n  file: ../other/u.taxonomy.yaml');
  });

  it('offers other taxonomies to import', async () => {
    const { labels } = await complete({
      ...files,
      'guidelines/t.taxonomy.yaml': 'taxonomy: t\nimports:\n  - file: <|>\n',
    });
    expect(labels).toEqual(['../other/u.taxonomy.yaml', 'samples/', '../']);
  });

  it('offers the images, or the annotations, of a folder', async () => {
    expect((await at('<|>', 'image')).labels).toEqual(['samples/', '../']);
    expect((await at('samples/<|>', 'image')).labels).toEqual(['samples/a b.png']);
    expect((await at('samples/x<|>', 'annotations')).labels).toEqual(['samples/a b.png', 'samples/a.coco.json']);
    expect((await at('samples/a<|>.png', 'image')).after('samples/a b.png')).toMatch(/ {4}image: samples\/a b\.png$/);
  });

  it('never leaves the folders of the workspace', async () => {
    expect((await at('../<|>', 'image')).labels).toEqual(['../guidelines/', '../other/']);
    expect((await at('../../<|>', 'image')).labels).toEqual([]);
    expect((await at('/<|>', 'image')).labels).toEqual([]);
  });

  it('survives a folder that cannot be read', async () => {
    const { workspace, fileSystem, uri, position } = workspaceOf({
      'p.protocol.yaml': 'protocol: p\nsamples: {s: {image: <|>}}\n',
    });
    const broken = { ...fileSystem, list: () => Promise.reject(new Error('denied')) };
    expect((await provideCompletion(workspace, broken, uri, position, notCancelled)).items).toEqual([]);
  });
});

describe('completion for any client', () => {
  it('can do without snippets', async () => {
    const { items } = await inTaxonomy(label('    scop<|>\n'));
    const plain = withoutSnippets(items).find((one) => one.label === 'scope');
    expect(plain).toMatchObject({
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { newText: 'scope: region' },
    });
    const entry = withoutSnippets((await inTaxonomy('taxonomy: a\nlabels:\n  <|>')).items)[0];
    expect((entry?.textEdit as TextEdit).newText).toBe(
      'label-id:\n    name: Name\n    definition: >-\n      What it is.',
    );
  });

  it('keeps the order of the list', async () => {
    const { items } = await inTaxonomy('taxonomy: a\n<|>');
    expect(items.map(({ sortText }) => sortText)).toEqual([...items.map(({ sortText }) => sortText)].sort());
  });

  it('is right with CR LF and with characters of two units', async () => {
    const { after } = await inTaxonomy(
      'taxonomy: a\r\nlabels:\r\n  x:\r\n    name: 🫁\r\n    scope: im<|>\r\n    layer: 🫁\r\n',
    );
    expect(after('image')).toBe(
      'taxonomy: a\r\nlabels:\r\n  x:\r\n    name: 🫁\r\n    scope: image\r\n    layer: 🫁\r\n',
    );
    expect(last((await inTaxonomy('taxonomy: a\nlabels:\n  x: {name: "🫁", scope: im<|>}')).after('image'))).toBe(
      '  x: {name: "🫁", scope: image}',
    );
  });

  it('stops when it is cancelled, and has nothing for other files', async () => {
    const { workspace, fileSystem, uri, position } = workspaceOf({ 'a.taxonomy.yaml': 'taxonomy: a\n<|>' });
    const none = { isIncomplete: false, items: [] };
    expect(await provideCompletion(workspace, fileSystem, uri, position, cancelledAfter(0))).toEqual(none);
    expect(await provideCompletion(workspace, fileSystem, uri, position, cancelledAfter(1))).toEqual(none);
    expect(await provideCompletion(workspace, fileSystem, 'file:///w/b.txt', position, notCancelled)).toEqual(none);
  });
});
