import { describe, expect, test } from '@jest/globals';
import { Collector } from '../../../src/engine/collector.js';
import { Fault } from '../../../src/engine/fault.js';
import { stream } from '../../../src/engine/kinds/stream.js';
import type { VerifyOptions } from '../../../src/engine/options.js';
import { Stopped } from '../../../src/engine/pace.js';
import { RecordRun } from '../../../src/engine/record/run.js';
import { memorySource } from '../../../src/engine/source/memory.js';
import type { ByteSource } from '../../../src/engine/source/source.js';
import { verify } from '../../../src/engine/verify.js';
import { jsonl, record, records } from '../../support/build.js';
import { contextOf, verifyOptions } from '../../support/options.js';

const LINES = jsonl(records(3));

const source = (text: string): ByteSource => memorySource('s.jsonl', Buffer.from(text));

async function streamed(from: ByteSource, more: Partial<VerifyOptions> = {}) {
  const collector = new Collector('s.jsonl');
  const result = await stream.verify({ context: contextOf(collector, verifyOptions(more)), source: from });
  const { findings } = await collector.settle(from);
  return {
    ...result,
    linked: result.headHash !== undefined,
    told: findings.map(({ code, message }) => `${code}: ${message}`),
  };
}

/** A source that fails after these bytes. */
const failing = (text: string, error: Error): ByteSource => ({
  ...source(text),
  async *chunks() {
    yield Buffer.from(text);
    throw error;
  },
});

describe('a stream of records', () => {
  test('with or without a line feed at its end', async () => {
    expect(await streamed(source(LINES))).toMatchObject({ records: 3, linked: true, told: [] });
    expect(await streamed(source(LINES.trimEnd()))).toMatchObject({ records: 3, linked: true, told: [] });
    expect(await streamed(source(`${JSON.stringify(record())}\n`))).toMatchObject({ records: 1, linked: false });
  });

  test.each(['\n', '\n\r\n \t\n'])('without records is reported: %j', async (text) => {
    expect((await streamed(source(text))).told).toEqual(['stream.empty: the stream has no records']);
  });

  test('that cannot be read has only that finding', async () => {
    const fault = new Fault('io.changed', 'the file changed');
    expect(await streamed(failing('', fault))).toMatchObject({ records: 0, told: ['io.changed: the file changed'] });
    const { records: read, told } = await streamed(failing(LINES, fault));
    expect([read, told]).toEqual([0, ['io.changed: the file changed']]);
    await expect(streamed(failing(LINES, new Error('our own')))).rejects.toThrow('our own');
  });

  test('that is stopped does not read further lines', async () => {
    await expect(streamed(source(LINES.trimEnd()), { aborted: () => true })).rejects.toThrow(Stopped);
    expect(await streamed(source(LINES.trimEnd()), { aborted: () => false })).toMatchObject({ records: 3 });
  });

  test('has a verdict of its own', async () => {
    const input = { form: 'file' as const, source: source(LINES) };
    expect(await verify(input, verifyOptions())).toMatchObject({ kind: 'stream', records: 3, outcome: 'verified' });
  });
});

test('problems of the lines of an entry are reported at the entry', async () => {
  const entriesOf = async (entry: string | undefined) => {
    const collector = new Collector('a');
    const context = contextOf(collector, verifyOptions(), entry);
    const run = new RecordRun(context, { link: 'none', schema: 'none', nullRecord: 'refuse' });
    const broken = failing('{\n', new Fault('io.changed', 'the file changed'));
    await run.pushLines(broken);
    await run.pushLines(source('{'));
    await run.finish();
    return (await collector.settle(undefined)).findings.map(({ code, entry: of }) => [code, of]);
  };
  expect(await entriesOf('in/r.jsonl')).toEqual([
    ['io.changed', 'in/r.jsonl'],
    ['json.syntax', 'in/r.jsonl'],
  ]);
  expect(await entriesOf(undefined)).toEqual([
    ['io.changed', undefined],
    ['json.syntax', undefined],
  ]);
});
