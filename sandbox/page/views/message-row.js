import { html } from '../html.js';
import { nameOf, sandboxNow, useStore } from '../state/store.js';
import { separatorTime } from '../time.js';
import { ErrorBoundary } from '../ui/error-boundary.js';
import { Message } from './message.js';
import { isBare } from './message-rows.js';
import { SendingMessage } from './sending-message.js';

/** One row of the list: what stands above the message, and the message. @param {{row: import('./message-rows.js').MessageRow, chat: any, isMarked: boolean, goTo: (id: string) => void}} of */
export function MessageRow({ row, chat, isMarked, goTo }) {
  const { message, sending } = row;
  return html`<div class=${isMarked ? 'row row-marked' : 'row'} data-key=${row.key} data-message=${message?.messageId}>
    ${row.timeAbove && html`<div class="time-above">${separatorTime(row.at, sandboxNow())}</div>`}
    ${row.unreadAbove && html`<div class="unread-above"><span>以下为新消息</span></div>`}
    <${ErrorBoundary} what="这条消息" resetKey=${message?.version}>
      ${sending ? html`<${SendingMessage} sending=${sending} />` : isBare(message) ? html`<${BareLine} message=${message} />` : html`<${Message} message=${message} chat=${chat} isFirst=${row.isFirstOfGroup} isTimed=${!row.timeAbove} goTo=${goTo} />`}
    <//>
  </div>`;
}

function BareLine({ message }) {
  const me = useStore((state) => state.as);
  if (!message.recalled) return html`<div class="bare-line">${message.body.text}</div>`;
  const who = message.from === me ? '你' : nameOf(message.from);
  return html`<div class="bare-line">${who}撤回了一条消息</div>`;
}
