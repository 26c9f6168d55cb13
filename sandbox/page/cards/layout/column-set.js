import { html } from '../../html.js';
import { useCard } from '../card-context.js';
import { Elements } from '../elements.js';
import { alignOf, spaceOf } from '../look.js';
import { openAddress } from '../open-address.js';

/** Columns beside each other; what becomes of them where it is narrow, `flex_mode` says. @param {{element: any, path: string}} of */
export function ColumnSet({ element, path }) {
  const { look } = useCard();
  const { columns = [], flex_mode: mode = 'none', action } = element;
  const style = {
    '--gap': spaceOf(element.horizontal_spacing, '8px'),
    justifyContent: alignOf(element.horizontal_align),
    background: look.fill(element.background_style),
  };
  const isFilled = style.background !== undefined;
  const onClick = action?.multi_url && (() => openAddress(action.multi_url));
  return html`<div class=${`columns columns-${mode} ${isFilled ? 'filled' : ''}`} style=${style} role=${onClick && 'button'} onClick=${onClick}>
    ${columns.map((/** @type {any} */ column, /** @type {number} */ index) => html`<${Column} key=${column.element_id ?? index} column=${column} path=${`${path}.${index}`} />`)}
  </div>`;
}

function Column({ column, path }) {
  const { look } = useCard();
  const { width = 'auto', weight = 1, action } = column;
  const style = {
    '--flex': flexOf(width, weight),
    background: look.fill(column.background_style),
    padding: column.padding,
    margin: column.margin,
    justifyContent: alignOf(column.vertical_align),
  };
  const isFilled = style.background !== undefined;
  const onClick = action?.multi_url && (() => openAddress(action.multi_url));
  return html`<div class=${`column ${width === 'auto' ? 'column-auto' : ''} ${isFilled ? 'filled' : ''}`} style=${style} role=${onClick && 'button'} onClick=${onClick}>
    <${Elements} of=${{ ...column, vertical_align: column.direction === 'horizontal' ? column.vertical_align : undefined }} path=${path} gap="8px" />
  </div>`;
}

function flexOf(/** @type {string} */ width, /** @type {number} */ weight) {
  if (width === 'weighted') return `${weight} 1 0`;
  return /px$/.test(width) ? `0 1 ${width}` : '0 1 auto';
}
