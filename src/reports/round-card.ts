import { type DecisionRow, decisionsOf, type RevisionRow, revisionOf } from '../../db/queries/reviews.ts';
import { button, buttonRow, type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { mayReview } from '../people/rights.ts';
import { actOfClick, carried, info, pressed } from './act.ts';
import { reportValue } from './card-parts.ts';
import { hasContent, TEXT_FIELDS } from './content.ts';
import { type Desk, desk, ownDesk } from './desk.ts';
import { pagesOf } from './paging.ts';
import { type Revision, readRevision } from './revision.ts';
import { COORDINATE, momentName, TEXT_LABELS } from './texts.ts';

/** A submission as it was, for the unit's people and the office: below the card that was pressed. */
export async function openRound(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const key = { period: carried(event, 'period'), unit: carried(event, 'unit') };
  const of = mayReview(act.rights) ? await desk(act, key) : await ownDesk(act, key);
  const round = Number(carried(event, 'round'));
  const [revision, decisions] = await Promise.all([
    revisionOf(deps.db, { ...key, round }),
    decisionsOf(deps.db, key),
  ]);
  if (revision === undefined) throw new UserError('没有这一次提交。');
  const page = Number(carried(event, 'page'));
  const shown = roundCard(of, revision, { decision: decisions.findLast((one) => one.round === round), page });
  // A page of it turns in place; the first look comes as a card of its own, so that nothing half-typed is replaced.
  if (event.value['page'] !== undefined) return pressed(event, { toast: info('已翻页'), card: shown });
  return {
    toast: info('已发在下面'),
    messages: [
      { key: `round:${event.eventId}`, to: { person: event.operator }, body: { type: 'card', card: shown } },
    ],
    writes: [],
  };
}

const OUTCOMES = { accepted: '采纳', returned: '退回', withdrawn: '本单位撤回' } as const;

function roundCard(
  of: Desk,
  row: RevisionRow,
  { decision, page }: { decision: DecisionRow | undefined; page: number },
): Card {
  const pages = pagesOf(readRevision(row.content).items.map(itemBlock));
  const at = Math.min(Math.max(0, page), pages.length - 1);
  const turn = (label: string, to: number) =>
    button({ label, value: reportValue(of, 'report-round', { round: row.round, page: to }) });
  const turns = [
    ...(at > 0 ? [turn('上一页', at - 1)] : []),
    ...(at < pages.length - 1 ? [turn('下一页', at + 1)] : []),
  ];
  return card({
    summary: `${of.unitName} ${of.periodName} 第${row.round}次提交`,
    header: {
      title: `${of.unitName} · 第${row.round}次提交`,
      subtitle: `${of.periodName} · ${row.receipt}`,
      template: 'grey',
    },
    elements: [
      markdown(`**提交** ${momentName(row.submitted_at)}${decision ? `　${outcomeOf(decision)}` : ''}`),
      ...(pages[at] ?? []),
      ...(turns.length > 0 ? [buttonRow(turns)] : []),
    ],
  });
}

function outcomeOf(decision: DecisionRow): string {
  const reasons = [...(JSON.parse(decision.chips) as string[]), decision.reason].filter((one) => one !== '');
  const why = reasons.length > 0 ? `（${escapeMarkdown(reasons.join('；'))}）` : '';
  return `**${OUTCOMES[decision.what]}** ${momentName(decision.at)}${why}`;
}

function itemBlock(item: Revision['items'][number], index: number): Element[] {
  const title = markdown(`**${index + 1}. ${escapeMarkdown(item.title)}**`);
  if (!hasContent(item.content)) return [title, text('（没有内容）', { color: 'grey' })];
  const values = item.indicators.map(
    (value) => `${value.what}：${value.raw === '' ? '（没有填）' : value.raw}`,
  );
  return [
    title,
    ...TEXT_FIELDS.filter((field) => item.content[field] !== '').map((field) =>
      text(`${TEXT_LABELS[field]}：${item.content[field]}`),
    ),
    ...(values.length > 0 ? [text(values.join('\n'))] : []),
    ...(item.content.coordinate ? [text(`※ ${COORDINATE}`)] : []),
  ];
}
