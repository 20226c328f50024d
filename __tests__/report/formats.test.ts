import { describe, expect, test } from '@jest/globals';
import { FORMATS, type FormatName, formatReport } from '../../src/report/index.js';
import { terminalText } from '../../src/report/text.js';
import { MODELS } from './models.js';

const NAMES = Object.keys(FORMATS) as FormatName[];
const cases = MODELS.flatMap(([name, make]) => NAMES.map((format) => [format, name, make] as const));
/** Control characters but the line feed, bidi controls, invisible and lone characters. */
const UNSAFE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\p{Zl}\p{Zp}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !(value instanceof Map)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}

describe('every format', () => {
  test('has a name that users can write', () => {
    expect(NAMES.sort()).toEqual(
      ['json', 'markdown', 'sarif', 'junit', 'code-quality', 'html', 'tap', 'vsa', 'proof-record', 'github'].sort(),
    );
  });

  test.each(cases)('%s of the %s run is the same each time and does not modify the model', (format, _, make) => {
    const first = formatReport(format, deepFreeze(make()));
    expect(formatReport(format, make())).toBe(first);
    // A run without findings has no annotations.
    if (first !== '') expect(first.endsWith('\n')).toBe(true);
  });

  test.each(cases)('%s of the %s run cannot control a terminal or deceive a reader', (format, _, make) => {
    const text = formatReport(format, make());
    expect(text.match(UNSAFE)).toBeNull();
    expect(text.isWellFormed()).toBe(true);
  });
});

describe('text for a terminal', () => {
  const options = { color: false, verbose: true, quiet: false };

  test.each(MODELS)('of the %s run ends with the verdict and is harmless', (_, make) => {
    const text = terminalText(make(), options);
    expect(text.match(UNSAFE)).toBeNull();
    expect(text).toContain(make().report.exit_code === 0 ? '✔' : `exit code ${make().report.exit_code}`);
  });

  test.each(MODELS)('of the %s run has only our own colours', (_, make) => {
    const text = terminalText(make(), { ...options, color: true });
    expect(text.replace(/\u001b\[(?:1|2|22|31|32|33|36|39)m/g, '').match(UNSAFE)).toBeNull();
    expect(text).toContain('\u001b[');
  });

  test('quiet prints only the verdict', () => {
    const [, make] = MODELS[1] ?? [];
    const text = terminalText(make?.() ?? fail(), { ...options, quiet: true });
    expect(text).toBe(
      '✘ 3 of 8 artifacts failed: 1 blocked as unsafe, 1 changed after sealing; 1 approval is missing (exit code 8)\n',
    );
  });

  test('many findings of one code are truncated unless verbose', () => {
    const large = MODELS[5]?.[1]() ?? fail();
    const short = terminalText(large, { color: false, verbose: false, quiet: false });
    expect(short.split('\n').length).toBeLessThan(200);
    expect(short).toContain('… and 1,980 more');
  });
});

function fail(): never {
  throw new Error('no such model');
}
