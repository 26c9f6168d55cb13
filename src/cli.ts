import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type CliCommand, type ExitCode, type Terminal, UsageError } from './cli/command.ts';
import { Targets } from './cli/targets.ts';
import { systemClock } from './clock.ts';
import { ConfigError, UserError } from './errors.ts';

/** Loaded on use: a question needs neither the database nor the platform. */
const COMMANDS: Readonly<Record<string, () => Promise<CliCommand>>> = {
  ask: async () => (await import('./cli/ask.ts')).ask,
  notice: async () => (await import('./cli/notice.ts')).notice,
  migrate: async () => (await import('./cli/migrate.ts')).migrate,
  tick: async () => (await import('./cli/tick.ts')).tick,
  backup: async () => (await import('./cli/backup.ts')).backup,
  restore: async () => (await import('./cli/backup.ts')).restore,
  export: async () => (await import('./cli/export.ts')).exportFiles,
  doctor: async () => (await import('./cli/doctor.ts')).doctor,
};

const terminal: Terminal = {
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
};

async function main(argv: string[]): Promise<ExitCode> {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        stdin: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        now: { type: 'string' },
        out: { type: 'string' },
        tenant: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [name = '', ...args] = positionals;
    const load = COMMANDS[name];
    if (load === undefined || values.help === true) {
      (values.help === true ? terminal.print : terminal.complain)(await usage());
      return values.help === true ? 0 : 2;
    }
    const command = await load();
    return await command.run({
      args,
      options: values,
      targets: new Targets(process.env, values.tenant),
      terminal,
      now: systemClock.now(),
    });
  } catch (error) {
    if (
      error instanceof UsageError ||
      error instanceof UserError ||
      error instanceof ConfigError ||
      isBadOption(error)
    ) {
      terminal.complain((error as Error).message);
      if (error instanceof UsageError || isBadOption(error)) terminal.complain(await usage());
      return 2;
    }
    terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 2;
  }
}

function isBadOption(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

async function usage(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map((command) => `  ${command.usage}\n      ${command.summary}`);
  return `用法：npm run -s cli -- <命令>\n${lines.join('\n')}`;
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
