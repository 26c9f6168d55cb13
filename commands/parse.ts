import type { Command } from './command.ts';

/** What a text is: a command with its arguments, an unknown command, or a plain question. */
export type Parsed =
  | { kind: 'command'; command: Command; args: string }
  | { kind: 'unknown'; typed: string; nearest: Command | undefined }
  | { kind: 'question'; text: string };

/**
 * Reads a text as a command. Forgiven: a full-width slash, spaces before and after it, upper case, and no space
 * between the name and what follows.
 */
export function parse(text: string, commands: readonly Command[]): Parsed {
  const slashed = /^\s*[/／]\s*([\s\S]*)$/.exec(text)?.[1];
  if (slashed === undefined) return { kind: 'question', text };
  const lower = slashed.toLowerCase();
  const found = commands
    .flatMap((command) => [command.name, command.alias].map((name) => ({ command, name })))
    .filter(({ name }) => lower.startsWith(name) && !isInsideWord(lower, name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (found)
    return { kind: 'command', command: found.command, args: slashed.slice(found.name.length).trim() };
  const typed = /^\S*/.exec(slashed)?.[0] ?? '';
  return { kind: 'unknown', typed, nearest: nearest(typed.toLowerCase(), commands) };
}

/** `/asks` is not `/ask`; `/小组7` is `/小组 7`. */
function isInsideWord(text: string, name: string): boolean {
  return /[a-z]$/.test(name) && /^[a-z]/.test(text.slice(name.length));
}

function nearest(typed: string, commands: readonly Command[]): Command | undefined {
  const scored = commands
    .flatMap((command) =>
      [command.name, command.alias].map((name) => ({ command, distance: edits(typed, name), name })),
    )
    .filter(({ distance, name }) => distance < Math.max(name.length, typed.length))
    .sort((a, b) => a.distance / a.name.length - b.distance / b.name.length);
  return scored[0]?.command;
}

/** Levenshtein distance, by characters. */
function edits(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let row = to.map((_, j) => j + 1);
  from.forEach((one, i) => {
    let corner = i;
    let left = i + 1;
    row = row.map((above, j) => {
      const here = Math.min(left + 1, above + 1, corner + (one === to[j] ? 0 : 1));
      corner = above;
      left = here;
      return here;
    });
  });
  return row.at(-1) ?? from.length;
}
