// Keeps the documents true.  node docs.mjs check ROOT | node docs.mjs write ROOT
//   <!-- file: PATH -->     the code block after it is that file, byte for byte (`write` puts it there)
//   <!-- example: NAME -->  the code block after it is run by .ci/checks/docs.sh (`node docs.mjs example ROOT FILE NAME` prints it)
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const [mode, root, ...rest] = process.argv.slice(2);
const read = (path) => readFileSync(join(root, path), 'utf8');
const git = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' });
const documents = [...new Set(git.split('\0'))].filter((path) => path !== '' && !path.startsWith('__tests__/') && existsSync(join(root, path)));
const INCLUDE = /(<!-- file: (\S+) -->\n```\w*\n)([\s\S]*?)(```\n)/g;

if (mode === 'example') {
  const [file, name] = rest;
  const found = new RegExp(`<!-- example: ${name} -->\\n\`\`\`\\w*\\n([\\s\\S]*?)\`\`\`\\n`).exec(read(file));
  if (found === null) throw new Error(`no example ${name} in ${file}`);
  process.stdout.write(found[1]);
  process.exit();
}

if (mode === 'write') {
  for (const path of documents) {
    const before = read(path);
    const after = before.replace(INCLUDE, (_, head, source, __, tail) => head + read(source) + tail);
    if (after !== before) writeFileSync(join(root, path), after);
  }
  process.exit();
}

const results = [];
const check = (name, problems) => results.push([name, problems]);

const stale = [];
let included = 0;
for (const path of documents) {
  for (const [, , source, body] of read(path).matchAll(INCLUDE)) {
    included++;
    if (!existsSync(join(root, source)) || read(source) !== body) stale.push(`${path}: ${source} (node .ci/lib/docs.mjs write .)`);
  }
}
if (included === 0) stale.push('nothing is included');
check(`${included} included files are those files`, stale);

/** GitHub's anchor of a heading. */
const slug = (heading) => heading.trim().toLowerCase().replace(/[`*]/g, '').replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');
const anchors = (path) => new Set([...read(path).replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map(([, text]) => slug(text)));
const broken = [];
let links = 0;
for (const path of documents) {
  for (const [, target] of read(path).replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    links++;
    const [file, anchor] = target.split('#');
    const other = file === '' ? path : normalize(join(dirname(path), file));
    if (!existsSync(join(root, other))) broken.push(`${path}: ${target}`);
    else if (anchor !== undefined && !anchors(other).has(anchor)) broken.push(`${path}: ${target} (no such heading)`);
  }
}
check(`${links} links lead somewhere`, broken);

const manifest = JSON.parse(read('package.json'));
const dependencies = read('docs/dependencies.md');
const listed = [...dependencies.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
check('each dependency has a reason', [
  ...Object.keys(manifest.devDependencies).filter((name) => !listed.includes(name)).map((name) => `missing: ${name}`),
  ...listed.filter((name) => !/^[a-z0-9-]+ \(crate\)$/.test(name) && !(name in manifest.devDependencies)).map((name) => `not in package.json: ${name}`),
  ...(manifest.dependencies === undefined ? [] : ['package.json has dependencies: everything is bundled']),
]);

const cli = (...args) => execFileSync(process.execPath, [join(root, 'dist/cli/index.js'), ...args], { encoding: 'utf8' });
const help = cli('gate', '--help');
const options = [...new Set([...help.matchAll(/(?<![\w-])--([a-z][a-z0-9-]+)/g)].map(([, name]) => name))].filter((name) => name !== 'help');
const guide = read('docs/usage/cli.md');
const limits = read('docs/limits.md');
check(`${options.length} options of gate are documented`, [
  ...options.filter((name) => !`${guide}\n${limits}`.includes(`--${name}`)).map((name) => `not documented: --${name}`),
  ...[...`${guide.split('## More commands')[0]}\n${limits}`.matchAll(/--([a-z][a-z0-9-]*[a-z0-9])/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'max' && !options.includes(name) && !['global', 'help'].includes(name))
    .map((name) => `no such option: --${name}`),
]);

const inputs = [...read('action.yml').split(/^outputs:/m)[0].matchAll(/^ {2}([a-z][a-z0-9-]*):$/gm)].map(([, name]) => name);
const outputs = [...(read('action.yml').split(/^outputs:/m)[1] ?? '').split(/^runs:/m)[0].matchAll(/^ {2}([a-z][a-z0-9-]*):$/gm)].map(([, name]) => name);
const github = read('docs/usage/github.md');
check(`${inputs.length} inputs and ${outputs.length} outputs of the Action are documented`, [
  ...inputs.filter((name) => !`${github}${guide}${limits}`.includes(name)).map((name) => `input: ${name}`),
  ...outputs.filter((name) => !github.includes(`\`${name}\``)).map((name) => `output: ${name}`),
  ...(inputs.length === 0 ? ['no input found'] : []),
]);

const findings = read('src/engine/findings.ts');
const codes = [...findings.matchAll(/^ {2}(?:'([a-z][a-z0-9_.]+)'|(internal)): (?:error|warning|notice)\(/gm)].map(([, quoted, bare]) => quoted ?? bare);
const reference = read('docs/findings.md');
const all = documents.filter((path) => path !== 'CHANGELOG.md' && !path.startsWith('docs/spec/')).map((path) => [path, read(path)]);
/** Members of policies, and functions, that look like finding codes. */
const members = new Set([...read('docs/usage/policy.md').matchAll(/^\| `([a-z_.]+)/gm)].map(([, path]) => path));
const isOther = (name) => /^json\.(?:dumps|loads)$/.test(name) || members.has(name);
const known = new Set(codes.map((code) => code.split('.')[0]));
check(`${codes.length} findings are documented, and no other is named`, [
  ...codes.filter((code) => !reference.includes(`\`${code}\``)),
  ...all.flatMap(([path, text]) =>
    [...text.matchAll(/`([a-z]+(?:\.[a-z_]+)+)`/g)]
      .filter(([, code]) => known.has(code.split('.')[0]) && !codes.includes(code) && !isOther(code) && !/\.(json|jsonl|ts|mjs|yml|sh|name)$/.test(code))
      .map(([, code]) => `${path}: ${code}`),
  ),
  ...(codes.length < 50 ? ['the findings were not found'] : []),
]);

const defaults = read('src/engine/limits.ts');
const MiB = 1024 * 1024;
const spoken = { '2 GiB': 2048 * MiB, '256 MiB': 256 * MiB, '1 GiB': 1024 * MiB, '10 MiB': 10 * MiB, '64 MiB': 64 * MiB };
const wrong = [];
const limitRows = [...limits.matchAll(/`--max-([a-z-]+)` \| ([^|]+) \|/g)];
for (const [, option, text] of limitRows) {
  const member = `max${option.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('')}`;
  const value = new RegExp(`^ {2}${member}: ([^,]+),`, 'm').exec(defaults.split('DEFAULT_LIMITS')[1] ?? '')?.[1];
  const bytes = value === undefined ? Number.NaN : Number(value.replaceAll('_', '').replace(/ \* MiB/, '')) * (value.includes('MiB') ? MiB : 1);
  const said = spoken[text.trim()] ?? Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
  if (bytes !== said) wrong.push(`--max-${option}: the code says ${value}, the page ${text.trim()}`);
}
check(`${limitRows.length} limits are those of the code`, limitRows.length < 8 ? ['too few limits found'] : wrong);

for (const [name, path] of [['github', 'templates/github/proof-verify.yml'], ['gitlab', 'templates/gitlab/proof-verify.gitlab-ci.yml'], ['jenkins', 'templates/jenkins/Jenkinsfile']]) {
  check(`init ${name} prints ${path}`, cli('init', name) === read(path) ? [] : ['another text']);
}

const version = manifest.version;
check('the changelog has the version', read('CHANGELOG.md').includes(`## [${version}]`) ? [] : [version]);
check('the version on the command line is that of package.json', cli('--version').trim().endsWith(version) ? [] : [cli('--version')]);

for (const [name, problems] of results) console.log([problems.length === 0 ? 'ok' : 'bad', name, problems.join('; ')].join('\t'));
