import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../../src/gate/config/policy/check.js';
import { loadPolicy } from '../../../../src/gate/config/policy/load.js';
import { lockPolicy } from '../../../../src/gate/config/policy/lock.js';
import type { ReadPolicyFile } from '../../../../src/gate/config/policy/reading.js';
import { ALICE, MALLORY } from '../../../support/build.js';

/* `policy lock` writes digests in place of paths and nothing else (trust.md section 3). */

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const FILES: Readonly<Record<string, string>> = {
  'keys/ci.pub': ALICE.publicKey,
  'keys/two words.pub': MALLORY.publicKey,
  'b.json': '{"baseline":1}',
  's.json': '{"type":"object"}',
  'cosign.pem': 'PEM',
};
const read: ReadPolicyFile = ({ file, sha256 }, { unreadable }) => {
  const text = FILES[file];
  if (text === undefined) return Promise.resolve({ ok: false, code: unreadable, message: `${file} not found` });
  if (sha256 !== undefined && sha256 !== sha(text)) {
    return Promise.resolve({ ok: false, code: 'policy.pin_mismatch', message: `${file} is another` });
  }
  return Promise.resolve({ ok: true, bytes: Buffer.from(text) });
};
const lock = (text: string) => lockPolicy(Buffer.from(text), 'p.yml', read);
const locked = (file: string): string => `{"file": ${JSON.stringify(file)}, "sha256": "${sha(FILES[file] ?? '')}"}`;

describe('what it writes', () => {
  test.each<[string, string, string]>([
    [
      'a key file, with the comments and blanks around it',
      '# ours\nversion: 1\ntrust:\n  keys:\n    - name: ci   # builds\n      public_key: keys/ci.pub   # the file\n',
      `# ours\nversion: 1\ntrust:\n  keys:\n    - name: ci   # builds\n      public_key: ${locked('keys/ci.pub')}   # the file\n`,
    ],
    [
      'a quoted path, in flow style',
      "version: 1\ntrust: {keys: [{name: ci, public_key: 'keys/two words.pub'}]}\n",
      `version: 1\ntrust: {keys: [{name: ci, public_key: ${locked('keys/two words.pub')}}]}\n`,
    ],
    [
      'JSON',
      '{"version": 1, "baseline": "b.json", "custom_types": {"x/y": "s.json"}}',
      `{"version": 1, "baseline": ${locked('b.json')}, "custom_types": {"x/y": ${locked('s.json')}}}`,
    ],
    [
      'every kind of file, also after characters of two units',
      'version: 1 # 🔑\ntrust: {cosign: [{name: c, key: cosign.pem}], trusted_root: b.json, revocation_key: keys/ci.pub}\n',
      `version: 1 # 🔑\ntrust: {cosign: [{name: c, key: ${locked('cosign.pem')}}], trusted_root: ${locked('b.json')}, revocation_key: ${locked('keys/ci.pub')}}\n`,
    ],
    [
      'a digest that was there anew',
      `version: 1\nbaseline: {file: b.json, sha256: '${'0'.repeat(64)}'}\n`,
      `version: 1\nbaseline: ${locked('b.json')}\n`,
    ],
    [
      'nothing where nothing is named',
      `version: 1\ntrust: {keys: [{name: ci, public_key: '${ALICE.publicKey}'}], revocation_list: {keys: []}}\n`,
      `version: 1\ntrust: {keys: [{name: ci, public_key: '${ALICE.publicKey}'}], revocation_list: {keys: []}}\n`,
    ],
  ])('%s', async (_, text, expected) => {
    const made = await lock(text);
    expect(made).toMatchObject({ ok: true, text: expected, sha256: sha(expected) });
    // What it made is a policy with the same files, all of them pinned; to lock it again changes nothing.
    expect(await loadPolicy(Buffer.from(expected), 'p.yml', read)).toMatchObject({ ok: true });
    expect((await checkPolicy(Buffer.from(expected), 'p.yml', read)).unpinned).toEqual([]);
    expect(await lock(expected)).toMatchObject({ ok: true, text: expected });
  });

  test('the files with their digests, in the order of the sections', async () => {
    const made = await lock('version: 1\nbaseline: b.json\ntrust: {keys: [{name: ci, public_key: keys/ci.pub}]}\n');
    expect(made.ok && made.files).toEqual([
      { path: 'keys/ci.pub', sha256: sha(FILES['keys/ci.pub'] ?? '') },
      { path: 'b.json', sha256: sha(FILES['b.json'] ?? '') },
    ]);
  });
});

describe('what it refuses, with the line', () => {
  test.each<[string, string, object]>([
    ['a policy that is none', 'version: 2\n', { code: 'policy.invalid', line: 1 }],
    ['text that is not YAML', 'version: [\n', { code: 'policy.invalid' }],
    ['a file that is not there', 'version: 1\n\nbaseline: no.json\n', { code: 'policy.invalid', line: 3 }],
    [
      'a key file without a key',
      'version: 1\ntrust:\n  keys:\n    - {name: ci, public_key: cosign.pem}\n',
      { code: 'policy.invalid', line: 4 },
    ],
  ])('%s', async (_, text, expected) => {
    const made = await lock(text);
    expect(made).toMatchObject({ ok: false, findings: [expect.objectContaining(expected)] });
  });
});
