// schemas/v1/gate-policy-v1.schema.json and src/gate/options/ci/systems.ts → the tables of docs/usage/policy.md
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const PAGE = 'docs/usage/policy.md';
/** Values described once instead of member by member. */
const LEAVES = { file: 'file', document: 'document', schema: 'schema' };
/** Placeholder for a name that the user chooses. */
const NAMES = { record_types: 'TYPE', severity: 'CODE', custom_types: 'TYPE' };

/** All members of a policy, in the order of its schema: `[path, type, default, description]`. */
export function policyMembers(schema) {
  const rows = [];
  const visit = (given, path, top) => {
    const name = given.$ref?.slice('#/definitions/'.length);
    const one = { ...(name === undefined ? {} : schema.definitions[name]), ...given };
    if (path !== '' && path !== top) {
      rows.push([path, LEAVES[name] ?? typeOf(one), one.default, one.description ?? '']);
    }
    if (LEAVES[name] !== undefined) return;
    for (const [member, value] of Object.entries(one.properties ?? {})) {
      visit(value, path === '' ? member : `${path}.${member}`);
    }
    if (typeof one.additionalProperties === 'object') {
      visit(one.additionalProperties, `${path}.${NAMES[path.slice(path.lastIndexOf('.') + 1)]}`);
    }
    // Lists of texts have no members of their own; the list form of `approvals` is short for its `rules`.
    if (typeof one.items === 'object' && (one.items.properties ?? deref(one.items)?.properties)) {
      visit(one.items, `${path}[]`, `${path}[]`);
    }
    if (one.if?.type === 'object') visit(one.then, path, path);
    else if (one.if?.type === 'array') visit(one.else, path, path);
  };
  const deref = ({ $ref }) =>
    $ref === undefined ? undefined : schema.definitions[$ref.slice('#/definitions/'.length)];
  visit(schema, '');
  return rows;
}

function typeOf(one) {
  if (one.const !== undefined) return `\`${one.const}\``;
  if (one.enum !== undefined) return one.enum.map((word) => `\`${word}\``).join(', ');
  if (one.if?.type === 'object') return 'number or object';
  if (one.if?.type === 'array') return 'list or object';
  const words = { array: 'list', integer: 'number', boolean: '`true`, `false`', string: 'text' };
  return [one.type]
    .flat()
    .map((type) => words[type] ?? type)
    .join(' or ');
}

const cell = (text) => text.replaceAll('|', '\\|');

function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines
    .map((row) => `| ${row.map(cell).join(' | ')} |\n`)
    .join('')
    .replaceAll('|  |', '| |');
}

function between(text, name, made) {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`];
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end);
  if (from < begin.length || to < from) throw new Error(`${PAGE} lacks the lines ${begin.trim()} … ${end}`);
  return `${text.slice(0, from)}\n${made}\n${text.slice(to)}`;
}

export async function policyFiles(root) {
  const schema = JSON.parse(readFileSync(join(root, 'schemas/v1/gate-policy-v1.schema.json'), 'utf8'));
  const members = policyMembers(schema).map(([path, type, fallback, description]) => [
    `\`${path}\``,
    type,
    fallback === undefined ? '' : `\`${fallback}\``,
    description,
  ]);
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/gate/options/ci/systems.ts')],
    ...{ bundle: true, write: false, format: 'esm', platform: 'node', external: ['node:*'], logLevel: 'error' },
  });
  const { SYSTEMS } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const variables = (names = []) => names.map((name) => `\`${name}\``).join(', ');
  const services = SYSTEMS.map(({ service, run }) => [service, variables(run.commits), variables(run.repository)]);
  const text = readFileSync(join(root, PAGE), 'utf8');
  const withMembers = between(text, 'members', table(['member', 'value', 'default', 'meaning'], members));
  return { [PAGE]: between(withMembers, 'services', table(['service', 'commit', 'repository'], services)) };
}
