#!/usr/bin/env node
// Runs public and generated Ed25519 vectors through the single path, the tables and the thread pool, for .ci/checks/ed25519.sh.
//
//   node tools/ed25519-vectors.mjs WYCHEPROOF.json
//
// Prints a line a vector, `name verdict`, the same on every version of Node; exits 1 when paths disagree or a verdict is wrong.
// Verdicts that are known: those of Wycheproof; of the generated ones, none verifies but those without any torsion.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getPublicKeyAsync, hashes, Point, utils } from '@noble/ed25519';
import { buildSync } from 'esbuild';

hashes.sha512 = (message) => new Uint8Array(createHash('sha512').update(message).digest());
const root = fileURLToPath(new URL('..', import.meta.url));
const { outputFiles } = buildSync({
  stdin: {
    contents:
      "export * from './src/engine/signature/ed25519.js'; export * from './src/engine/signature/keys.js'; export { KeyTables } from './src/engine/signature/tables.js';",
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
  logLevel: 'error',
});
const engine = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
const { isCanonicalSignature, KeyTables, parsePublicKey, verifyEd25519, verifyEd25519Batch } = engine;

const ORDER = Point.CURVE().n;
const little = (value) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
const fromLittle = (bytes) => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex') || '0'}`);

function wycheproof(file) {
  const { testGroups } = JSON.parse(readFileSync(file, 'utf8'));
  return testGroups.flatMap(({ publicKey, tests }) =>
    tests.map(({ tcId, msg, sig, result }) => ({
      name: `wycheproof-${tcId}`,
      key: Buffer.from(publicKey.pk, 'hex'),
      message: Buffer.from(msg, 'hex'),
      signature: Buffer.from(sig, 'hex'),
      expected: result === 'valid',
    })),
  );
}

/**
 * Each combination of torsion in the key and in R, also with non-canonical encodings and with the challenge computed over
 * either encoding.
 */
async function torsion() {
  const { scalar } = await utils.getExtendedPublicKeyAsync(Buffer.alloc(32, 7));
  await getPublicKeyAsync(Buffer.alloc(32, 7));
  const eighth = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');
  const times = (point, n) => (n === 0n ? Point.ZERO : point.multiplyUnsafe(n));
  const vectors = [];
  for (const secret of [0n, scalar]) {
    for (const nonce of [0n, 1234567n]) {
      for (let inKey = 0n; inKey < 8n; inKey++) {
        for (let inR = 0n; inR < 8n; inR++) {
          const keys = encodings(times(Point.BASE, secret).add(times(eighth, inKey)));
          const rs = encodings(times(Point.BASE, nonce).add(times(eighth, inR)));
          for (const [k, key] of keys.entries()) {
            for (const [r, encodedR] of rs.entries()) {
              // For some messages the torsion of both sides cancels out.
              for (let message = 0; message < 4; message++) {
                const text = Buffer.from(`message ${message}`);
                const h = fromLittle(hashes.sha512(Buffer.concat([encodedR, key, text])));
                vectors.push({
                  name: `torsion-${secret === 0n ? 0 : 1}${nonce === 0n ? 0 : 1}-${inKey}${inR}-${k}${r}-${message}`,
                  key,
                  message: text,
                  signature: Buffer.concat([encodedR, little((nonce + h * secret) % ORDER)]),
                  expected: secret !== 0n && nonce !== 0n && inKey === 0n && inR === 0n && k === 0 && r === 0,
                });
              }
            }
          }
        }
      }
    }
  }
  return vectors;
}

/** The canonical encoding of a point, then those that only a lenient reader decodes to it. */
function encodings(point) {
  const canonical = Buffer.from(point.toBytes());
  const found = [canonical];
  const { x, y } = point.toAffine();
  const sign = canonical[31] & 0x80;
  if (y < 19n) found.push(withSign(little(y + 2n ** 255n - 19n), sign));
  if (x === 0n) found.push(...found.map((bytes) => withSign(bytes, 0x80)));
  return found;
}

function withSign(bytes, sign) {
  const copy = Buffer.from(bytes);
  copy[31] = (copy[31] & 0x7f) | sign;
  return copy;
}

const vectors = [...wycheproof(process.argv[2]), ...(await torsion())];
const keys = new Map();
const keyOf = (bytes) => {
  const hex = bytes.toString('hex');
  if (!keys.has(hex)) keys.set(hex, parsePublicKey(hex, 'gate'));
  return keys.get(hex);
};

// Each key has a table from its first signature on.
const usable = vectors.filter(({ key }) => keyOf(key).ok);
const jobs = usable.map(({ key, message, signature }) => ({ key: keyOf(key).key, message, signature }));
const batch = await verifyEd25519Batch(jobs);
const tables = new Map();
const byTable = ({ key, message, signature }) => {
  if (!isCanonicalSignature(signature)) return false;
  if (!tables.has(key)) tables.set(key, new KeyTables(0));
  if (!tables.get(key).take(key.bytes)) throw new Error('there is no WebAssembly here');
  return tables.get(key).verify([{ key: key.bytes, message, signature }])[0];
};

let wrong = 0;
for (const { name, key, message, signature, expected } of vectors) {
  const parsed = keyOf(key);
  const single = parsed.ok && verifyEd25519(parsed.key, message, signature);
  const at = usable.findIndex((vector) => vector.name === name);
  const verdicts = at < 0 ? [single] : [single, byTable(jobs[at]), batch[at]];
  console.log(`${name} ${verdicts.every((verdict) => verdict === single) ? single : `paths disagree: ${verdicts}`}`);
  if (verdicts.some((verdict) => verdict !== expected)) {
    wrong++;
    console.error(`${name}: ${verdicts}, expected ${expected}`);
  }
}
process.exitCode = wrong === 0 ? 0 : 1;
