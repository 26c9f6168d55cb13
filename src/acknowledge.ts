import type { Deps } from './deps.ts';
import { receive } from './inbox/receive.ts';
import { normalize } from './lark/normalize.ts';
import type { Envelope } from './lark/payloads.ts';

/** What the platform is answered: `{}`, or a click's toast. Both transports end here. */
export async function acknowledge(deps: Deps, envelope: Envelope): Promise<object> {
  const event = normalize(envelope);
  if (event === undefined) return {};
  const received = await receive(deps, event);
  return received.kind === 'clicked' && received.toast ? { toast: received.toast } : {};
}
