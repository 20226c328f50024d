import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type VerifyFlags, verifyCommand } from '../../src/cli/commands/verify.js';
import { CommandError } from '../../src/cli/output.js';
import { verifyArtifact, worstExit } from '../../src/engine/index.js';

const VECTORS = fileURLToPath(new URL('../vectors/', import.meta.url));
const absolute = (path: string): string => join(VECTORS, path);

function load<T>(file: string): readonly T[] {
  return JSON.parse(readFileSync(absolute(file), 'utf8')) as T[];
}

/** What the upstream verifier said of an artifact: its exit code and, on success, its JSON. */
interface CompatCase {
  readonly id: string;
  readonly path: string;
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdout?: unknown;
}

/** Flags as the command line would read them; files are named from the folder of the vectors. */
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

async function verifyAsUpstream({ path, args }: CompatCase): Promise<{ exit: number; out: string; told: string }> {
  let out = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: () => {},
  };
  try {
    return { exit: await verifyCommand(absolute(path), flagsOf(args), io), out, told: '' };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { exit: error.exitCode, out, told: error.message };
  }
}

describe.each(['record', 'json', 'chain', 'bundle'])('upstream on %ss', (area) => {
  test.each(load<CompatCase>(`${area}/compat.json`).map((one) => [one.id, one.path, one.args.join(' '), one] as const))(
    '%s %s %s',
    async (_id, _path, _args, expected) => {
      const { exit, out, told } = await verifyAsUpstream(expected);
      expect({ exit, told: exit === expected.exit ? '' : told }).toEqual({ exit: expected.exit, told: '' });
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

describe.each(['json', 'chain', 'stream'])('the gate on %ss', (area) => {
  test.each(load<GateCase>(`${area}/gate.json`).map((one) => [one.id, one.path, one.note, one] as const))(
    '%s %s: %s',
    async (_id, _path, _note, { path, args, exit_in }) => {
      const key = args[args.indexOf('--public-key') + 1];
      const verdict = await verifyArtifact(
        absolute(path),
        args.length === 0 || key === undefined ? {} : { publicKeys: [key] },
      );
      expect(exit_in).toContain(worstExit(verdict.findings));
    },
  );
});
