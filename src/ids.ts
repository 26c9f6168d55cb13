import { createHash } from 'node:crypto';

/** `ou_…`: a person, as this app sees him. */
export type OpenId = string & { readonly _: 'OpenId' };
/** `oc_…`: a group or a direct chat. */
export type ChatId = string & { readonly _: 'ChatId' };
/** `om_…` */
export type MessageId = string & { readonly _: 'MessageId' };

/** A key of any length as the platform's `uuid`: 40 hex digits, at most 50 are allowed. */
export function uuidOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40);
}
