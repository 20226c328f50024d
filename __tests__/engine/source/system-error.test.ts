import { expect, test } from '@jest/globals';
import { systemCode } from '../../../src/engine/source/system-error.js';

test.each<[string, unknown, string]>([
  ['an error of the system', Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' }), 'ENOENT'],
  ['an error of a number', { code: 5, message: 'x' }, '5'],
  ['any other error', new Error('broken disk'), 'broken disk'],
  ['an object that says nothing', {}, '[object Object]'],
  ['a text', 'out of handles', 'out of handles'],
  ['nothing', null, 'null'],
  ['no error at all', undefined, 'undefined'],
])('%s', (_, error, code) => {
  expect(systemCode(error)).toBe(code);
});
