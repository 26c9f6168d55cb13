import { storeFile } from '../../db/queries/files.ts';
import { periodById } from '../../db/queries/periods.ts';
import { periodSheets } from '../../db/queries/reports.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OutboundMessage, Target } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Asked, actOf, audit, demandOffice } from '../reports/act.ts';
import { parsePeriod, periodName } from '../reports/period.ts';
import { annexXlsx } from './annex.ts';
import { composed } from './compose.ts';
import { bulletinDocx } from './docx.ts';
import { draftCard } from './draft-card.ts';

/** `/通报 2026Q4`: the office gets the 送审稿 and its annex, as of now, in its own chat. @throws UserError */
export async function bulletinOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  demandOffice(act, '起草通报');
  if (asked.args.trim() === '') throw new UserError('请写上是哪一期的通报，例如：/通报 2026Q4');
  const id = parsePeriod(asked.args);
  const period = await periodById(deps.db, id);
  if (period === undefined || period.opened_at === null)
    throw new UserError(`没有开过${periodName(id)}的报送，没有可通报的内容。`);
  const facts = { period, sheets: await periodSheets(deps.db, id), notice: deps.notice };
  const parts = composed(facts);
  const year = dayAt(act.now).slice(0, 4);
  const made = [
    { name: `${id}-通报.docx`, content: await bulletinDocx({ parts, year, isDraft: true }) },
    { name: `${id}-通报附表.xlsx`, content: await annexXlsx(facts) },
  ];
  const files = made.map((file, index) => ({ ...file, id: `bulletin:${asked.key}:${index}` }));
  const isOpen = asked.chatType !== 'direct' && asked.chatId !== undefined;
  const to: Target = isOpen ? { person: asked.sender } : asked.reply;
  const hint: OutboundMessage = {
    key: `hint:${asked.key}`,
    to: asked.reply,
    body: { type: 'text', text: '通报送审稿已单独发给您。' },
  };
  return {
    messages: [
      { key: `answer:${asked.key}`, to, body: { type: 'card', card: draftCard(id, parts) } },
      ...files.map(
        (file): OutboundMessage => ({ key: file.id, to, body: { type: 'file', fileId: file.id } }),
      ),
      ...(isOpen ? [hint] : []),
    ],
    writes: [
      ...files.map((file) => storeFile(deps.db, { ...file, now: act.now })),
      audit(act, 'draft-bulletin', { subject: `period:${id}` }),
    ],
  };
}
