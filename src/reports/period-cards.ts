import type { PeriodRow } from '../../db/queries/periods.ts';
import { button, type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { dayPicker, form, submit } from '../cards/form.ts';
import { guessNote } from '../reminders/guess.ts';
import { whenToTell } from '../reminders/quiet.ts';
import type { ReportAct } from './act.ts';
import { isObjective } from './assigned.ts';
import { unitNameOf } from './desk.ts';
import type { Audience } from './opening.ts';
import { type PeriodId, periodName } from './period.ts';
import { dayName, dueName, OURS, timeName } from './texts.ts';

/** Names that a line holds. */
const MOST_ASSIGNED = 8;

type Days = Pick<PeriodRow, 'id' | 'opens_on' | 'due_on'>;

/** 预演: what the opening will do, the working day before, while it can be put off or called off. */
export function dryRunCard(act: ReportAct, period: Days & { time: string }, audience: Audience): Card {
  const name = periodName(period.id as PeriodId);
  return card({
    summary: `预演：${name}报送将于${dayName(period.opens_on, act.today)} ${timeName(period.time)} 开启`,
    header: { title: `预演：${name}报送`, subtitle: '现在还没有发给任何人', template: 'turquoise' },
    elements: [
      markdown(
        `将于**${dayName(period.opens_on, act.today)} ${timeName(period.time)}** 自动开启，截止**${dueName(period.due_on, act.today)}**${guessNote(act.calendar, period.due_on)}。`,
      ),
      ...audienceLines(act, audience),
      ...coverage(act, period),
      form('plan_form', [
        dayPicker({
          name: 'opens',
          placeholder: '推迟到哪一天',
          initial: act.calendar.plusWorkdays(period.opens_on, 1),
        }),
        submit('推迟', planValue(period, 'postpone'), {
          name: 'postpone',
          type: 'default',
          width: 'default',
        }),
      ]),
      button({
        label: '取消',
        value: planValue(period, 'cancel'),
        confirm: { title: '取消自动开启？', text: `取消后不会自动开启，需要时发：/报送 开启 ${period.id}` },
      }),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

function planValue(period: Days, as: 'postpone' | 'cancel') {
  return { action: 'period-plan', period: period.id, opens: period.opens_on, as };
}

/** The period is open: who was told, and who cannot be. */
export function openedCard(act: ReportAct, period: Days, audience: Audience): Card {
  const name = periodName(period.id as PeriodId);
  const isLater = whenToTell(act.now, act.calendar) !== act.now;
  return card({
    summary: `${name}报送已开启`,
    header: { title: `${name}报送已开启`, subtitle: period.id, template: 'green' },
    elements: [
      markdown(`截止**${dueName(period.due_on, act.today)}**${guessNote(act.calendar, period.due_on)}。`),
      ...audienceLines(act, audience),
      ...(isLater ? [text('现在是休息时间，通知会在下一个工作日8:00后发给联络员。')] : []),
      ...coverage(act, period),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

function audienceLines(act: ReportAct, { forms, liaisons, unserved }: Audience): Element[] {
  const people = new Set([...liaisons.values()].flat());
  const names = unserved.map((unit) => escapeMarkdown(unitNameOf(act, unit)));
  return [
    markdown(
      `共**${forms.reports.length}个单位**、**${forms.items.length}项**；通知**${liaisons.size}个单位**的**${people.size}位**联络员。`,
    ),
    ...assignedLines(act, forms),
    ...(unserved.length > 0
      ? [
          markdown(
            `**没有联络员的单位（${unserved.length}个，收不到通知）**：${names.join('、')}。请发“/绑定 单位名 @某人”绑定，绑定后本人发“/报送”就能填。`,
          ),
        ]
      : []),
  ];
}

/** Objectives that the office has given to units, as the forms hold them. */
function assignedLines(act: ReportAct, { values }: Audience['forms']): Element[] {
  const { model } = act.deps.notice;
  const given = values.filter(({ indicator }) => isObjective(model, indicator));
  if (given.length === 0) return [];
  const names = given
    .slice(0, MOST_ASSIGNED)
    .map(({ what, unit }) => escapeMarkdown(`${what}（${unitNameOf(act, unit)}）`));
  const more = given.length > MOST_ASSIGNED ? '等' : '';
  return [markdown(`其中**办公室落实的目标${given.length}项**：${names.join('、')}${more}。`)];
}

function coverage(act: ReportAct, period: Days): Element[] {
  return act.calendar.isCovered(period.due_on)
    ? []
    : [
        text(
          `已公布的放假安排只到${dayName(act.calendar.coverageUntil, act.today)}，之后的工作日按周一至周五推算。`,
          { size: 'notation', color: 'orange' },
        ),
      ];
}
