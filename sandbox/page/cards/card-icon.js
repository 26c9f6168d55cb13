import { fileUrl } from '../api.js';
import { html } from '../html.js';
import { glyphOf, Icon } from '../ui/icons.js';
import { useCard } from './card-context.js';

/** An icon of the platform's library, as a simple glyph, or a picture of one's own. @param {{icon: any, size?: number}} of */
export function CardIcon({ icon, size = 16 }) {
  const { look } = useCard();
  const px = Number.parseInt(icon.size ?? '', 10) || size;
  if (icon.tag === 'custom_icon') {
    return html`<img class="card-icon" src=${fileUrl(icon.img_key)} alt="" width=${px} height=${px} />`;
  }
  return html`<span class="card-icon"><${Icon} name=${glyphOf(String(icon.token ?? ''))} size=${px} color=${look.text(icon.color)} /></span>`;
}
