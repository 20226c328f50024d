import { expect, test } from '@jest/globals';
import { isObject } from '../../../src/engine/json/members.js';
import { hasType, isMultiple } from '../../../src/engine/schema/values.js';
import type { Json } from '../../../src/engine/types.js';

const TYPES = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];

test.each<[Json, string[]]>([
  [null, ['null']],
  [false, ['boolean']],
  [1, ['integer', 'number']],
  [1.5, ['number']],
  [1e300, ['integer', 'number']],
  ['', ['string']],
  ['1', ['string']],
  [[], ['array']],
  [{}, ['object']],
])('%j has the types %j and no other', (value, types) => {
  expect(TYPES.filter((type) => hasType(type, value))).toEqual(types);
  expect(isObject(value)).toBe(types.includes('object'));
  for (const odd of ['undefined', 'text', '', 1]) expect(hasType(odd, value)).toBe(false);
});

test.each([
  [6, 3, true],
  [7, 3, false],
  [0, 3, true],
  [-6, 3, true],
  [1.5, 0.5, true],
  [1.25, 0.5, false],
  [0.3, 0.1, true],
  [1, 0.3, false],
  [100, 0.5, true],
  [1e21, 7, false],
  [1e21, 1e20, true],
  [1e20, 1e21, false],
  [1.1e-7, 1e-8, true],
  [1.15e-7, 1e-8, false],
  [19.99, 0.01, true],
  [1, 0, false],
  [0, 0, false],
])('%d as a multiple of %d: %s', (value, of, multiple) => expect(isMultiple(value, of)).toBe(multiple));
