import { html } from '../html.js';
import { react } from '../state/chats.js';
import { nameOf, useStore } from '../state/store.js';
import { Emoji, emojiName } from '../ui/emoji.js';

const NAMED = 3;

/** Who reacted to a message with what; mine can be taken back. */
export function Reactions({ message }) {
  const me = useStore((state) => state.as);
  if (message.reactions.length === 0) return null;
  return html`<div class="reactions">
    ${message.reactions.map(({ emoji, by }) => html`<${Reaction} key=${emoji} emoji=${emoji} by=${by} me=${me} onPress=${() => react(message.messageId, emoji)} />`)}
  </div>`;
}

function Reaction({ emoji, by, me, onPress }) {
  const names = by.slice(0, NAMED).map(nameOf).join('、') + (by.length > NAMED ? ` 等 ${by.length} 人` : '');
  return html`<button type="button" class=${by.includes(me) ? 'reaction reaction-mine' : 'reaction'} aria-pressed=${by.includes(me)}
    aria-label=${`${emojiName(emoji)}：${names}`} onClick=${onPress}>
    <${Emoji} type=${emoji} /><span>${names}</span>
  </button>`;
}
