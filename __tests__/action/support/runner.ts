/** What the runner does with the lines that a step prints, as far as safety is concerned. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Commands of old runners that are looked for anywhere in a line. */
const OLD_COMMAND = /##\[([a-z-]+)[^\]]*\]/;

/** Reads what was printed as the runner does: lines, commands, and none between stop-commands and its token. */
export function runnerCommands(printed: readonly string[]): readonly RunnerCommand[] {
  const commands: RunnerCommand[] = [];
  let stopToken: string | undefined;
  for (const line of printed.flatMap((text) => text.split(/\r\n|\r|\n/))) {
    const one = parseCommand(line);
    if (stopToken !== undefined) {
      if (one?.name === stopToken) stopToken = undefined;
      continue;
    }
    if (one?.name === 'stop-commands') stopToken = one.data;
    else if (one !== undefined) commands.push(one);
  }
  if (stopToken !== undefined) throw new Error('commands stay stopped');
  return commands;
}

function parseCommand(line: string): RunnerCommand | undefined {
  const match = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line);
  if (match === null) {
    const old = OLD_COMMAND.exec(line);
    return old === null ? undefined : { name: `old ${old[1]}`, properties: {}, data: line };
  }
  const [, name = '', list = '', data = ''] = match;
  const pairs = list.split(',').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), unescapeProperty(pair.slice(at + 1))] as const;
  });
  return { name, properties: list === '' ? {} : Object.fromEntries(pairs), data: unescapeData(data) };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ',')).replaceAll('%0D', '\r');
}
