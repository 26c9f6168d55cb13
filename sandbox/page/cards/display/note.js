import { html } from '../../html.js';
import { Text } from '../text.js';

/** Small words at the foot of a card of 1.0. @param {{element: any}} of */
export function Note({ element }) {
  return html`<div class="card-small">${element.elements.map((/** @type {any} */ text) => html`<${Text} text=${text} />`)}</div>`;
}
