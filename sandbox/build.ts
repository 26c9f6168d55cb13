import { createClock, type SandboxClock } from './clock.ts';
import { Acts } from './conversation/acts.ts';
import { Clicks } from './conversation/clicks.ts';
import { Conversation } from './conversation/conversation.ts';
import { tellBot } from './conversation/received.ts';
import { makeCredentials } from './credentials.ts';
import type { SandboxOptions } from './options.ts';
import { CallLog } from './platform/calls.ts';
import type { Platform } from './platform/endpoint.ts';
import { Faults } from './platform/faults.ts';
import { Limits } from './platform/limits.ts';
import { DEFAULT_SCOPES } from './platform/scopes.ts';
import { Tokens } from './platform/token.ts';
import { UpdateTokens } from './platform/update-tokens.ts';
import { Ladder } from './push/ladder.ts';
import { LongConnection } from './push/long-connection.ts';
import { DEADLINE_MS } from './push/transport.ts';
import { Webhook } from './push/webhook.ts';
import { memoryRecords, openRecords, type Records } from './state/records.ts';
import { State } from './state/state.ts';

const CLOCK = 'clock-offset';

/** The parts of a sandbox, tied together but not yet served. */
export interface Parts {
  records: Records;
  platform: Platform;
  conversation: Conversation;
  acts: Acts;
  clicks: Clicks;
  ladder: Ladder;
  webhook: Webhook;
  longConnection: LongConnection;
}

/** Builds the parts; `url` gives the address they are served at, once it is known. */
export async function buildParts(options: SandboxOptions, url: () => string): Promise<Parts> {
  const records =
    options.databasePath === undefined
      ? memoryRecords()
      : await openRecords(options.databasePath, { fresh: options.fresh ?? false });
  const platform = makePlatform(new State(records), options);
  const { state, clock, credentials, scopes } = platform;
  const deadlineMs = options.deadlineMs ?? DEADLINE_MS;
  const botUrl = () => options.botUrl ?? url();
  const webhook = new Webhook({ credentials, clock, botUrl, deadlineMs });
  const wsUrl = () => url().replace(/^http/, 'ws');
  const longConnection = new LongConnection({ credentials, wsUrl, deadlineMs });
  const transport = options.transport === 'websocket' ? longConnection : webhook;
  const ladder = new Ladder({ ...platform, transport });
  const deps = { state, clock, scopes, push: ladder.event.bind(ladder) };
  const conversation = new Conversation(deps, (message, chat) => tellBot(deps, message, chat));
  const acts = new Acts(deps, conversation);
  const clicks = new Clicks({ platform, conversation, transport, deadlineMs });
  return { records, platform, conversation, acts, clicks, ladder, webhook, longConnection };
}

function makePlatform(state: State, options: SandboxOptions): Platform {
  const clock = keptClock(state);
  const credentials = makeCredentials(options.credentials);
  return {
    state,
    clock,
    credentials,
    tokens: new Tokens(credentials, clock),
    updateTokens: new UpdateTokens(clock),
    limits: new Limits(),
    faults: new Faults(),
    calls: new CallLog(credentials),
    scopes: new Set([...DEFAULT_SCOPES, ...(options.scopes ?? [])]),
    clicking: new Map(),
    takesRawCards: false,
    tokenErrorStatus: 400,
  };
}

/** A clock that goes on where it was before a restart. */
function keptClock(state: State): SandboxClock {
  const kept = state.settings.get(CLOCK)?.value;
  const clock = createClock(typeof kept === 'number' ? kept : 0);
  clock.onChange(() => state.settings.put({ name: CLOCK, value: clock.offset() }));
  return clock;
}
