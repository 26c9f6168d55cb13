import { atInstant, type SandboxClock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Credentials, PendingPush } from '../model.ts';
import type { CallLog } from '../platform/calls.ts';
import type { Faults } from '../platform/faults.ts';
import type { State } from '../state/state.ts';
import { type Envelope, makeEnvelope } from './envelope.ts';
import type { Delivery, Transport } from './transport.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Waits before the second to the fifth push; then the platform gives up. */
const RETRY_WAITS_MS = [15 * SECOND, 5 * MINUTE, HOUR, 6 * HOUR] as const;
/** How long the fault `unordered` holds an event back for another to overtake it. */
const HELD_BACK_MS = 400;

export interface LadderDeps {
  state: State;
  clock: SandboxClock;
  credentials: Credentials;
  faults: Faults;
  calls: CallLog;
  transport: Transport;
}

/** Pushes events until they are acknowledged: at least once, on the ladder of the platform, in no promised order. */
export class Ladder {
  readonly #deps: LadderDeps;
  readonly #cancels = new Map<string, () => void>();
  readonly #running = new Set<Promise<void>>();
  #heldBack: { push: PendingPush; release: NodeJS.Timeout } | undefined;
  #closed = false;

  constructor(deps: LadderDeps) {
    this.#deps = deps;
  }

  /** Goes on with what an earlier start of the emulator left unacknowledged. */
  resume(): void {
    for (const push of this.#deps.state.pushes.all()) this.#wait(push);
  }

  /** Pushes an event; the faults decide how often and in which order. */
  event(type: string, event: Record<string, unknown>): void {
    const { clock, credentials, faults } = this.#deps;
    const envelope = makeEnvelope({ type, event, credentials, now: clock.now() });
    this.#enqueue(envelope);
    if (faults.has('duplicate-delivery')) this.#start(this.#pending(envelope));
    if (faults.has('new-event-id') && type === 'im.message.receive_v1')
      this.#enqueue({ ...envelope, header: { ...envelope.header, event_id: newId('') } });
  }

  /** Resolves when no push is under way; those that wait for their next try do not count. */
  async idle(): Promise<void> {
    while (this.#running.size > 0 || this.#heldBack) {
      if (this.#heldBack) await new Promise((resolve) => setTimeout(resolve, HELD_BACK_MS));
      await Promise.all(this.#running);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const cancel of this.#cancels.values()) cancel();
    if (this.#heldBack) clearTimeout(this.#heldBack.release);
    this.#heldBack = undefined;
    await Promise.all(this.#running);
  }

  #pending(envelope: Envelope): PendingPush {
    return { eventId: envelope.header.event_id, envelope, attempts: 0, dueAt: this.#deps.clock.now() };
  }

  #enqueue(envelope: Envelope): void {
    const push = this.#pending(envelope);
    this.#deps.state.pushes.put(push);
    if (!this.#deps.faults.has('unordered')) this.#start(push);
    else if (this.#heldBack) {
      const { push: earlier, release } = this.#heldBack;
      clearTimeout(release);
      this.#heldBack = undefined;
      this.#start(push, () => this.#start(earlier));
    } else this.#holdBack(push);
  }

  #holdBack(push: PendingPush): void {
    const release = setTimeout(() => {
      this.#heldBack = undefined;
      this.#start(push);
    }, HELD_BACK_MS);
    this.#heldBack = { push, release };
  }

  #start(push: PendingPush, then?: () => void): void {
    const run = this.#attempt(push).finally(() => {
      this.#running.delete(run);
      then?.();
    });
    this.#running.add(run);
  }

  async #attempt(push: PendingPush): Promise<void> {
    const started = performance.now();
    const at = this.#deps.clock.now();
    const delivery = await this.#deps.transport.deliver(push.envelope, 'event');
    push.attempts += 1;
    const { status, answer } = shown(delivery);
    this.#deps.calls.add({
      at,
      direction: 'push',
      what: push.envelope.header.event_type,
      request: push.envelope,
      status,
      answer,
      ms: Math.round(performance.now() - started),
    });
    if (status === 200) this.#deps.state.pushes.delete(push.eventId);
    else this.#next(push);
  }

  #next(push: PendingPush): void {
    const wait = RETRY_WAITS_MS[push.attempts - 1];
    // A duplicate that failed while its twin was acknowledged is not tried again.
    if (this.#deps.state.pushes.get(push.eventId) === undefined) return;
    if (wait === undefined) {
      this.#deps.state.pushes.delete(push.eventId);
      return;
    }
    push.dueAt = this.#deps.clock.now() + wait;
    this.#deps.state.pushes.put(push);
    this.#wait(push);
  }

  #wait(push: PendingPush): void {
    if (this.#closed) return;
    this.#cancels.get(push.eventId)?.();
    const cancel = atInstant(this.#deps.clock, push.dueAt, () => {
      this.#cancels.delete(push.eventId);
      this.#start(push);
    });
    this.#cancels.set(push.eventId, cancel);
  }
}

/** A delivery as the platform panel shows it; status 0: no answer. */
export function shown(delivery: Delivery): { status: number; answer: unknown } {
  if (delivery.kind === 'answered') return { status: delivery.status, answer: delivery.body };
  if (delivery.kind === 'empty') return { status: 200, answer: '' };
  if (delivery.kind === 'timeout') return { status: 0, answer: '3 秒内没有回答' };
  return { status: 0, answer: delivery.because };
}
