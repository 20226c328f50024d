// verify-floor.mjs THREADS|pool COUNT: milliseconds for COUNT calls of crypto.verify alone, shared by worker threads that have
// started already, or by the thread pool of libuv. Prints {"ms": …}.
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const message = Buffer.from(`sha256:${'a'.repeat(64)}`);
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const signature = sign(null, message, privateKey);
const [threads, count] = [process.argv[2], Number(process.argv[3])];

function loop(times) {
  for (let i = 0; i < times; i++) if (!verify(null, message, publicKey, signature)) throw new Error('not verified');
}

async function pool(times) {
  let next = 0;
  const one = () =>
    new Promise((resolve, reject) => {
      verify(null, message, publicKey, signature, (error, ok) => (error || !ok ? reject(error) : resolve()));
    });
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      while (next++ < times) await one();
    }),
  );
}

if (!isMainThread) {
  loop(200);
  parentPort.postMessage('ready');
  parentPort.once('message', () => {
    loop(workerData);
    parentPort.postMessage('done');
  });
} else if (threads === 'pool') {
  await pool(200);
  const start = performance.now();
  await pool(count);
  console.log(JSON.stringify({ ms: performance.now() - start }));
} else {
  const each = Math.ceil(count / Number(threads));
  const workers = Array.from(
    { length: Number(threads) },
    () => new Worker(new URL(import.meta.url), { workerData: each }),
  );
  const told = (worker) => new Promise((resolve) => worker.once('message', resolve));
  await Promise.all(workers.map(told));
  const start = performance.now();
  for (const worker of workers) worker.postMessage('go');
  await Promise.all(workers.map(told));
  console.log(JSON.stringify({ ms: performance.now() - start }));
  process.exit(0);
}
