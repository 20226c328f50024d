#!/usr/bin/env node
// Writes all generated files; with --check it only reports which of them are out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueFiles } from './generate/catalogues.mjs';
import { findingsFiles } from './generate/findings.mjs';
import { kindFiles } from './generate/kinds.mjs';
import { optionFiles } from './generate/options.mjs';
import { policyFiles } from './generate/policy.mjs';
import { schemaFiles } from './generate/schemas.mjs';
import { templateFiles } from './generate/templates.mjs';
import { moduleIsStale } from './generate/wasm.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
// The schema of the report contains the kinds, and the validators are generated from it.
const kinds = await kindFiles(root);
if (!check) for (const [path, text] of Object.entries(kinds)) writeFileSync(join(root, path), text);

const files = {
  ...kinds,
  ...schemaFiles(root),
  ...catalogueFiles(root),
  ...(await findingsFiles(root)),
  ...(await optionFiles(root)),
  ...(await policyFiles(root)),
  ...templateFiles(root),
};

if (moduleIsStale(root)) {
  console.error('wasm/ has changed since its module was built: run `node tools/wasm.mjs`');
  process.exit(1);
}

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
