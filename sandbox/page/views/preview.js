import { plainLine } from '../ui/rich-text.js';

/** A message in one line of text. @param {import('../state/history.js').Message} message */
export function lineOf({ body }) {
  switch (body.type) {
    case 'text':
      return plainLine(body.text, body.mentions);
    case 'file':
      return `[文件] ${body.name}`;
    case 'image':
      return '[图片]';
    case 'post':
      return `[富文本] ${/** @type {any} */ (body.content)?.title ?? ''}`.trim();
    case 'card':
      return `[卡片] ${/** @type {any} */ (body.card)?.header?.title?.content ?? ''}`.trim();
    case 'system':
      return body.text;
    default:
      return '';
  }
}
