import { afterAll, describe, expect, test } from '@jest/globals';
import { folder, removeFolders } from '../support/build.js';
import { IS_WINDOWS, programs, ROOT, readText, runProgram, withPrograms } from '../support/cli.js';

// The examples of docs/usage/approvals.md as they are printed, each after the set-up: what a comment says of exit code and finding is so.

afterAll(removeFolders);

const PAGE = readText(ROOT, 'docs/usage/approvals.md');
const EXAMPLES = new Map(
  [...PAGE.matchAll(/<!-- example: (\S+) -->\n```sh\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => [name, text]),
);
const GATE = /^(proof-verify gate .*?) +# exit code (\d)(?:, ([a-z]+\.[a-z_]+))?.*$/gm;
const SET_UP = EXAMPLES.get('set-up') ?? '';

/** The script, in which each gate has to end as its comment says. */
function checked(script: string): string {
  return script.replace(GATE, (_, command: string, exit: string, code: string | undefined) =>
    [
      `code=0; ${command} > said.txt 2>&1 || code=$?`,
      `if [ $code -ne ${exit} ]; then echo "exit code $code, not ${exit}"; cat said.txt; exit 99; fi`,
      ...(code === undefined ? [] : [`grep -qF '  ${code}' said.txt || { echo 'no ${code}'; cat said.txt; exit 98; }`]),
    ].join('\n'),
  );
}

// The stand-ins are shell scripts.
(IS_WINDOWS ? describe.skip : describe)('the guide to approvals', () => {
  const shell = programs();

  test.each([...EXAMPLES.keys()])('%s', (name) => {
    const own = EXAMPLES.get(name) ?? '';
    const script = name === 'set-up' ? own : SET_UP.replace(GATE, '') + own;
    expect([...own.matchAll(GATE)].length).toBeGreaterThan(0);
    const { exit, stdout, stderr } = runProgram('sh', ['-euc', checked(script)], folder(), withPrograms(shell));
    expect({ exit, failed: exit === 0 ? '' : stdout + stderr }).toEqual({ exit: 0, failed: '' });
  });

  test('shows each form, and each block is an example', () => {
    expect([...EXAMPLES.keys()]).toEqual(
      expect.arrayContaining(['approve', 'form-event', 'form-edge', 'form-reference', 'form-id', 'deny', 'withdraw']),
    );
    expect(PAGE.match(/^```sh$/gm)).toHaveLength(EXAMPLES.size);
  });
});
