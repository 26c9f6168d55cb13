import { openBroadcasts } from '../../db/queries/broadcasts.ts';
import { type FailureRow, openFailures } from '../../db/queries/failures.ts';
import { urgesOn } from '../../db/queries/urges.ts';
import { button, buttonRow, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { reasonOf } from '../outbox/reasons.ts';
import { actOfClick, demandOffice, info, pressed } from '../reports/act.ts';
import { countsLine } from './broadcast-cards.ts';
import { failuresCard } from './failures.ts';
import { URGES_A_DAY } from './urge.ts';

/** What is being sent at this moment, and who was not reached and is still to be seen to: the top of `/日程`. */
export async function sendingElements(deps: Deps): Promise<Element[]> {
  const [broadcasts, failures, urges] = await Promise.all([
    openBroadcasts(deps.db),
    openFailures(deps.db),
    urgesOn(deps.db, dayAt(deps.clock.now())),
  ]);
  const lines = broadcasts.map(({ name, counts }) => `${escapeMarkdown(name)}　${countsLine(counts)}`);
  return [
    ...(lines.length === 0 ? [] : [markdown(['**正在发送**', ...lines].join('\n'))]),
    ...(failures.length === 0 ? [] : failureElements(failures)),
    ...(urges.length === 0
      ? []
      : [
          text(
            `今天加急${urges.length}/${URGES_A_DAY}次：${urges.map(({ reason, people }) => `${reason}（${people}人）`).join('；')}`,
          ),
        ]),
  ];
}

function failureElements(failures: readonly FailureRow[]): Element[] {
  const lanes = Map.groupBy(failures, (row) => row.lane);
  const reasons = Map.groupBy(lanes.values(), ([first]) => (first ? reasonOf(first).says : ''));
  const lines = [...reasons].map(([reason, those]) => `${reason} ${those.length}`);
  return [
    markdown(`**没有送达，待处理 ${lanes.size}**\n${lines.join('；')}`),
    buttonRow([button({ label: '查看名单', size: 'small', value: { action: 'failures' } })]),
  ];
}

/** 查看名单: all who were not reached, as a message of their own. @throws UserError */
export async function showFailures(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '查看未送达的消息');
  const shown = await failuresCard(deps, { failures: await openFailures(deps.db) });
  return pressed(event, {
    toast: info('名单见下方'),
    messages: [
      { key: `answer:${event.eventId}`, to: { person: act.sender }, body: { type: 'card', card: shown } },
    ],
  });
}
