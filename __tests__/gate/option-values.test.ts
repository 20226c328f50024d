import { describe, expect, test } from '@jest/globals';
import { didYouMean, nearest } from '../../src/gate/option-values.js';

describe('the nearest name', () => {
  test.each<[string, string[], string | undefined]>([
    ['polcy', ['policy', 'report'], 'policy'],
    ['policy', ['policy'], 'policy'],
    ['POLICY', ['policy'], 'policy'],
    ['ploicy', ['policy'], 'policy'],
    ['olicyy', ['policy'], 'policy'],
    ['olixyy', ['policy'], undefined],
    ['reprot', ['report', 'repro'], 'report'],
    ['ab', ['xy'], undefined],
    ['xb', ['xy'], 'xy'],
    ['abc', ['xyz', 'abd'], 'abd'],
    ['signature', ['signatures', 'signals'], 'signatures'],
    ['public-kex-bas', ['public-key-base'], 'public-key-base'],
    ['pxblxc-kxx-base', ['public-key-base'], undefined],
    ['', ['a'], 'a'],
    ['anything', [], undefined],
    ['a'.repeat(64), ['a'.repeat(63)], 'a'.repeat(63)],
    ['a'.repeat(65), ['a'.repeat(64)], undefined],
  ])('of %j among %j', (text, names, expected) => {
    expect(nearest(text, names)).toBe(expected);
    expect(didYouMean(text, names)).toBe(expected === undefined ? '' : ` (did you mean '${expected}'?)`);
  });
});
