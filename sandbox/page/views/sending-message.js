import { html } from '../html.js';
import { changeDraft, draftIn } from '../state/drafts.js';
import { giveUp, sendAgain } from '../state/sending.js';
import { getState, nameOf, useStore } from '../state/store.js';
import { Avatar } from '../ui/avatar.js';
import { FileTile } from './file-tile.js';

/** A message of mine that has not arrived yet, or did not. */
export function SendingMessage({ sending }) {
  const me = useStore((state) => state.as);
  const { what, fault } = sending;
  return html`<article class="message message-mine message-first message-sending">
    <span class="message-face"><${Avatar} openId=${me} size=${36} /></span>
    <div class="message-main">
      <div class="message-line">
        ${'file' in what ? html`<${FileTile} name=${what.file.name} size=${what.file.size} />` : html`<div class="bubble"><span class="rich-text">${what.text}</span></div>`}
      </div>
      ${
        fault === ''
          ? html`<div class="sending-state"><i class="spinner"></i>${'file' in what ? '正在上传' : '正在发送'}</div>`
          : html`<div class="sending-state sending-failed">没有发出去：${fault}
              <button type="button" class="link-button" onClick=${() => sendAgain(sending)}>重新发送</button>
              <button type="button" class="link-button" onClick=${() => takeBack(sending)}>${'file' in what ? '放弃' : '放回输入框'}</button>
            </div>`
      }
    </div>
  </article>`;
}

// A text goes back to where it was typed, in front of what was typed since.
function takeBack(/** @type {import('../state/sending.js').Sending} */ { id, chatId, what }) {
  giveUp(id);
  if ('file' in what) return;
  const draft = draftIn(getState(), chatId);
  const mentions = what.mentions.map((openId) => ({ openId, name: nameOf(openId) }));
  changeDraft(chatId, {
    text: draft.text === '' ? what.text : `${what.text}\n${draft.text}`,
    mentions: [...mentions, ...draft.mentions],
    replyTo: draft.replyTo || (what.replyTo ?? ''),
  });
}
