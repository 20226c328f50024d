// Cuts the operations that the Action calls, and the schemas they refer to, out of GitHub's OpenAPI description.
// The description is 385 MB unpacked, so it is no dependency; its slice is checked in. To refresh it:
//   npm install --no-save --ignore-scripts @octokit/openapi@VERSION && node __tests__/action/slice-openapi.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const OPERATIONS = {
  '/user': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/git/ref/{ref}': ['get'],
  '/repos/{owner}/{repo}/git/trees/{tree_sha}': ['get'],
  '/repos/{owner}/{repo}/git/blobs/{file_sha}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['patch', 'delete'],
  '/repos/{owner}/{repo}/check-runs': ['post'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}': ['patch'],
};
// Of these one member is read, and the description of the rest would be most of the file.
const WITHOUT_RESPONSES = ['/repos/{owner}/{repo}', '/repos/{owner}/{repo}/pulls/{pull_number}'];
const KEPT_COMPONENTS = ['schemas', 'responses', 'parameters', 'headers'];
const source = new URL('../../node_modules/@octokit/openapi/', import.meta.url);
const target = new URL('../vectors/action/github-api.json', import.meta.url);
const whole = JSON.parse(readFileSync(new URL('generated/api.github.com.json', source), 'utf8'));
const { version } = JSON.parse(readFileSync(new URL('package.json', source), 'utf8'));

const components = {};
/** Copies a node without prose and examples and pulls in what it refers to. */
function copy(node, parent) {
  if (Array.isArray(node)) return node.map((item) => copy(item, 'item'));
  if (node === null || typeof node !== 'object') return node;
  const kept = {};
  for (const [key, value] of Object.entries(node)) {
    if (parent !== 'properties' && ['description', 'example', 'examples', 'summary'].includes(key)) continue;
    if (key.startsWith('x-') || key === 'externalDocs') continue;
    kept[key] = copy(value, key);
    if (key === '$ref' && typeof value === 'string') pull(value);
  }
  return kept;
}
function pull(reference) {
  const [, , group, name] = reference.split('/');
  if (!KEPT_COMPONENTS.includes(group) || components[group]?.[name] !== undefined) return;
  components[group] ??= {};
  components[group][name] = {};
  components[group][name] = copy(whole.components[group][name], name);
}

const paths = {};
for (const [path, methods] of Object.entries(OPERATIONS)) {
  const item = whole.paths[path];
  paths[path] = Object.fromEntries(
    methods.map((method) => {
      const { parameters, requestBody, responses } = item[method];
      const kept = WITHOUT_RESPONSES.includes(path) ? {} : responses;
      return [method, copy({ parameters, requestBody, responses: kept }, method)];
    }),
  );
}
const info = { title: whole.info.title, license: whole.info.license, source: `@octokit/openapi ${version}` };
writeFileSync(target, `${JSON.stringify({ openapi: whole.openapi, info, paths, components }, null, 1)}\n`);
