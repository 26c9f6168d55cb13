import { html } from '../../html.js';
import { formatted } from '../../time.js';
import { useCard } from '../card-context.js';
import { Markdown } from '../markdown/markdown.js';
import { Face } from './person.js';

const DAY = 'YYYY/MM/DD';

/** One value of a table, shown as its column says. @param {{column: any, value: any}} of */
export function TableCell({ column, value }) {
  if (value === undefined || value === null) return html`<span class="nothing">–</span>`;
  switch (column.data_type) {
    case 'number':
      return html`<span class="number">${numberOf(Number(value), column.format)}</span>`;
    case 'lark_md':
    case 'markdown':
      return html`<${Markdown} content=${String(value)} />`;
    case 'options':
      return html`<${Options} options=${typeof value === 'string' ? [{ text: value, color: 'neutral' }] : value} />`;
    case 'persons':
      return html`<span class="faces">${[value].flat().map((id) => html`<${Face} openId=${id} size="small" withName=${true} withAvatar=${true} />`)}</span>`;
    case 'date':
      return formatted(Number(value), column.date_format ?? DAY);
    default:
      return html`<span class="plain">${String(value)}</span>`;
  }
}

function Options({ options }) {
  const { look } = useCard();
  return html`<span class="tags">${options.map((/** @type {any} */ { text, color = 'neutral' }) => html`<span class="text-tag" style=${look.tag(color)}>${text}</span>`)}</span>`;
}

function numberOf(
  /** @type {number} */ value,
  { symbol = '', precision, separator = false } = /** @type {any} */ ({}),
) {
  const digits =
    precision === undefined
      ? { maximumFractionDigits: 10 }
      : { minimumFractionDigits: precision, maximumFractionDigits: precision };
  return symbol + value.toLocaleString('zh-CN', { useGrouping: separator, ...digits });
}
