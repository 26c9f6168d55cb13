import { html } from '../../html.js';
import { nameOf, personOf } from '../../state/store.js';
import { Avatar } from '../../ui/avatar.js';
import { CardIcon } from '../card-icon.js';

const SIZES = { extra_small: 18, small: 22, medium: 26, large: 36 };

/** A person: picture and, if wanted, name. @param {{element: any}} of */
export function Person({ element }) {
  const { user_id: id, size, style, show_name: withName, show_avatar: withAvatar } = element;
  return html`<${Face} openId=${id} size=${size} isCapsule=${style === 'capsule'} withName=${withName === true} withAvatar=${withAvatar !== false} />`;
}

/** @param {{element: any}} of */
export function PersonList({ element }) {
  const people = (element.persons ?? []).filter(
    (/** @type {{id: string}} */ { id }) => !element.drop_invalid_user_id || personOf(id),
  );
  const withAvatar = element.show_avatar === true || element.show_name === false;
  const style = { WebkitLineClamp: element.lines };
  return html`<div class="with-icon">
    ${element.icon && html`<${CardIcon} icon=${element.icon} />`}
    <div class=${element.lines ? 'faces clamped' : 'faces'} style=${style}>
      ${people.map((/** @type {{id: string}} */ { id }) => html`<${Face} key=${id} openId=${id} size=${element.size} withName=${element.show_name !== false} withAvatar=${withAvatar} isCapsule=${true} />`)}
    </div>
  </div>`;
}

/** @param {{openId: string, size?: string, withName: boolean, withAvatar: boolean, isCapsule?: boolean}} of */
export function Face({ openId, size = 'medium', withName, withAvatar, isCapsule = false }) {
  const classes = `face ${isCapsule && withName ? 'face-capsule' : ''} ${withAvatar ? '' : 'face-bare'}`;
  return html`<span class=${classes} title=${nameOf(openId)}>
    ${withAvatar && html`<${Avatar} openId=${openId} size=${SIZES[size] ?? SIZES.medium} />`}
    ${withName && html`<span>${nameOf(openId)}</span>`}
  </span>`;
}
