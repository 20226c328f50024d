import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { marked } from 'marked';
import {
  commandData,
  commandProperty,
  htmlText,
  jsonLine,
  jsonText,
  markdownCode,
  markdownText,
  mermaidText,
  pathUri,
  plain,
  shortened,
  sourceLink,
  xmlText,
} from '../../src/report/sanitize.js';
import { HOSTILE } from '../support/hostile.js';

/** Characters that no output may hold, stated by Unicode property, independently of the list in the source. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
const texts = HOSTILE.map(({ name, text }) => [name, text] as const);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.array(fc.constantFrom(...HOSTILE.map(({ text }) => text.slice(0, 200)))).map((parts) => parts.join('')),
);

describe('plain', () => {
  test.each([
    ['a\nb', 'a\\nb'],
    ['a\r\tb', 'a\\r\\tb'],
    ['\u001b[31m', '\\u001b[31m'],
    ['\u0000\u007f\u009b', '\\u0000\\u007f\\u009b'],
    ['x\u202ey', 'x\\u202ey'],
    ['\u200b\ufeff\u2028', '\\u200b\\ufeff\\u2028'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800', '\\ud800'],
    ['a\udc00', 'a\\udc00'],
    ['\uffff', '\\uffff'],
  ])('%j is shown as %s', (text, shown) => expect(plain(text)).toBe(shown));

  test.each(['plain words', 'ünï-cödé', '✅❌⚠️', 'שלום', '日本語', 'C:\\dir', ''])('%s stays', (text) =>
    expect(plain(text)).toBe(text),
  );

  test.each(texts)('%s is harmless', (_, text) => expect(plain(text)).not.toMatch(UNSAFE));

  test('is idempotent and leaves nothing unsafe', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = plain(text);
        expect(once).not.toMatch(UNSAFE);
        expect(plain(once)).toBe(once);
      }),
    );
  });
});

describe('shortened', () => {
  test('is at most as long as asked for, and splits no character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const cut = shortened(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
        if (plain(text).length <= max) expect(cut).toBe(plain(text));
      }),
    );
    expect(shortened('a👩b', 3)).toBe('a…');
  });
});

describe('HTML and XML', () => {
  test.each(texts)('%s holds no markup', (_, text) => {
    expect(htmlText(text)).not.toMatch(/[<>"'`]|&(?!(?:amp|lt|gt|quot|#39|#96);)/);
    expect(xmlText(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
  });

  test('an XML parser reads back what was written', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      trimValues: false,
      parseTagValue: false,
      htmlEntities: true,
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const document = `<a b="${xmlText(text)}">x${xmlText(text)}</a>`;
        expect(XMLValidator.validate(document)).toBe(true);
        const read = parser.parse(document) as { a: { '@_b'?: string; '#text': string } };
        expect(read.a['#text']).toBe(`x${plain(text)}`);
        expect(read.a['@_b'] ?? '').toBe(plain(text));
      }),
    );
  });
});

describe('Markdown', () => {
  /** Tags of the rendered page, in order. */
  const tags = (page: string): string[] => page.match(/<[^>]*>/g) ?? [];

  test.each(texts)('%s is only text in a table, as prose and as code', (_, text) => {
    const page = marked.parse(`| a | b |\n|---|---|\n| ${markdownText(text)} | ${markdownCode(text)} |\n`, {
      async: false,
    });
    expect(tags(page).filter((tag) => !/^<\/?(?:table|thead|tbody|tr|th|td|code)>$/.test(tag))).toEqual([]);
    expect(tags(page).filter((tag) => tag === '<td>')).toHaveLength(2);
  });

  test.each([
    ['@org/team', '@'],
    ['#12', '#'],
    ['!7', '!'],
    ['~label', '~'],
    ['GH-3', 'GH-'],
  ])('%s notifies nobody', (text, start) => {
    const page = marked.parse(markdownText(text), { async: false });
    const shown = page.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    expect(shown).toContain(`${start}\u200b${text.slice(start.length)}`);
  });

  test.each(texts)('%s stays inside a Mermaid label', (_, text) =>
    expect(mermaidText(text)).not.toMatch(/["`<>[\](){}|;](?<!#\d+;)|\n/),
  );
});

describe('workflow commands', () => {
  test.each([
    ['100%', '100%25'],
    ['a\nb\r\nc', 'a%0Ab%0D%0Ac'],
    ['\u001b[1m\u202e', '\\u001b[1m\\u202e'],
  ])('%j as data is %s', (text, escaped) => expect(commandData(text)).toBe(escaped));

  test('a property ends at neither : nor ,', () => expect(commandProperty('a:b,c%')).toBe('a%3Ab%2Cc%25'));

  test('never more than one line', () => {
    fc.assert(fc.property(anyText, (text) => expect(commandData(text)).not.toMatch(UNSAFE)));
  });
});

describe('JSON', () => {
  test('reads back as the same value and prints nothing unsafe', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.parse(jsonText({ a: [text] }))).toEqual({ a: [text] });
        expect(jsonText({ [text]: text }).replaceAll('\n', '')).not.toMatch(UNSAFE);
        expect(JSON.parse(jsonLine(text))).toBe(text);
        expect(jsonLine([text])).not.toMatch(UNSAFE);
      }),
    );
  });

  test('two-space indent and one newline at the end', () => expect(jsonText({ a: 1 })).toBe('{\n  "a": 1\n}\n'));
});

describe('paths', () => {
  test.each([
    ['a b/ü.json', 'a%20b/%C3%BC.json'],
    ['a:b', 'a%3Ab'],
    ['/abs', './abs'],
    ["it's(1)*!", 'it%27s%281%29%2a%21'],
    ['100%/x?y#z', '100%25/x%3Fy%23z'],
  ])('%s is the reference %s', (path, uri) => expect(pathUri(path)).toBe(uri));

  test('a reference is relative and reads back as the path', () => {
    fc.assert(
      fc.property(anyText, (path) => {
        const uri = pathUri(path);
        expect(uri).toMatch(/^[\w\-.~%/]*$/);
        expect(uri).not.toMatch(/^\//);
        expect(decodeURIComponent(uri)).toBe(`${path.startsWith('/') ? '.' : ''}${path.toWellFormed()}`);
      }),
    );
  });

  const BASE = 'https://git.example/o/r/blob/abc/';
  test.each([
    [BASE, 'a/b.json', 3, `${BASE}a/b.json#L3`],
    [BASE, 'a/b.json', undefined, `${BASE}a/b.json`],
    [BASE, '../b.json', 3, undefined],
    [BASE, 'a//b', 3, undefined],
    [BASE, '', 3, undefined],
    [undefined, 'a', 3, undefined],
    ['javascript:alert(1)//', 'a', 3, undefined],
    ['https://x/"onload="/', 'a', 3, undefined],
    ['https://x/no-slash', 'a', 3, undefined],
  ])('from %s the link of %s is safe or none', (base, path, line, link) =>
    expect(sourceLink(base, path, line)).toBe(link),
  );
});
