import { useState } from 'preact/hooks';
import { html } from '../../html.js';
import { Popup } from '../../ui/layer.js';
import { Calendar } from './calendar.js';
import { ClockColumns } from './clock-columns.js';

/**
 * @typedef {{
 *   anchor: Element | null, title: string, value: string, mayClear: boolean,
 *   onChoose: (value: string) => void, onClose: () => void,
 * }} Choice `value` as the field holds it: `2026-12-28`, `09:07` or both; '' for none.
 */

const BOX_WIDTH = 300;
const MORNING = '09:00';

/** A day to choose. @param {Choice} of */
export function DayPopup({ anchor, title, value, mayClear, onChoose, onClose }) {
  const footer = mayClear && value !== '' && html`<${Clear} onChoose=${onChoose} />`;
  return html`<${Popup} anchor=${anchor} title=${title} width=${BOX_WIDTH} footer=${footer} onClose=${onClose}>
    <${Calendar} day=${value} onChoose=${onChoose} />
  <//>`;
}

/** A time of day to choose. @param {Choice} of */
export function TimePopup({ anchor, title, value, mayClear, onChoose, onClose }) {
  const [time, setTime] = useState(value || MORNING);
  const footer = html`${mayClear && value !== '' && html`<${Clear} onChoose=${onChoose} />`}<${Done} onPress=${() => onChoose(time)} />`;
  return html`<${Popup} anchor=${anchor} title=${title} footer=${footer} onClose=${onClose}>
    <${ClockColumns} time=${time} onChoose=${setTime} />
  <//>`;
}

/** A day and a time to choose. @param {Choice} of */
export function InstantPopup({ anchor, title, value, mayClear, onChoose, onClose }) {
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
