import { setOutput, setSecret } from '@actions/core';
import { context } from '@actions/github';
import { runGate } from '../gate/run.js';
import { command } from '../report/annotations.js';
import { VERSION } from '../version.js';
import { runAction } from './run.js';

/** A cancelled job is killed 7.5 seconds after its first signal; the partial report must be out by then. */
const GRACE_MS = 5_000;
/** Sockets or threads that somebody left open must not hold the job up. */
const LINGER_MS = 2_000;

// Whatever ends this process before there is a verdict, the run has not passed.
process.exitCode = 1;

const controller = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    controller.abort(new Error(`received ${name}`));
    setTimeout(() => process.exit(process.exitCode === 0 ? 1 : process.exitCode), GRACE_MS).unref();
  });
}

try {
  process.exitCode = await runAction({
    env: process.env,
    context,
    version: VERSION,
    runGate,
    print: (line) => void process.stdout.write(`${line}\n`),
    setOutput,
    maskSecret: setSecret,
    signal: controller.signal,
  });
} catch (error) {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stdout.write(`${command('error', { title: 'Internal error' }, message)}\n`);
  process.exitCode = 1;
}
setTimeout(() => process.exit(), LINGER_MS).unref();
