import { useState } from 'preact/hooks';
import { html } from '../../html.js';
import { Pager } from '../pager.js';

/** The platform shows so many rows of a markdown table at a time. */
const ROWS = 5;

/** @param {{parts: {part: string, rows: any[]}[]}} of */
export function MarkdownTable({ parts }) {
  const [kept, setPage] = useState(0);
  const head = parts.find(({ part }) => part === 'thead')?.rows ?? [];
  const rows = parts.find(({ part }) => part === 'tbody')?.rows ?? [];
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  const page = Math.min(kept, pages - 1);
  return html`<div class="card-table">
    <div class="table-scroll" tabindex="0">
      <table>
        <thead>${head}</thead>
        <tbody>${rows.slice(page * ROWS, (page + 1) * ROWS)}</tbody>
      </table>
    </div>
    <${Pager} page=${page} pages=${pages} onPage=${setPage} />
  </div>`;
}
