import { type PeriodRow, periodById, planPeriod, recordPeriodChange } from '../../db/queries/periods.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { type Rule, ruleOf } from '../schedule/rule.ts';
import { rulesNow } from '../schedule/rules-now.ts';
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
} from './act.ts';
import { brokenDueRule, defaultDays, earliestDue, type PeriodId, parsePeriod, periodName } from './period.ts';
import { dayName, dueName, timeName } from './texts.ts';

/** 推迟, 取消 on the dry run. */
export async function changePlan(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '推迟或取消报送期');
  const id = parsePeriod(carried(event, 'period'));
  const rule = ruleOf(await rulesNow(deps.db), 'open');
  const kept = await periodById(deps.db, id);
  const plan = kept ?? { id, status: 'planned', ...defaultPlan(id, act.calendar, rule) };
  if (plan.status !== 'planned')
    return pressed(event, {
      toast: info(
        plan.status === 'cancelled' ? '已经取消过了' : `${periodName(id)}已经开启，不能再推迟或取消`,
      ),
    });
  if (plan.opens_on !== carried(event, 'opens'))
    return pressed(event, { toast: info(`已改到${dayName(plan.opens_on, act.today)}开启`) });
  return carried(event, 'as') === 'cancel'
    ? cancelled(event, act, plan)
    : postponed(event, act, { ...plan, time: rule.time });
}

function defaultPlan(id: PeriodId, calendar: Calendar, rule: Rule) {
  const { opens, due } = defaultDays(id, calendar, rule);
  return { opens_on: opens, due_on: due };
}

type Plan = Pick<PeriodRow, 'id' | 'opens_on' | 'due_on'>;

function cancelled(event: ClickEvent, act: ReportAct, plan: Plan): Outcome {
  const name = periodName(plan.id as PeriodId);
  return pressed(event, {
    toast: success('已取消自动开启'),
    card: saysCard(`${name}报送：已取消自动开启`, [`需要时请发：/报送 开启 ${plan.id}`], 'grey'),
    writes: [
      ...planPeriod(act.deps.db, {
        id: plan.id,
        opens_on: plan.opens_on,
        due_on: plan.due_on,
        status: 'cancelled',
      }),
      recordPeriodChange(act.deps.db, { period: plan.id, what: 'cancel', by: act.sender, at: act.now }),
      audit(act, 'cancel', { subject: `period:${plan.id}` }),
    ],
  });
}

function postponed(event: ClickEvent, act: ReportAct, plan: Plan & { time: string }): Outcome {
  const to = fieldOf(event.form, 'opens').slice(0, 10) || act.calendar.plusWorkdays(plan.opens_on, 1);
  if (to <= plan.opens_on) throw new UserError(`请选${dayName(plan.opens_on, act.today)}以后的日子。`);
  if (!act.calendar.isWorkday(to))
    throw new UserError(
      `${dayName(to, act.today)}是休息日，按减轻基层负担“不占用休息日”规则不能开启，请换一天。`,
    );
  // The due day stays unless it comes too near.
  const isTooSoon = brokenDueRule(plan.due_on, to, act.calendar) === 'too-soon';
  const due = isTooSoon ? earliestDue(to, act.calendar) : plan.due_on;
  const name = periodName(plan.id as PeriodId);
  return pressed(event, {
    toast: success(`已推迟到${dayName(to, act.today)}`),
    card: saysCard(
      `${name}报送：已推迟`,
      [
        `改到**${dayName(to, act.today)} ${timeName(plan.time)}** 开启，截止**${dueName(due, act.today)}**${isTooSoon ? '（按“至少提前5个工作日”规则顺延）' : ''}。`,
        `要提前开启请发：/报送 开启 ${plan.id}`,
      ],
      'turquoise',
    ),
    writes: [
      ...planPeriod(act.deps.db, { id: plan.id, opens_on: to, due_on: due, status: 'planned' }),
      recordPeriodChange(act.deps.db, {
        period: plan.id,
        what: 'postpone',
        fromDay: plan.opens_on,
        toDay: to,
        by: act.sender,
        at: act.now,
      }),
      audit(act, 'postpone', { subject: `period:${plan.id}`, detail: `${plan.opens_on} ${to}` }),
    ],
  });
}
