import { describe, expect, test } from '@jest/globals';
import { Collector, TooManyErrors } from '../../src/engine/collector.js';
import { Fault } from '../../src/engine/fault.js';
import { EXIT_ORDER, type FindingCode, worstExit } from '../../src/engine/findings.js';
import { MAX_ERRORS, MAX_FINDINGS } from '../../src/engine/limits.js';
import { memorySource } from '../../src/engine/source/memory.js';

/** One error of each exit code that an artifact can lead to. */
const BY_EXIT: readonly FindingCode[] = [
  'limit.ratio',
  'internal',
  'dependency.missing',
  'json.syntax',
  'record.hash_mismatch',
  'schema.record.invalid',
  'approval.required',
  'drift.coverage',
];

async function settle(codes: readonly FindingCode[]): Promise<{ exit: number; kept: number; more: number }> {
  const collector = new Collector('a');
  for (const code of codes) collector.add(code, 'x');
  const { findings, more } = await collector.settle(undefined);
  return { exit: worstExit(findings), kept: findings.length, more };
}

describe('beyond the limit of findings', () => {
  const fill = (code: FindingCode, count: number): FindingCode[] => new Array<FindingCode>(count).fill(code);

  test('counts the rest', async () => {
    expect(await settle(fill('record.hash_mismatch', MAX_FINDINGS + 7))).toEqual({
      exit: 2,
      kept: MAX_FINDINGS,
      more: 7,
    });
  });

  test('a more severe one still decides, whatever the order', async () => {
    expect(await settle([...fill('chain.unhashed_member', MAX_FINDINGS), 'record.hash_mismatch'])).toMatchObject({
      exit: 2,
      more: 1,
    });
    for (let place = MAX_FINDINGS - 12; place < MAX_FINDINGS; place++) {
      for (const early of BY_EXIT) {
        const codes = fill('approval.required', MAX_FINDINGS);
        codes[place] = early;
        for (const late of BY_EXIT) {
          const all = [...codes, late, ...BY_EXIT.slice(3)];
          const expected = EXIT_ORDER.find((exit) =>
            all.some((code) => BY_EXIT.indexOf(code) === EXIT_ORDER.indexOf(exit)),
          );
          expect((await settle(all)).exit).toBe(expected);
        }
      }
    }
  });

  test('a finding with a known exit code replaces nothing', async () => {
    const collector = new Collector('a');
    for (let i = 0; i < MAX_FINDINGS; i++) {
      collector.add('record.hash_mismatch', `${i}`);
    }
    for (const code of ['record.hash_mismatch', 'drift.new_signer', 'signature.not_checked'] as const) {
      collector.add(code, 'late');
    }
    const { findings, more } = await collector.settle(undefined);
    expect(findings.map(({ message }) => message)).toEqual(Array.from({ length: MAX_FINDINGS }, (_, i) => `${i}`));
    expect(more).toBe(3);
  });

  test('a warning is replaced before an error, even if it is the only one of its exit code', async () => {
    const collector = new Collector('a');
    for (const code of [
      ...fill('record.hash_mismatch', MAX_FINDINGS - 1),
      'drift.new_signer',
      'json.syntax',
    ] as const) {
      collector.add(code, 'x');
    }
    const { findings } = await collector.settle(undefined);
    expect(findings.map(({ code }) => code)).toEqual([
      ...fill('record.hash_mismatch', MAX_FINDINGS - 1),
      'json.syntax',
    ]);
  });

  test('each exit code keeps a finding', async () => {
    const collector = new Collector('a');
    for (const code of [
      ...fill('record.hash_mismatch', 97),
      'json.syntax',
      ...fill('record.hash_mismatch', 2),
      'schema.record.invalid',
    ] as const) {
      collector.add(code, 'x');
    }
    const { findings } = await collector.settle(undefined);
    expect(new Set(findings.map((one) => one.exit_code))).toEqual(new Set([2, 3, 6]));
  });
});

describe('faults and locations', () => {
  test('a fault keeps its location, relative to the start of its text', async () => {
    const collector = new Collector('a.jsonl');
    const source = memorySource('a.jsonl', Buffer.from('{}\n{"a":}\n'));
    collector.fault(new Fault('json.syntax', 'x', { offset: 5, pointer: '/a' }), { offset: 3, entry: 'e' });
    const { findings } = await collector.settle(source);
    expect(findings).toEqual([
      {
        code: 'json.syntax',
        severity: 'error',
        exit_code: 6,
        message: 'x',
        artifact: 'a.jsonl',
        line: 2,
        column: 6,
        pointer: '/a',
        entry: 'e',
      },
    ]);
    expect(collector.failed).toBe(true);
  });

  test('the entry of a fault is the one from the caller, else the one from the reader', async () => {
    const collector = new Collector('a.zip');
    const fault = new Fault('zip.crc_mismatch', 'x', { entry: 'b.json' });
    collector.fault(fault, { entry: 'source/inner.zip/b.json' });
    collector.fault(fault);
    const { findings } = await collector.settle(undefined);
    expect(findings.map(({ entry }) => entry)).toEqual(['source/inner.zip/b.json', 'b.json']);
  });

  test('rethrows errors that are not faults', () => {
    expect(() => new Collector('a').fault(new TypeError('ours'))).toThrow(new TypeError('ours'));
  });

  test('a finding has only the known members', async () => {
    const collector = new Collector('a');
    const base = { code: 'io.empty', severity: 'error', exit_code: 6, message: 'x', artifact: 'a' };
    collector.add('io.empty', 'x');
    collector.add('io.empty', 'x', { recordId: '' });
    collector.add('io.empty', 'x', { recordId: 'r', pointer: '', entry: 'e' });
    collector.fault(new Fault('io.empty', 'x'));
    const { findings } = await collector.settle(memorySource('a', Buffer.from('x')));
    expect(findings).toStrictEqual([base, base, { ...base, pointer: '', record_id: 'r', entry: 'e' }, base]);
  });

  test('a finding has no line when its source cannot be read again', async () => {
    const collector = new Collector('a');
    const source = {
      ...memorySource('a', Buffer.from('x')),
      // biome-ignore lint/correctness/useYield: it fails before the first piece
      async *chunks(): AsyncGenerator<Uint8Array> {
        throw new Fault('io.changed', 'changed');
      },
    };
    collector.add('json.syntax', 'x', { offset: 0, source });
    expect((await collector.settle(undefined)).findings[0]).not.toHaveProperty('line');
  });

  test('warnings and notices do not fail', () => {
    const collector = new Collector('a');
    collector.add('chain.unhashed_member', 'x');
    collector.add('record.unhashed_member', 'x', { severity: 'warning' });
    expect(collector.failed).toBe(false);
  });

  test('reads a source once for any number of locations', async () => {
    const text = `{"a":[1,2],\n"b":{"c":3}}`;
    let reads = 0;
    const source = {
      ...memorySource('a', Buffer.from(text)),
      async *chunks() {
        reads++;
        yield Buffer.from(text);
      },
    };
    const collector = new Collector('a');
    for (const pointer of ['/a/1', '/b/c', '/b', '', '/none'])
      collector.add('chain.unhashed_member', 'x', { source, document: 0, pointer });
    const { findings } = await collector.settle(undefined);
    expect(findings.map(({ line, column }) => `${line}:${column}`)).toEqual(['1:9', '2:6', '2:1', '1:1', '1:1']);
    expect(reads).toBe(1);
  });

  test('the maximum number of errors ends the work, warnings do not', () => {
    const collector = new Collector('a');
    for (let i = 0; i < MAX_ERRORS + 1; i++) collector.add('chain.unhashed_member', 'x');
    for (let i = 1; i < MAX_ERRORS; i++) collector.add('record.hash_mismatch', 'x');
    expect(() => collector.add('record.hash_mismatch', 'x')).toThrow(TooManyErrors);
  });
});
