import { describe, expect, it } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { provideHover } from '../../../server/src/language/hover';
import { schemas } from '../../../server/src/language/schema';
import { wordsOfValue } from '../../../server/src/language/valueWords';
import { protocol, taxonomy } from './guidelines';
import { cancelledAfter, notCancelled, workspaceOf } from './markers';

async function hoverIn(files: Record<string, string>) {
  const { workspace, uri, position, places } = workspaceOf(files);
  const hover = await provideHover(workspace, uri, position, notCancelled);
  const contents = hover?.contents;
  return { text: MarkupContent.is(contents) ? contents.value : undefined, range: hover?.range, places };
}

const inTaxonomy = (text: string) => hoverIn({ 'chest.taxonomy.yaml': text });

describe('hover over a label', () => {
  it('tells name, definition, criteria, inherited geometry, codes, and where it is defined', async () => {
    const { text, range, places } = await inTaxonomy(taxonomy.replace("['pneumothorax']", "['<|pneumo<|>thorax|>']"));
    expect(text).toBe(
      [
        '**Pneumothorax** `pneumothorax` ![#e4572e](data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%20width%3D%2212%22%20height%3D%2212%22%3E%3Crect%20width%3D%2212%22%20height%3D%2212%22%20fill%3D%22%23e4572e%22%2F%3E%3C%2Fsvg%3E)',
        'Air in the pleural space.',
        'Counts:',
        '- Any visible pleural line',
        'Does not count:',
        '- Skin folds',
        'In the taxonomy:',
        [
          '- Kind of: Finding',
          '- Geometry: `mask`, `polygon`',
          '- Recorded: `side` (required), `width` (required), `drained`',
          '- Codes: `SCT:36118008` Pneumothorax',
          '- Mask: value 3 in layer `findings`',
        ].join('\n'),
        'Defined in `chest.taxonomy.yaml`, line 22',
      ].join('\n\n'),
    );
    expect(range).toEqual(places[0]?.range);
  });

  it('tells since when its definition stands, right below it', async () => {
    const { workspace, uri, position } = workspaceOf({
      'chest.taxonomy.yaml': taxonomy.replace("['pneumothorax']", "['pneumo<|>thorax']"),
    });
    const standings = { of: async () => 'Its definition stands since version 1.0.0.', forget: () => undefined };
    const hover = await provideHover(workspace, uri, position, notCancelled, standings);
    expect(MarkupContent.is(hover?.contents) && hover.contents.value).toContain(
      'Air in the pleural space.\n\n*Its definition stands since version 1.0.0.*\n\nCounts:',
    );
  });

  it('is the same from a protocol', async () => {
    const { text } = await hoverIn({
      'chest.taxonomy.yaml': taxonomy,
      'ptx.protocol.yaml': protocol.replace('Mark every [[pneu', 'Mark every [[pn<|>eu'),
    });
    expect(text).toMatch(/^\*\*Pneumothorax\*\* `pneumothorax`/);
  });

  it('says what a deprecated label gave way to', async () => {
    const { text } = await inTaxonomy(
      'taxonomy: a\nlabels:\n  ol<|>d:\n    name: Old\n    deprecated: {since: 2.0.0, replacedBy: [new, newer], reason: Split.}\n',
    );
    expect(text).toContain('Not used any more since `2.0.0`; instead `new` or `newer`. Split.');
  });

  it('shows hostile words as words', async () => {
    const { text } = await inTaxonomy(
      [
        'taxonomy: a',
        'labels:',
        '  x<|>:',
        '    name: "<img src=x onerror=alert(1)> [go](command:evil) **b** `c`"',
        '    definition: |',
        '      # Title',
        '      ![i](http://evil/x.png) https://evil.example www.evil.example $(zap)',
        '    synonyms: ["1. list", "- item"]',
        '    color: "red;background:url(x)"',
      ].join('\n'),
    );
    expect(text?.split('\n\n').slice(0, 3)).toEqual([
      '**\\<img src=x onerror=alert\\(1\\)\\> \\[go\\]\\(command:evil\\) \\*\\*b\\*\\* \\`c\\`** `x`',
      '\\# Title \\!\\[i\\]\\(http\\://evil/x.png\\) https\\://evil.example www\\.evil.example \\$\\(zap\\)',
      '- Also called: 1\\. list, \\- item',
    ]);
  });

  it('keeps an id with a backtick from ending its code', async () => {
    const { text } = await inTaxonomy('taxonomy: a\nlabels:\n  "a`<b<|>>": {name: N}\n');
    expect(text).toMatch(/^\*\*N\*\* a\\`\\<b\\>/);
  });
});

describe('hover over other ids', () => {
  it('tells what is recorded by an attribute', async () => {
    const { text } = await inTaxonomy(taxonomy.replace('{width:', '{wi<|>dth:'));
    expect(text).toBe('**width** `width`\n\n- Type: `number`\n- Unit: `mm`\n\nRecorded of `pneumothorax`');
  });

  it('tells the values of a shared attribute', async () => {
    const { text } = await inTaxonomy(taxonomy.replace('  side:', '  si<|>de:'));
    expect(text).toBe('**Side** `side`\n\n- Type: `choice`\n- Values: `left` Left, `right` Right');
  });

  it.each([
    ['role: rea', 'role: re<|>a', 'Role `reader`\n\nRadiologist'],
    ['of: first', 'of: fi<|>rst', 'Step `first`\n\n`read`'],
    ['[frontal]', '[front<|>al]', 'Image `frontal`'],
  ])('tells of %s', async (from, to, expected) => {
    const { text } = await hoverIn({ 'chest.taxonomy.yaml': taxonomy, 'p.protocol.yaml': protocol.replace(from, to) });
    expect(text).toBe(expected);
  });
});

describe('hover over the format', () => {
  it('describes a key with examples', async () => {
    const { text, range, places } = await inTaxonomy('taxonomy: a\nlabels:\n  x:\n    <|ali<|>as|>: {a: b}\n');
    expect(text).toBe(
      '**alias**\n\nThe id, name or number that the label has in other tools and data sets, by tool.\n\n' +
        '```yaml\nalias:\n  chexpert: Pneumothorax\n  oidm: OIFM_GMTS_023339\n  coco: 7\n```',
    );
    expect(range).toEqual(places[0]?.range);
  });

  it('says that a key is required and who asks for it', async () => {
    const { text } = await hoverIn({ 'p.protocol.yaml': 'protocol: p\nroles:\n  reader:\n    quali<|>fication: R\n' });
    expect(text).toContain('**qualification** (required)');
    expect(text).toContain('CLAIM-2024 item 16');
  });

  it('knows keys in conditions, lists and the configuration', async () => {
    expect((await inTaxonomy('taxonomy: a\nimports:\n  - fi<|>le: b\n')).text).toContain('**file** (required)');
    expect((await inTaxonomy(taxonomy.replace('un' + 'it:', 'un<|>it:'))).text).toContain('**unit**');
    expect((await hoverIn({ 'labelwright.yaml': 'wai<|>vers: []\n' })).text).toContain('**waivers**');
  });

  it('describes what stands under an id of one’s own', async () => {
    const { text } = await hoverIn({ 'p.protocol.yaml': 'protocol: p\nsamples:\n  la<|>rge: {image: a.png}\n' });
    expect(text).toBe('**Sample** `large`\n\nAn image with annotations that shows what is meant.');
  });

  it('describes a value out of a list', async () => {
    const { text } = await inTaxonomy('taxonomy: a\nlabels:\n  x: {geometry: [po<|>lygon]}\n');
    expect(text).toBe('`polygon`\n\nIts outline, a closed line with corners.');
    expect((await inTaxonomy('taxonomy: a\nstatus: dra<|>ft\n')).text).toMatch(/^`draft`\n\nHow far/);
    const metric = await hoverIn({ 'p.protocol.yaml': 'protocol: p\nagreement:\n  a: {metric: di<|>ce}\n' });
    expect(metric.text).toBe(
      '`dice`\n\nDice: twice the common area over the sum of both areas; 1 is the same area, 0 nothing in common. It is for areas.',
    );
  });

  it('has words for every geometry and every measure of agreement', () => {
    for (const name of ['geometry', 'metric']) {
      const { title, enum: values = [] } = schemas.protocol.$defs?.[name] ?? {};
      expect(values.length).toBeGreaterThan(8);
      expect(values.filter((value) => wordsOfValue(title, String(value)) === undefined)).toEqual([]);
    }
  });

  it.each([
    ["['SCT:361<|>18008 |Pneumothorax|']", '**Pneumothorax**\n\nCode `36118008` of SNOMED CT (`SCT`)'],
    ["['radlex:RID<|>5352']", 'Code `RID5352` of RadLex (`radlex`)'],
    ["[{code: 'SITE:7<|>8 |A *b*|'}]", '**A \\*b\\***\n\nCode `78` of `SITE`'],
    ['[no<|>ne]', undefined],
  ])('tells the system and the term of a code: %s', async (codes, expected) => {
    expect((await inTaxonomy(`taxonomy: a\nlabels:\n  x: {codes: ${codes}}\n`)).text).toBe(expected);
  });

  it.each([
    ['P10Y', '10 years'],
    ['P1Y', '1 year'],
    ['P1Y6M', '1 year and 6 months'],
    ['P2W', '2 weeks'],
    ['P30D', '30 days'],
    ['P', undefined],
    ['10 years', undefined],
  ])('says %s in words', async (duration, expected) => {
    const text = `protocol: p\nreview:\n  every: <|>${duration}\n`;
    expect((await hoverIn({ 'p.protocol.yaml': text })).text).toBe(expected);
  });

  it.each([
    ['2.3.0', 'Exactly version `2.3.0`'],
    ['~2.3.0', 'Changes of wording only: `2.3.x`, from `2.3.0` on'],
    ['^2.3.0', 'Changes of wording, and additions: `2.x`, from `2.3.0` on'],
    ['^0.4.1', 'Changes of wording only: `0.4.x`, from `0.4.1` on'],
    ['^0.0.3', 'Exactly version `0.0.3`'],
    ['>=2', undefined],
  ])('says the range of versions %s in words', async (range, expected) => {
    const text = `protocol: p\ntaxonomy:\n  version: "<|>${range}"\n`;
    expect((await hoverIn({ 'p.protocol.yaml': text })).text).toBe(expected);
  });

  it('tells a key of one’s own', async () => {
    const own = '**x-owner**\n\nA key of your own. Labelwright leaves it as it is.';
    expect((await inTaxonomy('taxonomy: a\nx-ow<|>ner: Us\n')).text).toBe(own);
    expect((await inTaxonomy('taxonomy: a\nlabels:\n  x: {x-ow<|>ner: Us}\n')).text).toBe(own);
    expect((await inTaxonomy('taxonomy: a\nx-a:\n  x-ow<|>ner: Us\n')).text).toBeUndefined();
  });

  it('shows a colour', async () => {
    const { text } = await inTaxonomy("taxonomy: a\nlabels:\n  x: {color: '#e45<|>72e'}\n");
    expect(text).toMatch(/^!\[#e4572e\]\(data:image\/svg\+xml,[^()]*\)$/);
  });

  it.each([
    ['prose', 'taxonomy: a\ntitle: A ti<|>tle\n'],
    ['an unknown key', 'taxonomy: a\nunkno<|>wn: 1\n'],
    ['a key below an unknown one', 'taxonomy: a\nunknown:\n  be<|>low: 1\n'],
    ['a key that a condition forbids', 'taxonomy: a\nattributes:\n  a:\n    type: boolean\n    un<|>it: mm\n'],
    ['`constructor`', 'taxonomy: a\nconstr<|>uctor: 1\n'],
    ['an empty file', '<|>'],
  ])('says nothing of %s', async (_title, text) => {
    expect((await inTaxonomy(text)).text).toBeUndefined();
  });

  it('stops when it is cancelled', async () => {
    const { workspace, uri, position } = workspaceOf({ 'a.taxonomy.yaml': 'taxon<|>omy: a\n' });
    expect(await provideHover(workspace, uri, position, cancelledAfter(0))).toBeUndefined();
  });
});

describe('hover over a rule', () => {
  const told = /^\*\*Rule\*\* `label-needs-definition`\n\nA label .*Level: `warning`$/s;

  it.each([
    ['a level', 'rules:\n  <|label-needs<|>-definition|>: off\n'],
    ['an override', 'overrides:\n  drafts/:\n    rules:\n      <|label-needs<|>-definition|>: off\n'],
    ['a waiver', 'waivers:\n  - rule: <|label-needs<|>-definition|>\n    at: x\n'],
  ])('in %s of the configuration', async (_where, text) => {
    const found = await hoverIn({ 'labelwright.yaml': text });
    expect(found.text).toMatch(told);
    expect(found.range).toEqual(found.places[0]?.range);
  });

  it('in a comment', async () => {
    const text = '# labelwright-disable-next-line schema, <|label-needs<|>-definition|>: Known.\ntaxonomy: a\n';
    const found = await inTaxonomy(text);
    expect(found.text).toMatch(told);
    expect(found.range).toEqual(found.places[0]?.range);
  });

  it('that does not exist says what the format says', async () => {
    expect((await hoverIn({ 'labelwright.yaml': 'rules:\n  no-such-<|>rule: off\n' })).text).not.toMatch(/Rule/);
  });
});
