import { createHash, createPrivateKey } from 'node:crypto';

/** PKCS#8 PEM of the private key of `signer(name)`. */
export function privateKeyOf(name: string): string {
  const seed = createHash('sha256').update(`proof-verify test signer ${name}`).digest();
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
}
