import { html } from '../html.js';
import { CardIcon } from './card-icon.js';
import { widthOf } from './look.js';
import { Text } from './text.js';
import { usePress } from './use-press.js';

/** @param {{element: any}} of */
export function Button({ element }) {
  const { press, isOff, isBusy, dialog } = usePress(element);
  const { type = 'default', size = 'medium' } = element;
  return html`<button type="button" class=${`btn btn-${type} btn-${size}`} style=${{ width: widthOf(element.width) }} name=${element.name}
      aria-disabled=${isOff} aria-busy=${isBusy} title=${element.hover_tips?.content} onClick=${press}>
    ${isBusy ? html`<i class="spinner"></i>` : element.icon && html`<${CardIcon} icon=${element.icon} />`}
    <${Text} text=${element.text} />
  </button>${dialog}`;
}
