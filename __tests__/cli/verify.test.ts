import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { run } from '../../src/cli/main.js';
import { chain, folder, pretty, records, removeFolders } from '../support/build.js';

afterAll(removeFolders);

async function proof(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const exit = await run(['node', 'proof', ...args], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { exit, out, err };
}

describe('chain verify --from --to', () => {
  const list = records(3, undefined, (i) => ({ timestamp: `2026-01-0${i + 1}T00:00:00Z` }));
  const path = join(folder({ 'chain.json': pretty(chain(list)) }), 'chain.json');

  test.each([
    [[], 3],
    [['--from', '2026-01-02T00:00:00Z'], 2],
    [['--from', '2026-01-02T00:00:01Z'], 1],
    [['--to', '2026-01-02T00:00:00Z'], 2],
    [['--from', '2026-01-02T01:00:00+01:00', '--to', '2026-01-02T00:00:00Z'], 1],
  ])('%j counts %i', async (range, count) => {
    const { exit, out } = await proof('chain', 'verify', '--json', ...range, path);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ intact: true, count });
  });

  test.each(['yesterday', '2026-01-02', '2026-02-30T00:00:00Z', '2026-01-02T00:00:00'])(
    '%s is no instant',
    async (text) => {
      for (const flag of ['--from', '--to']) {
        const { exit, out, err } = await proof('chain', 'verify', flag, text, path);
        expect([exit, out]).toEqual([6, '']);
        expect(err).toContain('chain.range_invalid');
        expect(err.trimEnd().split('\n')).toHaveLength(1);
      }
    },
  );
});
