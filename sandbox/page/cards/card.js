import { space, textColor, tint } from './colors.js';
import { Elements } from './elements.js';
import { html } from './html.js';
import { Text } from './text.js';

/**
 * A card as Feishu shows it.
 *
 * `env`: `people` (Map by open_id), `me` (open_id), `isExpired`, `act(action)` → result of the click,
 * `toast(type, text)`.
 */
export function Card({ card, message, env }) {
  const inner = { ...env, version: message?.version };
  const { header, body = {}, config = {} } = card ?? {};
  const width = { compact: '400px', fill: '100%' }[config.width_mode] ?? '600px';
  return html`<div class="card" style=${{ maxWidth: width }}>
    ${header && html`<${Header} header=${header} env=${inner} />`}
    <div class="card-body" style=${{ padding: body.padding ?? '12px' }}>
      <${Elements} elements=${body.elements} env=${inner} gap=${space(body.vertical_spacing, '8px')} />
    </div>
    ${env.isExpired && html`<div class="card-expired">卡片已过期（超过 14 天），不能再操作</div>`}
  </div>`;
}

function Header({ header, env }) {
  const template = header.template ?? 'default';
  return html`<div class=${`card-header card-header-${template}`}
    style=${{ background: template === 'default' ? undefined : tint(template), color: textColor(template) }}>
    <div class="card-title">
      <${Text} text=${header.title} env=${env} />
      ${(header.text_tag_list ?? []).map(
        (
          tag,
        ) => html`<span class="text-tag" style=${{ color: textColor(tag.color), background: '#ffffffb3' }}>
          <${Text} text=${tag.text} env=${env} />
        </span>`,
      )}
    </div>
    ${header.subtitle?.content && html`<div class="card-subtitle"><${Text} text=${header.subtitle} env=${env} /></div>`}
  </div>`;
}
