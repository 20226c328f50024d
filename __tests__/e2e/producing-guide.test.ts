import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Doc, folder, omit, pretty, record, removeFolders } from '../support/build.js';
import { cli, ROOT, readText, runProgram } from '../support/cli.js';

// Examples of docs/usage/producing.md as they are printed; the others need tools of their own and run in .ci/checks/producing.sh.

afterAll(removeFolders);

function example(name: string): string {
  const [, text] =
    new RegExp(`<!-- example: ${name} -->\\n\`\`\`\\w*\\n([\\s\\S]*?)\`\`\``).exec(
      readText(ROOT, 'docs/usage/producing.md'),
    ) ?? [];
  if (text === undefined) throw new Error(`no example ${name}`);
  return text;
}

test('the worked example: the record, the bytes and the hash', () => {
  const work = folder({ 'record.json': example('guide-record') });
  const bytes = cli(work, 'hash', '--canonical', 'record.json').stdout;
  expect(`${bytes}\n`).toBe(example('guide-bytes'));
  expect(Buffer.byteLength(bytes)).toBe(330);
  expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}\n`).toBe(example('guide-hash'));
});

describe('a signature over a whole chain', () => {
  // What the page takes from the recipe above it.
  const canonical = /const sha256 =[\s\S]*?\n}\n/.exec(example('node-crypto'))?.[0] ?? '';
  const files = {
    'canonical.mjs': `import { createHash } from 'node:crypto';\n${canonical}export { canonical, sha256 };\n`,
    'chain.mjs': example('node-chain'),
    'chain.json': pretty({
      chain_id: 'c',
      created_at: '2026-03-03T13:00:00.5+01:00',
      record_count: 0,
      records: [1, 2, 3].map((i) => omit(record({ record_id: `r${i}` }), 'integrity')),
    }),
    'policy.yml': 'version: 1\ntrust: {signatures: required, min_signers: 1, keys: [{name: ci, public_key: ci.pub}]}\n',
  };
  const gate = (work: string) => cli(work, 'gate', 'chain.json', '--policy', 'policy.yml').exit;
  const signed = (): string => {
    const work = folder(files);
    expect(cli(work, 'keygen', '--out', 'ci').exit).toBe(0);
    expect(cli(work, 'sign', 'chain.json', '--key', 'ci.pem', '--write').exit).toBe(0);
    return work;
  };

  test('is missing after `sign`, and counts after the recipe', () => {
    const work = signed();
    expect(gate(work)).toBe(2);
    expect(runProgram(process.execPath, ['chain.mjs'], work)).toMatchObject({ exit: 0, stderr: '' });
    expect(gate(work)).toBe(0);
  });

  test('shows that the end was cut off', () => {
    const work = signed();
    runProgram(process.execPath, ['chain.mjs'], work);
    const at = path.join(work, 'chain.json');
    const whole = JSON.parse(readFileSync(at, 'utf8')) as Doc & { records: { integrity: Doc }[] };
    const records = whole.records.slice(0, 2);
    const head = records[1]?.integrity['record_hash'];
    writeFileSync(at, pretty({ ...whole, records, record_count: 2, head_hash: head }));
    expect(gate(work)).toBe(2);
  });
});
