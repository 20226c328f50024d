import { Collector } from '../../src/engine/collector.js';
import type { Context } from '../../src/engine/context.js';
import { DEFAULT_LIMITS } from '../../src/engine/limits.js';
import type { Mode } from '../../src/engine/mode.js';
import type { VerifyOptions } from '../../src/engine/options.js';
import { parsePublicKey } from '../../src/engine/signature/keys.js';
import { makeTrust, type Trust } from '../../src/engine/signature/trust.js';

/** Trust in keys that are written as hex or base64; `policy` makes them those of a policy. */
export function trustIn(
  keys: readonly string[],
  { mode = 'gate', policy = false }: { mode?: Mode; policy?: boolean } = {},
): Trust {
  const parsed = keys.map((text) => {
    const key = parsePublicKey(text, mode);
    if (!key.ok) throw new Error(key.message);
    return key.key;
  });
  const made = makeTrust({ mode, keys: parsed, policy });
  if (!made.ok) throw new Error(made.message);
  return made.trust;
}

/** What an artifact is verified by: the strict gate, no key, 2026-06-01, and what the caller says instead. */
export function verifyOptions(more: Partial<VerifyOptions> = {}): VerifyOptions {
  return {
    mode: 'gate',
    strict: true,
    signatures: 'auto',
    trust: trustIn([]),
    revocations: [],
    limits: DEFAULT_LIMITS,
    now: Date.parse('2026-06-01T00:00:00Z'),
    ...more,
  };
}

/** The context of an artifact, or of a file in one. Nothing in it is verified by its own kind. */
export function contextOf(collector = new Collector('a'), options = verifyOptions(), entry?: string): Context {
  const none = () => Promise.reject(new Error('no other kinds here'));
  return { options, collector, entry, container: undefined, verifyFile: none, verifyBundle: none };
}
