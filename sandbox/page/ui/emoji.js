import { html } from '../html.js';

/** Feishu's emoji types (`emoji_type`) as far as the page draws them, with their Chinese names. */
const EMOJI = {
  THUMBSUP: ['👍', '赞'],
  OK: ['👌', 'OK'],
  DONE: ['✅', '完成'],
  Get: ['🫡', '收到'],
  OnIt: ['💪', '在做了'],
  APPLAUSE: ['👏', '鼓掌'],
  THANKS: ['🙏', '感谢'],
  SMILE: ['🙂', '微笑'],
  HEART: ['❤️', '比心'],
  FIREWORKS: ['🎉', '庆祝'],
  CheckMark: ['✔️', '对'],
  CrossMark: ['❌', '错'],
  Hundred: ['💯', '满分'],
  THINKING: ['🤔', '思考'],
  EYES: ['👀', '在看'],
  Typing: ['⌨️', '敲键盘'],
  Alarm: ['⏰', '闹钟'],
  Pin: ['📌', '图钉'],
  LGTM: ['🆗', '没问题'],
  JIAYI: ['➕', '加一'],
};

/** What a person can react with here. */
export const REACTIONS = ['THUMBSUP', 'OK', 'DONE', 'Get', 'APPLAUSE', 'THANKS', 'HEART', 'FIREWORKS'];

/** Whether a word between colons is an emoji. @param {string} type */
export function isEmoji(type) {
  return Object.hasOwn(EMOJI, type);
}

/** @param {string} type */
export function emojiName(type) {
  return EMOJI[type]?.[1] ?? type;
}

/** An emoji by its platform type; one that is not drawn here shows its type. @param {{type: string}} of */
export function Emoji({ type }) {
  const [glyph, name] = EMOJI[type] ?? [`[${type}]`, type];
  return html`<span class="emoji" role="img" aria-label=${name} title=${name}>${glyph}</span>`;
}
