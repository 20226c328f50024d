import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Fault } from '../../../src/engine/fault.js';
import { ChainSlicer, type Skeleton } from '../../../src/engine/json/chain-slicer.js';
import { canonicalize } from '../../../src/engine/json/jcs.js';
import { LineSlicer } from '../../../src/engine/json/line-slicer.js';
import { readJson } from '../../../src/engine/json/read.js';
import { scan } from '../../../src/engine/json/scan.js';
import type { Slice, SliceLimits } from '../../../src/engine/json/slice.js';
import type { Json } from '../../../src/engine/types.js';

const LIMITS: SliceLimits = { maxDepth: 50, maxRecordBytes: 100_000, maxDocumentBytes: 100_000 };

/** Cuts bytes at the given sizes, again and again; each chunk is spoiled once the next is asked for. */
function* chunked(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const chunk = Uint8Array.from(bytes.subarray(at, at + (sizes[i % sizes.length] ?? 1)));
    yield chunk;
    at += chunk.length;
    chunk.fill(0x7b);
  }
}

/** Copies of slices whose memory is then handed to another thread, as workers' batches are. */
function handedOver(slices: readonly Slice[]): Slice[] {
  const copies = slices.map((slice) => ({ ...slice, bytes: Uint8Array.from(slice.bytes) }));
  for (const buffer of new Set(slices.map(({ bytes }) => bytes.buffer as ArrayBuffer))) {
    structuredClone(buffer, { transfer: [buffer] });
  }
  return copies;
}

interface Cut {
  readonly slices: readonly Slice[];
  readonly skeleton: Skeleton;
}

function cut(bytes: Uint8Array, sizes: readonly number[], limits: Partial<SliceLimits> = {}): Cut {
  const slicer = new ChainSlicer({ ...LIMITS, ...limits });
  const slices: Slice[] = [];
  for (const chunk of chunked(bytes, sizes)) slices.push(...handedOver(slicer.push(chunk)));
  return { slices, skeleton: slicer.finish() };
}

function cutLines(bytes: Uint8Array, sizes: readonly number[], limits: Partial<SliceLimits> = {}): Slice[] {
  const slicer = new LineSlicer({ ...LIMITS, ...limits });
  const slices: Slice[] = [];
  for (const chunk of chunked(bytes, sizes)) slices.push(...handedOver(slicer.push(chunk)));
  return [...slices, ...slicer.finish()];
}

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    if (error instanceof Fault) return `${error.code} ${error.place.offset}`;
    throw error;
  }
}

const canonicalOf = (value: unknown): string => canonicalize(value as Json);
const text = (slice: Slice): string => Buffer.from(slice.bytes).toString('utf8');
const ALL_SIZES = [[1], [2], [3], [7], [1, 5], [4096]];

/** JSON text with blanks, escapes and member order of its own. */
function written(value: unknown, random: () => number): string {
  const blank = (): string => ['', '', ' ', '\n', '\r\n', '\t', ' \n  '][Math.floor(random() * 7)] ?? '';
  const escaped = (one: string): string => {
    if (random() < 0.7) return JSON.stringify(one);
    return `"${Array.from({ length: one.length }, (_, i) => `\\u${one.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`;
  };
  const write = (one: unknown): string => {
    if (typeof one === 'string') return escaped(one);
    if (Array.isArray(one)) return `[${blank()}${one.map((item) => write(item) + blank()).join(`,${blank()}`)}]`;
    if (one === null || typeof one !== 'object') return JSON.stringify(one);
    const members = Object.entries(one).map(
      ([name, item]) => `${escaped(name)}${blank()}:${blank()}${write(item)}${blank()}`,
    );
    if (random() < 0.5) members.reverse();
    return `{${blank()}${members.join(`,${blank()}`)}}`;
  };
  return `${blank()}${write(value)}${blank()}`;
}

/** Numbers from 0 to 1 that a seed decides. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('chains', () => {
  const values = fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' });
  const names = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('Records', 'record', 'recordsx', 'a"b', '\\'));
  const others = fc.dictionary(
    names.filter((name) => name !== 'records' && name !== '__proto__'),
    values,
    { maxKeys: 4 },
  );

  test('any document in any spelling and any chunks gives its records', () => {
    fc.assert(
      fc.property(
        others,
        fc.array(values, { maxLength: 6 }),
        fc.nat(),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        (rest, list, seed, sizes) => {
          const document = { ...rest, records: list, last: [{ records: [1] }] };
          const whole = written(document, randomOf(seed));
          const bytes = Buffer.from(whole);
          const { slices, skeleton } = cut(bytes, sizes);
          expect(slices.map((slice) => canonicalize(readJson(slice.bytes, 50)))).toEqual(list.map(canonicalOf));
          expect(skeleton.sliced).toBe(true);
          expect(canonicalize(readJson(skeleton.bytes, 50))).toBe(canonicalOf({ ...document, records: [] }));
          for (const slice of slices) {
            const place = bytes.subarray(slice.offset, slice.offset + slice.bytes.length);
            expect(place.equals(slice.bytes)).toBe(true);
            expect(slice.line).toBe(bytes.subarray(0, slice.offset).toString().split('\n').length);
            expect(slice.members).toBe(scan(slice.bytes, 50).members);
            expect(slice.escapes).toBe(scan(slice.bytes, 50).escapes);
            expect(slice.escapedNames).toBe(scan(slice.bytes, 50).escapedNames);
          }
          expect(skeleton.bytes.every((byte, i) => bytes[skeleton.offsetOf(i)] === byte)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('each slice says where it is and what it holds, and so does what is left', () => {
    const elements: [string, number, number, boolean, boolean][] = [
      ['{"a":"\\u0041","b\\n":[1,\n{"c":2}]}', 4, 3, true, true],
      ['"x\\"y"', 6, 0, false, false],
      ['[3, 4]', 6, 0, false, false],
      ['true', 7, 0, false, false],
      ['{"d":":\\n","e":"{"}', 8, 2, false, false],
      ['{"\\u0066":[],"g":1}', 10, 2, true, true],
      ['-1.5', 10, 0, false, false],
    ];
    const [a, b, c, d, e, f, g] = elements.map(([element]) => element);
    const before = '{\n "note":"\\\\","odd":"\\"[",\n "records" : [';
    const inside = `\n  ${a} ,\r\n ${b},${c}\n,${d}\t\n,${e},\n\n${f},${g} \n`;
    const after = '],\n "z":[{"records":[9]}],"x":{"records":[9]}}\n';
    const bytes = Buffer.from(before + inside + after);
    for (const sizes of ALL_SIZES) {
      const { slices, skeleton } = cut(bytes, sizes);
      let at = 0;
      const expected = elements.map(([element, line, members, escapes, escapedNames]) => {
        at = bytes.indexOf(element, at);
        return { text: element, offset: at, line, members, escapes, escapedNames };
      });
      expect(slices.map(({ bytes: own, ...rest }) => ({ text: Buffer.from(own).toString(), ...rest }))).toEqual(
        expected,
      );
      expect(Buffer.from(skeleton.bytes).toString()).toBe(before + after);
      expect([0, before.length - 1].map((one) => skeleton.offsetOf(one))).toEqual([0, before.length - 1]);
      expect(skeleton.offsetOf(before.length)).toBe(before.length + inside.length);
      expect(skeleton.offsetOf(before.length + 5)).toBe(before.length + inside.length + 5);
    }
  });

  test.each([
    ['{"records":[1', 'not valid JSON: the file ends inside records'],
    ['{"records":[1}', 'not valid JSON: expected a comma or ] between records'],
    ['{"records":[{}1]', 'not valid JSON: expected a comma or ] between records'],
    ['{"records":[,', 'not valid JSON: expected a record'],
    ['{"records":[}', 'not valid JSON: expected a record'],
    ['{"records":[:', 'not valid JSON: expected a record'],
    ['{"records":[1,]', 'not valid JSON: expected a record'],
    ['{"records":[],"records":[', 'member "records" occurs twice in one object'],
    ['{"records":["xxxxxxxx"]}', 'a record is larger than 8 bytes (limit --max-record-bytes)'],
    ['{"a":"xxxxxxxxxxxxxxxxx', 'more than 20 bytes outside of records (limit --max-document-bytes)'],
  ])('%s: %s', (document, message) => {
    const limits = { maxRecordBytes: 8, maxDocumentBytes: message.startsWith('more') ? 20 : 100 };
    for (const sizes of ALL_SIZES) expect(() => cut(Buffer.from(document), sizes, limits)).toThrow(message);
  });

  test('where a piece of the text ends makes no difference', () => {
    // The slicer looks at 64 KiB at a time. Each of their ends comes to lie at each byte of a record that has everything.
    const special = String.raw`{"a\"b\\":"\\\"","\u0063":[1.5e3,{"d":"é{[:,\n"}], "e":{"f":null}}`;
    const members = 5;
    const long = (length: number): string => `{"p":"${'x'.repeat(length)}"}`;
    for (let before = 1; before <= special.length + 2; before++) {
      const first = long(65_536 - before - 9);
      const second = long(65_536 - special.length - 11);
      const document = `{"records":[${first},\n${special},${second},${special}]}`;
      const records = [first, special, second, special];
      const { slices, skeleton } = cut(Buffer.from(document), [1_000_000], { maxRecordBytes: 70_000 });
      expect(slices.map(text)).toEqual(records);
      const bytes = Buffer.from(document);
      expect(slices.map(({ offset, bytes: own }) => bytes.subarray(offset, offset + own.length).toString())).toEqual(
        records,
      );
      expect(slices.map((one) => [one.line, one.members, one.escapes, one.escapedNames])).toEqual([
        [1, 1, false, false],
        [2, members, true, true],
        [2, 1, false, false],
        [2, members, true, true],
      ]);
      expect(Buffer.from(skeleton.bytes).toString()).toBe('{"records":[]}');
    }
  });

  test('too much outside of the records is told where the piece starts that is too much', () => {
    const document = Buffer.from(`{"a":1,"records":[${'1,'.repeat(50)}1],"b":"${'x'.repeat(20)}"}`);
    const rest = document.indexOf(']');
    expect(codeOf(() => cut(document, [4096], { maxDocumentBytes: 20 }))).toBe(`limit.manifest_bytes ${rest}`);
    expect(codeOf(() => cut(document, [rest + 8], { maxDocumentBytes: 26 }))).toBe(`limit.manifest_bytes ${rest + 8}`);
  });

  /** What happens to a document: the slices, then what the reader says of the skeleton. */
  function outcome(document: string, sizes: readonly number[]): string {
    let result: Cut | undefined;
    const fault = codeOf(() => {
      result = cut(Buffer.from(document), sizes);
    });
    if (result === undefined) return fault;
    const { slices, skeleton } = result;
    const rest = codeOf(() => readJson(skeleton.bytes, 50)).split(' ')[0];
    return `${skeleton.sliced ? slices.map(text).join('|') : 'not sliced'} ${rest}`;
  }

  test.each([
    ['{"records":[]}', ' none'],
    ['{"records":[ ]}', ' none'],
    ['{"records":[1]}', '1 none'],
    ['{"records":[{},[],"",null]}', '{}|[]|""|null none'],
    ['{"records":["]",{"a":"}]"}]}', '"]"|{"a":"}]"} none'],
    ['{"records":["\\"",{"a":"\\\\"}]}', '"\\""|{"a":"\\\\"} none'],
    ['{"\\u0072ecords":[1]}', '1 none'],
    ['{"records" \n:\n [1]}', '1 none'],
    ['{"a":{"records":[1]},"records":[2]}', '2 none'],
    ['{"a":["records",[1]],"records":[2]}', '2 none'],
    ['{"records":[1],"a":{"records":[2]}}', '1 none'],
    ['{"a":"records","b":[1]}', 'not sliced none'],
    ['{"a":{"records":[1]}}', 'not sliced none'],
    ['[{"records":[1]}]', 'not sliced none'],
    ['[["records",[1]]]', 'not sliced none'],
    ['{"records":{"records":[1]}}', 'not sliced none'],
    ['{"records":{"x":[1]}}', 'not sliced none'],
    ['{"\\x":[1]}', 'not sliced json.syntax'],
    ['{"records":null}', 'not sliced none'],
    ['{"records":"[1]"}', 'not sliced none'],
    ['{"Records":[1]}', 'not sliced none'],
    ['{"record":[1],"recordss":[2]}', 'not sliced none'],
    ['"records"', 'not sliced none'],
    ['', 'not sliced io.empty'],
    ['{"records":[1,]}', 'json.syntax 14'],
    ['{"records":[,1]}', 'json.syntax 12'],
    ['{"records":[1,,2]}', 'json.syntax 14'],
    ['{"records":[{} {}]}', 'json.syntax 15'],
    ['{"records":[1 2]}', 'json.syntax 14'],
    ['{"records":["a""b"]}', 'json.syntax 15'],
    ['{"records":[:1]}', 'json.syntax 12'],
    ['{"records":[}', 'json.syntax 12'],
    ['{"records":[1}', 'json.syntax 13'],
    ['{"records":[1', 'json.syntax 13'],
    ['{"records":[', 'json.syntax 12'],
    ['{"records":[{"a":"', 'json.syntax 18'],
    ['{"records":[1]', '1 json.syntax'],
    ['{"records":[1]}}', '1 json.syntax'],
    ['{"records":[1]]}', '1 json.syntax'],
    ['{"records":[1],}', '1 json.syntax'],
    ['{"records":[1]"a":1}', '1 json.syntax'],
    ['{"records"[1]}', 'not sliced json.syntax'],
    ['{"records"::[1]}', '1 json.syntax'],
    ['{records:[1]}', 'not sliced json.syntax'],
    ['{"a":1 "records":[1]}', 'not sliced json.syntax'],
    ['{"records":[1]} x', '1 json.syntax'],
    ['{"records":[1],"records":[2]}', 'json.duplicate_member 25'],
    ['{"records":[1],"\\u0072ecords":[2]}', 'json.duplicate_member 30'],
    ['{"records":[1],"records":2}', '1 json.duplicate_member'],
    ['{"records":2,"records":[1]}', '1 json.duplicate_member'],
    ['{"records":[1]}{"records":[2]}', 'json.duplicate_member 26'],
    ['[1]{"records":[2]}', '2 json.syntax'],
    ['\ufeff{"records":[1]}', '1 json.encoding'],
  ])('%s', (document, expected) => {
    for (const sizes of ALL_SIZES) {
      const got = outcome(document, sizes);
      expect(got).toBe(expected);
    }
  });

  test.each(['{]', '[1}', '{"a":1,}', '1:2', 'tru', '1[2]', '1"a"', '{"a":1]'])(
    'what is no JSON inside of an element is left to its reader: %s',
    (element) => {
      for (const sizes of ALL_SIZES) {
        const whole = outcome(`{"records":[${element}]}`, sizes);
        if (whole.startsWith('json.')) continue;
        const { slices, skeleton } = cut(Buffer.from(`{"records":[${element}]}`), sizes);
        const bad = [...slices.map((slice) => slice.bytes), skeleton.bytes].some(
          (bytes) => codeOf(() => readJson(bytes, 50)) !== 'none',
        );
        expect(bad).toBe(true);
      }
    },
  );

  test('a document passes the slicer and its readers if and only if JSON.parse takes it', () => {
    const tokens = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"records"',
      '"a"',
      '1',
      'null',
      ' ',
      '"',
      '\\',
      '{"records":[',
      '{}',
      ']}',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (parts, size) => {
          const document = `{"records":[${parts.join('')}`;
          let good = true;
          try {
            const { slices, skeleton } = cut(Buffer.from(document), [size]);
            for (const slice of slices) readJson(slice.bytes, 50);
            readJson(skeleton.bytes, 50);
          } catch (error) {
            if (!(error instanceof Fault)) throw error;
            good = false;
          }
          expect(good).toBe(codeOf(() => readJson(Buffer.from(document), 50)) === 'none');
        },
      ),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['a record', '{"records":[{"a":"xxxx"}]}', { maxRecordBytes: 12 }, { maxRecordBytes: 11 }, 'limit.record_bytes 12'],
    [
      'the second record',
      '{"records":[1,\n"xxxx"]}',
      { maxRecordBytes: 6 },
      { maxRecordBytes: 5 },
      'limit.record_bytes 15',
    ],
    ['depth in a record', '{"records":[[[1]]]}', { maxDepth: 4 }, { maxDepth: 3 }, 'json.depth 13'],
    ['depth of the list itself', '{"records":[]}', { maxDepth: 2 }, { maxDepth: 1 }, 'json.depth 11'],
    ['depth after the records', '{"records":[],"a":[[1]]}', { maxDepth: 3 }, { maxDepth: 2 }, 'json.depth 19'],
    ['depth beside the records', '{"a":[[1]],"records":[]}', { maxDepth: 3 }, { maxDepth: 2 }, 'json.depth 6'],
  ] as const)('limits: %s', (_name, document, fits, tooSmall, code) => {
    for (const sizes of ALL_SIZES) {
      expect(codeOf(() => cut(Buffer.from(document), sizes, fits))).toBe('none');
      expect(codeOf(() => cut(Buffer.from(document), sizes, tooSmall))).toBe(code);
    }
  });

  test('what is outside of the records is bounded, the records are not', () => {
    const document = Buffer.from(`{"a":"${'x'.repeat(100)}","records":[${'1,'.repeat(500)}1]}`);
    const outside = document.length - 1001;
    for (const sizes of [[1], [64], [4096]]) {
      expect(codeOf(() => cut(document, sizes, { maxDocumentBytes: outside }))).toBe('none');
      expect(codeOf(() => cut(document, sizes, { maxDocumentBytes: outside - 1 }))).toMatch(/^limit\.manifest_bytes/);
    }
  });
});

describe('lines', () => {
  test('any lines with any endings in any chunks', () => {
    const line = fc.oneof(fc.constant(''), fc.constant('  '), fc.json(), fc.constant('\t{"a":"é😀"} '));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 10 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
        (parts, open, sizes) => {
          const all = parts.map(([content, end]) => content.replaceAll(/[\r\n]/g, ' ') + end).join('');
          const whole = open ? all.trimEnd() : all;
          const bytes = Buffer.from(whole);
          const expected = whole
            .split('\n')
            .map((one, i) => ({ line: i + 1, text: one.replaceAll(/^[ \t\r]+|[ \t\r]+$/g, '') }))
            .filter((one) => one.text !== '');
          const slices = cutLines(bytes, sizes);
          expect(slices.map((slice) => ({ line: slice.line, text: text(slice) }))).toEqual(expected);
          for (const slice of slices) {
            expect(bytes.subarray(slice.offset, slice.offset + slice.bytes.length).equals(slice.bytes)).toBe(true);
            expect(slice.members).toBe(-1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('each line says where it is', () => {
    const bytes = Buffer.from('\n 1 \r\n\r\n\t{"\\u0061":2}\n3\r');
    for (const sizes of ALL_SIZES) {
      expect(cutLines(bytes, sizes).map(({ bytes: own, ...rest }) => [Buffer.from(own).toString(), rest])).toEqual([
        ['1', { offset: 2, line: 2, members: -1, escapes: false, escapedNames: false }],
        ['{"\\u0061":2}', { offset: 9, line: 4, members: -1, escapes: false, escapedNames: false }],
        ['3', { offset: 22, line: 5, members: -1, escapes: false, escapedNames: false }],
      ]);
    }
  });

  test('one that never ends is refused before it is over', () => {
    const slicer = new LineSlicer({ ...LIMITS, maxRecordBytes: 10 });
    expect(slicer.push(Buffer.from(`1\n${'x'.repeat(9)}`))).toHaveLength(1);
    expect(codeOf(() => slicer.push(Buffer.from('xx\r')))).toBe('limit.record_bytes 2');
  });

  const LONG = '"12345678"'; // ten bytes
  test.each([
    ['one byte below', `${LONG}\n1\n`, 11, 'none'],
    ['at the limit', `${LONG}\n1\n`, 10, 'none'],
    ['at the limit, with CR LF', `${LONG}\r\n1\r\n`, 10, 'none'],
    ['at the limit, without an end', `1\n${LONG}`, 10, 'none'],
    ['at the limit, ending in CR', `1\n${LONG}\r`, 10, 'none'],
    ['one byte past', `${LONG}\n1\n`, 9, 'limit.record_bytes 0'],
    ['one byte past, with CR LF', `${LONG}\r\n`, 9, 'limit.record_bytes 0'],
    ['one byte past, without an end', `1\n${LONG}`, 9, 'limit.record_bytes 2'],
    ['one byte past in the third line', `1\n\n${LONG}\n`, 9, 'limit.record_bytes 3'],
    ['blanks count as well', `${' '.repeat(11)}\n`, 10, 'limit.record_bytes 0'],
  ])('a line %s', (_name, content, limit, code) => {
    // However the bytes come, the verdict is the same.
    for (const sizes of ALL_SIZES)
      expect(codeOf(() => cutLines(Buffer.from(content), sizes, { maxRecordBytes: limit }))).toBe(code);
  });
});
