import { html } from '../html.js';
import { personOf } from '../state/store.js';
import { Icon } from './icons.js';

const HUES = ['#3370ff', '#4954e6', '#7f3bf5', '#c72a88', '#d9730d', '#04b49c', '#2ea121', '#1296db'];

/** @param {string} text */
function hueOf(text) {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return HUES[sum % HUES.length];
}

/** A person's picture: the last two characters of the name; the bot's is a robot. @param {{openId: string, size?: number}} of */
export function Avatar({ openId, size = 36 }) {
  const person = personOf(openId);
  const name = person?.name ?? '?';
  const style = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.36)}px` };
  if (person?.isBot) {
    return html`<span class="avatar avatar-bot" style=${style} aria-hidden="true">
      <${Icon} name="robot" size=${Math.round(size * 0.6)} />
    </span>`;
  }
  const shown = size < 30 ? name.slice(-1) : name.slice(-2);
  return html`<span class="avatar" style=${{ ...style, background: hueOf(name) }} aria-hidden="true">${shown}</span>`;
}

/** The picture of a chat: the bot's for a direct one, a group's otherwise. @param {{chat: import('../../contract.ts').SandboxChat, botOpenId: string, size?: number}} of */
export function ChatAvatar({ chat, botOpenId, size = 44 }) {
  if (chat.type === 'p2p') return html`<${Avatar} openId=${botOpenId} size=${size} />`;
  const style = { width: `${size}px`, height: `${size}px`, background: hueOf(chat.name) };
  return html`<span class="avatar" style=${style} aria-hidden="true">
    <${Icon} name="people" size=${Math.round(size * 0.58)} />
  </span>`;
}
