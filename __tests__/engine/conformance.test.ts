import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type VerifyFlags, verifyCommand } from '../../src/cli/commands/verify.js';
import { run } from '../../src/cli/main.js';
import { CommandError } from '../../src/cli/output.js';

const VECTORS = fileURLToPath(new URL('../vectors/conformance/', import.meta.url));
const absolute = (path: string): string => join(VECTORS, 'compat', path);

function load<T>(suite: string): readonly T[] {
  return (JSON.parse(readFileSync(join(VECTORS, suite, 'cases.json'), 'utf8')) as { cases: readonly T[] }).cases;
}

/** The recorded verdict of the upstream verifier: its exit code and, on success, its JSON. */
interface CompatCase {
  readonly id: string;
  readonly path: string;
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdout?: unknown;
}

/** Flags as the command line would read them; files are relative to the folder of the vectors. */
function flagsOf(args: readonly string[]): VerifyFlags {
  const flags: Record<string, unknown> = { json: true };
  for (let i = 0; i < args.length; i++) {
    const name = (args[i] ?? '').slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (name === 'signatures' || name === 'strict') flags[name] = true;
    else if (name === 'revocationList') flags[name] = absolute(args[++i] ?? '');
    else if (name === 'customTypeSchema')
      flags[name] = [(args[++i] ?? '').replace(/=(.+)$/, (_, path: string) => `=${absolute(path)}`)];
    else flags[name] = args[++i] ?? '';
  }
  return flags;
}

async function verifyAsUpstream({ path, args }: CompatCase): Promise<{ exit: number; out: string; message: string }> {
  let out = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: () => {},
  };
  try {
    return { exit: await verifyCommand(absolute(path), flagsOf(args), io), out, message: '' };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { exit: error.exitCode, out, message: error.message };
  }
}

describe('upstream', () => {
  test.each(load<CompatCase>('compat').map((one) => [one.id, one.path, one.args.join(' '), one] as const))(
    '%s %s %s',
    async (_id, _path, _args, expected) => {
      const { exit, out, message } = await verifyAsUpstream(expected);
      expect({ exit, message: exit === expected.exit ? '' : message }).toEqual({ exit: expected.exit, message: '' });
      if (exit === 0) expect(JSON.parse(out)).toEqual(expected.stdout);
      else expect(out).toBe('');
    },
  );
});

/** An artifact with the exit codes that a gate may give. */
interface GateCase {
  readonly id: string;
  readonly path: string;
  readonly args: readonly string[];
  readonly exit_in: readonly number[];
  readonly note: string;
}

describe('the gate', () => {
  test.each(load<GateCase>('gate').map((one) => [one.id, one.path, one.note, one] as const))(
    '%s %s: %s',
    async (_id, _path, _note, { path, args, exit_in }) => {
      const argv = ['node', 'proof-verify', 'gate', '-C', join(VECTORS, 'gate'), ...args, path];
      expect(exit_in).toContain(await run(argv, { out: () => {}, err: () => {} }));
    },
  );
});
