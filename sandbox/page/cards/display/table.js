import { html } from '../../html.js';
import { useKept } from '../../state/memory.js';
import { useCard } from '../card-context.js';
import { Pager } from '../pager.js';
import { TableCell } from './table-cell.js';

const ROW_HEIGHTS = { low: '40px', middle: '56px', high: '88px' };

/** Rows of data, a page at a time. @param {{element: any, path: string}} of */
export function Table({ element, path }) {
  const { memory } = useCard();
  const [kept, setPage] = useKept(memory, `page ${path}`, 0);
  const { columns = [], rows = [], page_size: size = 5 } = element;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(kept, pages - 1);
  const shown = rows.slice(page * size, (page + 1) * size);
  const height =
    ROW_HEIGHTS[element.row_height] ??
    (/px$/.test(element.row_height ?? '') ? element.row_height : undefined);
  const classes = `card-table ${element.freeze_first_column ? 'card-table-frozen' : ''}`;
  return html`<div class=${classes}>
    <div class="table-scroll" tabindex="0">
      <table>
        <${Head} columns=${columns} look=${element.header_style ?? {}} />
        <tbody>
          ${shown.map((/** @type {any} */ row) => html`<${Row} columns=${columns} row=${row} height=${height} maxHeight=${element.row_max_height} />`)}
        </tbody>
      </table>
    </div>
    <${Pager} page=${page} pages=${pages} onPage=${setPage} />
  </div>`;
}

function Head({ columns, look: of }) {
  const { look } = useCard();
  const style = {
    background: of.background_style === 'grey' ? '#f5f6f7' : undefined,
    color: look.text(of.text_color ?? 'grey'),
    fontSize: of.text_size ? look.size(of.text_size) : undefined,
    fontWeight: of.bold === false ? 400 : 500,
  };
  return html`<thead style=${style}><tr>
    ${columns.map(
      (
        /** @type {any} */ column,
      ) => html`<th style=${{ ...cellStyle(column), ...(of.text_align && { textAlign: of.text_align }) }}>
      <div class=${of.lines ? 'clamped' : ''} style=${{ WebkitLineClamp: of.lines }}>${column.display_name ?? column.name}</div>
    </th>`,
    )}
  </tr></thead>`;
}

function Row({ columns, row, height, maxHeight }) {
  return html`<tr style=${{ height }}>
    ${columns.map(
      (/** @type {any} */ column) => html`<td style=${cellStyle(column)}>
      <div class="cell" style=${{ maxHeight }}><${TableCell} column=${column} value=${row[column.name]} /></div>
    </td>`,
    )}
  </tr>`;
}

function cellStyle(
  /** @type {any} */ { width = 'auto', data_type: type, horizontal_align: across, vertical_align: down },
) {
  return {
    textAlign: across ?? (type === 'number' ? 'right' : 'left'),
    verticalAlign: { top: 'top', bottom: 'bottom' }[down] ?? 'middle',
    width: width === 'auto' ? undefined : width,
    minWidth: /px$/.test(width) ? width : '72px',
  };
}
