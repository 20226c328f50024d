import { afterAll, expect, test } from '@jest/globals';
import { verifyOne } from '../../src/gate/verify-all.js';
import { folder, removeFolders } from '../support/build.js';
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
