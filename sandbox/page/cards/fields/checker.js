import { html } from '../../html.js';
import { Icon } from '../../ui/icons.js';
import { Button } from '../button.js';
import { Text } from '../text.js';
import { useField } from './use-field.js';

/** A box to tick, with its text and up to three buttons. @param {{element: any, path: string}} of */
export function Checker({ element, path }) {
  const field = useField(element, path);
  const { checked_style: look = {}, button_area: area, overall_checkable: isWhole = true } = element;
  const style = {
    textDecoration: field.value && look.show_strikethrough ? 'line-through' : undefined,
    opacity: field.value ? look.opacity : undefined,
  };
  const toggle = () => !field.isOff && field.commit(!field.value);
  return html`<div class="checker" style=${{ padding: element.padding }} data-field=${element.name}>
    <button type="button" class="checker-box" role="checkbox" name=${element.name} aria-checked=${field.value} disabled=${field.isOff} title=${element.hover_tips?.content} onClick=${toggle}>
      <i class=${field.value ? 'tick tick-on' : 'tick'}>${field.value && html`<${Icon} name="check" size=${14} />`}</i>
      ${isWhole && html`<span style=${style}><${Text} text=${element.text} /></span>`}
    </button>
    ${!isWhole && html`<span class="checker-text" style=${style}><${Text} text=${element.text} /></span>`}
    ${area?.buttons?.map((/** @type {any} */ button) => html`<${Button} element=${{ size: 'small', ...button }} />`)}
    ${field.dialog}
  </div>`;
}
