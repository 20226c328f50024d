#!/usr/bin/env node
// Checks rules of docs/architecture.md that no linter knows: files are short, each citation of the specification resolves, and
// the page lists each room. node tools/check-structure.mjs [ROOT]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const SHORT = ['src', 'tools', '.ci'];
/** Checks that each room (folder) of the source is listed. */
const MAP = 'docs/architecture.md';
const CITING = [...SHORT, '__tests__'];
const MAX_LINES = 400;
/** Tables grow by one row per entry, so their length is not limited. */
const TABLES = new Set(['src/engine/findings.ts', 'src/gate/options/table.ts']);
const PAGES = 'contract|hardening|trust|gate|interface|people|producers|schemas|frameworks';
const CLAUSE = String.raw`\d+(?:\.\d+)?`;
/** `contract 2.1` is a section, `hardening 27` a row of the table there, `people.md sections 2.3 and 2.4` several sections. */
const CITATION = new RegExp(
  String.raw`\b(${PAGES})(?:\.md)?(?:,? sections?)? (${CLAUSE}\b(?:(?:, | and | to |-)${CLAUSE}\b)*)(?!%| ?(?:%|seconds?|ms|MiB|KiB|files?|records?)\b)`,
  'gi',
);
/**
 * A citation that names no known page cannot be looked up. Documents from elsewhere are cited by number (`RFC 8032 section
 * 5.1.7`).
 */
const UNNAMED = new RegExp(String.raw`(?<!\b(?:(?:${PAGES})(?:\.md)?|RFC \d+),? )\bsections? \d[\d.]*`, 'gi');

const problems = [];
for (const path of files(SHORT)) {
  const lines = read(path).split('\n').length - 1;
  if (lines > MAX_LINES && !TABLES.has(path)) problems.push(`${path}: ${lines} lines, limit ${MAX_LINES}`);
}
const rooms = existsSync(join(root, MAP)) ? read(MAP) : '';
for (const room of ['src', 'src/engine', 'src/gate'].flatMap(foldersIn))
  if (!rooms.includes(`\`${room}\``) && !foldersIn(room).some((inner) => rooms.includes(`\`${inner}\``)))
    problems.push(`${MAP} does not list ${room}`);
for (const path of files(CITING)) {
  const text = comments(read(path));
  for (const [citation, name, clauses] of text.matchAll(CITATION)) {
    const page = name.toLowerCase();
    for (const clause of clauses.match(/[\d.]+/g))
      if (!clausesOf(page).has(clause)) problems.push(`${path}: "${citation}" is not in docs/spec/${page}.md`);
  }
  for (const [, page] of text.matchAll(/\bdocs\/([\w/-]+\.md)\b/g))
    if (!existsSync(join(root, 'docs', page))) problems.push(`${path}: there is no docs/${page}`);
  for (const [citation] of text.matchAll(UNNAMED)) problems.push(`${path}: "${citation}" does not say of which page`);
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log('Files are short, rooms are listed, and citations of the specification resolve.');

function files(folders) {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true })
        .map((name) => join(folder, name).replaceAll('\\', '/'))
        .filter((path) => /\.(ts|mjs|sh|py)$/.test(path) && !/generated|vectors/.test(path)),
    )
    .sort();
}

function foldersIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
}

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

/** The comments and test titles of a source. */
function comments(text) {
  return text
    .split('\n')
    .filter((line) => /\/\/|^\s*\/?\*|^\s*#|(?:test|describe)(?:\.each)?\(/.test(line))
    .map((line) => line.replace(/^\s*(?:\/?\*+|\/\/|#)\s*/, ''))
    .join(' ');
}

/** The clauses of a page: numbered headings, and numbered rows of its tables. */
function clausesOf(page) {
  clausesOf.known ??= new Map();
  if (!clausesOf.known.has(page)) {
    const rows = read(`docs/spec/${page}.md`).matchAll(/^(?:#+ (\d+(?:\.\d+)?)[. ]|\| (\d+) (?:★ )?\|)/gm);
    clausesOf.known.set(page, new Set([...rows].map(([, heading, row]) => heading ?? row)));
  }
  return clausesOf.known.get(page);
}
