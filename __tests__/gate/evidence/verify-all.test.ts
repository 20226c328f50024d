import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { DiscoveredArtifact } from '../../../src/discovery/discover.js';
import { verifyAll, verifyOne } from '../../../src/gate/evidence/verify-all.js';
import { ALICE, folder, MALLORY, pack, pretty, record, removeFolders } from '../../support/build.js';
import { trustIn, verifyOptions } from '../../support/options.js';

afterAll(removeFolders);

test.each(['file', 'chain_directory'] as const)('a %s that is gone when its turn comes has a verdict', async (form) => {
  const root = folder({ 'a.json': '{}' });
  const artifact = { name: 'gone', path: `${root}/gone`, root, form, origin: 'pattern', why: 'it was asked for' };
  const verify = (signatures: 'required' | 'auto') =>
    verifyOne(artifact as unknown as Parameters<typeof verifyOne>[0], verifyOptions({ signatures }));
  const verdict = await verify('required');
  expect(verdict).toMatchObject({ path: 'gone', outcome: 'failed', records: 0, sha256: null });
  expect(verdict.signatures).toEqual({ required: true, verified: 0, keyIds: [] });
  expect(verdict.findings).toHaveLength(1);
  expect(verdict.findings[0]?.code).toBe(form === 'file' ? 'io.not_found' : 'io.unreadable');
  expect((await verify('auto')).signatures.required).toBe(false);
});

const found = (root: string, name: string, form: 'file' | 'chain_directory' = 'file'): DiscoveredArtifact =>
  ({ name, path: join(root, name), root, form, origin: 'pattern', why: 'it was asked for' }) as DiscoveredArtifact;
const codes = async (artifact: DiscoveredArtifact): Promise<string[]> =>
  (await verifyOne(artifact, verifyOptions())).findings.map((one) => one.code);

describe('one artifact', () => {
  test('may be an archive', async () => {
    const root = folder({ 'p.zip': pack({ 'a.txt': 'a' }) });
    expect(await verifyOne(found(root, 'p.zip'), verifyOptions())).toMatchObject({
      kind: 'gait_pack',
      outcome: 'verified',
    });
  });

  test('does not lie behind a link out of its folder, nor hold a link', async () => {
    const outside = folder({ 'r.json': pretty(record()), 's.json': pretty(record()) });
    const root = folder({ 'd/r.json': pretty(record()) });
    symlinkSync(outside, join(root, 'link'));
    symlinkSync(join(outside, 's.json'), join(root, 'd', 's.json'));
    expect(await codes(found(root, 'link/r.json'))).toEqual(['path.escape']);
    expect(await codes(found(root, 'd', 'chain_directory'))).toContain('path.symlink');
  });

  test('that crashes the verifier has a verdict that says so', async () => {
    const broken = { ...verifyOptions(), limits: undefined } as unknown as Parameters<typeof verifyOne>[1];
    const verdict = await verifyOne(found(folder({ 'r.json': pretty(record()) }), 'r.json'), broken);
    expect(verdict).toMatchObject({ kind: 'unknown', outcome: 'failed' });
    expect(verdict.findings).toEqual([
      expect.objectContaining({
        code: 'internal',
        message: expect.stringMatching(/^the verifier failed: .+/),
        artifact: 'r.json',
      }),
    ]);
  });
});

describe('all artifacts', () => {
  const root = folder({ 'a.json': pretty(record()), 'b.json': pretty(record()), 'c.json': pretty(record()) });
  const all = ['a.json', 'b.json', 'c.json'].map((name) => found(root, name));
  const options = verifyOptions();
  const run = async (aborted: () => boolean, seen: (done: number) => void = () => {}, accept = () => {}) => {
    const judged = await verifyAll(all, options, {
      records: { extract: () => undefined, accept },
      aborted,
      onArtifact: (_, done) => seen(done),
    });
    return judged.map(({ artifact }) => artifact.name);
  };

  test('are verified in order, and reported one by one', async () => {
    const done: number[] = [];
    expect(
      await run(
        () => false,
        (count) => done.push(count),
      ),
    ).toEqual(['a.json', 'b.json', 'c.json']);
    expect(done).toEqual([1, 2, 3]);
  });

  test('until the run is stopped: artifacts in progress then have no verdict', async () => {
    expect(await run(() => true)).toEqual([]);
    let met = 0;
    const meet = () => met++;
    expect(await run(() => met === 2, undefined, meet)).toEqual(['a.json']);
    let done = 0;
    expect(
      await run(
        () => done === 2,
        (count) => (done = count),
      ),
    ).toEqual(['a.json', 'b.json']);
  });

  test('give their records in order and each its own verdict, whether they are verified concurrently or not', async () => {
    const large = 200;
    const changed = new Set([3, 64, 129]);
    const names = Array.from({ length: 260 }, (_, i) => `${String(i).padStart(3, '0')}.json`);
    const files = names.map((name, i) => {
      const filler = i === large ? { text: 'x'.repeat(32 * 1024) } : { at: i };
      const one = record({ record_id: `r${i}`, event: filler }, { by: i % 2 === 0 ? ALICE : MALLORY });
      return [name, pretty(changed.has(i) ? { ...one, source: 'changed' } : one)];
    });
    const many = folder(Object.fromEntries(files));
    const accepted: unknown[] = [];
    const judged = await verifyAll(
      names.map((name) => found(many, name)),
      verifyOptions({ trust: trustIn([ALICE.publicKey]) }),
      {
        records: {
          extract: ({ recordId }) => recordId,
          accept: (id, index, ok) => accepted.push([id, index, ok]),
        },
        aborted: () => false,
        onArtifact: () => {},
      },
    );
    const good = (i: number) => i % 2 === 0 && !changed.has(i);
    expect(accepted).toEqual(names.map((_, i) => [`r${i}`, 0, good(i)]));
    expect(judged.map(({ artifact, verdict }) => [artifact.name, verdict.path, verdict.outcome])).toEqual(
      names.map((name, i) => [name, name, good(i) ? 'verified' : 'failed']),
    );
    const codes = judged.map(({ verdict }) => verdict.findings.map(({ code }) => code));
    expect(codes[1]).toEqual(['signature.key_mismatch']);
    expect(codes[64]).toEqual(['record.hash_mismatch']);
  });

  test('let the event loop run signals and timers', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await run(
      () => false,
      () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60),
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });
});
