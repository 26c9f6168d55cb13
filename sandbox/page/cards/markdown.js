import markdownIt from '/lib/markdown-it.js';
import { textColor, tint } from './colors.js';
import { html } from './html.js';

/** The tags that Feishu adds to markdown; anything else in angle brackets is text. */
const TAG =
  /^<(\/?)(at|font|text_tag|number_tag|person|br|hr|local_datetime|link|raw|a)((?:\s+[\w-]+\s*=\s*(?:'[^']*'|"[^"]*"|[^\s'">]+))*)\s*\/?>/;
const VOID = new Set(['br', 'hr']);

const parser = markdownIt({ html: false, breaks: true, linkify: false });
parser.inline.ruler.before('autolink', 'feishu_tag', (state, silent) => {
  const found = TAG.exec(state.src.slice(state.pos));
  if (!found) return false;
  if (!silent) {
    const [, slash, name, attributes] = found;
    const nesting = VOID.has(name) ? 0 : slash ? -1 : 1;
    const token = state.push('feishu', name, nesting);
    token.meta = attributesOf(attributes);
  }
  state.pos += found[0].length;
  return true;
});

function attributesOf(text) {
  const found = {};
  for (const [, name, a, b, c] of text.matchAll(/([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s'">]+))/g))
    found[name] = a ?? b ?? c ?? '';
  return found;
}

/** Markdown as nodes. `env` names people and tells the time zone; nothing becomes HTML. */
export function Markdown({ content, env }) {
  return html`<div class="md">${render(parser.parse(String(content ?? ''), {}), env)}</div>`;
}

/** The inline subset (`lark_md`): no blocks. */
export function InlineMarkdown({ content, env }) {
  const [token] = parser.parseInline(String(content ?? ''), {});
  return html`<span class="md-inline">${render(token?.children ?? [], env)}</span>`;
}

function render(tokens, env) {
  const stack = [{ children: [] }];
  const put = (node) => stack.at(-1).children.push(node);
  for (const token of tokens) {
    if (token.nesting === 1) stack.push({ token, children: [] });
    else if (token.nesting === -1) {
      if (stack.length === 1) continue; // a closing tag that nothing opened
      const { token: open, children } = stack.pop();
      put(container(open, children, env));
    } else put(single(token, env));
  }
  // A tag that is never closed shows what is inside it.
  while (stack.length > 1) {
    const { children } = stack.pop();
    for (const child of children) put(child);
  }
  return stack[0].children;
}

function single(token, env) {
  switch (token.type) {
    case 'inline':
      return render(token.children ?? [], env);
    case 'text':
      return token.content;
    case 'softbreak':
    case 'hardbreak':
      return html`<br />`;
    case 'code_inline':
      return html`<code>${token.content}</code>`;
    case 'fence':
    case 'code_block':
      return html`<pre><code>${token.content}</code></pre>`;
    case 'hr':
      return html`<hr />`;
    case 'image':
      return html`<span class="md-image">[图片]</span>`;
    case 'feishu':
      return token.tag === 'br' ? html`<br />` : html`<hr />`;
    default:
      return token.content;
  }
}

function container(open, children, env) {
  if (open.type === 'feishu') return FEISHU[open.tag]?.(open.meta, children, env) ?? children;
  if (open.type === 'paragraph_open') return open.hidden ? children : html`<p>${children}</p>`;
  if (open.type === 'link_open') return link(open.attrGet('href'), children);
  if (open.type === 'table_open') return html`<div class="md-table"><table>${children}</table></div>`;
  const Tag = open.tag;
  return html`<${Tag}>${children}<//>`;
}

function link(href, children) {
  if (!/^https?:\/\//i.test(href ?? '')) return children;
  return html`<a href=${href} target="_blank" rel="noreferrer noopener">${children}</a>`;
}

function mention(id, env) {
  const name = id === 'all' ? '所有人' : (env.people.get(id)?.name ?? id);
  return html`<span class=${`at ${id === env.me ? 'at-me' : ''}`}>@${name}</span> `;
}

const FEISHU = {
  at: ({ id, ids }, _children, env) => (ids ?? id ?? '').split(',').map((each) => mention(each.trim(), env)),
  font: ({ color }, children) => html`<span style=${{ color: textColor(color) }}>${children}</span>`,
  text_tag: ({ color = 'neutral' }, children) =>
    html`<span class="text-tag" style=${{ color: textColor(color), background: tint(color) }}>${children}</span>`,
  number_tag: ({ background_color: color = 'grey' }, children) =>
    html`<span class="number-tag" style=${{ background: textColor(color) }}>${children}</span>`,
  person: ({ id, show_name: showName }, _children, env) =>
    html`<span class="person-chip">${showName === 'false' ? '' : (env.people.get(id)?.name ?? id)}</span>`,
  local_datetime: ({ millisecond }) => localTime(Number(millisecond)),
  link: ({ url }, children) => link(url, children),
  a: ({ href }, children) => link(href, children.length > 0 ? children : [href]),
  raw: (_attributes, children) => children,
};

function localTime(ms) {
  return new Date(ms).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}
