// verify-floor.mjs THREADS|pool COUNT: milliseconds for COUNT calls of crypto.verify alone, shared by worker threads that have
// started already, or by the thread pool of libuv. Prints {"ms": …}. As in a chain no signature comes twice in a row: the
// processor would learn the branches of a single one by heart.
import { generateKeyPairSync, hash, sign, verify } from 'node:crypto';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const DISTINCT = 4096;
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const [threads, count] = [process.argv[2], Number(process.argv[3])];

function signatures() {
  return Array.from({ length: DISTINCT }, (_, i) => {
    const message = Buffer.from(`sha256:${hash('sha256', String(i))}`);
    return { message, signature: sign(null, message, privateKey) };
  });
}

function loop(times, signed) {
  for (let i = 0; i < times; i++) {
    const { message, signature } = signed[i % DISTINCT];
    if (!verify(null, message, publicKey, signature)) throw new Error('not verified');
  }
}

async function pool(times, signed) {
  let next = 0;
  const one = ({ message, signature }) =>
    new Promise((resolve, reject) => {
      verify(null, message, publicKey, signature, (error, ok) => (error || !ok ? reject(error) : resolve()));
    });
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      while (next < times) await one(signed[next++ % DISTINCT]);
    }),
  );
}

if (!isMainThread) {
  const signed = signatures();
  loop(200, signed);
  parentPort.postMessage('ready');
  parentPort.once('message', () => {
    loop(workerData, signed);
    parentPort.postMessage('done');
  });
} else if (threads === 'pool') {
  const signed = signatures();
  await pool(200, signed);
  const start = performance.now();
  await pool(count, signed);
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
