import { html } from '../../html.js';
import { nameOf } from '../../state/store.js';
import { formatted } from '../../time.js';
import { Mention, WebLink } from '../../ui/rich-text.js';
import { useCard } from '../card-context.js';
import { Face } from '../display/person.js';
import { openAddress } from '../open-address.js';

const MINUTES = 'YYYY-MM-DD HH:mm';
/** `format_type` of `local_datetime`. */
const FORMATS = {
  date_num: 'YYYY-MM-DD',
  date: 'YYYY年MM月DD日',
  date_short: 'MM月DD日',
  time: 'HH:mm',
  time_sec: 'HH:mm:ss',
};

/** One of the tags that Feishu adds to markdown. @param {{tag: string, attributes: Record<string, string>, children?: unknown}} of */
export function FeishuTag({ tag, attributes, children }) {
  const Tag = TAGS[tag];
  return Tag ? html`<${Tag} ...${attributes} words=${children} />` : children;
}

function At({ id, ids, user_id: userId, email }) {
  const { me } = useCard();
  const all = String(ids ?? id ?? userId ?? email ?? '').split(',');
  return all.map((each) => {
    const openId = each.trim();
    const name = openId === 'all' ? '所有人' : email ? openId : nameOf(openId);
    return html`<${Mention} openId=${openId} name=${name} me=${me} /> `;
  });
}

function Font({ color, words }) {
  const { look } = useCard();
  return html`<span style=${{ color: look.text(color) }}>${words}</span>`;
}

function TextTag({ color = 'neutral', words }) {
  const { look } = useCard();
  return html`<span class="text-tag" style=${look.tag(color)}>${words}</span>`;
}

function NumberTag({ background_color: background = 'grey', font_color: color = 'white', url, words }) {
  const { look } = useCard();
  const dot = html`<span class="number-tag" style=${{ background: look.text(background), color: look.text(color) }}>${words}</span>`;
  return url ? html`<${WebLink} href=${url}>${dot}<//>` : dot;
}

function PersonTag({ id, show_name: withName = 'true', show_avatar: withAvatar = 'true', style = 'normal' }) {
  return html`<${Face} openId=${id ?? ''} size="extra_small" withName=${withName !== 'false'} withAvatar=${withAvatar !== 'false'} isCapsule=${style === 'capsule'} />`;
}

function LocalDatetime({ millisecond, format_type: format = '', link }) {
  const ms = Number(millisecond);
  const text = Number.isFinite(ms) ? formatted(ms, FORMATS[format] ?? MINUTES) : String(millisecond);
  return link ? html`<${WebLink} href=${link}>${text}<//>` : html`<time>${text}</time>`;
}

function Link({ url, href, pc_url, ios_url, android_url, words }) {
  const address = { url: url ?? href, pc_url, ios_url, android_url };
  const hasWords = Array.isArray(words) ? words.length > 0 : Boolean(words);
  const onClick = (/** @type {Event} */ event) => {
    event.preventDefault();
    openAddress(address);
  };
  if (!/^https?:\/\//i.test(address.url ?? '')) return words;
  return html`<a href=${address.url} target="_blank" rel="noreferrer noopener" onClick=${onClick}>${hasWords ? words : address.url}</a>`;
}

const TAGS = {
  br: () => html`<br />`,
  hr: () => html`<hr />`,
  at: At,
  font: Font,
  text_tag: TextTag,
  number_tag: NumberTag,
  person: PersonTag,
  local_datetime: LocalDatetime,
  link: Link,
  a: Link,
};
