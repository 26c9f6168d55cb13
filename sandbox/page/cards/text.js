import { fontSize, textColor } from './colors.js';
import { html } from './html.js';
import { InlineMarkdown, Markdown } from './markdown.js';

/** A `plain_text` or `lark_md` node as it stands in titles, labels and options. */
export function Text({ text, env }) {
  if (text === undefined || text === null) return null;
  if (typeof text === 'string') return text;
  return text.tag === 'lark_md' || text.tag === 'markdown'
    ? html`<${InlineMarkdown} content=${text.content} env=${env} />`
    : html`<span class="plain">${text.content}</span>`;
}

export function DivElement({ element, env }) {
  const { text = {} } = element;
  const style = {
    fontSize: fontSize(text.text_size),
    color: text.tag === 'plain_text' ? textColor(text.text_color) : undefined,
    textAlign: text.text_align,
    ...(text.lines
      ? {
          WebkitLineClamp: text.lines,
          display: '-webkit-box',
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }
      : {}),
  };
  return html`<div class="card-div" style=${style}><${Text} text=${text} env=${env} /></div>`;
}

export function MarkdownElement({ element, env }) {
  const style = { fontSize: fontSize(element.text_size), textAlign: element.text_align };
  return html`<div class="card-md" style=${style}><${Markdown} content=${element.content} env=${env} /></div>`;
}
