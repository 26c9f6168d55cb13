import { useState } from 'preact/hooks';
import { space, tint } from './colors.js';
import { useConfirm } from './confirm.js';
import { Elements } from './elements.js';
import { html } from './html.js';
import { Text } from './text.js';

const ALIGN = {
  left: 'flex-start',
  center: 'center',
  right: 'flex-end',
  top: 'flex-start',
  bottom: 'flex-end',
};

export function ColumnSet({ element, env }) {
  const style = { gap: space(element.horizontal_spacing, '8px'), background: tint(element.background_style) };
  return html`<div class=${`columns columns-${element.flex_mode ?? 'none'}`} style=${style}>
    ${(element.columns ?? []).map((column) => html`<${Column} column=${column} env=${env} />`)}
  </div>`;
}

function Column({ column, env }) {
  const isFixed = /px$/.test(column.width ?? '');
  const style = {
    '--flex': isFixed
      ? `0 0 ${column.width}`
      : column.width === 'weighted'
        ? `${column.weight ?? 1} 1 0`
        : '0 1 auto',
    background: tint(column.background_style),
    padding: column.padding,
    justifyContent: ALIGN[column.vertical_align],
    borderRadius: column.background_style ? '6px' : undefined,
  };
  return html`<div class="column" style=${style}>
    <${Elements} elements=${column.elements} env=${env} gap=${space(column.vertical_spacing, '8px')} />
  </div>`;
}

export function CollapsiblePanel({ element, env }) {
  const [isOpen, setOpen] = useState(Boolean(element.expanded));
  const { header = {}, border } = element;
  const style = {
    borderColor: border ? (tint(border.color) ?? '#dee0e3') : 'transparent',
    borderRadius: border?.corner_radius,
  };
  return html`<div class="panel" style=${style}>
    <button type="button" class="panel-head" aria-expanded=${isOpen} onClick=${() => setOpen(!isOpen)}
      style=${{ background: tint(header.background_color ?? element.background_color) }}>
      <${Text} text=${header.title} env=${env} />
      <span class=${`chevron ${isOpen ? 'chevron-open' : ''}`} aria-hidden="true">⌄</span>
    </button>
    ${
      isOpen &&
      html`<div class="panel-body" style=${{ padding: element.padding }}>
      <${Elements} elements=${element.elements} env=${env} gap=${space(element.vertical_spacing, '8px')} />
    </div>`
    }
  </div>`;
}

export function InteractiveContainer({ element, env }) {
  const { ask, dialog } = useConfirm(element.confirm);
  const callback = (element.behaviors ?? []).find((behavior) => behavior.type === 'callback');
  const press = () =>
    !element.disabled &&
    callback &&
    ask(() => env.act({ tag: 'interactive_container', value: callback.value }));
  const style = {
    background: tint(element.background_style),
    border: element.has_border ? `1px solid ${tint(element.border_color) ?? '#dee0e3'}` : undefined,
    borderRadius: element.corner_radius,
    padding: element.padding,
  };
  return html`<div class="interactive" style=${style} onClick=${press}>
    <${Elements} elements=${element.elements} env=${env} gap="8px" />${dialog}
  </div>`;
}
