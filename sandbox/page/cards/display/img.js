import { fileUrl } from '../../api.js';
import { html } from '../../html.js';
import { showPicture } from '../../state/panel.js';

const SIDES = { large: '160px', medium: '80px', small: '40px', tiny: '16px' };

/** A picture; unless it says otherwise, a press shows it large. @param {{element: any}} of */
export function Img({ element }) {
  const url = fileUrl(element.img_key);
  const alt = element.alt?.content ?? '';
  const title = element.title?.content;
  const picture = html`<img src=${url} alt=${alt} loading="lazy" style=${styleOf(element)} />`;
  return html`<figure class="card-img">
    ${
      element.preview === false
        ? picture
        : html`<button type="button" class="card-img-button" aria-label=${alt || '查看图片'} onClick=${() => showPicture(url)}>${picture}</button>`
    }
    ${title && html`<figcaption>${title}</figcaption>`}
  </figure>`;
}

function styleOf(/** @type {any} */ element) {
  const { size = '', scale_type: scale, custom_width: width, compact_width: isCompact } = element;
  const [wide, high] = size.includes(' ') ? size.split(' ') : [SIDES[size], SIDES[size]];
  // A size counts only where the picture may be cut.
  const isCut = scale !== 'fit_horizontal' && wide !== undefined;
  return {
    width: isCut ? wide : isCompact ? '278px' : width ? `${width}px` : undefined,
    height: isCut ? high : undefined,
    objectFit: isCut ? 'cover' : undefined,
    objectPosition: scale === 'crop_top' ? 'top' : undefined,
    borderRadius: element.corner_radius,
    background: element.transparent ? undefined : '#f5f6f7',
  };
}
