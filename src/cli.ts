import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { migrate as applyMigrations } from '../db/migrate.ts';
import { ask } from './cli/ask.ts';
import { backup, restore } from './cli/backup.ts';
import { type CliCommand, type ExitCode, type Terminal, UsageError } from './cli/command.ts';
import { doctor } from './cli/doctor.ts';
import { notice } from './cli/notice.ts';
import { tick } from './cli/tick.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { ConfigError, UserError } from './errors.ts';

const migrate: CliCommand = {
  usage: 'migrate',
  summary: '把数据库升级到最新结构',
  async run({ config, terminal }) {
    const applied = await applyMigrations(config().databasePath);
    terminal.print(applied.length === 0 ? '已经是最新。' : `已执行：${applied.join('、')}`);
    return 0;
  },
};

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  ask,
  notice,
  migrate,
  tick,
  backup,
  restore,
  doctor,
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
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [name = '', ...args] = positionals;
    const command = COMMANDS[name];
    if (command === undefined || values.help === true) {
      (values.help === true ? terminal.print : terminal.complain)(usage());
      return values.help === true ? 0 : 2;
    }
    return await command.run({
      args,
      options: values,
      config: () => readConfig(process.env),
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
      if (error instanceof UsageError || isBadOption(error)) terminal.complain(usage());
      return 2;
    }
    terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 2;
  }
}

function isBadOption(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function usage(): string {
  const lines = Object.values(COMMANDS).map((command) => `  ${command.usage}\n      ${command.summary}`);
  return `用法：npm run -s cli -- <命令>\n${lines.join('\n')}`;
}

process.exitCode = await main(process.argv.slice(2));
