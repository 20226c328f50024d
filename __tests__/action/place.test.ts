import { expect, test } from '@jest/globals';
import { placer } from '../../src/action/place.js';
import { finding } from '../../src/engine/findings.js';
import { artifact, model } from './support/model.js';

const { report } = model(
  [],
  [
    artifact('r.json'),
    artifact('chain', { kind: 'chain_directory' }),
    artifact('b', { kind: 'bundle' }),
    artifact('p.zip', { kind: 'gait_pack' }),
  ],
);
const place = { line: 3, column: 7, end_line: 4 };

test.each<[string, string, string | undefined, string | undefined, object]>([
  ['a file', 'r.json', undefined, 'sub/', { file: 'sub/r.json', line: 3, column: 7, endLine: 4 }],
  [
    'a file that is no artifact of the report',
    'x.json',
    undefined,
    '',
    { file: 'x.json', line: 3, column: 7, endLine: 4 },
  ],
  ['a file of a chain directory', 'chain', '001.json', '', { file: 'chain/001.json', line: 3, column: 7, endLine: 4 }],
  ['a file of a bundle', 'b', 'e/r.jsonl', 'sub/', { file: 'sub/b/e/r.jsonl', line: 3, column: 7, endLine: 4 }],
  ['an entry of an archive', 'p.zip', 'r.jsonl', '', { file: 'p.zip' }],
  ['the whole run', '', undefined, '', {}],
  ['a workspace outside the checkout', 'r.json', undefined, undefined, {}],
])('%s', (_, path, entry, folder, expected) => {
  const one = finding('json.syntax', 'm', path, { ...place, ...(entry === undefined ? {} : { entry }) });
  expect(placer(report, folder)(one)).toEqual(expected);
});

test('a deceiving name is neutralised', () => {
  const { file } = placer(report, '')(finding('json.syntax', 'm', 'a\u202e\n.json'));
  expect(file).toBe('a\\u202e\\n.json');
});
