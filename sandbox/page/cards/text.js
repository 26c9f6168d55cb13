import { html } from '../html.js';
import { InlineMarkdown } from './markdown/markdown.js';

/** What a text node says here: in Chinese where it is translated. @param {any} text */
export function wordsOf(text) {
  if (typeof text === 'string') return text;
  return String(text?.i18n_content?.zh_cn ?? text?.content ?? '');
}

/** A `plain_text` or `lark_md` node as it stands in titles, labels and options. @param {{text: any}} of */
export function Text({ text }) {
  if (text === undefined || text === null) return null;
  const isPlain = typeof text === 'string' || text.tag === 'plain_text';
  return isPlain
    ? html`<span class="plain">${wordsOf(text)}</span>`
    : html`<${InlineMarkdown} content=${wordsOf(text)} />`;
}
