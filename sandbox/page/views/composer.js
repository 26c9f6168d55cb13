import { useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { historyOf } from '../state/chats.js';
import { changeDraft } from '../state/drafts.js';
import { send } from '../state/sending.js';
import { nameOf, useStore } from '../state/store.js';
import { Icon } from '../ui/icons.js';
import { isPhone } from '../ui/layer.js';
import { lineOf } from './preview.js';
import { SuggestionList } from './suggestion-list.js';
import { markedPieces } from './suggestions.js';
import { useComposer } from './use-composer.js';

const FILES = '.docx,.doc,.xlsx,.xls,.csv,.pdf,.pptx,.txt,.md,.zip,image/*';

/** The box to write in, with what it offers and what can be attached. @param {{chat: import('../../contract.ts').SandboxChat}} of */
export function Composer({ chat }) {
  const it = useComposer(chat);
  const drop = useDrop(chat.chatId);
  const isGroup = chat.type === 'group';
  return html`<footer class=${drop.isOver ? 'composer composer-over' : 'composer'} ...${drop.handlers}>
    ${it.offer && html`<${SuggestionList} kind=${it.offer.trigger.kind} items=${it.offer.items} chosen=${it.chosen} onChoose=${it.choose} />`}
    ${it.draft.replyTo !== '' && html`<${ReplyingTo} chatId=${chat.chatId} messageId=${it.draft.replyTo} />`}
    <div class="composer-box">
      <div class="composer-mirror" aria-hidden="true">
        ${markedPieces(it.draft.text, it.draft.mentions).map((piece) => html`<span class=${piece.isMention ? 'at' : ''}>${piece.text}</span>`)}${'\u200b'}
      </div>
      <textarea rows="1" ref=${it.box} value=${it.draft.text} aria-label="输入消息" enterkeyhint="send"
        placeholder=${hintFor(chat)}
        onInput=${it.onInput} onKeyDown=${it.onKeyDown} onSelect=${it.onSelect} onPaste=${drop.onPaste}></textarea>
    </div>
    <div class="composer-tools">
      ${isGroup && html`<button type="button" class="icon-button" aria-label="提及" onClick=${() => it.type('@')}><${Icon} name="at" /></button>`}
      <button type="button" class="icon-button" aria-label="指令" disabled=${it.draft.text.trim() !== ''} onClick=${() => it.type('/')}><${Icon} name="slash" /></button>
      <${AttachButton} chatId=${chat.chatId} />
      <button type="button" class="send-button" aria-label="发送" disabled=${it.draft.text.trim() === ''} onClick=${it.submit}><${Icon} name="send" size=${18} /></button>
    </div>
  </footer>`;
}

// A long line would be cut where the box is narrow.
function hintFor(/** @type {import('../../contract.ts').SandboxChat} */ { type, name }) {
  if (isPhone()) return type === 'group' ? '发消息，@ 提及' : '发消息，/ 选指令';
  return type === 'group' ? `发送给 ${name}` : `发送给 ${name}，或输入 / 选择指令`;
}

function AttachButton({ chatId }) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const onChange = (/** @type {any} */ event) => {
    sendFiles(chatId, event.target.files);
    event.target.value = '';
  };
  return html`<button type="button" class="icon-button" aria-label="发送文件" onClick=${() => input.current?.click()}><${Icon} name="attach" /></button>
    <input type="file" multiple hidden accept=${FILES} ref=${input} onChange=${onChange} />`;
}

function ReplyingTo({ chatId, messageId }) {
  const of = useStore((state) =>
    historyOf(state, chatId).messages.find((each) => each.messageId === messageId),
  );
  return html`<div class="replying">
    <span>回复 ${of ? `${nameOf(of.from)}：${lineOf(of)}` : '一条消息'}</span>
    <button type="button" class="icon-button" aria-label="取消回复" onClick=${() => changeDraft(chatId, { replyTo: '' })}><${Icon} name="close" size=${16} /></button>
  </div>`;
}

/** Files that are dropped on the box or pasted into it are sent. */
function useDrop(/** @type {string} */ chatId) {
  const [isOver, setOver] = useState(false);
  const over = (/** @type {any} */ event) => {
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (/** @type {any} */ event) => {
    event.preventDefault();
    setOver(false);
    sendFiles(chatId, event.dataTransfer.files);
  };
  const onPaste = (/** @type {any} */ event) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    sendFiles(chatId, event.clipboardData.files);
  };
  return { isOver, onPaste, handlers: { onDragOver: over, onDragLeave: () => setOver(false), onDrop } };
}

function sendFiles(/** @type {string} */ chatId, /** @type {Iterable<File>} */ files) {
  for (const file of files) void send(chatId, { file });
}
