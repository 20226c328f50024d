// Makes small workspaces of sealed records with Node's own crypto, apart from the code under test:
//   node workspace.mjs DIR      DIR/good and DIR/forged, and DIR/key.hex, the public key that signs them
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const target = process.argv[2];
if (target === undefined) throw new Error('usage: node workspace.mjs DIR');

/** RFC 8785 for the ASCII strings, booleans and null that are used here. */
function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const rawKey = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);

function seal(id, event, previous) {
  const integrity = previous === undefined ? {} : { previous_record_hash: previous };
  const body = {
    record_id: id,
    record_version: '1.0',
    timestamp: '2026-03-03T12:00:00Z',
    source: 'pipeline',
    source_product: 'ci',
    record_type: 'test_result',
    event,
    controls: { permissions_enforced: true },
  };
  const hashed = { ...body, agent_id: '', metadata: null, integrity: { previous_record_hash: previous ?? '' } };
  const hash = `sha256:${sha256(canonical(hashed))}`;
  const signature = `base64:${sign(null, Buffer.from(hash), privateKey).toString('base64')}`;
  return { ...body, integrity: { ...integrity, record_hash: hash, signing_key_id: sha256(rawKey), signature } };
}

const single = seal('unit-tests', { suite: 'unit', outcome: 'passed' });
const stream = [];
for (const suite of ['build', 'lint', 'integration']) {
  const last = stream.at(-1);
  stream.push(seal(`stream-${suite}`, { suite, outcome: 'passed' }, last?.integrity.record_hash));
}
const lines = (records) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

function write(name, record, records) {
  // Each in a folder of its own: records that link to each other make their folder a chain.
  const folder = (kind) => join(target, name, '.proof', kind);
  for (const kind of ['single', 'chain']) mkdirSync(folder(kind), { recursive: true });
  writeFileSync(join(folder('single'), 'unit-tests.json'), `${JSON.stringify(record, null, 2)}\n`);
  writeFileSync(join(folder('chain'), 'pipeline.jsonl'), lines(records));
}

write('good', single, stream);
// A failed run that was changed to look passed, on line 2 of the stream, without sealing it again.
const forged = structuredClone(stream);
forged[1].event.outcome = 'passed after review';
write('forged', single, forged);
writeFileSync(join(target, 'key.hex'), `${rawKey.toString('hex')}\n`);
