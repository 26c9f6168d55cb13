import type { Targets } from './targets.ts';

/** Where a command of the command line reads and writes. */
export interface Terminal {
  /** Standard input, line by line. */
  lines(): AsyncIterable<string>;
  print(text: string): void;
  /** For what is not the answer. */
  complain(text: string): void;
}

export interface CliCall {
  /** What follows the command's name, options taken out. */
  args: readonly string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
  targets: Targets;
  terminal: Terminal;
  /** Instant in ms. */
  now: number;
}

/** 0 done · 1 done and something is wrong · 2 not done. */
export type ExitCode = 0 | 1 | 2;

export interface CliCommand {
  usage: string;
  summary: string;
  run(call: CliCall): Promise<ExitCode>;
}

/** Wrong use of the command line: said on standard error with the usage, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
