import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ALICE, type Doc, folder, hashOf, MALLORY, pretty, removeFolders } from '../support/build.js';
import { CLI, IS_WINDOWS, programs, withPrograms } from '../support/cli.js';

// A Python service with `proof` on PATH: it knows the exit codes, the JSON and nothing else of ours.

const SCHEMAS = fileURLToPath(new URL('../../schemas/v1/', import.meta.url));
const PRODUCER = fileURLToPath(new URL('./python/producer.py', import.meta.url));

afterAll(removeFolders);

/** Whether Python 3 is there, and can import a module. */
const python = (...code: string[]): boolean =>
  spawnSync('python3', ['-c', ['import sys', ...code, 'assert sys.version_info >= (3, 8)'].join('\n')]).status === 0;

// Windows starts no program without an extension, which the stand-in for an installed `proof` has not.
const HAS_PYTHON = !IS_WINDOWS && python();
const HAS_JSONSCHEMA = HAS_PYTHON && python('import jsonschema');
const guide = HAS_PYTHON ? describe : describe.skip;
const reason = HAS_PYTHON ? '' : ' (skipped: needs python3 and a POSIX shell)';

interface Told {
  readonly exit?: number;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly decision?: string;
  readonly result?: Doc;
  readonly record_hash?: string | null;
  readonly problems?: readonly string[];
}

/** Runs the service in a folder. */
function service(work: string, bin: string, ...args: string[]): Told {
  const done = spawnSync('python3', [PRODUCER, ...args], {
    cwd: work,
    encoding: 'utf8',
    env: { ...process.env, ...withPrograms(bin) },
  });
  expect([done.status, done.stderr]).toEqual([0, '']);
  return JSON.parse(done.stdout) as Told;
}

guide(`the guide for Python services${reason}`, () => {
  const bin = programs();

  /** A folder with a record that the service wrote. */
  function produced(members: Doc = {}, ...options: string[]): { work: string; file: string; told: Told } {
    const work = folder();
    const told = service(work, bin, 'produce', 'record.json', '--members', JSON.stringify(members), ...options);
    return { work, file: path.join(work, 'record.json'), told };
  }
  const check = (work: string, ...options: string[]): Told => service(work, bin, 'check', 'record.json', ...options);
  const change = (file: string, by: (record: Doc) => Doc): void =>
    writeFileSync(file, pretty(by(JSON.parse(readFileSync(file, 'utf8')) as Doc)));
  const signed =
    (by: typeof ALICE) =>
    (record: Doc): Doc => {
      const integrity = record['integrity'] as Doc;
      const signature = `base64:${by.sign(String(integrity['record_hash']))}`;
      return { ...record, integrity: { ...integrity, signature, signing_key_id: by.keyId } };
    };
  /** One line with a code, nothing on standard output. */
  const refusal = (decision: string, exit: number, code: string): object => ({
    decision,
    exit,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^[^\\n]* \\[${code.replaceAll('.', '\\.')}\\]\\n$`)),
  });

  test('a record with a hash from Python is accepted', () => {
    const { work, file, told } = produced();
    expect(told.record_hash).toBe(hashOf(JSON.parse(readFileSync(file, 'utf8')) as Doc));
    const done = check(work);
    expect(done).toEqual({
      exit: 0,
      decision: 'accept',
      stderr: '',
      stdout: '{\n  "kind": "record",\n  "ok": true,\n  "record_id": "rec-python-0001"\n}\n',
      result: { kind: 'record', ok: true, record_id: 'rec-python-0001' },
    });
  });

  test('a record with a hash from `proof-verify hash --write` is accepted, and Python computes the same hash', () => {
    const { work, told } = produced({}, '--hash', 'proof-verify');
    expect(told.record_hash).toBe(produced().told.record_hash);
    expect(check(work)).toMatchObject({ exit: 0, decision: 'accept' });
  });

  test('`proof` may be a link to the bundle', () => {
    const { work } = produced();
    const link = path.join(work, 'proof');
    symlinkSync(CLI, link);
    const done = spawnSync(process.execPath, [link, 'verify', '--json', 'record.json'], {
      cwd: work,
      encoding: 'utf8',
    });
    expect([done.status, done.stderr, JSON.parse(done.stdout)]).toEqual([
      0,
      '',
      { kind: 'record', ok: true, record_id: 'rec-python-0001' },
    ]);
  });

  describe('a signed record', () => {
    const { work, file } = produced();
    change(file, signed(ALICE));
    const base64 = Buffer.from(ALICE.publicKey, 'hex').toString('base64');

    test.each([
      ['hex', ALICE.publicKey],
      ['upper-case hex', ALICE.publicKey.toUpperCase()],
      ['base64', base64],
      ['base64 without padding', base64.replace(/=+$/, '')],
    ])('is accepted with a key in %s', (_, key) => {
      expect(check(work, '--signatures', '--public-key', key)).toMatchObject({ exit: 0, decision: 'accept' });
    });

    test('asks for a key', () => {
      expect(check(work, '--signatures')).toMatchObject({
        decision: 'ask the operator',
        exit: 6,
        stdout: '',
        stderr: expect.stringMatching(/^[^\n]*--public-key[^\n]*\n$/),
      });
    });

    test.each([
      ['63 hex digits', ALICE.publicKey.slice(1)],
      ['31 bytes', Buffer.alloc(31).toString('base64')],
      ['no key at all', 'secret'],
      ['nothing', ''],
    ])('does not take %s for a key', (_, key) => {
      const done = check(work, '--signatures', '--public-key', key);
      expect(done).toMatchObject({ decision: 'ask the operator', exit: 6, stdout: '' });
      expect(done.stderr).toMatch(/^[^\n]+\n$/);
    });

    test('is rejected under the key of somebody else', () => {
      expect(check(work, '--signatures', '--public-key', MALLORY.publicKey)).toMatchObject(
        refusal('reject', 2, 'signature.key_mismatch'),
      );
    });

    test('is rejected when it was tampered with', () => {
      const other = produced();
      change(other.file, (record) => signed(ALICE)({ ...record, source: 'someone-else' }));
      expect(check(other.work, '--signatures', '--public-key', ALICE.publicKey)).toMatchObject(
        refusal('reject', 2, 'record.hash_mismatch'),
      );
    });
  });

  test('an unsigned record is rejected when signatures are asked for', () => {
    const { work } = produced();
    expect(check(work, '--signatures', '--public-key', ALICE.publicKey)).toMatchObject(
      refusal('reject', 2, 'signature.missing'),
    );
  });

  test('a tampered record is rejected', () => {
    const { work, file } = produced();
    change(file, (record) => ({ ...record, event: { ...(record['event'] as Doc), outcome: 'failed' } }));
    expect(check(work)).toMatchObject(refusal('reject', 2, 'record.hash_mismatch'));
  });

  /** What reads but breaks a schema is 2; what cannot be read is 6. */
  test.each([
    ['an empty source', { source: '' }, 'reject', 2, /^\$\.source: /],
    ['a type that nobody declared', { record_type: 'acme.nothing' }, 'reject', 2, /^no schema types\/acme\.nothing$/],
    ['a number for source', { source: 5 }, 'ask the operator', 6, /^\$\.source: type$/],
    ['a text for event', { event: 'all good' }, 'ask the operator', 6, /^\$\.event: type$/],
  ])('%s: %j', (_, members, decision, exit, problem) => {
    const { work } = produced(members);
    const done = check(work);
    expect(done).toMatchObject({ decision, exit, stdout: '' });
    expect(done.stderr).toMatch(/^[^\n]*record\.json:\d+:\d+: [^\n]+ \[[a-z_.]+\]\n$/);
    if (!HAS_JSONSCHEMA) return;
    const { problems } = service(work, bin, 'validate', 'record.json', '--schemas', SCHEMAS);
    expect(problems).toContainEqual(expect.stringMatching(problem));
  });

  const withSchemas = HAS_JSONSCHEMA ? test : test.skip;
  withSchemas(
    `the published schemas work in Python${HAS_JSONSCHEMA ? '' : ' (skipped: needs the Python package jsonschema)'}`,
    () => {
      const { work } = produced();
      expect(service(work, bin, 'validate', 'record.json', '--schemas', SCHEMAS)).toEqual({
        jsonschema: true,
        problems: [],
      });
    },
  );
});
