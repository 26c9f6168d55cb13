import { storeEvent } from '../../db/queries/inbox.ts';
import type { Deps } from '../deps.ts';
import { DuplicateKeyError } from '../errors.ts';
import { loggerOf } from '../logger.ts';
import type { Toast } from '../outbox/outcome.ts';
import type { ClickEvent, InboundEvent } from './event.ts';
import { gate } from './gate.ts';
import { handleClick, handleStored } from './handle.ts';

/** A first attempt that hangs or dies is taken up again after this long. */
const FIRST_ATTEMPT_MS = 60_000;

export type Received =
  | { kind: 'stored' | 'duplicate' | 'ignored' }
  /** A click's answer, to be given with the acknowledgement. */
  | { kind: 'clicked'; toast: Toast | undefined };

/**
 * Takes one event: a click is handled at once; anything else is on disk when this returns, and its handling goes on
 * in the background. Throws only when the event could not be stored, so that the platform pushes it again.
 */
export async function receive(deps: Deps, event: InboundEvent): Promise<Received> {
  if (event.kind === 'click') return { kind: 'clicked', toast: await clicked(deps, event) };
  const bot = event.kind === 'message' && event.chatType === 'group' ? await deps.bot.openId() : undefined;
  const stopped = gate(event, bot);
  if (stopped) {
    deps.metrics.count('events_total', 'ignored');
    return { kind: 'ignored' };
  }
  const now = deps.clock.now();
  let wordsNo: number;
  try {
    const [[stored] = []] = await deps.db.apply([
      storeEvent(deps.db, {
        eventId: event.eventId,
        messageId: event.kind === 'message' ? event.messageId : null,
        kind: event.kind,
        event: JSON.stringify(event),
        now,
        retryAt: now + FIRST_ATTEMPT_MS,
      }),
    ]);
    wordsNo = Number(stored?.['wordsNo']);
  } catch (error) {
    if (!(error instanceof DuplicateKeyError)) throw error;
    deps.metrics.count('events_total', 'duplicate');
    return { kind: 'duplicate' };
  }
  deps.metrics.count('events_total', event.kind);
  deps.background(() => handleStored(deps, { event, attempts: 0, wordsNo }));
  return { kind: 'stored' };
}

async function clicked(deps: Deps, event: ClickEvent): Promise<Toast | undefined> {
  try {
    return await handleClick(deps, event);
  } catch (error) {
    deps.metrics.count('handler_errors_total', 'click');
    loggerOf('inbox').error('click {id} failed: {says}', { id: event.eventId, says: String(error) });
    return { type: 'error', content: '没有成功，请稍后再点一次；填写的内容还在。' };
  }
}
