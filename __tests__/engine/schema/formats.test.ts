import { isIPv4, isIPv6 } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FORMATS } from '../../../src/engine/schema/formats.js';

const holds = (format: string, text: string): boolean | undefined => FORMATS.get(format)?.(text);

describe('accepts the addresses that node:net accepts', () => {
  const octet = fc.oneof(
    fc.nat(300).map(String),
    fc.constantFrom('0', '00', '01', '255', '256', '1e1', '', ' 1', '-1'),
  );
  const v4 = fc.array(octet, { minLength: 3, maxLength: 5 }).map((parts) => parts.join('.'));
  const group = fc.oneof(
    fc.nat(0x1ffff).map((value) => value.toString(16)),
    fc.constantFrom('', '0', '00000', 'ABCD', 'g', '1.2.3.4', '01.2.3.4', '%1'),
  );
  const v6 = fc
    .tuple(fc.array(group, { maxLength: 9 }), fc.constantFrom(':', '::'), fc.array(group, { maxLength: 9 }))
    .map(([before, between, after]) => before.join(':') + between + after.join(':'));

  test('IPv4', () => {
    fc.assert(
      fc.property(fc.oneof(v4, fc.ipV4(), fc.string()), (text) => expect(holds('ipv4', text)).toBe(isIPv4(text))),
      { numRuns: 2000 },
    );
  });

  test('IPv6, except zones, which draft-07 does not have', () => {
    fc.assert(
      fc.property(fc.oneof(v6, fc.ipV6(), fc.string()), (text) => {
        expect(holds('ipv6', text)).toBe(isIPv6(text) && !text.includes('%'));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['::', true],
    ['1:2:3:4:5:6:7:8', true],
    ['1:2:3:4:5:6:7::', true],
    ['1:2:3:4:5:6:7:8:9', false],
    ['::ffff:255.255.255.255', true],
    ['0000:0000:0000:0000:0000:ffff:255.255.255.255', true],
    ['::256.0.0.1', false],
    ['1::2::3', false],
    ['::1%eth0', false],
    ['::1]/[::1', false],
    ['[::1]', false],
    [':', false],
  ])('%s: %s', (text, good) => {
    expect([holds('ipv6', text), isIPv6(text) && !text.includes('%')]).toEqual([good, good]);
  });
});

describe('a text of nine megabytes exhausts no stack', () => {
  test.each([
    ['uri', `a:${'%20'.repeat(3_000_000)}`, true],
    ['uri', `a:${'%20'.repeat(3_000_000)}%2`, false],
    ['json-pointer', '/~0'.repeat(3_000_000), true],
    ['json-pointer', `${'/~0'.repeat(3_000_000)}~`, false],
    ['relative-json-pointer', `1${'/~0'.repeat(3_000_000)}`, true],
    ['relative-json-pointer', `1${'/~0'.repeat(3_000_000)}~`, false],
    ['ipv4', '1.'.repeat(4_500_000), false],
  ])('%s', (format, text, expected) => {
    expect(holds(format, text)).toBe(expected);
  });
});
