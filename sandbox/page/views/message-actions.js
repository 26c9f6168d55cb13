import { useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { react } from '../state/chats.js';
import { changeDraft } from '../state/drafts.js';
import { Emoji, emojiName, REACTIONS } from '../ui/emoji.js';
import { Icon } from '../ui/icons.js';
import { Popup } from '../ui/layer.js';

const BOX_WIDTH = 250;

/** What can be done with a message, beside it while the pointer is on it. */
export function MessageActions({ message }) {
  const [isChoosing, setChoosing] = useState(false);
  const box = useRef(null);
  return html`<div class="message-actions" ref=${box}>
    <button type="button" aria-label="表情回复" onClick=${() => setChoosing(true)}><${Icon} name="smile" size=${18} /></button>
    <button type="button" aria-label="回复" onClick=${() => replyTo(message)}><${Icon} name="reply" size=${18} /></button>
    ${
      isChoosing &&
      html`<${Popup} anchor=${box.current} title="表情回复" width=${BOX_WIDTH} onClose=${() => setChoosing(false)}>
        <${EmojiRow} message=${message} onDone=${() => setChoosing(false)} />
      <//>`
    }
  </div>`;
}

/** The same for a phone. */
export function MessageSheet({ message, onClose }) {
  const reply = () => {
    onClose();
    replyTo(message);
  };
  return html`<${Popup} anchor=${null} title="消息" onClose=${onClose}>
    <${EmojiRow} message=${message} onDone=${onClose} />
    <button type="button" class="sheet-row" onClick=${reply}><${Icon} name="reply" />回复</button>
  <//>`;
}

function EmojiRow({ message, onDone }) {
  const choose = (/** @type {string} */ type) => {
    onDone();
    void react(message.messageId, type);
  };
  return html`<div class="emoji-row">
    ${REACTIONS.map((type) => html`<button type="button" aria-label=${emojiName(type)} onClick=${() => choose(type)}><${Emoji} type=${type} /></button>`)}
  </div>`;
}

function replyTo(/** @type {import('../state/history.js').Message} */ { chatId, messageId }) {
  changeDraft(chatId, { replyTo: messageId });
  /** @type {HTMLElement | null} */ (document.querySelector('.composer textarea'))?.focus();
}
