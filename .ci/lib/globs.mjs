// Differential test: our patterns and walk (src/discovery) and @actions/glob over the same random patterns and trees.
// usage: globs.mjs [PAIRS] [SEED]     exit 1 when a difference has no name in DIFFERENCES, or a name has no difference left
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as glob from '@actions/glob';
import { build } from 'esbuild';

const project = fileURLToPath(new URL('../..', import.meta.url));
const pairs = Number(process.argv[2] ?? 2000);
let state = Number(process.argv[3] ?? 1);

/** A linear congruential generator (Numerical Recipes): the same pairs on every machine. */
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const pick = (list) => list[Math.floor(random() * list.length)];
const chance = (probability) => random() < probability;

const FOLDERS = ['a', 'b', 'c', '.h', 'A', 'x y', '[1]', '1', '!n', '#c', '~', '{a,b}', 'a*', '-', 'é', 'ab', 'c\\d', '@(a|b)'];
const FILES = [
  ...['a', 'b', 'a.json', 'b.json', '.h.json', 'A.json', 'x y.json', '[1].json', '1.json', '!n.json', '#c', '{a,b}.json'],
  ...['a*.json', 'é.json', 'x.proof.json', 'pack_1.zip', 'ab', 'c\\d', '-x', 'a]b', 'a[b', '🔒.json', ' lead.json', '**'],
];
const WILDCARDS = [
  ...['*', '*', '*', '**', '**', '**', '?', '??', '*.json', '*.json', '.*', '*.*', '[ab]', '[ab]*', '[!a]', '[!a]*', '[^a]*'],
  ...['[a]', '[1]', '[]a]', '[a-c]', '[[:alpha:]]', '[[:alpha:]]*', '[', 'a[', '[*]', '[?]', '[\\]]', 'a\\*', 'a\\*.json'],
  ...['\\[1\\]', '**a', 'a**', '***', '*a*', '!(a)', '+(a)', '\\a', '\\!n', '\\#c', 'c\\\\d', 'pack_*.zip', '[!]', '[a-'],
  ...['[\\a]', '[a\\]b]'],
];
const SEGMENTS = [...FOLDERS, ...FILES, ...WILDCARDS];

/** Intentional differences, and features that the reference lacks, each with a pair that shows it. */
const DIFFERENCES = [
  {
    name: '`~` is a name, not the home folder',
    explains: ({ texts, onlyOurs, onlyTheirs }) =>
      texts.some((text) => /^[! ]*~(\/|$)/.test(text)) && [...onlyOurs, ...onlyTheirs].every((found) => found.startsWith('~')),
  },
  {
    name: '`[]a]` is `]` or `a`, as POSIX and minimatch have it',
    explains: ({ texts, onlyTheirs }) => onlyTheirs.length === 0 && texts.some((text) => text.includes('[]a]')),
  },
  {
    name: 'a path below a file matches nothing, where the reference throws ENOTDIR',
    explains: ({ theirError }) => /^ENOTDIR/.test(theirError ?? ''),
  },
  {
    name: 'a path that exists is taken as it is written, although it contains wildcards, a backslash or spaces around it',
    explains: ({ texts, onlyOurs, onlyTheirs }) =>
      onlyTheirs.length === 0 && onlyOurs.every((found) => exactNames(texts).some((name) => isBelow(found, name))),
  },
  {
    name: 'a link at a pattern that ends in `/` is reported: it may lead to a folder',
    explains: ({ texts, onlyOurs, onlyTheirs }) =>
      onlyTheirs.length === 0 && texts.some((text) => text.trim().endsWith('/')) && onlyOurs.every((found) => /(^|\/)(lnk|a\.link\.json)$/.test(found)),
  },
];

/** Patterns as paths from the root of the tree; one that ends in `/` is a folder. */
function exactNames(texts) {
  return texts
    .filter((text) => (/[\\[*?]/.test(text) || text !== text.trim()) && !/^\s*[!#]/.test(text))
    .map((text) => text.replace(/^\.\//, '').replace(/\/{2,}/g, '/'));
}

function isBelow(found, name) {
  return name.endsWith('/') ? found.startsWith(name) : found === name || found.startsWith(`${name}/`);
}

function makeTree(root) {
  const folders = [root];
  for (let left = 4 + random() * 8; left > 0; left--) {
    const folder = path.join(pick(folders), pick(FOLDERS));
    if (fs.existsSync(folder) && !fs.statSync(folder).isDirectory()) continue;
    fs.mkdirSync(folder, { recursive: true });
    folders.push(folder);
  }
  for (let left = 6 + random() * 16; left > 0; left--) {
    const file = path.join(pick(folders), pick(FILES));
    if (!fs.existsSync(file)) fs.writeFileSync(file, '');
  }
  const link = path.join(pick(folders), pick(['lnk', 'a.link.json']));
  if (chance(0.3)) fs.symlinkSync(pick(['a', '../a', '.', 'nothing', '/etc']), link);
}

function filesBelow(root) {
  return fs.readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(root, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

/** A pattern derived from an existing path, so that many match. */
function derivedPattern(root, files) {
  const out = [];
  for (const name of path.relative(root, pick(files)).split('/')) {
    const draw = random();
    const first = [...name][0];
    if (draw < 0.3) out.push(pick(['*', '**', '**', '?'.repeat(Math.min([...name].length, 3)), `${first}*`, `[${first}]*`, '[!z]*']));
    else if (draw < 0.4 && out.at(-1) !== '**') out.push('**');
    else out.push(name);
  }
  if (chance(0.4) && out.length > 1) out.splice(1);
  const text = `${chance(0.1) ? './' : ''}${out.join('/')}${chance(0.15) ? '/' : ''}`;
  return text.replace(/^[!# ]+/, '') || '*';
}

function freePattern() {
  const names = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(SEGMENTS));
  return `${chance(0.08) ? './' : ''}${names.join(chance(0.05) ? '//' : '/')}${chance(0.12) ? '/' : ''}`;
}

function makePatterns(root, files) {
  const one = () => (chance(0.6) && files.length > 0 ? derivedPattern(root, files) : freePattern());
  const texts = [one()];
  while (chance(0.45) && texts.length < 4) {
    const text = `${chance(0.55) ? pick(['!', '!', '! ', '!!']) : ''}${one()}`;
    texts.push(chance(0.05) ? `  ${text} ` : text);
  }
  if (chance(0.03)) texts.unshift('# comment');
  return texts;
}

async function loadOurs() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ours-'));
  const entryPoints = ['patterns', 'walk'].map((name) => path.join(project, `src/discovery/${name}.ts`));
  const shared = { bundle: true, splitting: true, platform: 'node', format: 'esm', outExtension: { '.js': '.mjs' } };
  await build({ ...shared, entryPoints, outdir: folder, logLevel: 'error' });
  const [patterns, walking] = await Promise.all(
    ['patterns', 'walk'].map((name) => import(pathToFileURL(path.join(folder, `${name}.mjs`)))),
  );
  return { ...patterns, ...walking };
}

const ours = await loadOurs();


/** What `discover` does with patterns: the paths they name, and a walk from where they begin. */
async function ourMatches(root, texts) {
  const { patterns, invalid } = await ours.parsePatterns(texts, root, (file) => existsBelow(file));
  if (invalid.length > 0) return { error: invalid.map(({ text, why }) => `${text}: ${why}`).join('; ') };
  const found = new Set();
  const starts = new Set();
  for (const { negate, base, folderOnly, literal } of patterns) {
    const stat = negate ? undefined : statOf(base);
    if (stat === undefined || (folderOnly && literal && !stat.isDirectory() && !stat.isSymbolicLink())) continue;
    if (stat.isDirectory()) starts.add(base);
    else if (ours.matchOf(ours.standAt(patterns, base), false, true)) found.add(base);
  }
  for (const start of starts) {
    const walked = await ours.walk({ path: start, name: '.' }, ours.standAt(patterns, start), () => {}, ours.readFolder);
    for (const { hits } of walked.folders) for (const hit of hits) found.add(hit.path);
  }
  return { found };
}

function statOf(file) {
  try {
    return fs.lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined; // below a file
  }
}

function existsBelow(file) {
  return statOf(file) !== undefined;
}

async function theirMatches(texts) {
  const write = process.stdout.write;
  process.stdout.write = () => true; // it logs each step
  try {
    const globber = await glob.create(texts.join('\n'), { followSymbolicLinks: false, matchDirectories: false });
    return { found: new Set(await globber.glob()) };
  } catch (error) {
    return { error: error.message };
  } finally {
    process.stdout.write = write;
  }
}

const seen = new Map(DIFFERENCES.map(({ name }) => [name, 0]));
const unexplained = [];
let same = 0;
let matching = 0;
for (let pair = 0; pair < pairs; pair++) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'tree-'));
  process.chdir(root);
  makeTree(root);
  const texts = makePatterns(root, filesBelow(root));
  const [mine, theirs] = [await ourMatches(root, texts), await theirMatches(texts)];
  const below = (found) => [...(found ?? [])].map((file) => path.relative(root, file)).filter((file) => !file.startsWith('..'));
  const [a, b] = [below(mine.found), below(theirs.found)];
  const difference = {
    texts,
    ourError: mine.error,
    theirError: theirs.error,
    onlyOurs: a.filter((file) => !b.includes(file)).sort(),
    onlyTheirs: b.filter((file) => !a.includes(file)).sort(),
  };
  const agree = mine.error === undefined && theirs.error === undefined && difference.onlyOurs.length + difference.onlyTheirs.length === 0;
  const known = agree ? undefined : DIFFERENCES.find(({ explains }) => explains(difference));
  if (agree || (mine.error !== undefined && theirs.error !== undefined)) same++;
  else if (known === undefined) unexplained.push(difference);
  else seen.set(known.name, (seen.get(known.name) ?? 0) + 1);
  if (agree && a.length > 0) matching++;
  process.chdir(project);
  fs.rmSync(root, { recursive: true, force: true });
}
for (const difference of unexplained) console.log(JSON.stringify(difference));
for (const [name, times] of seen) console.log(`${times} times: ${name}`);
const unused = [...seen].filter(([, times]) => times === 0);
for (const [name] of unused) console.log(`no difference any more: ${name}`);
console.log(`${pairs} pairs, ${same} alike (${matching} of them with matches), ${pairs - same - unexplained.length} differ on purpose, ${unexplained.length} unexplained`);
process.exit(unexplained.length === 0 && unused.length === 0 ? 0 : 1);
