import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Problem } from '../../../server/src/checks/problem';
import { provideCodeActions } from '../../../server/src/language/codeActions';
import { toDiagnostic, toDiagnostics } from '../../../server/src/language/diagnostics';
import { cancelledAfter, edited, notCancelled, uriOf, workspaceOf } from './markers';

const name = 'a.taxonomy.yaml';
const text = 'taxonomy: a\ntitel: A\nlabels: {}\n';
const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
const problem: Problem = {
  uri: uriOf(name),
  range,
  severity: 'error',
  rule: 'schema',
  message: '‘titel’ is not a key here. Did you mean ‘title’?',
  docs: 'docs/rules/schema.md',
  fixes: [
    { title: 'Change to ‘title’', preferred: true, edits: () => [{ range, text: 'title' }] },
    {
      title: 'Remove the line',
      edits: (document) => [
        {
          range: { start: range.start, end: document.text.positionAt(document.text.offsetAt(range.end) + 4) },
          text: '',
        },
      ],
    },
    { title: 'Nothing to do', edits: () => [] },
  ],
};
const other: Problem = {
  ...problem,
  range: { start: { line: 2, character: 0 }, end: { line: 2, character: 6 } },
  rule: 'x',
};

async function actions(at = range, context: Parameters<typeof provideCodeActions>[3] = { diagnostics: [] }) {
  const { workspace } = workspaceOf({ [name]: text });
  return provideCodeActions(workspace, uriOf(name), at, context, async () => [problem, other], notCancelled);
}

describe('diagnostics', () => {
  it('carry source, rule, level and place', () => {
    expect(toDiagnostics([problem])).toEqual([
      { range, severity: DiagnosticSeverity.Error, source: 'labelwright', code: 'schema', message: problem.message },
    ]);
  });

  it.each([
    ['error', DiagnosticSeverity.Error],
    ['warning', DiagnosticSeverity.Warning],
    ['info', DiagnosticSeverity.Information],
    ['hint', DiagnosticSeverity.Hint],
  ] as const)('know the level %s', (severity, expected) => {
    expect(toDiagnostic({ ...problem, severity }).severity).toBe(expected);
  });

  it('link the page of the rule where pages can be opened', () => {
    expect(toDiagnostic(problem, (path) => `https://example.org/${path}`).codeDescription).toEqual({
      href: 'https://example.org/docs/rules/schema.md',
    });
    expect(toDiagnostic(problem, () => undefined)).not.toHaveProperty('codeDescription');
  });

  it('carry tags', () => {
    expect(toDiagnostic({ ...problem, tags: ['deprecated', 'unused'] }).tags).toEqual([
      DiagnosticTag.Deprecated,
      DiagnosticTag.Unnecessary,
    ]);
  });
});

describe('code actions', () => {
  it('are the fixes of the problems at the range', async () => {
    const found = await actions();
    expect(found.map(({ title, kind, isPreferred }) => ({ title, kind, isPreferred }))).toEqual([
      { title: 'Change to ‘title’', kind: 'quickfix', isPreferred: true },
      { title: 'Remove the line', kind: 'quickfix', isPreferred: undefined },
    ]);
    const results = found.map(({ edit }) => edited(text, edit?.changes?.[uriOf(name)] ?? []));
    expect(results).toEqual([text.replace('titel', 'title'), 'taxonomy: a\nlabels: {}\n']);
  });

  it('name the diagnostic that the editor shows', async () => {
    const shown = { ...toDiagnostic(problem), data: 1 };
    expect((await actions(range, { diagnostics: [toDiagnostic(other), shown] }))[0]?.diagnostics?.[0]).toBe(shown);
    expect((await actions())[0]?.diagnostics).toEqual([toDiagnostic(problem)]);
  });

  it('touch at the ends of the range', async () => {
    const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });
    expect(await actions(at(1, 5))).toHaveLength(2);
    expect(await actions(at(1, 6))).toEqual([]);
  });

  it.each([
    [['quickfix'], 2],
    [[''], 2],
    [['refactor'], 0],
    [['quickfix.spelling'], 0],
    [[], 0],
  ])('heed the kinds asked for: %j', async (only, count) => {
    expect(await actions(range, { diagnostics: [], only })).toHaveLength(count);
  });

  describe('at an approval', () => {
    const name = 'b.protocol.yaml';
    const text =
      'protocol: b\nversion: 1.1.0\napprovals:\n  - by: A\n    version: 1.0.0\n  - by: B\n    version: 1.1.0\n';
    const ask = (line: number, content = text, only?: string[]) => {
      const { workspace } = workspaceOf({ [name]: content });
      const at = { line, character: 0 };
      const context = { diagnostics: [], only };
      return provideCodeActions(workspace, uriOf(name), { start: at, end: at }, context, async () => [], notCancelled);
    };

    it('record the digest of the text', async () => {
      const [action, ...more] = await ask(5);
      expect(more).toEqual([]);
      expect(action).toMatchObject({ title: 'Record the digest of this text', kind: 'quickfix' });
      const result = edited(text, action?.edit?.changes?.[uriOf(name)] ?? []);
      expect(result).toMatch(/^protocol: b\n[^]*version: 1\.1\.0\n {4}digest: 'sha256:[0-9a-f]{64}'\n$/);
    });

    it('are none for an earlier version, elsewhere, where one is there, or where the text cannot be read', async () => {
      expect(await ask(3)).toEqual([]);
      expect(await ask(1)).toEqual([]);
      expect(await ask(5, `${text}    digest: x\n`)).toEqual([]);
      expect(await ask(5, `${text}title: "A\n`)).toEqual([]);
      expect(await ask(5, text, ['refactor'])).toEqual([]);
    });
  });

  describe('for all of a kind', () => {
    const name = 'b.taxonomy.yaml';
    const text = 'titel: A\ntitel: B\nstatu: C\n';
    const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 5 } });
    const of = (line: number, rule: string, preferred = true): Problem => ({
      ...problem,
      rule,
      range: at(line),
      fixes: [{ title: 'Mend', preferred, edits: () => [{ range: at(line), text: `mended${line}` }] }],
    });
    const ask = (problems: Problem[], only?: string[]) => {
      const { workspace } = workspaceOf({ [name]: text });
      const context = { diagnostics: [], only };
      return provideCodeActions(workspace, uriOf(name), at(0), context, async () => problems, notCancelled);
    };
    const results = (found: Awaited<ReturnType<typeof ask>>) =>
      found.map(({ title, kind, edit }) => [title, kind, edited(text, edit?.changes?.[uriOf(name)] ?? [])]);

    it('mend those of the rule that stand elsewhere too', async () => {
      expect(results(await ask([of(0, 'x'), of(1, 'x'), of(2, 'y')]))).toEqual([
        ['Mend', 'quickfix', 'mended0: A\ntitel: B\nstatu: C\n'],
        ['Fix 2 problems of “x” in this file', 'quickfix', 'mended0: A\nmended1: B\nstatu: C\n'],
      ]);
    });

    it('are not offered for one, nor for what one must be asked about', async () => {
      expect(await ask([of(0, 'x'), of(1, 'y')])).toHaveLength(1);
      expect(await ask([of(0, 'x', false), of(1, 'x', false), of(2, 'x')])).toHaveLength(1);
    });

    it.each([['source.fixAll.labelwright'], ['source.fixAll'], ['source']])(
      'mend the whole file for %s',
      async (kind) => {
        expect(results(await ask([of(0, 'x'), of(1, 'x', false), of(2, 'y')], [kind]))).toEqual([
          ['Fix 2 problems in this file', 'source.fixAll.labelwright', 'mended0: A\ntitel: B\nmended2: C\n'],
        ]);
      },
    );

    it('mend nothing where nothing can be', async () => {
      expect(await ask([of(0, 'x', false)], ['source.fixAll'])).toEqual([]);
      expect(await ask([of(0, 'changed-without-version-bump')], ['source.fixAll'])).toEqual([]);
      expect(await ask([of(0, 'x')], ['source.organizeImports'])).toEqual([]);
    });
  });

  it('compute no edits of problems elsewhere', async () => {
    const { workspace } = workspaceOf({ [name]: text });
    const never: Problem = {
      ...other,
      fixes: [
        {
          title: 'Never',
          edits: () => {
            throw new Error('asked for');
          },
        },
      ],
    };
    const found = provideCodeActions(
      workspace,
      uriOf(name),
      range,
      { diagnostics: [] },
      async () => [never],
      notCancelled,
    );
    expect(await found).toEqual([]);
  });

  it('stop when cancelled', async () => {
    const { workspace } = workspaceOf({ [name]: text });
    const ask = (times: number) =>
      provideCodeActions(
        workspace,
        uriOf(name),
        range,
        { diagnostics: [] },
        async () => [problem],
        cancelledAfter(times),
      );
    expect(await ask(0)).toEqual([]);
    expect(await ask(1)).toEqual([]);
    expect(await ask(2)).toHaveLength(2);
  });
});
