import { publishedRanking } from '../../db/queries/rankings.ts';
import type { Card } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Asked, actOf, answeredPrivately, demandOffice, type ReportAct } from '../reports/act.ts';
import type { BoardKind } from '../scoring/boards.ts';
import { parseSpan, type SpanId, spanName } from '../scoring/span.ts';
import { readAsked } from './asked.ts';
import { rankingBoard } from './boards.ts';
import { LONGEST_REASON, previewCard } from './card.ts';
import { correctionOutcome } from './correct.ts';
import { objectionsOutcome } from './objections.ts';
import { draftOf, shownPublication, shownRanking } from './publish.ts';

/**
 * `/排名 2026Q4 [预览|发布 [理由]|更正 理由|第N版|牵头单位|小组|异议]`: before publication the preview for the office, from which it
 * publishes; afterwards the published ranking for everybody, as it was frozen, with what the office corrected since.
 *
 * @throws UserError
 */
export async function rankingOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  const wish = readAsked(asked.args);
  if (wish.as === 'publish') demandOffice(act, '公布排名');
  if (wish.name === '') throw new UserError('请写上是哪一期的排名，例如：/排名 2026Q4');
  const span = parseSpan(wish.name);
  switch (wish.as) {
    case 'correct':
      return correctionOutcome(act, asked, { span, reason: wish.reason });
    case 'revision':
      return revisionOutcome(act, asked, { span, revision: wish.revision });
    case 'publish':
      return publishOutcome(act, asked, { span, reason: wish.reason });
    case 'objections':
      return objectionsOutcome(act, asked, span);
    case 'board':
      return boardOutcome(act, asked, { span, board: wish.board });
    default:
      return shownOutcome(act, asked, { span, reason: '' });
  }
}

/** Who publishes again learns that it is done, when and by whom; nothing is posted a second time. */
async function publishOutcome(
  act: ReportAct,
  asked: Asked,
  of: { span: SpanId; reason: string },
): Promise<Outcome> {
  const row = await publishedRanking(act.deps.db, of.span);
  if (row !== undefined) return answeredPrivately(asked, await shownPublication(act.deps, row));
  return shownOutcome(act, asked, of);
}

async function shownOutcome(
  act: ReportAct,
  asked: Asked,
  { span, reason }: { span: SpanId; reason: string },
): Promise<Outcome> {
  const shown = await shownRanking(act.deps, { span });
  if (shown !== undefined) return answered(asked, shown);
  if (!act.rights.isOffice) throw new UserError(`${spanName(span)}的排名还没有公布，公布以后大家都能看。`);
  return answeredPrivately(asked, previewCard(await draftOf(act, span), reason.slice(0, LONGEST_REASON)));
}

async function revisionOutcome(
  act: ReportAct,
  asked: Asked,
  of: { span: SpanId; revision: number },
): Promise<Outcome> {
  const shown = await shownRanking(act.deps, of);
  if (shown === undefined) throw new UserError(`${spanName(of.span)}的排名没有公布过第${of.revision}版。`);
  return answered(asked, shown);
}

async function boardOutcome(
  act: ReportAct,
  asked: Asked,
  of: { span: SpanId; board: BoardKind },
): Promise<Outcome> {
  const { card, isPublished } = await rankingBoard(act, of);
  return isPublished ? answered(asked, card) : answeredPrivately(asked, card);
}

function answered(asked: Asked, card: Card): Outcome {
  return {
    messages: [{ key: `answer:${asked.key}`, to: asked.reply, body: { type: 'card', card } }],
    writes: [],
  };
}
