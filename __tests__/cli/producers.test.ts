import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { verifyArtifact } from '../../src/engine/index.js';
import {
  ALICE,
  chain,
  type Doc,
  folder,
  MALLORY,
  omit,
  pretty,
  record,
  recordHash,
  records,
  removeFolders,
  sha,
} from '../support/build.js';
import { command } from '../support/command.js';
import { privateKeyOf } from '../support/private-key.js';

// Producers' commands as somebody calls them (people.md section 1).

afterAll(removeFolders);
const { GITHUB_WORKSPACE } = process.env;
afterEach(() => {
  delete process.env['PROOF_TEST_KEY'];
  if (GITHUB_WORKSPACE === undefined) delete process.env['GITHUB_WORKSPACE'];
  else process.env['GITHUB_WORKSPACE'] = GITHUB_WORKSPACE;
});

const PEM = privateKeyOf('alice');
const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12\n`;
const HASH = recordHash(record());
const bare = omit(record(), 'integrity');
const SIGNED = record({}, { by: ALICE });
const WINDOWS = process.platform === 'win32';

/** A folder with these files and `ci.pem`, and a command that is called in it by paths from it. */
function workspace(files: Readonly<Record<string, string>>) {
  const dir = folder({ 'ci.pem': PEM, ...files });
  chmodSync(join(dir, 'ci.pem'), 0o600);
  const at = (name: string): string => join(dir, name);
  const call = async (...args: string[]) => {
    const { exit, out, err } = await command('proof-verify', ...args);
    return { exit, out, err: err.replaceAll(`${dir}${sep}`, '') };
  };
  return { dir, at, call, read: (name: string): string => readFileSync(at(name), 'utf8') };
}

describe('keygen', () => {
  test('writes both halves, prints the id and never the private key', async () => {
    const { at, call, read } = workspace({});
    const before = process.umask(0);
    const { exit, out, err } = await call('keygen', '--out', at('new'));
    process.umask(before);
    expect(exit).toBe(0);
    expect(out).toMatch(/^[0-9a-f]{64}\n$/);
    const [, secret = ''] = read('new.pem').split('\n');
    expect(secret).toMatch(/^MC4CAQAwBQYDK2VwBCIEI/);
    expect(out + err).not.toContain(secret);
    expect(err.split('\n')).toHaveLength(3);
    if (!WINDOWS) expect(statSync(at('new.pem')).mode & 0o777).toBe(0o600);
    for (const file of ['new.pem', 'new.pub']) expect((await call('key', 'id', at(file))).out).toBe(out);
  });

  test('--json prints the paths, --quiet nothing', async () => {
    const { at, call } = workspace({});
    const { out, err } = await call('keygen', '--out', at('new'), '--json', '--quiet');
    const { key_id, ...paths } = JSON.parse(out) as Doc;
    expect(key_id).toMatch(/^[0-9a-f]{64}$/);
    expect(paths).toEqual({ private_key: at('new.pem'), public_key: at('new.pub') });
    expect(err).toBe('');
  });

  test.each(['ci.pem', 'ci.pub'])('replaces nothing when %s exists', async (name) => {
    const { at, call, read } = workspace({});
    const target = name.endsWith('.pub') ? 'other.pub' : name;
    if (name.endsWith('.pub')) writeFileSync(at(target), 'keep me\n');
    const before = read(target);
    const { exit, out, err } = await call('keygen', '--out', at(target.replace(/\.\w+$/, '')));
    expect([exit, out, read(target)]).toEqual([6, '', before]);
    expect(err).toContain(`${target}: error: file exists`);
    expect(existsSync(at('other.pem'))).toBe(false);
  });

  test('a dangling link is in the way as well', async () => {
    const { at, call } = workspace({});
    symlinkSync(at('elsewhere'), at('new.pem'));
    expect((await call('keygen', '--out', at('new'))).exit).toBe(6);
    expect([existsSync(at('elsewhere')), existsSync(at('new.pub'))]).toEqual([false, false]);
  });

  test.each<[string, string[]]>([
    ['no --out', []],
    ['standard output', ['--out', '-']],
    ['nothing', ['--out', '']],
    ['a folder that does not exist', ['--out', 'no/such/folder/ci']],
    ['a folder', ['--out', 'x/']],
  ])('refuses %s', async (_name, args) => {
    const { exit, out, err } = await workspace({}).call('keygen', ...args);
    expect([exit, out, err.trim().split('\n').length]).toEqual([6, '', 1]);
  });
});

describe('key id', () => {
  test('ids in order, of public and private keys, files, variables and texts', async () => {
    const { at, call } = workspace({ 'm.pub': MALLORY.publicKey });
    process.env['PROOF_TEST_KEY'] = PEM.replaceAll('\n', '\\n');
    const { exit, out } = await call('key', 'id', at('m.pub'), at('ci.pem'), 'env://PROOF_TEST_KEY', ALICE.publicKey);
    expect([exit, out]).toEqual([0, [MALLORY.keyId, ALICE.keyId, ALICE.keyId, ALICE.keyId, ''].join('\n')]);
  });

  test('--json', async () => {
    const { at, call } = workspace({});
    const { out } = await call('key', 'id', '--json', at('ci.pem'));
    expect(JSON.parse(out)).toEqual([{ source: at('ci.pem'), key_id: ALICE.keyId, public_key: ALICE.publicKey }]);
  });

  test.each<[string, string, RegExp]>([
    ['a variable that is not set', 'env://PROOF_TEST_KEY', /"PROOF_TEST_KEY" is not set/],
    ['a private key as text', PEM, /unknown option '-----BEGIN …': key text is not repeated; .* \[usage\.invalid\]$/m],
    ['a private JWK as text', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'x', d: 'MC4CAQAw' }), /never as text/],
    ['a private key as base64', PEM.split('\n')[1] ?? '', /never as text|private key/],
  ])('refuses %s', async (_name, given, message) => {
    const { exit, out, err } = await workspace({}).call('key', 'id', given);
    expect([exit, out]).toEqual([6, '']);
    expect(err).toMatch(message);
    expect(err).not.toContain('MC4CAQAw');
  });
});

test.each<[string, string[], string, string]>([
  ['key id', ['key', 'id'], 'public', 'no.pub'],
  ['sign', ['sign', 'r.json', '--key'], 'private', 'no.pem'],
  ['approve', ['approve', 'r.json', '--key'], 'private', 'no.pem'],
])('%s: a key file that does not exist is a missing dependency', async (_name, args, kind, file) => {
  const { at, call } = workspace({ 'r.json': pretty(bare) });
  const { exit, out, err } = await call(...args.map((arg) => (arg === 'r.json' ? at(arg) : arg)), at(file));
  expect([exit, out]).toEqual([7, '']);
  // Windows paths are longer and escaped.
  expect(err).toMatch(/^error: (public|private) key file ".*" not found \[dependency\.missing\]\n$/);
  expect(err).toContain(`error: ${kind} key file`);
  expect(err).toContain(`${file}" not found`);
});

describe('hash', () => {
  test('prints the hash, or the bytes that are hashed', async () => {
    const { at, call } = workspace({ 'r.json': pretty(bare) });
    expect(await call('hash', at('r.json'))).toEqual({ exit: 0, out: `${HASH}\n`, err: '' });
    expect((await call('hash', '--json', at('r.json'))).out).toBe(`{\n  "record_hash": "${HASH}"\n}\n`);
    const { out } = await call('hash', '--canonical', at('r.json'));
    expect(`sha256:${sha(out)}`).toBe(HASH);
  });

  test('--write changes the hash and nothing else', async () => {
    const text = `${JSON.stringify(bare, null, '\t').replaceAll('\n', '\r\n')}\r\n\r\n`;
    const { at, call, read } = workspace({ 'r.json': text });
    chmodSync(at('r.json'), 0o640);
    expect((await call('hash', '--write', at('r.json'))).exit).toBe(0);
    expect(read('r.json')).toBe(
      text.replace('}\r\n}', `},\r\n\t"integrity": {\r\n\t\t"record_hash": "${HASH}"\r\n\t}\r\n}`),
    );
    if (!WINDOWS) expect(statSync(at('r.json')).mode & 0o777).toBe(0o640);
  });

  test('a signature that no longer matches stays, with a warning that names its key', async () => {
    const { at, call, read } = workspace({ 'r.json': pretty({ ...SIGNED, source: 'x' }) });
    const { exit, err } = await call('hash', '--write', at('r.json'));
    expect(exit).toBe(0);
    expect(err).toContain(`the signature by key ${ALICE.keyId} no longer matches`);
    expect(read('r.json')).toContain(String((SIGNED['integrity'] as Doc)['signature']));
  });

  test('warns of what a gate would reject', async () => {
    const odd = { ...bare, note: 'x', record_type: 'deploymant', timestamp: '2026-01-02T03:04:05.5Z' };
    const { at, call } = workspace({ 'r.json': pretty(odd) });
    const { exit, err } = await call('hash', '--write', at('r.json'));
    expect(exit).toBe(0);
    for (const code of ['record.unhashed_member', 'schema.record.unknown_record_type', 'record.timestamp_fraction']) {
      expect(err).toMatch(new RegExp(`^r\\.json:\\d+:\\d+: warning: .*\\[${code.replaceAll('.', '\\.')}\\]$`, 'm'));
    }
    expect((await call('hash', '--quiet', at('r.json'))).err).toBe('');
  });

  const list = records(2);
  test.each<[string, string, string, RegExp]>([
    ['a chain', 'a.json', pretty(chain(list)), /a\.json is a chain, not a record.*proof-verify sign/],
    ['a stream', 'a.jsonl', list.map((one) => JSON.stringify(one)).join('\n'), /is a stream of records, not a record/],
    ['a bundle manifest', 'manifest.json', '{"files":[{"path":"a","sha256":"b"}]}', /the manifest of a bundle/],
    ['a list', 'a.json', '[]', /it is a JSON list/],
    ['a number', 'a.json', '1', /not a JSON object/],
    ['other JSON', 'a.json', '{"a":1}', /not a Proof artifact/],
    ['a record without an id', 'a.json', '{"record_type":"decision"}', /it is like a record, but record_id is missing/],
    ['a Git LFS pointer', 'a.json', LFS, /^a\.json: error: it is a Git LFS pointer.*`git lfs pull` \[json\.syntax\]$/m],
    [
      'text with a byte order mark',
      'a.json',
      `\ufeff${pretty(bare)}`,
      /byte order mark; .*utf8NoBOM.*\[json\.encoding\]/,
    ],
    ['UTF-16 text', 'a.json', '\u0000{\u0000}', /it is UTF-16 text; write the file as UTF-8/],
    ['a stream of indented JSON', 'a.jsonl', pretty(bare), /it is indented JSON: .*; write each record on a line/],
    ['a stream that is a list', 'a.jsonl', JSON.stringify(list), /it is a JSON list: .*; write each record on a line/],
    ['a revocation list', 'a.json', '{"version":"1","revoked":[]}', /is a revocation list, not a record/],
    ['a trace', 'a.json', '{"schema_id":"gait.gate.trace","signature":{}}', /signed JSON/],
    ['an archive', 'a.zip', 'PK\u0003\u0004', /a zip archive/],
    ['an empty file', 'a.json', '', /the file is empty/],
    ['text that is not JSON', 'a.json', '{"record_id":\n nope}', /a\.json:2:2: error: not valid JSON/],
    [
      'a record that cannot be read',
      'a.json',
      pretty({ ...bare, source: 1 }),
      /a\.json:\d+:3: error: "source" must be a string/,
    ],
  ])('refuses %s and leaves it alone', async (_name, name, text, message) => {
    const { at, call, read } = workspace({ [name]: text });
    const { exit, out, err } = await call('hash', '--write', at(name));
    expect([exit, out, read(name)]).toEqual([6, '', text]);
    expect(err).toMatch(message);
  });

  test.each(['event', 'timestamp', 'source', 'source_product', 'record_type', 'record_version'])(
    '--write refuses a record without %s (3)',
    async (name) => {
      const text = pretty(omit(bare, name));
      const { at, call, read } = workspace({ 'r.json': text });
      const { exit, err } = await call('hash', '--write', at('r.json'));
      expect([exit, read('r.json')]).toEqual([3, text]);
      expect(err).toContain(`[record.${name}_required]`);
    },
  );

  test('an object that has only a record_id is a record that lacks the other members', async () => {
    const { at, call, read } = workspace({ 'r.json': '{"record_id":"r"}' });
    for (const args of [
      ['hash', '--write', at('r.json')],
      ['sign', '--write', at('r.json'), '--key', at('ci.pem')],
    ]) {
      const { exit, err } = await call(...args);
      expect([exit, read('r.json')]).toEqual([3, '{"record_id":"r"}']);
      expect(err).toMatch(/^r\.json:1:1: error: record_version is missing/m);
    }
    expect((await call('hash', at('r.json'))).exit).toBe(0);
    expect((await call('approve', at('r.json'), '--key', at('ci.pem'))).exit).toBe(3);
  });

  test('--write rejects a number that another parser reads differently; --force writes its hash', async () => {
    const text = pretty(bare).replace('"allow"', '9007199254740993');
    const { at, call, read } = workspace({ 'r.json': text });
    const { exit, err } = await call('hash', '--write', at('r.json'));
    expect([exit, read('r.json')]).toEqual([6, text]);
    expect(err).toMatch(
      /^r\.json:\d+:\d+: error: \/event\/action is 9007199254740993, .*9007199254740992.*as a string.*--force/,
    );
    expect((await call('hash', at('r.json'))).err).toMatch(/^r\.json:\d+:\d+: warning: \/event\/action is/m);
    expect((await call('hash', '--write', '--force', at('r.json'))).exit).toBe(0);
    expect(read('r.json')).toContain('9007199254740993');
  });

  test.each<[string, string[]]>([
    ['--write and --canonical', ['--write', '--canonical']],
    ['--json and --canonical', ['--json', '--canonical']],
  ])('refuses %s together', async (_name, flags) => {
    const { at, call } = workspace({ 'r.json': pretty(bare) });
    expect((await call('hash', ...flags, at('r.json'))).exit).toBe(6);
  });

  test.each(['hash --write', 'sign --write'])('%s - is refused: there is no file', async (command) => {
    const { at, call } = workspace({});
    expect((await call(...command.split(' '), '-', '--key', at('ci.pem')).catch(() => ({ exit: 6 }))).exit).toBe(6);
  });

  test('writes through no link of the checkout', async () => {
    const { dir, at, call, read } = workspace({ 'real.json': pretty(bare) });
    symlinkSync('real.json', at('r.json'));
    process.env['GITHUB_WORKSPACE'] = dir;
    const { exit, err } = await call('hash', '--write', at('r.json'));
    expect(exit).toBe(8);
    expect(err).toContain('a symbolic link');
    expect([read('real.json'), lstatSync(at('r.json')).isSymbolicLink()]).toEqual([pretty(bare), true]);
  });
});

describe('sign', () => {
  const unsealed = records(3).map((one) => omit(one, 'integrity'));
  const lines = (list: readonly Doc[]): string => list.map((one) => `${JSON.stringify(one)}\n`).join('');

  test('prints the signed record, and on standard error what was signed', async () => {
    const { at, call, read } = workspace({ 'r.json': pretty(bare) });
    const { exit, out, err } = await call('sign', at('r.json'), '--key', at('ci.pem'));
    expect([exit, out, read('r.json')]).toEqual([0, pretty(SIGNED), pretty(bare)]);
    expect(err).toBe(`r.json: record signed by key ${ALICE.keyId}\n`);
  });

  test('--write and --out', async () => {
    const { at, call, read } = workspace({ 'r.json': pretty(bare), 'old.json': 'x' });
    expect((await call('sign', at('r.json'), '--key', at('ci.pem'), '--out', at('old.json'), '--quiet')).err).toBe('');
    expect([read('r.json'), read('old.json')]).toEqual([pretty(bare), pretty(SIGNED)]);
    const { out } = await call('sign', at('r.json'), '--key', at('ci.pem'), '--write', '--json');
    expect(JSON.parse(out)).toEqual([{ file: at('r.json'), kind: 'record', records: 1, key_id: ALICE.keyId }]);
    expect(read('r.json')).toBe(pretty(SIGNED));
  });

  test('a stream: each record links to the one before it; an appended one is signed again', async () => {
    const signed = lines(records(3, ALICE));
    const { at, call, read } = workspace({ 'a.jsonl': lines(unsealed) });
    const sign = () => call('sign', at('a.jsonl'), '--key', at('ci.pem'), '--write', '--json');
    const head = recordHash(records(3, ALICE)[2] as Doc);
    expect(JSON.parse((await sign()).out)).toEqual([
      { file: at('a.jsonl'), kind: 'stream', records: 3, key_id: ALICE.keyId, head_hash: head },
    ]);
    expect(read('a.jsonl')).toBe(signed);
    const again = await sign();
    expect(JSON.parse(again.out)).toEqual([
      { file: at('a.jsonl'), kind: 'stream', records: 3, signed: 0, head_hash: head },
    ]);
    expect(again.err).toMatch(/: nothing signed: all 3 records are signed already, head sha256:/);
    const odd = `${signed}\n  ${JSON.stringify(omit(record({ record_id: 'r3' }), 'integrity'))}\r\n`;
    writeFileSync(at('a.jsonl'), odd);
    const appended = await sign();
    expect([appended.exit, appended.err]).toEqual([
      0,
      expect.stringContaining(`: 1 of 4 records signed by key ${ALICE.keyId}, the others were signed already`),
    ]);
    const [kept, added = ''] = [read('a.jsonl').slice(0, signed.length), read('a.jsonl').slice(signed.length)];
    expect(kept).toBe(signed);
    expect(added).toMatch(/^\n {2}\{.*\}\r\n$/);
    expect(JSON.parse(added)).toMatchObject({ integrity: { previous_record_hash: head } });
    const verdict = await verifyArtifact(at('a.jsonl'), { publicKeys: [ALICE.publicKey] });
    expect([verdict.outcome, verdict.signatures.verified]).toEqual(['verified', 4]);
  });

  test('warns of a number that another parser reads differently', async () => {
    const { at, call } = workspace({ 'r.json': pretty(bare).replace('"allow"', '9007199254740993') });
    const { exit, err } = await call('sign', at('r.json'), '--key', at('ci.pem'), '--write');
    expect(exit).toBe(0);
    expect(err).toMatch(
      /^r\.json:\d+:\d+: warning: \/event\/action is 9007199254740993, .*\[record\.number_precision\]$/m,
    );
  });

  test('--no-link keeps records independent', async () => {
    const { at, call, read } = workspace({ 'a.jsonl': lines(unsealed) });
    await call('sign', at('a.jsonl'), '--key', at('ci.pem'), '--write', '--no-link');
    expect(read('a.jsonl')).not.toContain('previous_record_hash');
    const again = await call('sign', at('a.jsonl'), '--key', at('ci.pem'), '--write');
    expect(again.exit).toBe(2);
    expect(again.err).toContain('a.jsonl:2:');
  });

  test('a chain document gets count and head', async () => {
    const whole = chain(records(3, ALICE));
    const before = { ...omit(whole, 'head_hash'), records: unsealed, record_count: 1 };
    const { at, call, read } = workspace({ 'c.json': pretty(before) });
    expect((await call('sign', at('c.json'), '--key', at('ci.pem'), '--write')).exit).toBe(0);
    expect(JSON.parse(read('c.json'))).toEqual(whole);
    const again = await call('sign', at('c.json'), '--key', at('ci.pem'));
    expect(again.out).toBe(read('c.json'));
    expect((await call('sign', at('c.json'), '--key', at('ci.pem'), '--no-link')).exit).toBe(6);
  });

  test('a bundle: the manifest is signed once every file has its listed digest', async () => {
    const manifest = { files: [{ path: 'r.json', sha256: '' }] };
    const { at, call, read } = workspace({ 'b/manifest.json': pretty(manifest), 'b/r.json': pretty(SIGNED) });
    const { exit, err } = await call('sign', at('b'), '--key', at('ci.pem'), '--write');
    expect([exit, err]).toEqual([0, `b: bundle signed by key ${ALICE.keyId}\n`]);
    const verdict = await verifyArtifact(at('b'), { publicKeys: [ALICE.publicKey] });
    expect([verdict.outcome, verdict.signatures.verified > 0]).toEqual(['verified', true]);
    const signed = read('b/manifest.json');
    writeFileSync(at('b/r.json'), '{}');
    const changed = await call('sign', at('b'), '--key', at('ci.pem'), '--write', '--force');
    expect([changed.exit, read('b/manifest.json')]).toEqual([2, signed]);
    expect(changed.err).toContain('b/manifest.json:');
  });

  test('a bundle with a file that is not listed gives a warning; a link in it is rejected', async () => {
    const manifest = { files: [{ path: 'r.json' }] };
    const { at, call } = workspace({ 'b/manifest.json': pretty(manifest), 'b/r.json': '{}', 'b/more.json': '{}' });
    expect((await call('sign', at('b'), '--key', at('ci.pem'))).err).toContain('"more.json" is not listed');
    const linked = workspace({ 'b/manifest.json': pretty(manifest) });
    symlinkSync(linked.at('ci.pem'), linked.at('b/r.json'));
    expect((await linked.call('sign', linked.at('b'), '--key', linked.at('ci.pem'))).exit).toBe(8);
  });

  test('a revocation list', async () => {
    const list = {
      version: '1',
      created_at: '2026-01-01T00:00:00Z',
      revoked: [{ key_id: MALLORY.keyId, revoked_at: '2026-01-01T00:00:00Z' }],
    };
    const { at, call } = workspace({ 'r.json': pretty(list) });
    const { exit, out } = await call('sign', at('r.json'), '--key', at('ci.pem'));
    expect(exit).toBe(0);
    const verdict = await verifyArtifact(
      { name: 'r.json', bytes: Buffer.from(out) },
      { publicKeys: [ALICE.publicKey] },
    );
    expect([verdict.kind, verdict.outcome]).toEqual(['revocation_list', 'verified']);
  });

  test('any error leaves all files unchanged', async () => {
    const changed = pretty({ ...SIGNED, source: 'x' });
    const { at, call, read } = workspace({ 'a.json': pretty(bare), 'b.json': changed });
    const { exit, err } = await call('sign', at('a.json'), at('b.json'), '--key', at('ci.pem'), '--write');
    expect([exit, read('a.json'), read('b.json')]).toEqual([2, pretty(bare), changed]);
    expect(err).toMatch(/^b\.json:\d+:5: error: record_hash is .* \[record\.hash_mismatch\]\n$/);
  });

  test('replacing the signature of a different key needs --force', async () => {
    const { at, call, read } = workspace({ 'r.json': pretty(record({}, { by: MALLORY })) });
    expect((await call('sign', at('r.json'), '--key', at('ci.pem'), '--write')).exit).toBe(6);
    expect((await call('sign', at('r.json'), '--key', at('ci.pem'), '--write', '--force')).exit).toBe(0);
    expect(JSON.parse(read('r.json'))).toEqual(SIGNED);
  });

  test('a key in the environment, and one that others can read', async () => {
    const { at, call } = workspace({ 'r.json': pretty(bare) });
    process.env['PROOF_TEST_KEY'] = PEM.replaceAll('\n', '\\n');
    expect((await call('sign', at('r.json'), '--key', 'env://PROOF_TEST_KEY')).out).toBe(pretty(SIGNED));
    if (WINDOWS) return;
    chmodSync(at('ci.pem'), 0o644);
    const { exit, err } = await call('sign', at('r.json'), '--key', at('ci.pem'));
    expect(exit).toBe(0);
    expect(err).toContain('chmod 600');
  });

  test.each<[string, string[], RegExp]>([
    ['no key', [], /needs --key/],
    ['key text', ['--key', PEM], /never as text/],
    ['key text in base64', ['--key', PEM.split('\n')[1] ?? ''], /never as text/],
    ['a seed', ['--key', 'ab'.repeat(32)], /never as text/],
    ['a public key file', ['--key', 'ci.pub'], /ci\.pub is a public key; signing needs the private key/],
    ['standard input', ['--key', '-'], /not standard input/],
    ['--write with --out', ['--key', 'ci.pem', '--write', '--out', 'x.json'], /cannot be combined/],
    ['--out -', ['--key', 'ci.pem', '--out', '-'], /--out needs a file name/],
    ['--json without a file', ['--key', 'ci.pem', '--json'], /--json needs --write or --out/],
  ])('refuses %s', async (_name, args, message) => {
    const { at, call, read } = workspace({ 'r.json': pretty(bare), 'ci.pub': ALICE.publicKey });
    const { exit, out, err } = await call(
      'sign',
      at('r.json'),
      ...args.map((arg) => (/^\w+\.\w+$/.test(arg) ? at(arg) : arg)),
    );
    expect([exit, out, read('r.json')]).toEqual([6, '', pretty(bare)]);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/MC4CAQAw|abababab/);
  });

  test.each<[string, string, string, number]>([
    ['a pack', 'p.zip', 'PK\u0003\u0004', 6],
    ['signed JSON', 't.json', '{"schema_id":"gait.gate.trace","signature":{}}', 6],
    ['a record without an event', 'r.json', pretty(omit(bare, 'event')), 3],
    ['a line that is not a record', 'a.jsonl', '{"a":1}\n', 6],
    ['an empty stream', 'a.jsonl', '\n\n', 2],
  ])('refuses %s', async (_name, name, text, code) => {
    const { at, call, read } = workspace({ [name]: text });
    const { exit, out } = await call('sign', at(name), '--key', at('ci.pem'), '--write');
    expect([exit, out, read(name)]).toEqual([code, '', text]);
  });

  test('a folder without a manifest is not a bundle', async () => {
    const { at, call } = workspace({});
    mkdirSync(at('empty'));
    expect((await call('sign', at('empty'), '--key', at('ci.pem'))).exit).toBe(6);
  });
});

describe('approve', () => {
  const theirs = record({ record_type: 'deployment' }, { by: MALLORY });

  test('writes a signed approval once', async () => {
    const { at, call, read } = workspace({ 'd.json': pretty(theirs) });
    const args = [
      'approve',
      at('d.json'),
      '--key',
      at('ci.pem'),
      '--by',
      'Ada',
      '--reason',
      'change 4711',
      '--expires',
      '72h',
      '--now',
      '2026-03-03T15:20:11Z',
      '--out',
      at('a.json'),
    ];
    const { exit, out, err } = await call(...args);
    expect([exit, out]).toEqual([0, '']);
    expect(err).toContain(`approved by key ${ALICE.keyId}`);
    expect(JSON.parse(read('a.json'))).toMatchObject({
      timestamp: '2026-03-03T15:20:11Z',
      record_type: 'approval',
      event: {
        verdict: 'approve',
        record_hash: recordHash(theirs),
        approver: 'Ada',
        reason: 'change 4711',
        expires_at: '2026-03-06T15:20:11Z',
      },
    });
    const verdict = await verifyArtifact(at('a.json'), { publicKeys: [ALICE.publicKey] });
    expect([verdict.outcome, verdict.signatures.verified]).toEqual(['verified', 1]);
    const before = read('a.json');
    expect([(await call(...args)).exit, read('a.json')]).toEqual([6, before]);
    expect((await call(...args.slice(0, -2))).out).toBe(before);
  });

  test('one record of a chain or stream by --record', async () => {
    const list = records(3, MALLORY);
    const { at, call } = workspace({
      'c.json': pretty(chain(list)),
      'c.jsonl': list.map((one) => JSON.stringify(one)).join('\n'),
    });
    for (const name of ['c.json', 'c.jsonl']) {
      const { exit, out } = await call('approve', at(name), '--key', at('ci.pem'), '--record', 'r1');
      expect(exit).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ event: { record_id: 'r1', record_hash: recordHash(list[1] as Doc) } });
      expect((await call('approve', at(name), '--key', at('ci.pem'))).exit).toBe(6);
      expect((await call('approve', at(name), '--key', at('ci.pem'), '--record', 'r9')).exit).toBe(6);
    }
  });

  test('warns when the key signed the record itself; the approval is written', async () => {
    const { at, call } = workspace({ 'd.json': pretty(SIGNED) });
    const { exit, err } = await call('approve', at('d.json'), '--key', at('ci.pem'), '--out', at('a.json'));
    expect([exit, existsSync(at('a.json'))]).toEqual([0, true]);
    expect(err).toMatch(/signed the record itself: a gate does not count/);
  });

  test.each<[string, string, string[], number]>([
    ['a record that changed', pretty({ ...theirs, source: 'x' }), [], 2],
    ['a record that is not sealed', pretty(bare), [], 2],
    ['a record without a source', pretty(omit(theirs, 'source')), [], 3],
    ['other JSON', '{}', [], 6],
    ['another id', pretty(theirs), ['--record', 'x'], 6],
    ['a time that is none', pretty(theirs), ['--now', 'today'], 6],
    ['an expiry that is none', pretty(theirs), ['--expires', 'soon'], 6],
    ['an expiry in the past', pretty(theirs), ['--expires', '2020-01-01T00:00:00Z'], 6],
    ['--out -', pretty(theirs), ['--out', '-'], 6],
  ])('refuses %s', async (_name, text, args, code) => {
    const { at, call } = workspace({ 'd.json': text });
    const { exit, out } = await call('approve', at('d.json'), '--key', at('ci.pem'), ...args);
    expect([exit, out]).toEqual([code, '']);
  });
});
