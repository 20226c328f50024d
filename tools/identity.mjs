#!/usr/bin/env node
// Who publishes the project, in one place: tools/identity.json. Templates, docs, schemas, workflows and action.yml name the
// same addresses; this sets them all, and checks that they agree.
//
//   node tools/identity.mjs OWNER/NAME [NPM-NAME [PYPI-NAME]]    sets them; then run: npm run generate && npm run build
//   node tools/identity.mjs --check      every address is that of identity.json
//   node tools/identity.mjs --release    and it is this repository's (GITHUB_REPOSITORY), not the placeholder
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PLACEHOLDER = ['org', 'proof-verify'].join('/');
const file = join(root, 'tools/identity.json');
const identity = JSON.parse(readFileSync(file, 'utf8'));
const read = (path) => readFileSync(join(root, path), 'utf8');

/** Tracked text files that may contain addresses of the project. */
function tracked() {
  const list = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  const apart =
    /^(dist|__tests__\/vectors|docs\/spec|examples|broken-examples|wasm)\/|\.(png|zip|wasm)$|^package-lock\.json$/;
  return list.filter((path) => path !== '' && !apart.test(path) && path !== 'tools/identity.mjs');
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Each place that contains an address, and the expected text. */
function problems() {
  const { repository, image, npm, pypi } = identity;
  const web = `https://github.com/${repository}`;
  const manifest = JSON.parse(read('package.json'));
  const found = [];
  const expect = (place, actual, expected) => {
    if (actual !== expected) found.push(`${place} is ${actual}, expected ${expected}`);
  };
  expect('image in tools/identity.json', image, `ghcr.io/${repository.toLowerCase()}`);
  expect('name in package.json', manifest.name, npm);
  expect('repository in package.json', manifest.repository?.url, `git+${web}.git`);
  expect('homepage in package.json', manifest.homepage, `${web}#readme`);
  expect('bugs in package.json', manifest.bugs?.url, `${web}/issues`);
  for (const name of ['gate-policy-v1', 'gate-report-v1', 'baseline-v1']) {
    const path = `schemas/v1/${name}.schema.json`;
    expect(`$id in ${path}`, JSON.parse(read(path)).$id, `${web}/schemas/v1/${name}.schema.json`);
  }
  const version = `v${manifest.version}`;
  for (const [path, expected] of [
    ['Dockerfile', `ARG VERSION=${manifest.version}\n`],
    ['Dockerfile', `org.opencontainers.image.source="${web}"`],
    ['tools/python/pyproject.toml', `\nname = "${pypi}"\nversion = "${manifest.version}"\n`],
    ['docs/usage/python.md', `pip install ${pypi}`],
    // A reusable workflow uses the Action in its own version.
    ['.github/workflows/verify.yml', `uses: ${repository}@${version}\n`],
    ['templates/github/proof-verify.yml', `uses: ${repository}@`],
    ['templates/gitlab/proof-verify.gitlab-ci.yml', `${image}:`],
    ['templates/jenkins/Jenkinsfile', `${image}:`],
    ['src/gate/config/policy/init.ts', `${web}/schemas/v1/`],
    ['README.md', repository],
    ['.github/CODEOWNERS', `* @${repository.split('/')[0]}\n`],
    ['.github/zizmor.yml', `${repository}: ref-pin`],
  ]) {
    if (!read(path).includes(expected)) found.push(`${path} does not contain ${expected}`);
  }
  if (repository !== PLACEHOLDER) {
    for (const path of tracked().filter((name) => read(name).includes(PLACEHOLDER))) {
      found.push(`${path} still names the placeholder ${PLACEHOLDER}`);
    }
  }
  return found;
}

function set(repository, npm = identity.npm, pypi = npm.replace(/^@/, '').replace('/', '-')) {
  if (!/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(repository)) stop(`${repository} is not OWNER/NAME`);
  const image = `ghcr.io/${repository.toLowerCase()}`;
  const python = new RegExp(`(pip install |^name = ")${identity.pypi}(?=["\`\\s]|$)`, 'gm');
  const rename = new RegExp(`(from ['"]|npm install (?:--global )?|npx )${identity.npm}(?=['"\`\\s]|$)`, 'g');
  for (const path of tracked()) {
    const before = read(path);
    const after = before
      .replaceAll(identity.image, '\0')
      .replaceAll(identity.repository, repository)
      .replaceAll('\0', image)
      .replaceAll(`* @${identity.repository.split('/')[0]}\n`, `* @${repository.split('/')[0]}\n`)
      .replaceAll(rename, `$1${npm}`)
      .replaceAll(python, `$1${pypi}`);
    if (after !== before) writeFileSync(join(root, path), after);
  }
  const manifest = JSON.parse(read('package.json'));
  writeFileSync(join(root, 'package.json'), `${JSON.stringify({ ...manifest, name: npm }, null, 2)}\n`);
  writeFileSync(file, `${JSON.stringify({ repository, image, npm, pypi }, null, 2)}\n`);
  console.log(`The project is ${repository}, its image ${image}, its npm package ${npm}, its PyPI package ${pypi}.`);
  console.log('Now: npm install --package-lock-only && npm run generate && npm run build');
}

const [argument, npm, pypi] = process.argv.slice(2);
if (argument === '--check' || argument === '--release') {
  const here = process.env['GITHUB_REPOSITORY'] ?? '';
  if (argument === '--release' && identity.repository !== here) {
    stop(
      `This is ${here || 'no repository'}, but the project names itself ${identity.repository}: run node tools/identity.mjs ${here} and commit the change.`,
    );
  }
  const found = problems();
  if (found.length > 0) stop(found.join('\n'));
} else if (argument !== undefined) set(argument, npm, pypi);
else stop('usage: node tools/identity.mjs OWNER/NAME [NPM-NAME [PYPI-NAME]] | --check | --release');
