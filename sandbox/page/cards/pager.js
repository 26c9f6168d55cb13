import { html } from '../html.js';
import { Icon } from '../ui/icons.js';

/** Leafs through the pages of a table. @param {{page: number, pages: number, onPage: (page: number) => void}} of */
export function Pager({ page, pages, onPage }) {
  if (pages < 2) return null;
  return html`<div class="pager">
    <button type="button" aria-label="上一页" disabled=${page === 0} onClick=${() => onPage(page - 1)}><${Icon} name="back" size=${16} /></button>
    <span>${page + 1} / ${pages}</span>
    <button type="button" aria-label="下一页" disabled=${page === pages - 1} onClick=${() => onPage(page + 1)}><${Icon} name="forward" size=${16} /></button>
  </div>`;
}
