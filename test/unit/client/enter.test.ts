import { describe, expect, it } from 'vitest';
import configuration from '../../../syntaxes/language-configuration.json';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

const onEnterRules: readonly EnterRule[] = configuration.onEnterRules;

/** How many columns further in the line after `before` begins. */
function indentAfter(before: string): number {
  const rule = onEnterRules.find(({ beforeText, afterText }) => !afterText && new RegExp(beforeText).test(before));
  if (rule?.action.indent !== 'indent') return 0;
  return 2 + (rule.action.appendText ?? '').length;
}

describe('Enter', () => {
  it.each([
    '  my-label:',
    '    attributes: ',
    'labels: # the findings',
    "  'a b':",
    '  "yes":',
    '  10:',
    '    definition: >-',
    '    definition: | # as in the textbook',
    '    definition: |2-',
    '  base: &base',
    '    - >-',
    '  a:b:',
  ])('indents after %j', (line) => expect(indentAfter(line)).toBe(2));

  it('indents below the key of a list item', () => {
    expect(indentAfter('  - range:')).toBe(4);
    expect(indentAfter('  - text: >-')).toBe(4);
  });

  it.each([
    '    name: Pneumothorax',
    '      - Gas in the pleural space',
    '    - name: Pneumothorax',
    '      -',
    '# Findings:',
    '    # attributes:',
    '      Count the following as well:',
    "    name: 'Finding:'",
    '    comment: a > b',
    '    url: http://example.org',
    '    size: [1, 2]',
    '',
    '    ',
  ])('keeps the indentation after %j', (line) => expect(indentAfter(line)).toBe(0));
});
