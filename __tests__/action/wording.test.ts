import { expect, test } from '@jest/globals';
import { inputWording } from '../../src/action/wording.js';

test.each([
  ['raise the limit (--max-depth)', 'raise the limit (input max-depth)'],
  ['Give --public-key to verify them.', 'Give input public-key to verify them.'],
  ['--custom-type-schema is given twice', 'input custom-type-schemas is given twice'],
  ['--report json=FILE', 'input reports json=FILE'],
  ['run `proof-verify gate --public-key ci.pub`', 'run `proof-verify gate --public-key ci.pub`'],
  ['--color, --public-keys and --x are not inputs', '--color, --public-keys and --x are not inputs'],
])('%s', (text, expected) => {
  expect(inputWording(text)).toBe(expected);
});
