import type { Command } from 'commander';
import type { ExitCode } from '../../engine/findings.js';
import { REPORT_FORMATS } from '../../gate/options/report-target.js';
import { GATE_OPTIONS, OPTIONS } from '../../gate/options/table.js';
import { CommandError, type Io } from '../output.js';
import { suggestion } from '../usage.js';

/** Words that a position takes: a fixed list, and files as well where the list is not exhaustive. */
interface Values {
  readonly words: readonly string[];
  readonly files: boolean;
}

/** What can be completed after a command: its sub-commands, its options and what they take, its arguments. */
interface Position {
  /** `chain verify`; `''`: the program. */
  readonly path: string;
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, Values | undefined>;
  /** Whether its arguments are files. */
  readonly files: boolean;
}

const SHELLS = ['bash', 'zsh', 'fish'];

/** `completion bash|zsh|fish`: a script that completes commands, options and their values, made from the program itself. */
export async function completionCommand(shell: string, program: Command, io: Io): Promise<ExitCode> {
  if (!SHELLS.includes(shell)) {
    throw new CommandError(6, `unknown shell ${JSON.stringify(shell)}${suggestion(shell, SHELLS, SHELLS.join(', '))}`);
  }
  const positions = [...positionsOf(program, '', await argumentWords())];
  io.out({ bash, zsh, fish }[shell as 'bash' | 'zsh' | 'fish'](positions));
  return 0;
}

/** Words that the arguments of commands take. */
async function argumentWords(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { FINDING_CODES } = await import('./explain.js');
  const { INIT_NAMES } = await import('./init.js');
  const { loadCatalogues } = await import('../../gate/config/frameworks/catalogues.js');
  const { publishedSchemaNames } = await import('../../engine/schema/registry.js');
  const frameworks = loadCatalogues().map(({ framework }) => framework.id);
  return {
    explain: FINDING_CODES,
    init: INIT_NAMES,
    schema: publishedSchemaNames(),
    completion: SHELLS,
    'frameworks show': frameworks,
    'frameworks coverage': frameworks,
  };
}

function* positionsOf(
  command: Command,
  path: string,
  argumentsOf: Readonly<Record<string, readonly string[]>>,
): Iterable<Position> {
  const words = argumentsOf[path];
  const options = command.options.flatMap((option): [string, Values | undefined][] =>
    option.long == null ? [] : [[option.long, option.required ? valuesOf(option.long.slice(2)) : undefined]],
  );
  yield {
    path,
    words: words ?? command.commands.map((child) => child.name()),
    options: new Map([...options, ['--help', undefined]]),
    files: command.registeredArguments.some((one) => !['code', 'name', 'shell', 'id'].includes(one.name())),
  };
  for (const child of command.commands) {
    yield* positionsOf(child, path === '' ? child.name() : `${path} ${child.name()}`, argumentsOf);
  }
}

/** The choices of an option of the gate, `FORMAT=` for reports; anything else may be a file. */
function valuesOf(name: string): Values {
  if (name === OPTIONS.reports.name) return { words: REPORT_FORMATS.map((format) => `${format}=`), files: true };
  const { choices } = GATE_OPTIONS.find((one) => one.name === name) ?? {};
  return { words: choices ?? [], files: choices === undefined };
}

/** The parts that bash and zsh have in common: commands with sub-commands, and what an option and an argument takes. */
function cases(positions: readonly Position[], set: (words: readonly string[], files: boolean) => string) {
  const groups = positions.filter(({ path }) => positions.some((one) => one.path.startsWith(`${path} `)));
  const values = positions.flatMap(({ path, options }) =>
    [...options].flatMap(([option, taken]) =>
      taken === undefined ? [] : [`    "${path} ${option}") ${set(taken.words, taken.files)} ;;`],
    ),
  );
  const others = positions.map(
    ({ path, words, options, files }) => `        "${path}") ${set([...words, ...options.keys()], files)} ;;`,
  );
  return {
    groups: ['', ...groups.map(({ path }) => path)].map((path) => `"${path}"`).join('|'),
    values: values.join('\n'),
    others: others.join('\n'),
  };
}

function bash(positions: readonly Position[]): string {
  const { groups, values, others } = cases(
    positions,
    (words, files) => `words="${words.join(' ')}" files=${files ? 'yes' : ''}`,
  );
  return `_proof_verify() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path="" words="" files="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path" in ${groups}) ;; *) break ;; esac
    [[ $word == -* ]] || path="\${path:+$path }$word"
  done
  COMPREPLY=()
  if [ "$previous" = "=" ]; then compopt -o default 2>/dev/null; return; fi
  case "$path $previous" in
${values}
    *)
      case "$path" in
${others}
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ \${#COMPREPLY[@]} = 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
  if [ -n "$files" ]; then compopt -o default 2>/dev/null; fi
}
complete -F _proof_verify proof-verify proof
`;
}

/** Of its own: what zsh emulates of bash lacks `compopt`, and there `path` is the search path. */
function zsh(positions: readonly Position[]): string {
  const { groups, values, others } = cases(
    positions,
    (words, files) => `offered=(${words.join(' ')}) files=${files ? 'yes' : ''}`,
  );
  return `#compdef proof-verify proof
_proof_verify() {
  local current="$words[CURRENT]" previous="$words[CURRENT-1]" at="" files="" word
  local -a offered
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at" in ${groups}) ;; *) break ;; esac
    [[ $word == -* ]] || at="\${at:+$at }$word"
  done
  if [[ $current == --*=* ]]; then previous="\${current%%=*}"; compset -P 1 '*='; fi
  case "$at $previous" in
${values}
    *)
      case "$at" in
${others}
      esac ;;
  esac
  compadd -- \${offered:#*=}
  compadd -S '' -- \${(M)offered:#*=}
  if [[ -n $files ]]; then _files; fi
}
if [[ "$funcstack[1]" == _proof_verify ]]; then _proof_verify "$@"; else compdef _proof_verify proof-verify proof; fi
`;
}

function fish(positions: readonly Position[]): string {
  const lines = positions.flatMap(({ path, words, options, files }) => {
    const at = `complete -c proof-verify -n ${fishCondition(path, positions)}`;
    return [
      ...words.map((word) => `${at} -f -a ${word}`),
      ...(files || words.length > 0 ? [] : [`${at} -f`]),
      ...[...options].map(([option, values]) => {
        const name = `${at} -l ${option.slice(2)}`;
        if (values === undefined) return name;
        if (values.words.length === 0) return `${name} -r`;
        return `${name} ${values.files ? '-r' : '-x'} -a '${values.words.join(' ')}'`;
      }),
    ];
  });
  return `${[...lines, 'complete -c proof -w proof-verify'].join('\n')}\n`;
}

/** The names of the path were given, and none of what would make it a different command. */
function fishCondition(path: string, positions: readonly Position[]): string {
  if (path === '') return '__fish_use_subcommand';
  const paths = positions.map((one) => one.path);
  const below = paths.filter((one) => one.startsWith(`${path} `)).map((one) => one.slice(path.length + 1));
  // `verify` is also the name of a command of `chain`.
  const groups = paths.filter((one) => one.endsWith(` ${path}`)).map((one) => one.slice(0, -path.length - 1));
  const given = path.split(' ').map((name) => `__fish_seen_subcommand_from ${name}`);
  const not = [...below, ...groups].map((name) => `not __fish_seen_subcommand_from ${name}`);
  return `'${[...given, ...not].join('; and ')}'`;
}
