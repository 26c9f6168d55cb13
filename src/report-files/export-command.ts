import { storeFile } from '../../db/queries/files.ts';
import { card, lines, markdown, text } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OutboundMessage, Target } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Asked, actOf, audit, demandOffice } from '../reports/act.ts';
import { type PeriodId, parsePeriod, periodName } from '../reports/period.ts';
import { exportPeriod, type PeriodExport } from './export.ts';

/** The platform takes files of at most 30 MB. */
const MOST_BYTES = 30 * 1024 * 1024;

/** `/导出 2026Q4`: the office gets the period's files in its own chat. @throws UserError */
export async function exportOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  demandOffice(act, '导出报送材料');
  if (asked.args.trim() === '') throw new UserError('请写上要导出哪一期，例如：/导出 2026Q4');
  const period = parsePeriod(asked.args);
  const made = await exportPeriod(deps, period);
  const large = made.files.find((file) => file.content.length > MOST_BYTES);
  if (large)
    throw new UserError(
      `${large.name}超过30 MB，飞书发不了。请系统管理员用 npm run -s cli -- export ${period} --out 目录 导出。`,
    );
  const isOpen = asked.chatType !== 'direct' && asked.chatId !== undefined;
  const to: Target = isOpen ? { person: asked.sender } : asked.reply;
  const files = made.files.map((file, index) => ({ ...file, id: `export:${asked.key}:${index}` }));
  return {
    messages: [
      { key: `answer:${asked.key}`, to, body: { type: 'card', card: exportCard(period, made) } },
      ...files.map(({ id }): OutboundMessage => ({ key: id, to, body: { type: 'file', fileId: id } })),
      ...(isOpen ? [hint(asked)] : []),
    ],
    writes: [
      ...files.flatMap(({ id, name, content }) => storeFile(deps.db, { id, name, content, now: act.now })),
      audit(act, 'export', { subject: `period:${period}` }),
    ],
  };
}

function hint(asked: Asked): OutboundMessage {
  return {
    key: `hint:${asked.key}`,
    to: asked.reply,
    body: { type: 'text', text: '导出的材料已单独发给您。' },
  };
}

function exportCard(period: PeriodId, { manifest }: PeriodExport) {
  return card({
    summary: `${periodName(period)}报送材料`,
    header: { title: '导出', subtitle: periodName(period), template: 'blue' },
    elements: [
      markdown('**文件在下面**，请按内部材料管理。没有提交的草稿不在里面。'),
      ...manifest.files.map((file) =>
        markdown(lines([`${file.name}（${Math.ceil(file.bytes / 1024)} KB）`, `SHA-256 ${file.sha256}`]), {
          size: 'notation',
        }),
      ),
      text('manifest.json 里有每个文件的大小和 SHA-256，归档时可以核对。', {
        size: 'notation',
        color: 'grey',
      }),
    ],
  });
}
