import { type Card, card, markdown, text } from '../cards/elements.ts';
import type { BulletinDesk } from './desk.ts';
import { MOST_OWN_MB } from './own-docx.ts';

/** 上传定稿 was pressed: the next file. */
export function awaitedCard({ name }: BulletinDesk): Card {
  return card({
    summary: `请发${name}通报的定稿`,
    header: { title: '等待定稿', subtitle: `${name}通报`, template: 'turquoise' },
    elements: [
      markdown(`请在2小时内把定稿（**docx**，不超过${MOST_OWN_MB} MB，不带宏）直接发给我。`),
      text('收下后卡片上会写明文件名和校验码；发布的就是这个文件。不发就仍用系统生成的文件。', {
        size: 'notation',
        color: 'grey',
      }),
    ],
  });
}
