import { useMemo } from 'preact/hooks';
import { html } from '../../html.js';
import { parseBlocks, parseInline } from './parser.js';
import { nodesOf } from './render.js';

/** Markdown with blocks. @param {{content: string}} of */
export function Markdown({ content }) {
  const tokens = useMemo(() => parseBlocks(content), [content]);
  return html`<div class="md">${nodesOf(tokens)}</div>`;
}

/** The inline subset (`lark_md`). @param {{content: string}} of */
export function InlineMarkdown({ content }) {
  const tokens = useMemo(() => parseInline(content), [content]);
  return html`<span class="md-inline">${nodesOf(tokens)}</span>`;
}
