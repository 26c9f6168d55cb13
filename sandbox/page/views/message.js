import { useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { nameOf, personOf, useStore } from '../state/store.js';
import { clockOf, longDay } from '../time.js';
import { Avatar } from '../ui/avatar.js';
import { Icon } from '../ui/icons.js';
import { isPhone } from '../ui/layer.js';
import { MessageActions, MessageSheet } from './message-actions.js';
import { MessageBody } from './message-body.js';
import { Reactions } from './reactions.js';
import { ReplyQuote } from './reply-quote.js';

const LONG_PRESS_MS = 500;
/** Parts of a message that keep a long press for themselves. */
const OWN_PRESS = 'a, button, input, textarea, [role="button"]';

/** A message with its sender, and what was done to it. */
export function Message({ message, chat, isFirst, isTimed, goTo }) {
  const me = useStore((state) => state.as);
  const [isSheetOpen, setSheet] = useState(false);
  // What only one person sees can be neither answered nor marked.
  const press = useLongPress(() => setSheet(!message.onlyFor));
  const isMine = message.from === me;
  const isUrgent = message.urgentFor.length > 0;
  const classes = [
    'message',
    isMine && 'message-mine',
    isFirst && 'message-first',
    isUrgent && 'message-urgent',
  ];
  return html`<article class=${classes.filter(Boolean).join(' ')} ...${press}>
    <span class="message-face">${isFirst && html`<${Avatar} openId=${message.from} size=${36} />`}</span>
    <div class="message-main">
      ${isFirst && html`<${Sender} message=${message} isGroup=${chat.type === 'group'} isMine=${isMine} isTimed=${isTimed} />`}
      ${message.replyTo && html`<${ReplyQuote} chatId=${message.chatId} messageId=${message.replyTo} goTo=${goTo} />`}
      <div class="message-line">
        <${MessageBody} message=${message} chat=${chat} />
        ${!message.onlyFor && html`<${MessageActions} message=${message} />`}
      </div>
      ${message.onlyFor && html`<div class="only-me"><${Icon} name="eye" size=${14} />仅你可见</div>`}
      ${isUrgent && html`<${Urgent} message=${message} me=${me} />`}
      <${Reactions} message=${message} />
    </div>
    ${isSheetOpen && html`<${MessageSheet} message=${message} onClose=${() => setSheet(false)} />`}
  </article>`;
}

function Sender({ message, isGroup, isMine, isTimed }) {
  const isBot = personOf(message.from)?.isBot;
  return html`<div class="sender">
    ${!isMine && (isGroup || isBot) && html`<span class="sender-name">${nameOf(message.from)}</span>`}
    ${isBot && html`<i class="bot-tag">机器人</i>`}
    ${isTimed && html`<time title=${longDay(message.at)}>${clockOf(message.at)}</time>`}
  </div>`;
}

function Urgent({ message, me }) {
  const isForMe = message.urgentFor.includes(me);
  const names = message.urgentFor.map(nameOf).join('、');
  return html`<div class="urgent"><b>加急</b>${isForMe ? '请尽快查看' : `已提醒 ${names}`}</div>`;
}

/** On a phone, holding a message opens what can be done with it. @param {() => void} act */
function useLongPress(act) {
  const timer = useRef(0);
  const stop = () => clearTimeout(timer.current);
  const begin = (/** @type {any} */ event) => {
    if (!isPhone() || event.target.closest(OWN_PRESS)) return;
    timer.current = window.setTimeout(act, LONG_PRESS_MS);
  };
  return { onTouchStart: begin, onTouchEnd: stop, onTouchMove: stop, onTouchCancel: stop };
}
