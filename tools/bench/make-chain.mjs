#!/usr/bin/env node
// Writes benchmark artifacts: make-chain.mjs chain|stream|files|bundle COUNT PATH [--unsigned]
// Records are about 1.6 kB, the size the upstream figures were taken with. Same arguments, same bytes.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const [kind, countText, path] = process.argv.slice(2);
const count = Number(countText);
const unsigned = process.argv.includes('--unsigned');
const seed = createHash('sha256').update('proof-verify bench').digest();
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
const keyId = createHash('sha256').update(publicKey).digest('hex');
const sha = (text) => createHash('sha256').update(text).digest('hex');

/** Members must be in RFC 8785 order in every object literal below, so that JSON.stringify is canonical. */
function record(i, previous) {
  const timestamp = new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString().replace('.000Z', 'Z');
  const filler = sha(`${i}`);
  const covered = {
    agent_id: `agent-${i % 17}`,
    controls: { approved_scope: 'production', permissions_enforced: true },
    event: {
      arguments: {
        branch: `release/${i % 40}`,
        files: Array.from({ length: 8 }, (_, n) => `src/${filler.slice(n * 4, n * 4 + 12)}/module-${n}.ts`),
        note: `step ${i}: ${filler} ${filler}`,
      },
      duration_ms: (i * 37) % 9000,
      exit_code: 0,
      output: `${filler}\n${filler.slice(0, 40)} "quoted" é ${filler}`.repeat(2),
      ratio: i / 7,
      tool: 'shell.exec',
    },
    integrity: { previous_record_hash: previous },
    metadata: { host: `runner-${i % 8}`, labels: { team: 'payments', tier: 'prod' }, retries: 0 },
    record_id: `prf-${timestamp}-${filler.slice(0, 8)}`,
    record_type: 'tool_invocation',
    record_version: '1.0',
    source: 'ci-agent',
    source_product: 'bench',
    timestamp,
  };
  const hash = `sha256:${sha(JSON.stringify(covered))}`;
  const integrity = { ...(previous === '' ? {} : { previous_record_hash: previous }), record_hash: hash };
  if (!unsigned) {
    integrity.signing_key_id = keyId;
    integrity.signature = `base64:${sign(null, Buffer.from(hash), key).toString('base64')}`;
  }
  // As a Go producer writes it: in struct order, not sorted.
  const { record_id, record_version, source, source_product, agent_id, record_type, event, controls, metadata } =
    covered;
  return {
    record_id,
    record_version,
    timestamp,
    source,
    source_product,
    agent_id,
    record_type,
    event,
    controls,
    metadata,
    integrity,
  };
}

if (kind === 'files') {
  mkdirSync(path, { recursive: true });
  for (let i = 0; i < count; i++)
    writeFileSync(join(path, `${String(i).padStart(7, '0')}.json`), JSON.stringify(record(i, ''), null, 1));
} else {
  const fd = openSync(path, 'w');
  let buffer = kind === 'chain' ? '{"chain_id":"bench","created_at":"2026-01-01T00:00:00Z","records":[' : '';
  let previous = '';
  for (let i = 0; i < count; i++) {
    const one = record(i, previous);
    previous = one.integrity.record_hash;
    buffer += kind === 'chain' ? (i === 0 ? '' : ',') + JSON.stringify(one) : `${JSON.stringify(one)}\n`;
    if (buffer.length > 1 << 20) {
      writeSync(fd, buffer);
      buffer = '';
    }
  }
  if (kind === 'chain') buffer += `],"record_count":${count},"head_hash":"${previous}"}`;
  writeSync(fd, buffer);
  closeSync(fd);
}
console.log(publicKey.toString('hex'));
