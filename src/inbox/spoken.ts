import type { OpenId } from '../ids.ts';
import type { Mention, MessageEvent } from './event.ts';

/** A message as the product reads it: the bot's own mention gone, other mentions by name. */
export interface Spoken {
  text: string;
  /** The people mentioned, the bot not among them. */
  people: Mention[];
}

/** Takes the mentions out of a message's text. `@_all` is nobody. */
export function spoken(event: MessageEvent, bot: OpenId | undefined): Spoken {
  const isBot = (mention: Mention, index: number) =>
    bot === undefined ? index === 0 && event.chatType === 'group' : mention.openId === bot;
  // Longest key first: @_user_1 is the beginning of @_user_12.
  const inOrder = event.mentions
    .map((mention, index) => ({ ...mention, isBot: isBot(mention, index) }))
    .sort((a, b) => b.key.length - a.key.length);
  let text = event.text.replaceAll('@_all', ' ');
  for (const mention of inOrder) {
    text = text.replaceAll(mention.key, mention.isBot ? ' ' : `@${mention.name} `);
  }
  return {
    text: text.replace(/[ \t]+/g, ' ').trim(),
    people: event.mentions.filter((mention, index) => mention.openId !== undefined && !isBot(mention, index)),
  };
}
