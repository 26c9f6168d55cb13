import { changeReport } from '../../db/queries/reports.ts';
import { keepRevision, recordDecision } from '../../db/queries/reviews.ts';
import type { Deps } from '../deps.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { audit, carried, info, pressed, success, warning } from './act.ts';
import { checkItem, type Obstacle, obstacleOf } from './checks.ts';
import type { Desk } from './desk.ts';
import { deskOf } from './fill-actions.ts';
import { homeCard } from './home-card.ts';
import { previewCard } from './preview-card.ts';
import { queueMessages } from './queue.ts';
import { revisionOf } from './revision.ts';
import { allows, receiptOf } from './states.ts';

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  nothing: '还没有任何内容，至少填一项才能提交。',
  faults: '有指标值看不懂，改好才能提交，见上方红字。',
};

/** 提交: freezes the report as a revision, gives the receipt, tells the office. Once, however often it is pressed. */
export async function submitReport(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOf(deps, event);
  const { report, items } = desk.sheet;
  if (report.status === 'submitted' || report.status === 'accepted')
    return pressed(event, {
      toast: info(`已经提交过了，回执号 ${report.receipt ?? ''}`),
      card: homeCard(desk),
    });
  if (!allows('submit', report, desk.phase))
    return pressed(event, {
      toast: warning(`${desk.periodName}已由办公室锁定，不能再提交；填过的内容都还在。`),
      card: homeCard(desk),
    });
  const obstacle = obstacleOf(items.map(checkItem));
  if (obstacle !== undefined)
    return pressed(event, { toast: warning(OBSTACLES[obstacle]), card: previewCard(desk) });
  if (Number(carried(event, 'version')) !== report.version)
    return pressed(event, {
      toast: warning('内容刚刚有更新，请再核对一遍后提交'),
      card: previewCard(desk),
    });
  return submitted(event, desk);
}

async function submitted(event: ClickEvent, desk: Desk): Promise<Outcome> {
  const { act, key } = desk;
  const { report, items } = desk.sheet;
  const round = report.round + 1;
  const receipt = receiptOf({ ...report, round });
  const to = {
    status: 'submitted',
    round,
    receipt,
    submitted_at: act.now,
    submitted_by: act.sender,
    first_submitted_at: report.first_submitted_at ?? act.now,
    decided_at: null,
    decided_by: null,
  } as const;
  const after = { ...desk, sheet: { items, report: { ...report, ...to, version: report.version + 1 } } };
  return pressed(event, {
    toast: success(`提交成功，回执号 ${receipt}`),
    card: homeCard(after),
    messages: await queueMessages(act, { added: after.sheet.report }),
    writes: [
      ...changeReport(act.deps.db, report, to),
      keepRevision(act.deps.db, {
        ...key,
        round,
        receipt,
        content: JSON.stringify(revisionOf(items)),
        submitted_by: act.sender,
        submitted_at: act.now,
      }),
      audit(act, 'submit', { subject: `report:${key.period}:${key.unit}`, detail: receipt }),
    ],
  });
}

/** 撤回修改: until the office has adopted or locked. The round stays readable. */
export async function withdrawReport(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const desk = await deskOf(deps, event);
  const { act, key } = desk;
  const { report } = desk.sheet;
  if (!allows('withdraw', report, desk.phase)) {
    const says =
      desk.phase === 'locked'
        ? `${desk.periodName}已由办公室锁定，不能撤回。`
        : report.status === 'accepted'
          ? '办公室已采纳这份报告，不能撤回。'
          : '这份报告现在就可以修改，不用撤回。';
    return pressed(event, { toast: warning(says), card: homeCard(desk) });
  }
  const drafted = { ...report, status: 'draft', version: report.version + 1 } as const;
  return pressed(event, {
    toast: success('已撤回，改好后请重新提交'),
    card: homeCard({ ...desk, sheet: { ...desk.sheet, report: drafted } }),
    messages: await queueMessages(act, { removed: report }),
    writes: [
      ...changeReport(deps.db, report, { status: 'draft' }),
      recordDecision(deps.db, {
        id: act.key,
        ...key,
        round: report.round,
        what: 'withdrawn',
        mark: null,
        chips: '[]',
        reason: '',
        by: act.sender,
        at: act.now,
      }),
      audit(act, 'withdraw', { subject: `report:${key.period}:${key.unit}`, detail: report.receipt ?? '' }),
    ],
  });
}
