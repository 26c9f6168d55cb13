import { useRef, useState } from 'preact/hooks';
import { html } from '../../html.js';
import { Icon } from '../../ui/icons.js';
import { Field, titleOf } from './field.js';
import { DayPopup, InstantPopup, TimePopup } from './picker-popups.js';
import { useField } from './use-field.js';

/** A field whose value is chosen in a popup of its own. */
function Picker({ element, path, icon, Body }) {
  const field = useField(element, path);
  const [isOpen, setOpen] = useState(false);
  const button = useRef(null);
  const choose = (/** @type {string} */ value) => {
    setOpen(false);
    if (value !== field.value) field.commit(value);
  };
  return html`<${Field} element=${element} error=${field.error}>
    <button type="button" class=${`select-button ${isOpen ? 'select-open' : ''}`} name=${element.name} disabled=${field.isOff} ref=${button}
      aria-haspopup="dialog" aria-label=${titleOf(element)} aria-invalid=${field.error !== ''} onClick=${() => setOpen(true)}>
      ${field.value === '' ? html`<span class="select-empty">${element.placeholder?.content ?? '请选择'}</span>` : html`<span class="select-values">${field.value}</span>`}
      <${Icon} name=${icon} size=${16} />
    </button>
    ${isOpen && html`<${Body} anchor=${button.current} title=${titleOf(element)} value=${field.value} mayClear=${!element.required && field.isInForm} onChoose=${choose} onClose=${() => setOpen(false)} />`}
    ${field.dialog}
  <//>`;
}

/** A day; it comes back with the zone. @param {{element: any, path: string}} of */
export function DatePicker({ element, path }) {
  return html`<${Picker} element=${element} path=${path} icon="calendar" Body=${DayPopup} />`;
}

/** A time of day. @param {{element: any, path: string}} of */
export function PickerTime({ element, path }) {
  return html`<${Picker} element=${element} path=${path} icon="clock" Body=${TimePopup} />`;
}

/** A day and a time. @param {{element: any, path: string}} of */
export function PickerDatetime({ element, path }) {
  return html`<${Picker} element=${element} path=${path} icon="calendar" Body=${InstantPopup} />`;
}
