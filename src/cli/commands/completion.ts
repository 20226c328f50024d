import type { Command } from 'commander';
import type { ExitCode } from '../../engine/findings.js';
import { CommandError, type Io } from '../output.js';

/** `completion bash|zsh|fish`: a script that completes commands and options, made from the program itself. */
export function completionCommand(shell: string, program: Command, io: Io): ExitCode {
  const words = wordsOf(program);
  switch (shell) {
    case 'bash':
      io.out(bash(words));
      return 0;
    case 'zsh':
      io.out(`#compdef proof-verify proof\nautoload -U +X bashcompinit && bashcompinit\n${bash(words)}`);
      return 0;
    case 'fish':
      io.out(fish(words));
      return 0;
    default:
      throw new CommandError(6, `unknown shell ${JSON.stringify(shell)}; known: bash, zsh, fish`);
  }
}

interface Words {
  readonly name: string;
  readonly options: readonly string[];
}

function wordsOf(program: Command): readonly Words[] {
  const options = (command: Command): string[] =>
    command.options.flatMap((one) => (one.long == null ? [] : [one.long]));
  return program.commands.map((command) => ({
    name: command.name(),
    options: [...options(command), ...command.commands.flatMap((child) => [child.name(), ...options(child)])],
  }));
}

function bash(words: readonly Words[]): string {
  const cases = words
    .map(({ name, options }) => `    ${name}) words="${[...new Set(options)].join(' ')}" ;;`)
    .join('\n');
  return `_proof_verify() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words="${words.map((one) => one.name).join(' ')} --help --version"
  [ "$COMP_CWORD" -gt 1 ] && case "\${COMP_WORDS[1]}" in
${cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _proof_verify proof-verify proof
`;
}

function fish(words: readonly Words[]): string {
  return words
    .flatMap(({ name, options }) => [
      `complete -c proof-verify -n __fish_use_subcommand -a ${name}`,
      ...[...new Set(options)].map((option) =>
        option.startsWith('--')
          ? `complete -c proof-verify -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`
          : `complete -c proof-verify -n '__fish_seen_subcommand_from ${name}' -a ${option}`,
      ),
    ])
    .join('\n')
    .concat('\n');
}
