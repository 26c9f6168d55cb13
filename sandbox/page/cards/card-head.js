import { html } from '../html.js';
import { useCard } from './card-context.js';
import { CardIcon } from './card-icon.js';
import { Text } from './text.js';

/** The head of a card: icon, title, tags, subtitle, in the colour of its template. @param {{header: any}} of */
export function CardHead({ header }) {
  const { look } = useCard();
  const { title, subtitle, icon, text_tag_list: tags = [], template = 'default' } = header;
  const style = { ...look.head(template), padding: header.padding };
  return html`<header class=${`card-head card-head-${template}`} style=${style}>
    ${icon && html`<${CardIcon} icon=${icon} size=${22} />`}
    <div class="card-head-words">
      <div class="card-title">
        <${Text} text=${title} />
        ${tags.map((/** @type {any} */ tag) => html`<span class="text-tag" style=${look.tag(tag.color)}><${Text} text=${tag.text} /></span>`)}
      </div>
      ${subtitle?.content && html`<div class="card-subtitle"><${Text} text=${subtitle} /></div>`}
    </div>
  </header>`;
}
