// A transparency log of one entry for make.sh: adds a hashedrekord entry with promise, proof and checkpoint to a bundle.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, out] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name), 'utf8');
const key = createPrivateKey(read('rekor.pem'));
const logId = createHash('sha256').update(createPublicKey(key).export({ format: 'der', type: 'spki' })).digest();
const bundle = JSON.parse(readFileSync(join(out, 'certificate.sigstore.json'), 'utf8'));
const signature = read('leaf2.sig');
const body = Buffer.from(
  JSON.stringify({
    apiVersion: '0.0.1',
    kind: 'hashedrekord',
    spec: {
      data: { hash: { algorithm: 'sha256', value: createHash('sha256').update(read('blob')).digest('hex') } },
      signature: { content: signature, publicKey: { content: Buffer.from(read('leaf.crt')).toString('base64') } },
    },
  }),
);
const integratedTime = Math.floor(Date.now() / 1000);
const promise = sign(
  'sha256',
  Buffer.from(
    JSON.stringify({ body: body.toString('base64'), integratedTime, logID: logId.toString('hex'), logIndex: 0 }),
  ),
  key,
);
const rootHash = createHash('sha256').update(Buffer.from([0])).update(body).digest();
const note = `rekor.example - 1\n1\n${rootHash.toString('base64')}\n`;
const noteSignature = Buffer.concat([logId.subarray(0, 4), sign('sha256', Buffer.from(note), key)]);
bundle.verificationMaterial.tlogEntries = [
  {
    logIndex: '0',
    logId: { keyId: logId.toString('base64') },
    kindVersion: { kind: 'hashedrekord', version: '0.0.1' },
    integratedTime: String(integratedTime),
    inclusionPromise: { signedEntryTimestamp: promise.toString('base64') },
    inclusionProof: {
      logIndex: '0',
      rootHash: rootHash.toString('base64'),
      treeSize: '1',
      hashes: [],
      checkpoint: { envelope: `${note}\n\u2014 rekor.example ${noteSignature.toString('base64')}\n` },
    },
    canonicalizedBody: body.toString('base64'),
  },
];
writeFileSync(join(out, 'certificate-tlog.sigstore.json'), `${JSON.stringify(bundle)}\n`);
