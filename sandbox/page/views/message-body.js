import { fileUrl } from '../api.js';
import { MessageCard } from '../cards/message-card.js';
import { html } from '../html.js';
import { showPicture } from '../state/panel.js';
import { useStore } from '../state/store.js';
import { RichText } from '../ui/rich-text.js';
import { FileTile } from './file-tile.js';
import { Post } from './post.js';

/** What a message says, by its type. */
export function MessageBody({ message, chat }) {
  const me = useStore((state) => state.as);
  const { body } = message;
  switch (body.type) {
    case 'text':
      return html`<div class="bubble">
        <${RichText} text=${body.text} mentions=${body.mentions} me=${me} />
        ${message.updatedAt > message.at && html`<small class="edited">已编辑</small>`}
      </div>`;
    case 'post':
      return html`<div class="bubble"><${Post} content=${body.content} me=${me} /></div>`;
    case 'card':
      return html`<${MessageCard} message=${message} chat=${chat} />`;
    case 'file':
      return html`<${FileTile} name=${body.name} size=${body.size} href=${fileUrl(body.fileKey)} />`;
    case 'image':
      return html`<button type="button" class="message-image" aria-label="查看图片" onClick=${() => showPicture(fileUrl(body.imageKey))}>
        <img src=${fileUrl(body.imageKey)} alt="图片" loading="lazy" />
      </button>`;
    default:
      return html`<div class="bubble">无法显示的消息类型：${body.type}</div>`;
  }
}
