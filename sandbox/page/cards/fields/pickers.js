import { useRef, useState } from 'preact/hooks';
import { html } from '../../html.js';
import { Icon } from '../../ui/icons.js';
import { Popup } from '../../ui/layer.js';
import { Calendar } from './calendar.js';
import { ClockColumns } from './clock-columns.js';
import { Field, titleOf } from './field.js';
import { useField } from './use-field.js';

const BOX_WIDTH = 300;
const MORNING = '09:00';

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
  return html`<${Picker} element=${element} path=${path} icon="calendar" Body=${DayBody} />`;
}

/** A time of day. @param {{element: any, path: string}} of */
export function PickerTime({ element, path }) {
  return html`<${Picker} element=${element} path=${path} icon="clock" Body=${TimeBody} />`;
}

/** A day and a time. @param {{element: any, path: string}} of */
export function PickerDatetime({ element, path }) {
  return html`<${Picker} element=${element} path=${path} icon="calendar" Body=${InstantBody} />`;
}

function DayBody({ anchor, title, value, mayClear, onChoose, onClose }) {
  const footer = mayClear && value !== '' && html`<${Clear} onChoose=${onChoose} />`;
  return html`<${Popup} anchor=${anchor} title=${title} width=${BOX_WIDTH} footer=${footer} onClose=${onClose}>
    <${Calendar} day=${value} onChoose=${onChoose} />
  <//>`;
}

function TimeBody({ anchor, title, value, mayClear, onChoose, onClose }) {
  const [time, setTime] = useState(value || MORNING);
  const footer = html`${mayClear && value !== '' && html`<${Clear} onChoose=${onChoose} />`}<${Done} onPress=${() => onChoose(time)} />`;
  return html`<${Popup} anchor=${anchor} title=${title} footer=${footer} onClose=${onClose}>
    <${ClockColumns} time=${time} onChoose=${setTime} />
  <//>`;
}

function InstantBody({ anchor, title, value, mayClear, onChoose, onClose }) {
  const [day, setDay] = useState(value.slice(0, 10));
  const [time, setTime] = useState(value.slice(11) || MORNING);
  const footer = html`${mayClear && value !== '' && html`<${Clear} onChoose=${onChoose} />`}<${Done} isOff=${day === ''} onPress=${() => onChoose(`${day} ${time}`)} />`;
  return html`<${Popup} anchor=${anchor} title=${title} width=${BOX_WIDTH} footer=${footer} onClose=${onClose}>
    <${Calendar} day=${day} onChoose=${setDay} />
    <${ClockColumns} time=${time} onChoose=${setTime} />
  <//>`;
}

function Clear({ onChoose }) {
  return html`<button type="button" class="plain-button" onClick=${() => onChoose('')}>清除</button>`;
}

function Done({ isOff = false, onPress }) {
  return html`<button type="button" class="strong-button" disabled=${isOff} onClick=${onPress}>确定</button>`;
}
