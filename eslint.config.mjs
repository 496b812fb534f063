import tseslint from 'typescript-eslint';

/**
 * The rooms of the server in the order of docs/architecture.md: a room may import those listed for it, and itself.
 * `main` composes everything; only `main` and `platform` know Node.
 */
const rooms = {
  generated: [],
  yaml: [],
  model: ['generated', 'yaml'],
  workspace: ['model'],
  annotations: ['workspace'],
  checks: ['annotations'],
  compare: ['annotations'],
  grade: ['compare'],
  report: ['grade', 'checks'],
  exchange: ['grade', 'checks'],
  language: ['report', 'exchange'],
  connection: ['language'],
  cli: ['language'],
  platform: ['annotations'],
};

/** A room's own list and all that those rooms may import in turn. */
function reachable(room, seen = new Set([room])) {
  for (const next of rooms[room]) {
    if (!seen.has(next)) reachable(next, seen.add(next));
  }
  return seen;
}

const nodeModules = {
  regex: '^(node:|(fs|path|os|child_process|worker_threads|url|util|process|buffer|crypto|stream)$)',
  message: 'Only server/src/main and server/src/platform/node know Node; the rest runs in a browser worker too.',
};

const roomRules = Object.keys(rooms).map((room) => {
  const forbidden = [...Object.keys(rooms), 'main'].filter((other) => !reachable(room).has(other));
  const arrows = {
    regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
    message: `${room}/ may not import this room: docs/architecture.md.`,
  };
  const client = { regex: '(^|/)client/', message: 'The server does not import the client.' };
  return {
    files: [`server/src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: room === 'platform' ? [arrows, client] : [arrows, client, nodeModules] },
      ],
      ...(room === 'platform'
        ? {}
        : { 'no-restricted-globals': ['error', 'Buffer', 'process', '__dirname', 'require'] }),
    },
  };
});

export default tseslint.config(
  { ignores: ['dist/', 'artifacts/', '.cache/', 'node_modules/', 'server/src/generated/', '.vscode-test/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
    },
  },
  ...roomRules,
  {
    files: ['client/src/**/webview/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            nodeModules,
            { regex: '^vscode$', message: 'A page talks to its host by the messages in its protocol.ts.' },
            {
              regex: 'server/src/(?!annotations/|generated/|requests)',
              message: 'Of the server, pages may import annotations/ only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['client/src/**/*.ts'],
    ignores: ['client/src/**/webview/**', 'client/src/main.node.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [nodeModules] }] },
  },
);
