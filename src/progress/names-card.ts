import { button, buttonRow, type Card, card, type Element, text } from '../cards/elements.ts';
import type { Notice } from '../notice/index-of.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { isMissing } from './standing.ts';
import type { PeriodState } from './state.ts';

/** For the office, once the period is late: the way to names in the work group, and back. */
export function nameButtons(state: PeriodState): Element[] {
  const { phase, named, period } = state;
  if (phase !== 'late') return [];
  const unnamed = state.units.filter((unit) => isMissing(unit) && !named.includes(unit.unit));
  const buttons = [
    ...(unnamed.length > 0
      ? [button({ label: '在群内公布未报单位', value: { action: 'late-names', period: period.id } })]
      : []),
    ...(named.length > 0
      ? [button({ label: '撤下名单', value: { action: 'late-names-hide', period: period.id } })]
      : []),
  ];
  return buttons.length > 0 ? [buttonRow(buttons)] : [];
}

/** The late units by name, for the office alone, with what can be done. @param units ids */
export function lateListCard(state: PeriodState, units: readonly string[], notice: Notice): Card {
  const title = `${nameOf(state)} · ${units.length}家未报`;
  return card({
    summary: title,
    header: { title, template: 'orange' },
    elements: [
      text(`${namesOf(units, notice)}。`),
      ...nameButtons(state),
      text(
        state.named.length > 0
          ? `工作群的进度卡上现在有${state.named.length}家的名称。`
          : '工作群的进度卡只显示数量；名称经您确认后才在群里公布。',
        { size: 'notation', color: 'grey' },
      ),
    ],
  });
}

/** What exactly the group will read, before it does. @param units ids */
export function confirmNamesCard(state: PeriodState, units: readonly string[], notice: Notice): Card {
  const title = `在群内公布${units.length}家未报单位？`;
  return card({
    summary: title,
    header: { title, subtitle: `${nameOf(state)} · 现在还没有公布`, template: 'turquoise' },
    elements: [
      text(`${namesOf(units, notice)}。`),
      text(
        '确认后，这些名称显示在工作群的进度卡上，不另发消息，不提醒任何人；谁报送，谁的名称随即撤下。只对本期有效。',
      ),
      button({
        label: '确认公布',
        type: 'primary',
        value: { action: 'late-names-show', period: state.period.id, units: units.join(',') },
      }),
    ],
  });
}

/** What was done, and how to undo it. */
export function namesDoneCard(state: PeriodState, says: string): Card {
  return card({
    summary: says,
    header: { title: says, subtitle: nameOf(state), template: 'grey' },
    elements: [
      text(
        state.named.length > 0 ? '单位报送后，名称自动撤下；也可以全部撤下。' : '工作群的进度卡只显示数量。',
      ),
      ...nameButtons(state),
    ],
  });
}

function nameOf({ period }: PeriodState): string {
  return periodName(period.id as PeriodId);
}

function namesOf(units: readonly string[], notice: Notice): string {
  return units.map((unit) => notice.unit(unit)?.name ?? unit).join('、');
}
