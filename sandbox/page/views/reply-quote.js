import { html } from '../html.js';
import { historyOf } from '../state/chats.js';
import { nameOf, useStore } from '../state/store.js';
import { lineOf } from './preview.js';

/** What a message answers, in one line that leads to it. */
export function ReplyQuote({ chatId, messageId, goTo }) {
  const of = useStore((state) =>
    historyOf(state, chatId).messages.find((each) => each.messageId === messageId),
  );
  return html`<button type="button" class="quote" onClick=${() => goTo(messageId)}>
    ${of ? html`<span>回复 ${nameOf(of.from)}：</span>${of.recalled ? '消息已撤回' : lineOf(of)}` : '回复更早的一条消息'}
  </button>`;
}
