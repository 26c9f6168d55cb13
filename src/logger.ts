import { AsyncLocalStorage } from 'node:async_hooks';
import {
  configure,
  getConsoleSink,
  getJsonLinesFormatter,
  getLogger,
  type Logger,
  withContext,
} from '@logtape/logtape';
import { redacting } from './redaction.ts';

export const LOG_LEVELS = ['debug', 'info', 'warning', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type { Logger };

/**
 * Sends the log to standard error as JSON lines. What is logged are ids, codes, counts and times: no secret, token,
 * phone number or message body is handed to the logger, and what slips in is masked.
 *
 * @param secrets values that must not appear anywhere.
 */
export async function configureLogging(level: LogLevel, secrets: readonly string[] = []): Promise<void> {
  const formatter = redacting(getJsonLinesFormatter(), secrets);
  await configure({
    reset: true,
    contextLocalStorage: new AsyncLocalStorage(),
    sinks: { stderr: getConsoleSink({ formatter, console: stderrConsole() }) },
    loggers: [
      { category: ['logtape', 'meta'], lowestLevel: 'warning', sinks: ['stderr'] },
      { category: ['bot'], lowestLevel: level, sinks: ['stderr'] },
    ],
  });
}

/** The logger of one part (`outbox`, `lark`). Silent until `configureLogging` ran. */
export function loggerOf(part: string): Logger {
  return getLogger(['bot', part]);
}

/** Does a tenant's work: whatever it logs, now or later, bears the tenant's id. One app alone has no id. */
export function inTenant<T>(id: string | undefined, work: () => T): T {
  return id === undefined ? work() : withContext({ tenant: id }, work);
}

// Standard output belongs to the command line's answers.
function stderrConsole(): Console {
  const write = console.error.bind(console);
  return Object.assign(Object.create(console) as Console, {
    log: write,
    info: write,
    debug: write,
    warn: write,
    trace: write,
  });
}
