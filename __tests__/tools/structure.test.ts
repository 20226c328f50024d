import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';

/* The checks of the layout in `npm run check` are run on small trees that break one rule each. */

type Tree = Readonly<Record<string, string>>;
const PACKAGE = { 'package.json': '{"name": "tree", "version": "1.0.0", "type": "module"}' };
const SPEC = {
  'docs/spec/contract.md': '# Contract\n## 1. Digests\n### 1.1 Records\n',
  'docs/architecture.md': '| `src/engine` |\n',
  'docs/spec/hardening.md': '| # | input |\n|---|---|\n| 1 ★ | twins |\n| 2 | links |\n',
};

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true }));

function grow(tree: Tree): void {
  root = mkdtempSync(path.join(tmpdir(), 'proof-structure-'));
  for (const [name, text] of Object.entries(tree)) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
}

function run(script: string, ...args: string[]): { status: number | null; output: string } {
  const ran = spawnSync(process.execPath, [path.resolve(script), ...args], { cwd: root, encoding: 'utf8' });
  return { status: ran.status, output: `${ran.stdout}${ran.stderr}` };
}

describe('length of files and citations of the specification', () => {
  // Made here, so that the check does not take this file's own lines for citations.
  const note = (text: string) => `${'/'.repeat(2)} ${text}\n`;
  const lines = (count: number) => '// a line\n'.repeat(count);
  const cases: readonly { title: string; tree: Tree; problem?: string }[] = [
    { title: 'accepts a file of 400 lines', tree: { 'src/a.ts': lines(400) } },
    {
      title: 'rejects a file of 401 lines',
      tree: { 'src/a.ts': lines(401) },
      problem: 'src/a.ts: 401 lines, limit 400',
    },
    { title: 'rejects a long tool', tree: { 'tools/a.mjs': lines(401) }, problem: 'tools/a.mjs: 401 lines' },
    { title: 'accepts a table of 401 lines', tree: { 'src/engine/findings.ts': lines(401) } },
    {
      title: 'accepts sections that exist',
      tree: { 'src/a.ts': note('contract 1.1, and contract sections 1 and 1.1') },
    },
    { title: 'accepts rows that exist', tree: { 'src/a.ts': note('Links (hardening 1, 2).') } },
    {
      title: 'rejects a section that does not exist',
      tree: { 'src/a.ts': note('contract 1.2') },
      problem: 'src/a.ts: "contract 1.2" is not in docs/spec/contract.md',
    },
    {
      title: 'rejects the second of two sections',
      tree: { '__tests__/a.ts': note('Contract sections 1 and 3') },
      problem: '"Contract sections 1 and 3" is not in',
    },
    {
      title: 'rejects a row that does not exist, in a test title',
      tree: { '__tests__/a.ts': `${'test'}('refuses twins (hardening 3)', run);\n` },
      problem: '__tests__/a.ts: "hardening 3" is not in docs/spec/hardening.md',
    },
    {
      title: 'rejects a citation that goes on in the next line',
      tree: { 'src/a.ts': '/**\n * Digests: contract section\n * 1.3.\n */\n' },
      problem: 'contract section 1.3',
    },
    {
      title: 'rejects a section of no page',
      tree: { 'src/a.ts': note('What section 1 says') },
      problem: '"section 1" does not say of which page',
    },
    { title: 'accepts a section of an RFC', tree: { 'src/a.ts': note('RFC 8032 section 5.1.7') } },
    {
      title: 'rejects a page that does not exist',
      tree: { 'tools/a.mjs': note('docs/none.md') },
      problem: 'tools/a.mjs: there is no docs/none.md',
    },
    {
      title: 'rejects a room that the page of the architecture does not list',
      tree: { 'src/engine/cellar/a.ts': '' },
      problem: 'docs/architecture.md does not list src/engine/cellar',
    },
    {
      title: 'accepts a room whose own rooms are listed',
      tree: { 'src/engine/json/a.ts': '', 'docs/architecture.md': '| `src/engine/json` | JSON |\n' },
    },
    { title: 'reads comments, not code', tree: { 'src/a.ts': "const text = 'contract 9';\n" } },
  ];
  test.each(cases)('$title', ({ tree, problem }) => {
    grow({ ...SPEC, ...tree });
    const { status, output } = run('tools/check-structure.mjs', root);
    expect({ status, output }).toEqual({
      status: problem === undefined ? 0 : 1,
      output: expect.stringContaining(problem ?? 'citations of the specification resolve'),
    });
  });
});

describe('unused code', () => {
  const entry = { 'src/cli/index.ts': "import { used } from '../a.js';\nused();\n" };
  const used = 'export function used(): void {}\n';
  const cases: readonly { title: string; tree: Tree; problem?: string }[] = [
    { title: 'accepts exports that are imported', tree: { 'src/a.ts': used } },
    { title: 'rejects an export', tree: { 'src/a.ts': `${used}export const idle = 1;\n` }, problem: 'idle' },
    { title: 'rejects a type', tree: { 'src/a.ts': `${used}export type Idle = string;\n` }, problem: 'Idle' },
    { title: 'rejects a file', tree: { 'src/a.ts': used, 'src/idle.ts': 'void 0;\n' }, problem: 'src/idle.ts' },
    {
      title: 'rejects an export of a test helper',
      tree: {
        'src/a.ts': used,
        '__tests__/x.test.ts': "import './x.js';\n",
        '__tests__/x.ts': 'export const idle = 1;\n',
      },
      problem: 'idle',
    },
  ];
  test.each(cases)('$title', ({ tree, problem }) => {
    grow({ ...PACKAGE, ...entry, ...tree });
    cpSync('knip.json', path.join(root, 'knip.json'));
    const { status, output } = run('node_modules/knip/bin/knip.js', '--no-config-hints');
    expect({ status, output }).toEqual({
      status: problem === undefined ? 0 : 1,
      output: expect.stringContaining(problem ?? ''),
    });
  });
});

describe('dependencies between the rooms of src', () => {
  const cases: readonly { title: string; tree: Tree; problem?: string }[] = [
    {
      title: 'accepts an arrow downward',
      tree: { 'src/gate/a.ts': "import '../report/b.js';\n", 'src/report/b.ts': '' },
    },
    {
      title: 'rejects an arrow from the report to the gate',
      tree: { 'src/report/a.ts': "import '../gate/b.js';\n", 'src/gate/b.ts': '' },
      problem: 'report-on-model',
    },
    {
      title: 'rejects a circle of type imports',
      tree: {
        'src/engine/a.ts': "import type { B } from './b.js';\nexport type A = B;\n",
        'src/engine/b.ts': "import type { A } from './a.js';\nexport type B = A | 1;\n",
      },
      problem: 'no-circle',
    },
    {
      title: 'rejects a circle through a dynamic import',
      tree: {
        'src/engine/a.ts': "export const b = () => import('./b.js');\n",
        'src/engine/b.ts': "import { b } from './a.js';\nexport const c = b;\n",
      },
      problem: 'no-circle',
    },
  ];
  test.each(cases)('$title', ({ tree, problem }) => {
    grow({ ...PACKAGE, ...tree });
    for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json']) cpSync(name, path.join(root, name));
    const { status, output } = run(
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'src',
    );
    expect({ failed: status !== 0, output }).toEqual({
      failed: problem !== undefined,
      output: expect.stringContaining(problem ?? 'no dependency violations found'),
    });
  });
});
