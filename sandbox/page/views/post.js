import { fileUrl } from '../api.js';
import { CardProvider } from '../cards/card-context.js';
import { lookOf } from '../cards/look.js';
import { Markdown } from '../cards/markdown/markdown.js';
import { html } from '../html.js';
import { nameOf } from '../state/store.js';
import { Emoji } from '../ui/emoji.js';
import { Mention, WebLink } from '../ui/rich-text.js';

/** A rich text as it is received: a title and paragraphs of pieces. @param {{content: any, me: string}} of */
export function Post({ content, me }) {
  return html`<div class="post">
    ${content?.title && html`<b class="post-title">${content.title}</b>`}
    ${(content?.content ?? []).map((/** @type {any[]} */ paragraph) => html`<div class="post-paragraph">${paragraph.map((piece) => html`<${Piece} piece=${piece} me=${me} />`)}</div>`)}
  </div>`;
}

function Piece({ piece, me }) {
  switch (piece.tag) {
    case 'text':
      return html`<span style=${styleOf(piece.style)}>${piece.text}</span>`;
    case 'a':
      return html`<${WebLink} href=${piece.href}><span style=${styleOf(piece.style)}>${piece.text}</span><//>`;
    case 'at':
      return atPiece(piece, me);
    case 'img':
      return html`<img class="post-image" src=${fileUrl(piece.image_key)} alt="图片" loading="lazy" />`;
    case 'emotion':
      return html`<${Emoji} type=${piece.emoji_type} />`;
    case 'hr':
      return html`<hr />`;
    case 'code_block':
      return html`<pre><code>${piece.text}</code></pre>`;
    case 'md':
      return html`<${CardProvider} value=${{ look: lookOf(), me }}><${Markdown} content=${piece.text} /><//>`;
    default:
      return html`<span>[${piece.tag}]</span>`;
  }
}

function atPiece(/** @type {any} */ { user_id: id, user_name: name }, /** @type {string} */ me) {
  if (id === '@_all' || id === 'all') return html`<${Mention} openId="all" name="所有人" me=${me} />`;
  return html`<${Mention} openId=${id} name=${name || nameOf(id)} me=${me} />`;
}

function styleOf(/** @type {string[]} */ styles = []) {
  const lines = [
    styles.includes('underline') && 'underline',
    styles.includes('lineThrough') && 'line-through',
  ];
  return {
    fontWeight: styles.includes('bold') ? 600 : undefined,
    fontStyle: styles.includes('italic') ? 'italic' : undefined,
    textDecoration: lines.filter(Boolean).join(' ') || undefined,
  };
}
