import { html } from './html.js';

export function Image({ element }) {
  const alt = element.alt?.content ?? '';
  return html`<figure class="card-img" style=${{ borderRadius: element.corner_radius }}>
    <img src=${`/sandbox/api/files/${encodeURIComponent(element.img_key)}`} alt=${alt} loading="lazy" />
    ${element.title?.content && html`<figcaption>${element.title.content}</figcaption>`}
  </figure>`;
}

export function Person({ element, env }) {
  return html`<${Face} id=${element.user_id} withName=${element.show_name} withAvatar=${element.show_avatar !== false} env=${env} />`;
}

export function PersonList({ element, env }) {
  return html`<div class="people">
    ${(element.persons ?? []).map(
      ({ id }) =>
        html`<${Face} id=${id} withName=${element.show_name !== false} withAvatar=${element.show_avatar} env=${env} />`,
    )}
  </div>`;
}

export function Face({ id, withName, withAvatar, env }) {
  const name = env.people.get(id)?.name ?? '未知用户';
  return html`<span class="face">
    ${withAvatar && html`<span class="face-avatar" aria-hidden="true">${name.slice(-1)}</span>`}
    ${withName && html`<span>${name}</span>`}
  </span>`;
}
