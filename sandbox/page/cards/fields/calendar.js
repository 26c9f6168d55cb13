import { useState } from 'preact/hooks';
import { html } from '../../html.js';
import { sandboxNow } from '../../state/store.js';
import { dayOf } from '../../time.js';
import { Icon } from '../../ui/icons.js';
import { monthsLater, pageOfMonth } from './days.js';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** A month to choose a day from. @param {{day: string, onChoose: (day: string) => void}} of `day`: `2026-12-28` or ''. */
export function Calendar({ day, onChoose }) {
  const today = dayOf(sandboxNow());
  const [month, setMonth] = useState((day || today).slice(0, 7));
  const turn = (/** @type {number} */ count) => () => setMonth(monthsLater(month, count));
  return html`<div class="calendar">
    <div class="calendar-head">
      <button type="button" class="icon-button" aria-label="上一月" onClick=${turn(-1)}><${Icon} name="back" size=${18} /></button>
      <b>${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月</b>
      <button type="button" class="icon-button" aria-label="下一月" onClick=${turn(1)}><${Icon} name="forward" size=${18} /></button>
    </div>
    <div class="calendar-days">
      ${WEEKDAYS.map((weekday) => html`<span class="calendar-weekday">${weekday}</span>`)}
      ${pageOfMonth(month).map((each) => html`<${Day} key=${each} each=${each} isOther=${!each.startsWith(month)} isToday=${each === today} isChosen=${each === day} onChoose=${onChoose} />`)}
    </div>
  </div>`;
}

function Day({ each, isOther, isToday, isChosen, onChoose }) {
  const classes = [
    'calendar-day',
    isOther && 'calendar-other',
    isToday && 'calendar-today',
    isChosen && 'calendar-chosen',
  ];
  return html`<button type="button" class=${classes.filter(Boolean).join(' ')} aria-pressed=${isChosen} aria-label=${each} onClick=${() => onChoose(each)}>
    ${Number(each.slice(8))}
  </button>`;
}
