import { html } from '../html.js';
import { nameOf } from '../state/store.js';
import { Emoji, isEmoji } from './emoji.js';

const PIECE = /(@_user_\d+|@_all\b)|(https?:\/\/[^\s<>"'，。；！？、（）《》【】]+)|\[([A-Za-z]+)\]/g;

/** A mention; one of myself stands out. @param {{openId: string, name: string, me: string}} of */
export function Mention({ openId, name, me }) {
  const isMe = openId === me || openId === 'all';
  return html`<span class=${isMe ? 'at at-me' : 'at'}>@${name}</span>`;
}

/** A link to another site; anything but http and https stays text. @param {{href: string, children?: unknown}} of */
export function WebLink({ href, children }) {
  if (!/^https?:\/\//i.test(href)) return children;
  return html`<a href=${href} target="_blank" rel="noreferrer noopener">${children}</a>`;
}

/**
 * A text message: its mentions, links and emoji are shown as such, everything else as it was typed.
 *
 * @param {{text: string, mentions: {key: string, openId: string, name: string}[], me: string}} of
 */
export function RichText({ text, mentions, me }) {
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(PIECE)) {
    const shown = pieceOf(match, mentions, me);
    if (shown === undefined) continue;
    nodes.push(text.slice(at, match.index), shown);
    at = match.index + match[0].length;
  }
  nodes.push(text.slice(at));
  return html`<span class="rich-text">${nodes}</span>`;
}

function pieceOf(
  /** @type {RegExpMatchArray} */ [whole, key, url, emoji],
  /** @type {{key: string, openId: string, name: string}[]} */ mentions,
  /** @type {string} */ me,
) {
  if (url !== undefined) return html`<${WebLink} href=${url}>${url}<//>`;
  if (emoji !== undefined) return isEmoji(emoji) ? html`<${Emoji} type=${emoji} />` : undefined;
  if (key === '@_all') return html`<${Mention} openId="all" name="所有人" me=${me} />`;
  const mention = mentions.find((each) => each.key === whole);
  return (
    mention &&
    html`<${Mention} openId=${mention.openId} name=${mention.name || nameOf(mention.openId)} me=${me} />`
  );
}

/** The same text in one plain line. @param {string} text @param {{key: string, name: string}[]} mentions */
export function plainLine(text, mentions) {
  return text
    .replace(/@_user_\d+/g, (key) => `@${mentions.find((each) => each.key === key)?.name ?? key}`)
    .replaceAll('@_all', '@所有人')
    .replace(/\s+/g, ' ');
}
