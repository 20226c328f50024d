#!/usr/bin/env node
// Checks that no regular expression of the source takes more than linear time on any text (recheck), or repeats a group: V8 keeps
// a place to return to for each repetition, and a text of some megabytes exhausts its stack (hardening 33). One that does is
// listed here, with what limits its texts. node tools/check-regexes.mjs [ROOT]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import ts from 'typescript';

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));

const OPERATOR = 'the text is an option, a variable or an address that the operator or the CI gives';
const NAMED = 'a pattern of the policy schema: the policy is trusted';
/** Expressions whose texts are short, and why they are. */
const BOUNDED = new Map([
  [String.raw`/\/+$/`, `${OPERATOR}; decision/bind.ts limits addresses of records`],
  [String.raw`/^\/+|\/+$/g`, OPERATOR],
  [String.raw`/@[^/]*(?:\/.*)?$/`, 'decision/bind.ts limits addresses'],
  [String.raw`/\. Expected (.*)\.$/`, OPERATOR],
  ['/=+$/', 'base64 of a key'],
  [String.raw`/[\n\r\0]|-----BEGIN|[\w+/=]{40}\\n|\\n[\w+/=]{40}/`, 'at most 4,096 characters'],
  [String.raw`/-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/`, 'a key has at most MAX_KEY_TEXT characters'],
  [String.raw`/-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g`, 'a key that the operator gives'],
  [String.raw`/\.?0*$/`, 'ten characters'],
  ['/^gitdir: *(.+)$/', 'one line of at most 4,096 bytes'],
  ['/^(?:=(.*?))?([A-Z][A-Z0-9_]*)?$/', 'text of our own table'],
  [String.raw`/([\d.]+)(ms|[smhd])/g`, OPERATOR],
  [String.raw`/^[^\s"'<>]*[^\s"'<>/]\/[^\s"'<>]+$/`, OPERATOR],
  [String.raw`/([^/]+)\/?$/`, OPERATOR],
  [String.raw`/^(?:\d{1,9}(?:\.\d{1,3})?(?:ms|[smhd]))+$/`, OPERATOR],
  [String.raw`/^refs(?:\/(?!\.)[^\p{Cc} ~^:?*[\\/]+)+$/u`, 'names of refs: one line of at most 4,096 bytes'],
  [String.raw`/-----END [A-Z0-9 ]+-----(?:\\[rn])*$/`, OPERATOR],
  ['/`[^`]*`|--[a-z]+(?:-[a-z0-9]+)*/g', 'messages, which are cut'],
  [String.raw`/\B(?=(\d{3})+(?!\d))/g`, 'the digits of a number'],
  ['/^[A-Za-z0-9+/_-]{40,}={0,2}$|^[0-9a-fA-F]{64}$/', OPERATOR],
  [
    '/^(?:[{["\'`]|(?:ssh|ecdsa|sk)-|(?:base64|hex|ed25519):|0x[0-9a-f]+$|sha256:|[0-9a-f]{40,}$|[A-Za-z0-9+/_-]{43}$|[A-Za-z0-9+/_-]{59}$|[A-Za-z0-9+/_-]+={1,2}$)/i',
    'at most 4,096 characters',
  ],
  ['/^[0-9a-f]{32,}$/i', 'an id of at most MAX_ID characters'],
  ['/(`[^`]+`|\\b[0-9a-f]{40,}\\b)/', 'a text that was shortened'],
  ['/^(/([^~/]|~[01])*)+$/u', NAMED],
  [String.raw`/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$|^rule\../u`, NAMED],
]);
/** Patterns that schema/runtime.cjs tests without the expression. */
const runtime = readFileSync(join(root, 'src/engine/schema/runtime.cjs'), 'utf8');

const problems = [];
const used = new Set();
const found = new Map();
for (const path of readdirSync(join(root, 'src'), { recursive: true })) {
  if (!/\.c?[tj]s$/.test(path)) continue;
  const text = readFileSync(join(root, 'src', path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    const one = expressionOf(node);
    if (one !== undefined) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const key = `/${one.source}/${one.flags}`;
      const entry = found.get(key) ?? { ...one, places: [] };
      entry.places.push(`src/${path.replaceAll('\\', '/')}:${line}`);
      found.set(key, entry);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}
for (const [key, { source, flags, places }] of found) {
  if (runtime.includes(`['${source.replaceAll('\\', '\\\\')}', `)) continue;
  const why = await whyNot(source, flags);
  if (why === undefined) continue;
  if (BOUNDED.has(key)) used.add(key);
  else problems.push(`${places.join(', ')}: ${key} ${why}`);
}
for (const key of BOUNDED.keys()) if (!used.has(key)) problems.push(`tools/check-regexes.mjs: ${key} needs no entry`);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${found.size} regular expressions take linear time and constant stack, or are given short texts.`);

/** A literal, or a call whose arguments are the source and the flags. */
function expressionOf(node) {
  if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
    const text = node.getText();
    const end = text.lastIndexOf('/');
    return { source: text.slice(1, end), flags: text.slice(end + 1) };
  }
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
  const [source, flags] = node.arguments ?? [];
  if (source === undefined || !ts.isStringLiteral(source)) return undefined;
  const isPattern = flags !== undefined && ts.isStringLiteral(flags) && /^[dgimsuvy]+$/.test(flags.text);
  if (node.expression.getText() !== 'RegExp' && !(isPattern && source.text.startsWith('^'))) return undefined;
  return { source: source.text, flags: isPattern ? flags.text : '' };
}

async function whyNot(source, flags) {
  const { status, complexity } = await check(source, flags, { timeout: 20_000 });
  if (status !== 'safe') return `takes ${complexity?.type ?? 'an unknown'} time`;
  return needsStack(source) ? 'repeats a group, or counts repetitions' : undefined;
}

/**
 * Whether V8 notes places to return to without a limit: `)` outside of a class, then `*`, `+` or `{n,}`; and whatever is repeated
 * `{4,}` times or up to thousands.
 */
function needsStack(source) {
  const bare = source.replace(/\\./g, '_').replace(/\[(?:[^\]])*\]/g, '_');
  const counts = [...bare.matchAll(/\{(\d+),(\d*)\}/g)];
  return /\)(?:[*+]|\{\d+,\})/.test(bare) || counts.some(([, min, max]) => (max === '' ? min > 3 : max > 9999));
}
