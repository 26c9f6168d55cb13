import { html } from '../html.js';
import { useCard } from './card-context.js';
import { CardHead } from './card-head.js';
import { Elements } from './elements.js';
import { openAddress } from './open-address.js';

const WIDTHS = { compact: '400px', fill: '100%' };
/** What keeps a press on a card for itself. */
const PRESSABLE = 'a, button, input, textarea, label, [role="button"]';

/** A card of schema 2.0, or what shows something of 1.0, as Feishu's client shows it. @param {{card: any}} of */
export function Card({ card }) {
  const { isExpired } = useCard();
  const { header, body = { elements: card.elements }, config = {}, card_link: address } = card;
  const onClick = (/** @type {any} */ event) => {
    if (address && !event.target.closest(PRESSABLE)) openAddress(address);
  };
  const maxWidth = WIDTHS[config.width_mode] ?? '600px';
  return html`<div class=${`card ${isExpired ? 'card-expired' : ''} ${address ? 'card-linked' : ''}`} style=${{ maxWidth }} onClick=${onClick}>
    ${header && html`<${CardHead} header=${header} />`}
    <div class="card-body" style=${{ padding: body.padding ?? '12px' }}>
      <${Elements} of=${body} path="body" gap="8px" />
    </div>
    ${isExpired && html`<div class="card-note">卡片已过期（发出超过 14 天），不能再操作</div>`}
  </div>`;
}
