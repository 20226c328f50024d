import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  ALICE,
  bundle,
  type Doc,
  folder,
  jsonl,
  omit,
  pretty,
  record,
  recordHash,
  records,
  removeFolders,
} from '../support/build.js';
import { bareEnv, CLI } from '../support/cli.js';
import { privateKeyOf } from '../support/private-key.js';

// `-` is standard input (people.md section 1).

afterAll(removeFolders);
const work = folder({ 'ci.pem': privateKeyOf('alice'), ...bundle({ 'r.json': '{}' }) });
const bare = omit(record(), 'integrity');

function piped(input: string | Uint8Array, ...args: string[]): { exit: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: work,
    input,
    env: bareEnv(),
    encoding: 'utf8',
  });
  return { exit: status, out: stdout, err: stderr };
}

describe('a command in a pipe', () => {
  test('hash', () => {
    expect(piped(pretty(bare), 'hash', '-')).toMatchObject({ exit: 0, out: `${recordHash(record())}\n` });
    expect(piped(pretty(bare), 'hash', '--write', '-')).toMatchObject({ exit: 6, out: '' });
    expect(piped('', 'hash', '-')).toMatchObject({ exit: 6, out: '' });
  });

  test('sign, of a record and of a stream', () => {
    const signed = piped(pretty(bare), 'sign', '-', '--key', 'ci.pem');
    expect([signed.exit, signed.out]).toEqual([0, pretty(record({}, { by: ALICE }))]);
    const list = records(3).map((one) => omit(one, 'integrity'));
    expect(piped(jsonl(list), 'sign', '-', '--key', 'ci.pem', '--quiet').out).toBe(jsonl(records(3, ALICE)));
    expect(piped(pretty(bare), 'sign', '-', '--key', 'ci.pem', '--write').exit).toBe(6);
  });

  test('verify and inspect', () => {
    expect(piped(pretty(record()), 'verify', '--json', '-')).toMatchObject({ exit: 0, err: '' });
    expect(piped(jsonl(records(3)), 'verify', '-').out).toBe('Chain intact. 3 records. No gaps.\n');
    const failed = piped(pretty({ ...record(), source: 'x' }), 'verify', '--json', '-');
    expect([failed.exit, failed.out]).toEqual([2, '']);
    expect(failed.err).toMatch(/^<stdin>:\d+:\d+: error: record_hash is /);
    expect(JSON.parse(piped(pretty(record()), 'inspect', '-').out)).toMatchObject({ record_id: record()['record_id'] });
    expect((JSON.parse(piped(jsonl(records(2)), 'inspect', '-').out) as Doc)['records']).toHaveLength(2);
  });

  test('key id and approve', () => {
    expect(piped(ALICE.publicKey, 'key', 'id', '-').out).toBe(`${ALICE.keyId}\n`);
    expect(JSON.parse(piped(pretty(record()), 'approve', '-', '--key', 'ci.pem').out)).toMatchObject({
      event: { record_hash: recordHash(record()) },
    });
  });

  test('gate does not read it, and names the commands that do', () => {
    const { exit, err } = piped(pretty(record()), 'gate', '-');
    expect(exit).toBe(6);
    expect(err).toContain('verify -');
  });

  test('a key is never read from standard input', () => {
    expect(piped(privateKeyOf('alice'), 'sign', join(work, 'r.json'), '--key', '-').exit).toBe(6);
  });
});
