import { fileUrl } from '../../api.js';
import { html } from '../../html.js';
import { Emoji } from '../../ui/emoji.js';
import { WebLink } from '../../ui/rich-text.js';
import { FeishuTag } from './feishu-tags.js';
import { MarkdownTable } from './markdown-table.js';

/**
 * markdown-it's tokens as nodes. Nothing becomes HTML: each token is drawn by its type, and text stays text.
 *
 * @param {any[]} tokens
 * @returns {any[]}
 */
export function nodesOf(tokens) {
  /** @type {{token: any, children: any[]}[]} */
  const stack = [{ token: null, children: [] }];
  const put = (/** @type {any} */ node) => stack[stack.length - 1].children.push(node);
  for (const token of tokens) {
    if (token.nesting === 1) stack.push({ token, children: [] });
    else if (token.nesting === 0) put(single(token));
    else {
      while (stack.length > 1) {
        const { token: open, children } = /** @type {any} */ (stack.pop());
        const isIts = open.tag === token.tag;
        // What was opened in between and never closed shows what is in it.
        put(isIts ? around(open, children) : children);
        if (isIts) break;
      }
    }
  }
  while (stack.length > 1) put(stack.pop()?.children);
  return stack[0].children;
}

function single(/** @type {any} */ token) {
  switch (token.type) {
    case 'inline':
      return nodesOf(token.children ?? []);
    case 'softbreak':
    case 'hardbreak':
      return html`<br />`;
    case 'code_inline':
      return html`<code>${token.content}</code>`;
    case 'fence':
    case 'code_block':
      return html`<pre data-language=${token.info || undefined}><code>${token.content.replace(/\n$/, '')}</code></pre>`;
    case 'hr':
      return html`<hr />`;
    case 'image':
      return html`<img src=${fileUrl(token.attrGet('src') ?? '')} alt=${token.content} title=${token.content} loading="lazy" />`;
    case 'feishu':
      return html`<${FeishuTag} tag=${token.tag} attributes=${token.meta} />`;
    case 'feishu_emoji':
      return html`<${Emoji} type=${token.meta} />`;
    default:
      return token.content;
  }
}

function around(/** @type {any} */ open, /** @type {any[]} */ children) {
  switch (open.type) {
    case 'feishu_open':
      return html`<${FeishuTag} tag=${open.tag} attributes=${open.meta}>${children}<//>`;
    case 'paragraph_open':
      return open.hidden ? children : html`<p>${children}</p>`;
    case 'link_open':
      return html`<${WebLink} href=${open.attrGet('href') ?? ''}>${children}<//>`;
    case 'table_open':
      return html`<${MarkdownTable} parts=${children} />`;
    case 'thead_open':
    case 'tbody_open':
      return { part: open.tag, rows: children };
    case 'th_open':
    case 'td_open':
      return html`<${open.tag} style=${{ textAlign: alignOf(open) }}>${children}<//>`;
    case 'ordered_list_open':
      return html`<ol start=${open.attrGet('start') ?? undefined}>${children}</ol>`;
    default:
      return html`<${open.tag}>${children}<//>`;
  }
}

function alignOf(/** @type {any} */ token) {
  return /text-align:\s*(left|center|right)/.exec(token.attrGet('style') ?? '')?.[1];
}
