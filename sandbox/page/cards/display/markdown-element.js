import { html } from '../../html.js';
import { useCard } from '../card-context.js';
import { CardIcon } from '../card-icon.js';
import { Markdown } from '../markdown/markdown.js';
import { wordsOf } from '../text.js';

/** @param {{element: any}} of */
export function MarkdownElement({ element }) {
  const { look } = useCard();
  const style = { fontSize: look.size(element.text_size), textAlign: element.text_align };
  return html`<div class="with-icon" style=${style}>
    ${element.icon && html`<${CardIcon} icon=${element.icon} />`}
    <${Markdown} content=${wordsOf(element)} />
  </div>`;
}
