import { useState } from 'preact/hooks';
import { textColor, tint } from './colors.js';
import { html } from './html.js';
import { Markdown } from './markdown.js';
import { Face } from './media.js';

export function Table({ element, env }) {
  const [page, setPage] = useState(0);
  const size = element.page_size ?? 5;
  const rows = element.rows ?? [];
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = Math.min(page, pages - 1);
  const columns = element.columns ?? [];
  const head = element.header_style ?? {};
  return html`<div class="card-table">
    <div class="table-scroll">
      <table>
        <thead>
          <tr style=${{ background: head.background_style === 'grey' ? '#f5f6f7' : undefined }}>
            ${columns.map((column) => html`<th style=${cellStyle(column)}>${column.display_name ?? column.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(at * size, (at + 1) * size).map(
            (row) => html`<tr>
              ${columns.map((column) => html`<td style=${cellStyle(column)}><${Cell} column=${column} value=${row[column.name]} env=${env} /></td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      pages > 1 &&
      html`<div class="pager">
      <button type="button" aria-label="上一页" disabled=${at === 0} onClick=${() => setPage(at - 1)}>‹</button>
      <span>${at + 1} / ${pages}</span>
      <button type="button" aria-label="下一页" disabled=${at === pages - 1} onClick=${() => setPage(at + 1)}>›</button>
    </div>`
    }
  </div>`;
}

function cellStyle(column) {
  return {
    textAlign: column.horizontal_align ?? (column.data_type === 'number' ? 'right' : 'left'),
    minWidth: /px$/.test(column.width ?? '') ? column.width : undefined,
  };
}

function Cell({ column, value, env }) {
  if (value === undefined || value === null) return '';
  switch (column.data_type) {
    case 'number':
      return number(value, column.format ?? {});
    case 'lark_md':
    case 'markdown':
      return html`<${Markdown} content=${value} env=${env} />`;
    case 'options':
      return tags(value);
    case 'persons':
      return [value]
        .flat()
        .map((id) => html`<${Face} id=${id} withName=${true} withAvatar=${true} env=${env} />`);
    case 'date':
      return new Date(Number(value)).toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai' });
    default:
      return String(value);
  }
}

function number(value, { symbol = '', precision, separator }) {
  const text = Number(value).toLocaleString('zh-CN', {
    useGrouping: Boolean(separator),
    ...(precision !== undefined
      ? { minimumFractionDigits: precision, maximumFractionDigits: precision }
      : {}),
  });
  return symbol + text;
}

function tags(value) {
  const list = typeof value === 'string' ? [{ text: value, color: 'neutral' }] : value;
  return list.map(
    (tag) =>
      html`<span class="text-tag" style=${{ color: textColor(tag.color ?? 'neutral'), background: tint(tag.color ?? 'neutral') }}>${tag.text}</span>`,
  );
}
