import { readFileSync } from 'node:fs';
import { type CosignInput, readCosignMaterial } from '../../../../src/engine/signature/cosign/material.js';
import type { CosignTrust } from '../../../../src/engine/signature/cosign/types.js';

// The vectors of __tests__/vectors/signature/cosign.

export const read = (name: string): string => readFileSync(`__tests__/vectors/signature/cosign/${name}`, 'utf8');
export const blob = Buffer.from(read('blob'));
export const changed = Buffer.from(read('blob').replace(/.$/, 'x'));
export const SAN = 'https://ci.example/acme/build@refs/heads/main';
export const ISSUER = 'https://login.example';
export const named = { identity: SAN, issuer: ISSUER };
export const signedAt = Date.parse(read('signed-at.txt').trim());
export const muchLater = signedAt + 365 * 86_400_000;
export const during = { mode: 'gate', now: signedAt } as const;
export const later = { mode: 'gate', now: muchLater } as const;

export async function trustOf(input: CosignInput): Promise<CosignTrust> {
  const result = await readCosignMaterial(input, 'gate');
  if (!result.ok) throw new Error(result.message);
  return result.trust;
}
