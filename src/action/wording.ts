import { GATE_OPTIONS, inputName } from '../gate/options/table.js';

const INPUTS: ReadonlyMap<string, string | undefined> = new Map(
  GATE_OPTIONS.map((spec) => [`--${spec.name}`, inputName(spec)]),
);

/**
 * Messages and remedies in the words of a workflow (people.md section 2.1): `--public-key` is the input public-key there.
 * Commands in back-ticks keep their options: they are for a terminal.
 */
export function inputWording(text: string): string {
  return text.replace(/`[^`]*`|--[a-z]+(?:-[a-z0-9]+)*/g, (found) => {
    const input = INPUTS.get(found);
    return input === undefined ? found : `input ${input}`;
  });
}
