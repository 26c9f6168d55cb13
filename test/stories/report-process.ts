import { serve } from '@hono/node-server';
import type { LarkSettings } from '../../src/config.ts';
import { openService } from '../../src/service.ts';

/** What the parent hands over, as JSON in the first argument. */
export interface ProcessOptions {
  lark: LarkSettings;
  databasePath: string;
  officeOpenIds: string[];
  /** ms between the story's clock and the machine's. */
  clockOffset: number;
}

// The service in a process of its own, so that it can be killed as a crash would.
const options = JSON.parse(process.argv[2] ?? '') as ProcessOptions;
const service = await openService({
  lark: options.lark,
  databasePath: options.databasePath,
  officeOpenIds: options.officeOpenIds,
  clock: { now: () => Date.now() + options.clockOffset },
});
// As the schedule does, only more often: what was stored and not finished is taken up.
setInterval(() => void service.tick(), 300);
serve({ fetch: (request) => service.fetch(request), port: 0, hostname: '127.0.0.1' }, (address) =>
  process.send?.(address.port),
);
