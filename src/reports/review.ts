import type { Write } from '../../db/database.ts';
import { liaisonsOf, unitHeadsOf } from '../../db/queries/people.ts';
import { changeReport, type ReportRow } from '../../db/queries/reports.ts';
import { acceptNoData, recordDecision, reviewQueue, textsOfOthers } from '../../db/queries/reviews.ts';
import { type Decision, MARKS } from '../../db/schema-reports.ts';
import { button, buttonRow, type Card, card, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { choicesOf, fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { whenToTell } from '../reminders/quiet.ts';
import {
  actOfClick,
  audit,
  carried,
  demandOffice,
  info,
  pressed,
  type ReportAct,
  saysCard,
  success,
  warning,
} from './act.ts';
import { reportValue } from './card-parts.ts';
import { LONGEST_TEXT } from './content.ts';
import { EMPTY_REVIEW, REASON_CHIPS, type ReviewForm } from './decision-form.ts';
import { type Desk, desk } from './desk.ts';
import { otherTexts } from './flags.ts';
import { homeCard } from './home-card.ts';
import { queueCard, queueMessages } from './queue.ts';
import { reviewCard } from './review-card.ts';

/** The review of a report as a card. */
export async function reviewCardOf(of: Desk, page = 0, typed: ReviewForm = EMPTY_REVIEW): Promise<Card> {
  const others = otherTexts(await textsOfOthers(of.act.deps.db, of.key));
  return reviewCard(of, { others, page, typed });
}

/** 审核 in the queue: the report comes as a card of its own, so that the queue stays the queue. */
export async function openReview(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '审核报告');
  const of = await desk(act, { period: carried(event, 'period'), unit: carried(event, 'unit') });
  const shown = await reviewCardOf(of);
  if (carried(event, 'in') === 'place') return pressed(event, { toast: info('下一件'), card: shown });
  return {
    toast: info('已发在下面'),
    messages: [
      { key: `review:${event.eventId}`, to: { person: event.operator }, body: { type: 'card', card: shown } },
    ],
    writes: [],
  };
}

/** 待审核列表 */
export async function openQueue(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '查看待审核列表');
  return pressed(event, { toast: info('已刷新'), card: queueCard(act, await reviewQueue(deps.db)) });
}

/** 采纳, 退回 and the pages between them. */
export async function decideReview(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '审核报告');
  const of = await desk(act, { period: carried(event, 'period'), unit: carried(event, 'unit') });
  const { report } = of.sheet;
  const typed = formOf(event);
  const page = Number(carried(event, 'page'));
  if (report.status !== 'submitted')
    return pressed(event, {
      toast: info(
        report.status === 'draft' || report.status === 'none'
          ? '单位已撤回修改，等重新提交后再审'
          : '这份报告已经审过了',
      ),
      card: await reviewCardOf(of, page, typed),
    });
  if (Number(carried(event, 'version')) !== report.version)
    return pressed(event, {
      toast: warning('这份报告有更新，请看过再决定'),
      card: await reviewCardOf(of, 0, typed),
    });
  switch (carried(event, 'as')) {
    case 'accept':
      return accept(event, of, typed);
    case 'return':
      return giveBack(event, of, typed);
    default:
      return pressed(event, { toast: info('已翻页'), card: await reviewCardOf(of, page, typed) });
  }
}

function formOf({ form }: ClickEvent): ReviewForm {
  return {
    mark: fieldOf(form, 'mark'),
    chips: choicesOf(form, 'reason_chips').filter((one) => REASON_CHIPS.some((chip) => chip === one)),
    reason: fieldOf(form, 'reason').slice(0, LONGEST_TEXT),
    noData: choicesOf(form, 'no_data'),
  };
}

async function accept(event: ClickEvent, of: Desk, typed: ReviewForm): Promise<Outcome> {
  const mark = MARKS.find((one) => one === typed.mark);
  if (mark === undefined) return pressed(event, { toast: warning('采纳前请先选质量等级（优、良、中、差）') });
  const { act, key } = of;
  const accepted = typed.noData.flatMap((one): Write[] => {
    const [item = '', indicator = ''] = one.split('|');
    const isGiven = of.sheet.items.some((row) =>
      row.values.some(
        (value) => row.item === item && value.indicator === indicator && value.no_data !== null,
      ),
    );
    return isGiven ? acceptNoData(act.deps.db, { ...key, item, indicator }) : [];
  });
  return decided(event, of, {
    what: 'accepted',
    typed,
    to: { status: 'accepted', mark },
    writes: accepted,
    says: `已采纳，质量等级：${mark}`,
  });
}

async function giveBack(event: ClickEvent, of: Desk, typed: ReviewForm): Promise<Outcome> {
  if (typed.chips.length === 0 && typed.reason === '')
    return pressed(event, { toast: warning('退回前请选一项退回原因，或写一句') });
  if (of.phase === 'locked')
    return pressed(event, {
      toast: warning(
        `本期已锁定，退回后单位改不了。要退回请先重新开放：/报送 延期 ${of.key.period} 日期 理由`,
      ),
    });
  return decided(event, of, {
    what: 'returned',
    typed,
    to: { status: 'returned' },
    writes: [],
    says: '已退回',
  });
}

interface Verdict {
  what: Exclude<Decision, 'withdrawn'>;
  typed: ReviewForm;
  to: Partial<Pick<ReportRow, 'status' | 'mark'>>;
  writes: Write[];
  says: string;
}

async function decided(event: ClickEvent, of: Desk, verdict: Verdict): Promise<Outcome> {
  const { act, key } = of;
  const { report } = of.sheet;
  const decision = {
    id: act.key,
    ...key,
    round: report.round,
    what: verdict.what,
    mark: verdict.to.mark ?? null,
    chips: JSON.stringify(verdict.typed.chips),
    reason: verdict.typed.reason,
    by: act.sender,
    at: act.now,
  };
  const to = { ...verdict.to, decided_at: act.now, decided_by: act.sender };
  const after: Desk = {
    ...of,
    decision,
    sheet: { ...of.sheet, report: { ...report, ...to, version: report.version + 1 } },
  };
  const told = await toldUnit(after);
  const [queued, next] = [
    await queueMessages(act, { removed: report }),
    (await reviewQueue(act.deps.db)).find((row) => row.period !== key.period || row.unit !== key.unit),
  ];
  return pressed(event, {
    toast: success(verdict.says),
    card: decidedCard(after, { says: verdict.says, isTold: told.length > 0, next }),
    messages: [...told, ...queued],
    writes: [
      ...changeReport(act.deps.db, report, to),
      ...verdict.writes,
      recordDecision(act.deps.db, decision),
      audit(act, verdict.what === 'accepted' ? 'accept' : 'return', {
        subject: `report:${key.period}:${key.unit}`,
        detail: `${report.receipt ?? ''} ${verdict.to.mark ?? ''}`.trim(),
      }),
    ],
  });
}

function decidedCard(
  of: Desk,
  { says, isTold, next }: { says: string; isTold: boolean; next: ReportRow | undefined },
) {
  return card({
    summary: `${of.unitName}：${says}`,
    header: { title: `审核 · ${of.unitName}`, subtitle: `${of.periodName} · ${says}`, template: 'grey' },
    elements: [
      markdown(`**${escapeMarkdown(says)}**。${tellingOf(of.act, isTold)}`),
      ...(of.decision?.what === 'returned'
        ? [
            text(
              [...(JSON.parse(of.decision.chips) as string[]), of.decision.reason].filter(Boolean).join('；'),
            ),
          ]
        : []),
      buttonRow([
        ...(next
          ? [
              button({
                label: '下一件',
                type: 'primary',
                value: { action: 'review-open', period: next.period, unit: next.unit, in: 'place' },
              }),
            ]
          : []),
        button({ label: '待审核列表', value: { action: 'review-queue' } }),
        ...(of.decision?.what === 'accepted'
          ? [button({ label: '选为典型做法', value: reportValue(of, 'brief-pick') })]
          : []),
      ]),
    ],
  });
}

function tellingOf(act: ReportAct, isTold: boolean): string {
  if (!isTold) return '这个单位还没有绑定联络员，结果没有人能收到，请另行告知。';
  return whenToTell(act.now, act.calendar) === act.now
    ? '已告知单位。'
    : '现在是休息时间，结果会在下一个工作日8:00后告知单位。';
}

/** The unit hears at once: its liaisons, and its head when it was returned; what was typed is on the card. */
async function toldUnit(of: Desk): Promise<OutboundMessage[]> {
  const { act, key } = of;
  const { db } = act.deps;
  const liaisons = await liaisonsOf(db, key.unit, act.today);
  const isReturned = of.decision?.what === 'returned';
  const heads = isReturned ? await unitHeadsOf(db, key.unit, act.today) : [];
  const shown = isReturned
    ? homeCard(of)
    : saysCard(
        `${of.unitName}的报告已采纳`,
        [`${of.periodName}的报告已由领导小组办公室采纳，谢谢。`],
        'green',
      );
  const people = new Set([...liaisons, ...heads].map((person) => person.openId));
  return [...people].map((person) => ({
    key: `${of.decision?.what}:${key.period}:${key.unit}:${of.sheet.report.round}:${person}`,
    to: { person: person as OpenId },
    body: { type: 'card', card: shown },
    notBefore: whenToTell(act.now, act.calendar),
  }));
}
