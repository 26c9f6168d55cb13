import type { IsWorkingDay } from './jumps.ts';
import type { Credentials } from './model.ts';
import type { Sandbox } from './sandbox.ts';

/** What answers HTTP requests: a Hono app, for one. */
export interface Fetches {
  fetch(request: Request): Response | Promise<Response>;
}

export interface SandboxOptions {
  /** 0 or nothing: any free one. Always on 127.0.0.1. */
  port?: number;
  /** The emulator's own SQLite file; nothing: the state ends with the process. */
  databasePath?: string;
  /** Forget what the file holds. */
  fresh?: boolean;
  /** What is not given is made anew at each start. */
  credentials?: Partial<Credentials>;
  /** How events and clicks reach the bot; the webhook unless said otherwise. */
  transport?: 'webhook' | 'websocket';
  /** Base address of a bot in another process; nothing: the one that is mounted here. */
  botUrl?: string;
  /** The bot, served on the same port for `/lark/*`, `/healthz`, `/readyz`, `/metrics`; may be mounted later. */
  app?: Fetches;
  botName?: string;
  /** Units that shall have a liaison, as the notice spells them. */
  units?: readonly string[];
  /** Scopes granted to the app beside the usual ones, such as `im:message.group_msg`. */
  scopes?: readonly string[];
  /** Which days are worked on, for the clock's jumps; nothing: all but weekends. */
  isWorkingDay?: IsWorkingDay;
  /** Runs once, when the world was made anew. */
  seed?: (sandbox: Sandbox) => Promise<void> | void;
  /** The platform's patience with a push or click: 3,000 ms unless a test is in a hurry. */
  deadlineMs?: number;
}
