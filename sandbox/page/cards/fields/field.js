import { html } from '../../html.js';
import { toast } from '../../state/toasts.js';
import { widthOf } from '../look.js';
import { Text } from '../text.js';

/** What stands around every field: its label, and what is wrong with it. @param {{element: any, error: string, children?: unknown}} of */
export function Field({ element, error, children }) {
  const { label, required, label_position: position, disabled, disabled_tips: tips } = element;
  const classes = ['field', position === 'left' && 'field-left', error !== '' && 'field-bad'];
  const say = () => disabled && tips?.content && toast('info', tips.content);
  return html`<div class=${classes.filter(Boolean).join(' ')} style=${{ width: widthOf(element.width) }} data-field=${element.name} onClick=${say}>
    ${label && html`<div class="field-label"><${Text} text=${label} />${required && html`<i aria-hidden="true">*</i>`}</div>`}
    <div class="field-body">
      ${children}
      ${error !== '' && html`<div class="field-error" role="alert">${error}</div>`}
    </div>
  </div>`;
}

/** What a field is called where no label is seen. @param {any} element */
export function titleOf(element) {
  return String(element.label?.content ?? element.placeholder?.content ?? element.name ?? '');
}
