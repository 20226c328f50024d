import type { Command, CommanderError } from 'commander';
import { didYouMean } from '../engine/nearest.js';
import { CommandError } from './output.js';

/** ` (did you mean 'x'?)` for the nearest of the names, else the list of them when one is given. */
export function suggestion(text: string, names: readonly string[], known?: string): string {
  const near = didYouMean(text, names);
  return near !== '' || known === undefined ? near : `; known: ${known}`;
}

/**
 * The command that a command line names. @throws CommandError 6 for one that does not exist, with `--help` and under `help`
 * too: general help with exit code 0 would hide the mistake.
 */
export function commandOf(program: Command, args: readonly string[]): Command {
  const operands = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined).filter(isOperand);
  let command = program;
  for (const name of operands[0] === 'help' ? operands.slice(1) : operands) {
    if (command.commands.length === 0) break;
    const next = command.commands.find((one) => one.name() === name);
    if (next === undefined) {
      const names = command.commands.map((one) => one.name());
      const shown = command === program ? name : `${command.name()} ${name}`;
      throw new CommandError(6, `unknown command '${shown}'${suggestion(name, names, names.join(', '))}`);
    }
    command = next;
  }
  return command;
}

/** The message of the argument parser in our style: one line, lower case, a suggestion for a misspelt option. */
export function usageError(error: CommanderError, command: Command): CommandError {
  const message = error.message
    .replace(/^error: /, '')
    .replace(/\. Expected (.*)\.$/, ': expected $1')
    .split('\n', 1)[0];
  const flag = error.code === 'commander.unknownOption' ? /'(--[^'=]+)/.exec(error.message)?.[1] : undefined;
  if (flag === undefined) return new CommandError(6, String(message));
  const own = command.createHelp().visibleOptions(command);
  const common = command.parent?.options ?? [];
  const names = [...own, ...common].flatMap(({ long }) => long ?? []);
  return new CommandError(6, `${message}${suggestion(flag, names)}`);
}

const isOperand = (arg: string): boolean => !arg.startsWith('-');
