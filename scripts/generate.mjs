#!/usr/bin/env node
// Writes every file that is made from another one; with --check it only tells which of them are out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueFiles } from './generate/catalogues.mjs';
import { curveFiles } from './generate/curve.mjs';
import { findingsFiles } from './generate/findings.mjs';
import { schemaFiles } from './generate/schemas.mjs';
import { templateFiles } from './generate/templates.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const files = {
  ...schemaFiles(root),
  ...catalogueFiles(root),
  ...(await findingsFiles(root)),
  ...templateFiles(root),
  ...(await curveFiles(root)),
};

const stale = [];
for (const [path, text] of Object.entries(files)) {
  const target = join(root, path);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

if (check && stale.length > 0) {
  console.error(`Out of date, run \`npm run generate\`:\n${stale.map((path) => `  ${path}`).join('\n')}`);
  process.exit(1);
}
console.log(
  stale.length === 0 ? 'Generated files are up to date.' : `Written:\n${stale.map((p) => `  ${p}`).join('\n')}`,
);
