import { type PauseRow, pause, pauses, resume } from '../../db/queries/pauses.ts';
import { type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Labels, labelsOf } from '../people/labels.ts';
import { quoted } from '../people/texts.ts';
import { type Asked, actOf, answeredPrivately, audit, demandOffice, type ReportAct } from '../reports/act.ts';
import { momentName } from '../reports/texts.ts';
import { ALL, ruleCalled, SENDING_RULES } from './rules.ts';

const EVERYTHING = ['全部', '所有', '全停'];
const NAMES = SENDING_RULES.map((rule) => rule.name).join('、');

/** `/暂停`, `/暂停 全部|<规则>…`, `/暂停 恢复 [<规则>…]`: the office stops what the bot sends by itself. @throws UserError */
export async function pauseOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  demandOffice(act, '暂停自动发送');
  const words = asked.args.split(/[\s、，,]+/).filter((word) => word !== '');
  const before = await pauses(deps.db);
  const now =
    words[0] === '恢复' ? without(before, idsOf(words.slice(1))) : withMore(before, idsOf(words), act);
  return {
    ...answeredPrivately(asked, await stateCard(act, now)),
    writes: changes(act, before, now),
  };
}

function idsOf(words: readonly string[]): string[] {
  return words.map((word) => {
    if (EVERYTHING.includes(word)) return ALL;
    const rule = ruleCalled(word);
    if (rule === undefined)
      throw new UserError(`没有“${quoted(word)}”这种自动发送。可以写：全部、${NAMES}。`);
    return rule.id;
  });
}

function withMore(before: readonly PauseRow[], ids: readonly string[], act: ReportAct): PauseRow[] {
  const added = [...new Set(ids)].filter((id) => !before.some((row) => row.rule === id));
  return [...before, ...added.map((rule) => ({ rule, by: act.sender, at: act.now }))];
}

function without(before: readonly PauseRow[], ids: readonly string[]): PauseRow[] {
  if (ids.length === 0 || ids.includes(ALL)) return [];
  // One rule cannot go on while all are stopped: saying so is better than an order without effect.
  if (before.some((row) => row.rule === ALL))
    throw new UserError('现在是全部暂停，不能只恢复一种。请发：/暂停 恢复，再暂停不想发的。');
  return before.filter((row) => !ids.includes(row.rule));
}

function changes(act: ReportAct, before: readonly PauseRow[], now: readonly PauseRow[]): Outcome['writes'] {
  const { db } = act.deps;
  const rulesOf = (rows: readonly PauseRow[]) => new Set(rows.map((row) => row.rule));
  const stopped = now.filter((row) => !rulesOf(before).has(row.rule));
  const resumed = before.filter((row) => !rulesOf(now).has(row.rule));
  return [
    ...stopped.flatMap((row) => [pause(db, row), audit(act, 'pause', { subject: `schedule:${row.rule}` })]),
    ...resumed.flatMap(({ rule }) => [
      resume(db, rule),
      audit(act, 'resume', { subject: `schedule:${rule}` }),
    ]),
  ];
}

async function stateCard(act: ReportAct, rows: readonly PauseRow[]): Promise<Card> {
  const labels = await labelsOf(
    act.deps,
    rows.map((row) => row.by),
  );
  const all = rows.find((row) => row.rule === ALL);
  const title =
    all !== undefined
      ? '已暂停全部自动发送'
      : rows.length > 0
        ? `已暂停${rows.length}种自动发送`
        : '没有暂停';
  return card({
    summary: `自动发送：${title}`,
    header: { title: `自动发送 · ${title}`, template: rows.length > 0 ? 'orange' : 'green' },
    elements: [
      ...(all === undefined ? [] : [markdown(`**全部**　${pausedBy(all, labels)}`)]),
      ...ruleElements(rows, labels),
      markdown('暂停：/暂停 催报，或 /暂停 全部\n恢复：/暂停 恢复 催报，或 /暂停 恢复'),
      text('只停自动发送，不影响回答提问和办理。恢复后，仍有意义的会在工作日8:00—20:00补发。', {
        size: 'notation',
        color: 'grey',
      }),
    ],
  });
}

/** A line for each that is paused by itself, and in one line those that go on, if any does. */
function ruleElements(rows: readonly PauseRow[], labels: Labels): Element[] {
  const rowOf = (id: string) => rows.find((row) => row.rule === id);
  const paused = SENDING_RULES.flatMap(({ id, name }) => {
    const row = rowOf(id);
    return row === undefined ? [] : [`**${name}**　${pausedBy(row, labels)}`];
  });
  const others = SENDING_RULES.filter(({ id }) => rowOf(id) === undefined).map(({ name }) => name);
  const isAll = rowOf(ALL) !== undefined;
  return [
    ...(paused.length === 0 ? [] : [markdown(paused.join('\n'))]),
    ...(others.length === 0 ? [] : [text(`${isAll ? '一并停发' : '照常发'}：${others.join('、')}。`)]),
  ];
}

function pausedBy(row: PauseRow, labels: Labels): string {
  return `${labels(row.by)}于${momentName(row.at)}暂停`;
}
