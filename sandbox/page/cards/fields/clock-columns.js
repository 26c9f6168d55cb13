import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../../html.js';

const HOURS = 24;
const MINUTES = 60;
const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
const upTo = (/** @type {number} */ count) => Array.from({ length: count }, (_, index) => two(index));

/** Hours and minutes to choose from. @param {{time: string, onChoose: (time: string) => void}} of `time`: `09:07`. */
export function ClockColumns({ time, onChoose }) {
  const [hour = '09', minute = '00'] = time === '' ? [] : time.split(':');
  return html`<div class="clock-columns">
    <${Column} label="时" values=${upTo(HOURS)} chosen=${hour} onChoose=${(/** @type {string} */ next) => onChoose(`${next}:${minute}`)} />
    <${Column} label="分" values=${upTo(MINUTES)} chosen=${minute} onChoose=${(/** @type {string} */ next) => onChoose(`${hour}:${next}`)} />
  </div>`;
}

function Column({ label, values, chosen, onChoose }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    const row = /** @type {HTMLElement | null | undefined} */ (
      box.current?.querySelector('[aria-selected="true"]')
    );
    if (row && box.current)
      box.current.scrollTop = row.offsetTop - box.current.clientHeight / 2 + row.clientHeight / 2;
  }, []);
  return html`<div class="clock-column" role="listbox" aria-label=${label} ref=${box}>
    ${values.map((/** @type {string} */ value) => html`<button key=${value} type="button" role="option" aria-selected=${value === chosen} onClick=${() => onChoose(value)}>${value}</button>`)}
  </div>`;
}
