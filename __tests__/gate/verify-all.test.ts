import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { DiscoveredArtifact } from '../../src/discovery/discover.js';
import { verifyAll, verifyOne } from '../../src/gate/verify-all.js';
import { folder, pack, pretty, record, removeFolders } from '../support/build.js';
import { verifyOptions } from '../support/options.js';

afterAll(removeFolders);

test.each(['file', 'directory'] as const)('a %s that is gone when its turn comes has a verdict', async (form) => {
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

const found = (root: string, name: string, form: 'file' | 'directory' = 'file'): DiscoveredArtifact =>
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
    expect(await codes(found(root, 'd', 'directory'))).toContain('path.symlink');
  });

  test('that the verifier fails on has a verdict that says so', async () => {
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

  test('are verified in order, and told one by one', async () => {
    const done: number[] = [];
    expect(
      await run(
        () => false,
        (count) => done.push(count),
      ),
    ).toEqual(['a.json', 'b.json', 'c.json']);
    expect(done).toEqual([1, 2, 3]);
  });

  test('until somebody stops the run: what was under work then has no verdict', async () => {
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

  test('leave signals and timers their turn', async () => {
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
