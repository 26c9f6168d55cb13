import type { BroadcastRow, Counts } from '../../db/queries/broadcasts.ts';
import { type Card, card, markdown, text } from '../cards/elements.ts';

/** `已送 212/300，失败 3`: how far a broadcast is, in a line. Pure. */
export function countsLine({ total, sent, failed, retried }: Counts): string {
  // At night and on days off it waits for its hour.
  if (sent + failed + retried === 0) return `共${total}条，待发`;
  return [
    `已送 ${sent}/${total}`,
    ...(failed > 0 ? [`失败 ${failed}`] : []),
    ...(retried > 0 ? [`正在重试 ${retried}`] : []),
  ].join('，');
}

/** The card that follows a broadcast until it is through. Pure. */
export function progressCard(
  { name, counts }: Pick<BroadcastRow, 'name'> & { counts: Counts },
  { isThrough }: { isThrough: boolean },
): Card {
  const { total, failed } = counts;
  const state = isThrough ? (failed === 0 ? '已全部送达' : '已发完') : '正在发送';
  return card({
    summary: `${name}：${countsLine(counts)}`,
    header: {
      title: name,
      subtitle: `${state} · 共${total}条`,
      template: isThrough ? (failed === 0 ? 'green' : 'orange') : 'blue',
    },
    elements: [
      markdown(`**${countsLine(counts)}**`, { size: 'heading' }),
      ...(isThrough
        ? failed > 0
          ? [text('没有送达的人和原因，另发名单给办公室。')]
          : []
        : [text('本卡片自动更新，发完为止。', { size: 'notation', color: 'grey' })]),
    ],
  });
}
