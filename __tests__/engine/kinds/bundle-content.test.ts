import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { verifyArtifact } from '../../../src/engine/index.js';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  type Files,
  folder,
  jsonl,
  pack,
  pretty,
  record,
  records,
  removeFolders,
  signChain,
  signedJson,
  zip,
} from '../../support/build.js';
import { NOW, SIGNED } from './cases/run.js';

/* What a bundle may hold, and what hides in it under which name (hardening 27). */

afterAll(removeFolders);

const GOOD = record({}, { by: ALICE });
const FORGED: Doc = { ...GOOD, source: 'x' };
const below = (name: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, data]) => [`${name}/${path}`, data]));

/** Codes of the errors, each once, and the files that only their digest is known of. */
async function verdictOf(files: Files, strict = true): Promise<readonly [string[], readonly string[]]> {
  const { findings, facts } = await verifyArtifact(folder(bundle(files, ALICE)), { now: NOW, strict, ...SIGNED });
  const errors = findings.filter(({ severity }) => severity === 'error');
  return [[...new Set(errors.map(({ code }) => code))], facts.opaque ?? []];
}

describe('finds a forged record', () => {
  const text = pretty(FORGED);
  test.each<[string, Files, string]>([
    ...['r.json', 'r.txt', 'r', '.r', 'r.har', 'r.bin', 'sub/r.md', 'r.json5'].map((name): [string, Files, string] => [
      `as ${name}`,
      { [name]: text },
      'record.hash_mismatch',
    ]),
    ...['r.jsonl', 'r.ndjson', 'r.log'].map((name): [string, Files, string] => [
      `as a line of ${name}`,
      { [name]: jsonl([GOOD, FORGED]) },
      'record.hash_mismatch',
    ]),
    ['after white space', { 'r.txt': `${' '.repeat(70_000)}\n${text}` }, 'record.hash_mismatch'],
    ['in indented lines between empty ones', { 'r.jsonl': `\n   ${jsonl([FORGED])}\n\n` }, 'record.hash_mismatch'],
    ['behind lines of something else', { 'r.jsonl': jsonl([{ log: 1 }, FORGED]) }, 'record.hash_mismatch'],
    ['behind a mark of its encoding', { 'r.txt': `\ufeff${text}` }, 'json.encoding'],
    ['in UTF-16', { 'r.json': Buffer.from(`\ufeff${text}`, 'utf16le') }, 'json.encoding'],
    ['as a text sequence', { 'r.txt': `\u001e${jsonl([FORGED])}` }, 'json.syntax'],
    ['with a comment', { 'r.txt': text.replace('{', '{/* x */') }, 'json.syntax'],
    ['with a comma too many', { 'r.txt': text.replace(/\}\s*$/, ',}') }, 'json.syntax'],
    ['with line ends of an old Mac', { 'r.jsonl': jsonl([GOOD, FORGED]).replaceAll('\n', '\r') }, 'json.syntax'],
    ['in a list', { 'list.txt': pretty([FORGED]) }, 'schema.record.invalid'],
    ['in lists of lines', { 'r.jsonl': `${JSON.stringify([[FORGED]])}\n` }, 'record.member_type'],
    ['in a chain under a different name', { 'trail.json': pretty(chain([FORGED])) }, 'record.hash_mismatch'],
    ['in a chain in capitals', { 'r.json': pretty({ Records: [FORGED] }) }, 'json.case_collision'],
    [
      'behind mentions',
      { 'r.json': pretty({ records: [{ record_id: 'a', record_type: 'x' }, FORGED] }) },
      'record.hash_mismatch',
    ],
    [
      'as a document of Gait',
      { 'r.json': pretty({ ...FORGED, schema_id: 'gait.gate.result' }) },
      'record.hash_mismatch',
    ],
    ['in a bundle', below('in', bundle({ 'r.json': text }, ALICE)), 'record.hash_mismatch'],
    ['next to a broken manifest', { 'in/manifest.json': '{"files":null}', 'in/r.json': text }, 'record.hash_mismatch'],
    [
      'without its id',
      { 'r.json': pretty({ ...FORGED, record_id: undefined, Record_ID: 'x' }) },
      'record.record_id_required',
    ],
    [
      'past the limit of records',
      { 'r.json': pretty({ ...FORGED, metadata: { x: 'x'.repeat(11_000_000) } }) },
      'limit.record_bytes',
    ],
  ])('%s', async (_, files, code) => {
    expect((await verdictOf(files))[0]).toContain(code);
  });

  test('in a nested bundle, in a folder that its manifest does not list, strict or not', async () => {
    const files = { ...below('in', bundle({ 'x.txt': 'x' }, ALICE)), 'in/r.json': text };
    expect((await verdictOf(files))[0]).toEqual(['structure.unlisted_file', 'record.hash_mismatch']);
    expect((await verdictOf(files, false))[0]).toEqual(['record.hash_mismatch']);
  });
});

describe('verifies other artifacts by their own kinds', () => {
  const changed = (document: Doc): string => pretty({ ...document, verdict: 'allow' });
  test.each<[string, Files, string[]]>([
    ['a signed trace', { 't.json': pretty(signedJson({ schema_id: 'gait.gate.trace' }, ALICE)) }, []],
    [
      'a trace that was changed',
      { 't.txt': changed(signedJson({ schema_id: 'gait.gate.trace' }, ALICE)) },
      ['signature.digest_mismatch'],
    ],
    ['a pack', { 'p.zip': pack({ 'a.txt': 'a' }, ALICE) }, []],
    ['a pack that is not signed', { 'p.zip': pack({ 'a.txt': 'a' }) }, ['signature.missing']],
    ['the same under a different name', { 'p.bin': pack({ 'a.txt': 'a' }) }, ['signature.missing']],
    [
      'a record of a pack that is not signed',
      { 'p.zip': pack({ 'proof_records.jsonl': jsonl([record()]) }, ALICE) },
      ['signature.missing'],
    ],
    ['a chain that is signed as a whole', { 'c.json': pretty(signChain(chain([record()]), ALICE)) }, []],
    ['a bundle that is not signed', below('in', bundle({ 'x.txt': 'x' })), ['bundle.signature_missing']],
    ['a bundle in a bundle', below('in', bundle({ 'x.txt': 'x' }, ALICE)), []],
    ['one more in that', below('a', bundle(below('b', bundle({ 'x.txt': 'x' }, ALICE)), ALICE)), ['limit.nesting']],
    ['a line that was cut off', { 'r.jsonl': '{"log":1}\n{"log":' }, ['json.syntax']],
    ['JSON that was cut off', { 'r.json': '{"log":1' }, ['json.syntax']],
  ])('%s', async (_, files, expected) => {
    const [found] = await verdictOf(files);
    expect(expected.length === 0 ? found : found.filter((code) => expected.includes(code))).toEqual(expected);
  });
});

test('lists exactly the files of no known kind', async () => {
  const files: Files = {
    'empty.json': '',
    'empty.jsonl': '',
    'a.json': '{"name":"x"}',
    'b.sarif': '{"version":"2.1.0","runs":[]}',
    'c.log': '[INFO] {"record_id":"x"}\n',
    'd.md': '[![x](y)](z)\n"record_id"\n',
    'e.jsonl': jsonl([{ level: 1 }]),
    'f.json.gz': gzipSync(pretty(FORGED)),
    'g.zip': zip({ 'x.txt': 'x' }),
    'h.json': pretty({ schema_id: 'gait.gate.result' }),
    'i.json': pretty({ record_id: 'x', status: 'open' }),
    'j.json': pretty({ Records: [{ eventVersion: '1' }] }),
    'k/manifest.json': '{"name":"app"}',
    'l.log': '{"level":1}\n{"level":',
    'm.json': pretty({ version: 'v1', records: [{ record_id: 'x', record_type: 'decision', actor: 'y' }] }),
  };
  const [errors, opaque] = await verdictOf({ ...files, 'r.json': pretty(GOOD) });
  expect(errors).toEqual([]);
  expect([...opaque].sort()).toEqual(Object.keys(files).sort());
});

describe('records in files of their own', () => {
  const list = records(3, ALICE).map(pretty);
  const [a = '', b = '', c = ''] = list;
  const OTHERS = records(2, ALICE, (i) => ({ record_id: `other-${i}` }));
  test.each<[string, Files, string[]]>([
    ['that follow each other by name', { 'x/0.json': a, 'x/1.json': b, 'x/2.json': c }, []],
    ['of which one is missing', { 'x/0.json': a, 'x/2.json': c }, ['chain.link_broken']],
    ['of which the first is missing', { 'x/1.json': b, 'x/2.json': c }, ['chain.link_broken']],
    ['in a different order', { 'x/0.json': b, 'x/1.json': a, 'x/2.json': c }, ['chain.link_broken']],
    ['that do not link', { 'x/0.json': pretty(GOOD), 'x/1.json': pretty(GOOD) }, []],
    ['each in a folder of its own', { 'x/0.json': a, 'y/1.json': b }, ['chain.link_broken']],
    [
      'that are records of the chain of the bundle',
      { 'chain.json': pretty(chain(records(3, ALICE))), 'x/2.json': c },
      [],
    ],
    [
      'next to a chain that is theirs',
      { 'x/chain.json': pretty(chain(records(3, ALICE))), 'x/0.json': a, 'x/1.json': b, 'x/2.json': c },
      [],
    ],
    [
      'next to a different chain',
      { 'x/chain.json': pretty(chain(OTHERS)), 'x/0.json': a, 'x/1.json': b, 'x/2.json': c },
      ['chain.head_hash_mismatch'],
    ],
    [
      'next to the chain of a different folder',
      { 'y/chain.json': pretty(chain(OTHERS)), 'x/0.json': a, 'x/1.json': b },
      [],
    ],
    ['that do not link, next to a chain', { 'x/chain.json': pretty(chain(OTHERS)), 'x/0.json': pretty(GOOD) }, []],
  ])('%s', async (_, files, expected) => {
    expect((await verdictOf(files))[0]).toEqual(expected);
  });
});
