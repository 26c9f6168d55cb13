import { newId } from '../ids.ts';
import type { Credentials, Person } from '../model.ts';
import { TENANT_KEY } from '../platform/message-data.ts';

/** An event or a callback as it is pushed, schema 2.0. */
export interface Envelope extends Record<string, unknown> {
  header: { event_id: string; event_type: string; [more: string]: string };
}

/** An envelope of schema 2.0 around an event or a callback, with a new event id. */
export function makeEnvelope(of: {
  type: string;
  event: Record<string, unknown>;
  credentials: Credentials;
  /** Instant in ms. */
  now: number;
}): Envelope {
  return {
    schema: '2.0',
    header: {
      event_id: newId(''),
      token: of.credentials.verificationToken,
      // NOTE: the platform's samples count events in ms, callbacks in µs.
      create_time: String(of.type === 'card.action.trigger' ? of.now * 1000 : of.now),
      event_type: of.type,
      tenant_key: TENANT_KEY,
      app_id: of.credentials.appId,
    },
    event: of.event,
  };
}

/** A person's ids as an event gives them; `user_id` only with its scope. */
export function idsOf(person: Person, scopes: ReadonlySet<string>): Record<string, string> {
  return {
    union_id: person.unionId,
    ...(scopes.has('contact:user.employee_id:readonly') ? { user_id: person.userId } : {}),
    open_id: person.openId,
  };
}
