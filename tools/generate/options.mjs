// src/gate/options/table.ts and src/action/inputs.ts → the inputs of action.yml, the tables of docs/usage/cli.md and github.md; action.yml → the
// tables of README.md
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { parse } from 'yaml';

async function load(root, ...paths) {
  const { outputFiles } = await build({
    stdin: { contents: paths.map((path) => `export * from './${path}';`).join('\n'), resolveDir: root },
    ...{ bundle: true, write: false, format: 'esm', platform: 'node', external: ['node:*'], logLevel: 'error' },
  });
  return await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** Replaces the text between the lines that contain `begin` and `end`. */
function between(text, begin, end, made, path) {
  const from = text.indexOf('\n', text.indexOf(begin) + begin.length) + 1;
  const to = text.lastIndexOf('\n', text.indexOf(end, from)) + 1;
  if (text.indexOf(begin) < 0 || to < from) throw new Error(`${path} lacks the lines ${begin} … ${end}`);
  return `${text.slice(0, from)}${made}${text.slice(to)}`;
}

const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;
const cell = (text) => text.replaceAll('|', '\\|');

/** The default of the option, in words. */
function defaultOf({ default: value, defaultHelp }) {
  return defaultHelp ?? (value === undefined ? '' : `\`${value}\``);
}

/** Lines of at most 120 characters, indented by six. */
function fold(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line.length + word.length > 113) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => `      ${line}\n`).join('');
}

/** A block of action.yml: folded text, so that nothing in it needs quotes. */
function inputBlock(name, description, fallback) {
  const quoted = fallback.startsWith('$') ? fallback : `'${fallback}'`;
  return `  ${name}:\n    description: >-\n${fold(description)}    required: false\n    default: ${quoted}\n`;
}

const choicesOf = ({ choices }) =>
  choices === undefined ? '' : `${choices.map((word) => `\`${word}\``).join(', ')}: `;

function inputDescription(spec) {
  const choices = choicesOf(spec);
  const fallback = spec.default === undefined && spec.defaultHelp === undefined ? '' : ` Default: ${defaultOf(spec)}.`;
  const lines = spec.kind === 'list' ? ' One per line.' : '';
  return `${choices}${choices === '' ? sentence(spec.help) : `${spec.help}.`}${lines}${fallback}`;
}

/** The inputs and outputs of action.yml: what it says of them, and nothing else. */
function actionTables(text) {
  const { inputs, outputs } = parse(text);
  const table = (title, members) => [
    `| ${title} | meaning |`,
    '|---|---|',
    ...Object.entries(members).map(([name, { description }]) => `| \`${name}\` | ${cell(description.trim())} |`),
    '',
  ];
  return `\n${[...table('input', inputs), ...table('output', outputs)].join('\n')}\n`;
}

export async function optionFiles(root) {
  const { ACTION_INPUTS, GATE_OPTIONS, OPTION_GROUPS, environmentName, inputName, valueName } = await load(
    root,
    'src/gate/options/table.ts',
    'src/action/inputs.ts',
  );
  const own = Object.entries(ACTION_INPUTS);
  const inputs = GATE_OPTIONS.filter((spec) => inputName(spec) !== undefined);
  const page = (path, begin, end, made) => ({
    [path]: between(readFileSync(join(root, path), 'utf8'), begin, end, made, path),
  });

  const yaml = [
    ...inputs.map((spec) => inputBlock(inputName(spec), inputDescription(spec), '')),
    ...own.map(([name, spec]) => inputBlock(name, inputDescription({ ...spec, default: undefined }), spec.default)),
  ].join('');

  const flags = (spec) => {
    if (spec.cli === false) return spec.kind === 'list' ? '`PATTERN…`' : '(variable only)';
    const value = valueName(spec)?.replace(/^[a-z=/]+$/, (word) => (spec.choices ? word : word.toUpperCase()));
    const off = spec.kind === 'switch' && spec.default === 'true' ? `, \`--no-${spec.name}\`` : '';
    return `\`${spec.cli ?? `--${spec.name}`}${value === undefined ? '' : ` ${value}`}\`${off}`;
  };
  const cli = OPTION_GROUPS.flatMap((group) => [
    '',
    `**${group}**`,
    '',
    '| option | meaning | default | variable |',
    '|---|---|---|---|',
    ...GATE_OPTIONS.filter((spec) => spec.group === group).map((spec) => {
      const repeatable = spec.kind === 'list' ? '; repeatable' : '';
      const cells = [flags(spec), spec.help + repeatable, defaultOf(spec), `\`${environmentName(spec.name)}\``];
      return `| ${cells.map(cell).join(' | ')} |`;
    }),
  ]);

  const github = [
    '| input | meaning | default |',
    '|---|---|---|',
    ...inputs.map((spec) => {
      const lines = spec.kind === 'list' ? '; one per line' : '';
      return `| \`${inputName(spec)}\` | ${cell(choicesOf(spec) + spec.help + lines)} | ${cell(defaultOf(spec))} |`;
    }),
    ...own.map(([name, spec]) => {
      return `| \`${name}\` | ${cell(choicesOf(spec) + spec.help)} | ${name === 'github-token' ? "the job's token" : `\`${spec.default}\``} |`;
    }),
  ];

  const action = page('action.yml', '\ninputs:', '\noutputs:', `${yaml}\n`);
  return {
    ...action,
    ...page('README.md', '<!-- action.yml -->', '<!-- end of action.yml -->', actionTables(action['action.yml'])),
    ...page('docs/usage/cli.md', '<!-- options -->', '<!-- end of options -->', `${cli.join('\n')}\n\n`),
    ...page('docs/usage/github.md', '<!-- inputs -->', '<!-- end of inputs -->', `\n${github.join('\n')}\n\n`),
  };
}
