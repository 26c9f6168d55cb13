import { html } from '../../html.js';
import { Icon } from '../../ui/icons.js';
import { Field, titleOf } from './field.js';
import { useField } from './use-field.js';

const LONGEST = 1000;
const ROWS = 5;

/** A text of one line, of several, or a secret. @param {{element: any, path: string}} of */
export function Input({ element, path }) {
  const field = useField(element, path);
  const { input_type: type = 'text', max_length: longest = LONGEST } = element;
  const isLong = type === 'multiline_text';
  const common = {
    name: element.name,
    value: field.value,
    disabled: field.isOff,
    maxLength: longest,
    placeholder: element.placeholder?.content ?? '请输入',
    'aria-label': titleOf(element),
    'aria-invalid': field.error !== '',
    onInput: (/** @type {any} */ event) => field.set(event.target.value),
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && !event.isComposing && !field.isInForm) field.commit(field.value);
  };
  const box = isLong
    ? html`<textarea rows=${element.rows ?? ROWS} class=${element.auto_resize ? 'growing' : ''} ...${common}></textarea>`
    : html`<input type=${type === 'password' ? 'password' : 'text'} onKeyDown=${onKeyDown} autocomplete="off" ...${common} />`;
  const isCounted = isLong || element.max_length !== undefined;
  return html`<${Field} element=${element} error=${field.error}>
    <div class="input-row">
      ${box}
      ${!field.isInForm && !isLong && html`<button type="button" class="input-send" aria-label="确认" disabled=${field.isOff} onClick=${() => field.commit(field.value)}><${Icon} name="check" size=${18} /></button>`}
    </div>
    ${isCounted && html`<div class="counter">${field.value.length}/${longest}</div>`}
    ${field.dialog}
  <//>`;
}
