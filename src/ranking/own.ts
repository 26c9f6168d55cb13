import { publishedRanking, rankingRevision } from '../../db/queries/rankings.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { labelsOf } from '../people/labels.ts';
import { mayReportFor } from '../people/rights.ts';
import { actOfClick, carried, pressed, success } from '../reports/act.ts';
import { unitCard } from '../scoring/cards.ts';
import { parseSpan, spanName } from '../scoring/span.ts';
import { readSnapshot } from './snapshot.ts';

/** 我的明细: the published score of the units of whoever presses, to him alone. @throws UserError for who has none */
export async function ownSheets(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const span = parseSpan(carried(event, 'span'));
  // A card of an earlier revision tells of that one.
  const revision = Number(carried(event, 'revision'));
  const row = await (revision > 0
    ? rankingRevision(deps.db, { span, revision })
    : publishedRanking(deps.db, span));
  if (row === undefined) throw new UserError(`${spanName(span)}的排名还没有公布。`);
  const { rubric, units } = readSnapshot(row.content);
  const own = units.filter(({ unit }) => mayReportFor(act.rights, unit));
  if (own.length === 0)
    throw new UserError(
      '这一期的排名里没有您绑定的单位，没有明细。发“/绑定 单位名”可以绑定；办公室和分包领导请用“/评分 单位名”。',
    );
  const entered = own.flatMap(({ rows }) => rows.flatMap(({ enteredBy }) => enteredBy ?? []));
  const labels = await labelsOf(deps, [...new Set(entered)]);
  const messages = own.map(
    ({ name, ...score }): OutboundMessage => ({
      key: `ranking-own:${event.eventId}:${score.unit}`,
      to: { person: event.operator },
      body: {
        type: 'card',
        card: unitCard(
          { ...score, period: span, rubric },
          { name, labels, isOffice: false, entries: [], isPublished: true },
        ),
      },
    }),
  );
  return pressed(event, { toast: success('明细已发到单聊'), messages });
}
