import {
  applyArrangement,
  arrangementDraft,
  arrangements,
  arrangementVersion,
  decideArrangementDraft,
  keepArrangementDraft,
} from '../../db/queries/calendar.ts';
import type { ArrangementSource } from '../../db/schema-calendar.ts';
import type { AttachmentMessage } from '../attachments.ts';
import type { Card } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import { readCsv } from '../files/csv-read.ts';
import { readXlsx } from '../files/xlsx-read.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { downloaded } from '../report-files/download.ts';
import {
  type Asked,
  actOf,
  actOfClick,
  audit,
  carried,
  demandOffice,
  pressed,
  type ReportAct,
  saysCard,
  success,
} from '../reports/act.ts';
import { rulesNow } from '../schedule/rules-now.ts';
import { checkArrangement, type ReadArrangement } from './arrangement.ts';
import { readArrangementTable } from './arrangement-table.ts';
import { readArrangementText } from './arrangement-text.ts';
import { calendarWith } from './china.ts';
import { arrangementPreviewCard, faultyArrangementCard, howToImportCard } from './import-card.ts';
import { movedDays } from './moved-days.ts';

const FILE_NAME = /(?:放假|节假日|调休).*\.(?:xlsx|csv)$/i;
const MOST_MB = 1;
const RIGHT = '导入放假安排';

/** `/日程 导入 <通知全文>` (office): a preview, or what is wrong with it; without a text, how it is done. */
export async function importArrangement(act: ReportAct, asked: Asked, args: string): Promise<Outcome> {
  demandOffice(act, RIGHT);
  if (args.trim() === '') return answer(asked, { card: howToImportCard() });
  return answer(asked, await preview(act, readArrangementText(args), 'text'));
}

/** A table of days off that somebody of the office sends in his own chat, told by its name. */
export async function readArrangementFile(
  deps: Deps,
  event: AttachmentMessage,
): Promise<Outcome | undefined> {
  const { name } = event.attachment;
  if (event.chatType !== 'direct' || !FILE_NAME.test(name)) return undefined;
  const act = await actOf(deps, { sender: event.sender, key: event.messageId });
  if (!act.rights.isOffice) return undefined;
  const bytes = await downloaded(deps, event, MOST_MB);
  const sheets = /\.csv$/i.test(name) ? [readCsv(bytes)] : readXlsx(bytes);
  const reply = { replyTo: event.messageId, chat: event.chatId };
  return answer({ key: act.key, reply }, await preview(act, readArrangementTable(sheets), 'table'));
}

interface Shown {
  card: Card;
  writes?: Outcome['writes'];
}

function answer(asked: Pick<Asked, 'key' | 'reply'>, { card, writes = [] }: Shown): Outcome {
  return {
    messages: [{ key: `answer:${asked.key}`, to: asked.reply, body: { type: 'card', card } }],
    writes,
  };
}

async function preview(act: ReportAct, read: ReadArrangement, source: ArrangementSource): Promise<Shown> {
  const { db } = act.deps;
  const arrangement = checkArrangement(read, act.calendar);
  if (arrangement.faults.length > 0) return { card: faultyArrangementCard(arrangement.faults) };
  const { year, off, work } = arrangement;
  const after = calendarWith([...(await arrangements(db)).filter((one) => one.year !== year), arrangement]);
  return {
    card: arrangementPreviewCard({
      id: act.key,
      today: act.today,
      arrangement,
      moved: movedDays({ before: act.calendar, after, year }, act.today, await rulesNow(db)),
      isReplacing: act.calendar.isCovered(`${year}-12-31`),
    }),
    writes: [
      keepArrangementDraft(db, {
        id: act.key,
        year,
        off: JSON.stringify(off),
        work: JSON.stringify(work),
        source,
        base_version: await arrangementVersion(db, year),
        made_by: act.sender,
        made_at: act.now,
      }),
    ],
  };
}

/** 确认导入, 放弃 on the preview: once, by the office. */
export async function decideArrangement(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, RIGHT);
  const draft = await arrangementDraft(deps.db, carried(event, 'id'));
  if (draft === undefined) throw new UserError('找不到这份安排了，请重新发送。');
  if (draft.status !== 'shown')
    throw new UserError(`这份安排已经${draft.status === 'applied' ? '导入' : '放弃'}过了，不用再点。`);
  const subject = `calendar:${draft.year}`;
  const title = `${draft.year}年放假安排`;
  if (carried(event, 'as') !== 'applied')
    return pressed(event, {
      toast: success('已放弃'),
      card: saysCard(title, ['已放弃，没有改动任何日子。'], 'grey'),
      writes: [
        ...decideArrangementDraft(deps.db, draft.id, 'dropped'),
        audit(act, 'calendar-drop', { subject }),
      ],
    });
  if ((await arrangementVersion(deps.db, draft.year)) !== draft.base_version)
    throw new UserError(`预览之后有人导入过${draft.year}年的安排，请重新发送，再看一次预览。`);
  const version = draft.base_version + 1;
  return pressed(event, {
    toast: success('已导入'),
    card: saysCard(title, [`已导入（第${version}版），今后的工作日都按它计算。`], 'green'),
    writes: [
      ...decideArrangementDraft(deps.db, draft.id, 'applied'),
      applyArrangement(deps.db, draft, { by: act.sender, now: act.now }),
      audit(act, 'calendar-import', { subject, detail: `version ${version}, ${draft.source}` }),
    ],
  });
}
