// Holds our compatible commands against the program that they are compatible with: exit code, JSON and plain text.
// usage: upstream.mjs PROOF CLI VECTORS       VECTORS: the folder of conformance vectors, with compat/cases.json
// Prints a line `ok<TAB>name` or `bad<TAB>name<TAB>what differs` for each group of commands.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const [proof, cli, vectors] = process.argv.slice(2).map((path) => resolve(path));
const compat = join(vectors, 'compat');
const cases = JSON.parse(readFileSync(join(compat, 'cases.json'), 'utf8')).cases;

const run = (command, args, cwd) =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.on('close', (code, signal) => done({ code: code ?? signal, out }));
  });

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Values excluded from the comparison: a chain built around loose records has the current time as its creation time. */
const comparable = (text, { ignore = [], plain = false }) => {
  if (plain) return text.trimEnd();
  const value = parsed(text);
  if (value !== null && typeof value === 'object') for (const name of ignore) delete value[name];
  return value;
};

/** Intentional differences, each with its reason; docs/usage/cli.md lists the same. */
const differs = (args, theirs, ours, recorded) => {
  const path = args.at(-1);
  // The vectors are from a later version, which knows more kinds of references and refuses fewer bundles.
  if (recorded !== undefined && ours.code === recorded) return 'verdicts of a later line';
  if (args[0] === 'chain' && theirs.code === 0 && ours.code === 6) return 'a record is not a chain';
  if (/\.(jsonl|ndjson)$/.test(path) && theirs.code === 6) return 'streams';
  // Upstream replaces bytes that are not UTF-8 with replacement characters and continues.
  if (path === 'a/input/latin1.json' && ours.code !== 0) return 'not UTF-8';
  return undefined;
};

async function group(name, commands, cwd = compat) {
  const bad = [];
  const known = new Map();
  let next = 0;
  const worker = async () => {
    while (next < commands.length) {
      const { args, recorded, ...options } = commands[next++];
      const theirs = await run(proof, args, cwd);
      const ours = await run(process.execPath, [cli, ...args], cwd);
      const same =
        theirs.code === ours.code &&
        (theirs.code !== 0 || isDeepStrictEqual(comparable(theirs.out, options), comparable(ours.out, options)));
      if (same) continue;
      const why = differs(args, theirs, ours, recorded);
      if (why !== undefined) known.set(why, (known.get(why) ?? 0) + 1);
      else bad.push(`${args.join(' ')}: ${theirs.code} there, ${ours.code} here`);
    }
  };
  await Promise.all([worker(), worker()]);
  const notes = [...known].map(([why, count]) => `${count} × ${why}`).join(', ');
  const title = `${name}: ${commands.length} commands${notes === '' ? '' : ` (known differences: ${notes})`}`;
  console.log(bad.length === 0 ? `ok\t${title}` : `bad\t${title}\t${bad.slice(0, 20).join('; ')}`);
}

// 0.4.6 has no --strict: those cases are recorded verdicts of a later version.
const plainCases = cases.filter(({ args }) => !args.includes('--strict'));
await group(
  'verify --json',
  plainCases.map(({ args, path, exit }) => ({ args: ['verify', '--json', ...args, path], recorded: exit })),
);
const paths = [...new Set(cases.map(({ path }) => path))];
await group(
  'chain verify --json',
  paths.map((path) => ({ args: ['chain', 'verify', '--json', path] })),
);
await group(
  'chain verify',
  paths.slice(0, 100).map((path) => ({ args: ['chain', 'verify', path], plain: true })),
);
const madeUp = (path) => (/\.[a-z]+$/.test(path) ? {} : { ignore: ['created_at'] });
await group(
  'inspect --json',
  paths.map((path) => ({ args: ['inspect', '--json', path], ...madeUp(path) })),
);
await group(
  'inspect',
  paths.map((path) => ({ args: ['inspect', path], ...madeUp(path) })),
);
await group(
  'inspect --record',
  paths
    .filter((path) => path.startsWith('a/chain/'))
    .slice(0, 60)
    .flatMap((path) => ['rec-1', 'prf-2026-03-03T12:00:00Z-c386bbc4'].map((id) => ({ args: ['inspect', '--json', '--record', id, path] }))),
);

// Inputs that the vectors lack: typed views, instants, members in another order, markup, and frameworks as files.
const work = mkdtempSync(join(tmpdir(), 'upstream-'));
try {
  const write = (name, value) => writeFileSync(join(work, name), typeof value === 'string' ? value : JSON.stringify(value));
  const record = {
    event: { b: 1, 10: 2, 9: { z: 1e21, a: 1e-7, '<&>': '\u2028' }, neg: -0 },
    record_id: 'r-1',
    record_version: '1.0',
    timestamp: '2026-01-01T00:00:00.1200+00:00',
    source: 's',
    source_product: 'p',
    agent_id: '',
    record_type: 'decision',
    other: 1,
    controls: { human_oversight: { last_review: 'x', y: 1 }, guardrails_active: [{ name: 'g' }, null], within_scope: false },
    metadata: {},
    relationship: { edges: [{ to: { id: '1', kind: 'k' }, kind: 'calls' }], policy_ref: {}, agent_chain: [] },
    relations: {},
    integrity: { record_hash: 'h', signature: '' },
  };
  write('record.json', record);
  write('offset.json', { ...record, timestamp: '2026-01-01T00:00:00.123456789012+02:00' });
  write('least.json', { record_id: 'r' });
  write('event.json', { ...record, event: 'x' });
  write('chain.json', { records: [record, null, {}], signatures: [{ alg: 'x', more: 1 }], created_at: '2026-01-01T00:00:00-00:00' });
  write('none.json', { records: [] });
  write('null.json', { records: null });
  write('text.json', { records: 'x' });
  write('signed.json', { schema_id: 'gait.gate.trace', signature: {} });
  write('pack.json', { pack_id: 'x' });
  write('other.json', { a: 1 });
  write('list.json', [record]);
  write('empty.json', '');
  mkdirSync(join(work, 'folder'));
  write('folder/a.json', record);
  write('folder/b.jsonl', `${JSON.stringify(record)}\n\n${JSON.stringify(record)}\n`);
  mkdirSync(join(work, 'bundle'));
  write('bundle/manifest.json', '{"files": [], "b": 1.50,\n  "algo_id": "sha256"}\n');
  mkdirSync(join(work, 'nothing'));
  write('own.yaml', 'framework: {id: own, version: "1", title: Own <one>}\ncontrols:\n  - {id: a, title: A, required_record_types: [decision], required_fields: [event], minimum_frequency: daily}\n');
  write('soc2.yaml', 'not: [yaml');
  const files = readdirSync(work);
  const each = (args, options = {}) => files.map((path) => ({ args: [...args, path], ...(path === 'folder' || path === 'nothing' ? { ignore: ['created_at'] } : {}), ...options }));
  await group('inspect --json of made inputs', each(['inspect', '--json']), work);
  await group('inspect of made inputs', each(['inspect']), work);
  await group('inspect --record of made inputs', each(['inspect', '--record', 'r-1']), work);
  await group('chain verify of made inputs', each(['chain', 'verify', '--json']), work);
  await group('verify of made inputs', each(['verify', '--json']), work);
  for (const flags of [['--chain'], ['--bundle'], ['--chain', '--bundle']])
    await group(`verify ${flags.join(' ')} of made inputs`, each(['verify', '--json', ...flags]), work);

  const { out } = await run(proof, ['frameworks', 'list', '--json'], work);
  const frameworks = JSON.parse(out);
  // The catalogues of a later version have more controls; everything else is the same.
  const counted = frameworks.map(({ id }) => id);
  const mine = JSON.parse((await run(process.execPath, [cli, 'frameworks', 'list', '--json'], work)).out);
  const bare = (list) => list.map(({ control_count: count, ...rest }) => ({ ...rest, counted: Number.isInteger(count) }));
  const listed = isDeepStrictEqual(bare(frameworks), bare(mine)) && isDeepStrictEqual(Object.keys(frameworks[0]), Object.keys(mine[0]));
  console.log(listed ? 'ok\tframeworks list --json' : `bad\tframeworks list --json\t${JSON.stringify(mine)}`);
  const form = (text) => text.replace(/\d+(?= controls)/g, 'N').replace(/controls=\d+/g, 'controls=N');
  const lists = await Promise.all([run(proof, ['frameworks', 'list'], work), run(process.execPath, [cli, 'frameworks', 'list'], work)]);
  console.log(form(lists[0].out) === form(lists[1].out) ? 'ok\tframeworks list' : `bad\tframeworks list\t${lists[1].out}`);
  await group('frameworks show', ['', '.yaml'].flatMap((end) => counted.map((id) => ({ args: ['frameworks', 'show', `${id}${end}`], plain: true }))), work);
  await group('frameworks show of files', ['own.yaml', './own.yaml', './soc2.yaml', 'nothing', 'missing.yaml', 'bundle', 'record.json', 'soc2.yml', 'missing'].map((name) => ({ args: ['frameworks', 'show', name], plain: true })), work);
  await group('frameworks show --json of a file', [{ args: ['frameworks', 'show', '--json', 'own.yaml'] }], work);

  const types = await Promise.all([run(proof, ['types', 'list', '--json'], work), run(process.execPath, [cli, 'types', 'list', '--json'], work)]);
  // Descriptions may differ in wording.
  const shape = (text) => JSON.parse(text).map(({ description, ...rest }) => ({ ...rest, described: typeof description === 'string' }));
  console.log(isDeepStrictEqual(...types.map(({ out: text }) => shape(text))) ? 'ok\ttypes list --json' : `bad\ttypes list --json\t${types[1].out}`);
  await group('types validate', each(['types', 'validate', '--json']), work);
  await group('quiet', [['inspect', 'record.json'], ['frameworks', 'show', 'soc2'], ['verify', 'record.json'], ['chain', 'verify', 'none.json']].map((args) => ({ args: [...args, '--quiet'], plain: true })), work);
} finally {
  rmSync(work, { recursive: true, force: true });
}
