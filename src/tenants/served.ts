import type { Deps } from '../deps.ts';
import type { WebhookOpener } from '../lark/webhook.ts';

/** A tenant as the HTTP routes see it. */
export interface ServedTenant {
  /** Absent where the deployment serves one app. */
  readonly id: string | undefined;
  readonly appId: string;
  /** Absent when its events come over the long connection: then a push is refused. */
  readonly opener: WebhookOpener | undefined;
  /** Whether the addresses without an app id are its own. */
  readonly plainAddress: boolean;
  /** Its parts; a sentence while they could not be put together, such as a database that does not open. */
  readonly deps: Deps | string;
}
