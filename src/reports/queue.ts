import { rowsByKey } from '../../db/queries/outbox.ts';
import { officeMembers } from '../../db/queries/people.ts';
import { cardKeysFrom } from '../../db/queries/people-bindings.ts';
import type { ReportRow } from '../../db/queries/reports.ts';
import { reviewQueue } from '../../db/queries/reviews.ts';
import { button, type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { OpenId } from '../ids.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { whenToTell } from '../reminders/quiet.ts';
import type { ReportAct } from './act.ts';
import { unitNameOf } from './desk.ts';
import { momentName } from './texts.ts';

/** A phone shows no more at a time; the rest comes up as these are done. */
const SHOWN = 20;

/** What waits for review, for the office. */
export function queueCard(act: ReportAct, rows: readonly ReportRow[]): Card {
  const more = rows.length - SHOWN;
  return card({
    summary: rows.length === 0 ? '没有待审核的报告' : `待审核 ${rows.length} 件`,
    header: {
      title: rows.length === 0 ? '没有待审核的报告' : `待审核 ${rows.length} 件`,
      subtitle: '按提交先后',
      template: rows.length === 0 ? 'green' : 'orange',
    },
    elements: [
      ...rows.slice(0, SHOWN).flatMap((row) => entry(act, row)),
      ...(more > 0 ? [text(`还有${more}件，办完前面的再发“/审核”。`)] : []),
      ...(rows.length === 0 ? [text('都审完了。新报告提交后这里会更新。')] : []),
    ],
  });
}

function entry(act: ReportAct, row: ReportRow): Element[] {
  const at = row.submitted_at === null ? '' : momentName(row.submitted_at);
  const again = row.round > 1 ? `，第${row.round}次提交` : '';
  return [
    markdown(`**${escapeMarkdown(unitNameOf(act, row.unit))}** ${row.period}　${at}${again}`),
    button({
      label: `审核 ${unitNameOf(act, row.unit)}`,
      size: 'small',
      value: { action: 'review-open', period: row.period, unit: row.unit },
    }),
  ];
}

/** Names the queue's card of a member on a day: the first report of the day sends it, the others change it. */
export function queueCardKey(act: ReportAct, member: string): string {
  return `queue:${act.today}:${member}`;
}

/**
 * Tells the office that its queue has changed. One message a day and member, which then stays up to date by itself:
 * forty units that report on the last afternoon are not forty messages.
 */
export async function queueMessages(
  act: ReportAct,
  change: { added?: ReportRow; removed?: ReportRow },
): Promise<OutboundMessage[]> {
  const { db, office } = act.deps;
  const waiting = await reviewQueue(db);
  const changed = change.added ?? change.removed;
  const others = waiting.filter((row) => row.period !== changed?.period || row.unit !== changed.unit);
  const shown = queueCard(act, change.added ? [...others, change.added] : others);
  const there = new Set(await cardKeysFrom(db, `queue:${act.today}:`));
  const members = (await officeMembers(db, office)) as OpenId[];
  const cardKeys = members.map((member) => queueCardKey(act, member));
  const tried = new Set((await rowsByKey(db, cardKeys)).map((row) => row.key));
  return members.flatMap((member): OutboundMessage[] => {
    const cardKey = queueCardKey(act, member);
    if (there.has(cardKey))
      return [
        { key: `queue:${act.key}:${member}`, to: { card: cardKey }, body: { type: 'card', card: shown } },
      ];
    // One that could not be delivered to him is not tried again: his next “/审核” shows the queue.
    if (change.added === undefined || tried.has(cardKey)) return [];
    return [
      {
        key: cardKey,
        cardKey,
        to: { person: member },
        body: { type: 'card', card: shown },
        notBefore: whenToTell(act.now, act.calendar),
      },
    ];
  });
}
