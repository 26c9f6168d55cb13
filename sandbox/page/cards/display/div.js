import { html } from '../../html.js';
import { useCard } from '../card-context.js';
import { CardIcon } from '../card-icon.js';
import { widthOf } from '../look.js';
import { Text } from '../text.js';

/** A text with an icon before it. @param {{element: any}} of */
export function Div({ element }) {
  const { look } = useCard();
  const { text = {}, icon } = element;
  const style = {
    fontSize: look.size(text.text_size),
    // The platform colours only plain text.
    color: text.tag === 'plain_text' ? look.text(text.text_color) : undefined,
    textAlign: text.text_align,
    width: widthOf(element.width),
  };
  return html`<div class="with-icon" style=${style}>
    ${icon && html`<${CardIcon} icon=${icon} />`}
    <div class=${text.lines ? 'card-text clamped' : 'card-text'} style=${{ WebkitLineClamp: text.lines }}><${Text} text=${text} /></div>
  </div>`;
}
