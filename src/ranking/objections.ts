import { decideObjection, type ObjectionRow, objectionById } from '../../db/queries/objections.ts';
import { liaisonsOf } from '../../db/queries/people.ts';
import type { Card } from '../cards/elements.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { labelsOf } from '../people/labels.ts';
import { whenToTell } from '../reminders/quiet.ts';
import {
  type Asked,
  actOfClick,
  answeredPrivately,
  audit,
  carried,
  demandOffice,
  info,
  pressed,
  type ReportAct,
  success,
} from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { parseSpan, type SpanId, spanName } from '../scoring/span.ts';
import { leftText, type Round, roundOf } from './round.ts';
import { subjectOf } from './round-actions.ts';
import { answeredCard, queueCard } from './round-cards.ts';

/** The card actions of answering objections; each checks the operator's right at the moment of the click. */
export const OBJECTION_ACTIONS = { 'ranking-objections': openQueue, 'ranking-answer': answer } as const;

/** `/排名 <期> 异议`: the office's queue. @throws UserError where no round was begun */
export async function objectionsOutcome(act: ReportAct, asked: Asked, span: SpanId): Promise<Outcome> {
  demandOffice(act, '查看异议');
  return answeredPrivately(asked, await queueOf(act, span));
}

/** The queue of a round. `decided`: what the act itself is about to write. */
export async function queueOf(
  act: ReportAct,
  span: SpanId,
  of: { title?: string; decided?: ObjectionRow } = {},
): Promise<Card> {
  const round = await roundOf(act.deps, span, act.now);
  if (round === undefined)
    throw new UserError(
      `${spanName(span)}的评分还没有发各单位，没有异议。先发“/排名 ${span}”，按“预览发各单位”。`,
    );
  const { open, answered } = of.decided === undefined ? round : withDecided(round, of.decided);
  return queueCard({
    span,
    title: of.title ?? '异议答复',
    left: `${leftText(round, act)}${round.isOver && open.length === 0 ? '可以公布。' : ''}`,
    open,
    answered,
    nameOf: (unit) => unitNameOf(act, unit),
    labels: await labelsOf(act.deps, [...new Set(open.map(({ by }) => by))]),
  });
}

function withDecided({ open, answered }: Round, decided: ObjectionRow): Pick<Round, 'open' | 'answered'> {
  return { open: open.filter(({ id }) => id !== decided.id), answered: [...answered, decided] };
}

/** The queue as a card of its own, so that what is typed below the preview stays. */
async function openQueue(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '查看异议');
  const shown = await queueOf(act, parseSpan(carried(event, 'span')));
  return {
    toast: info('已发在下面'),
    messages: [
      {
        key: `ranking-objections:${event.eventId}`,
        to: { person: event.operator },
        body: { type: 'card', card: shown },
      },
    ],
    writes: [],
  };
}

/** 采纳 or 维持: once; whoever comes later sees the answer that was given. */
async function answer(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '答复异议');
  const row = await objectionById(deps.db, carried(event, 'objection'));
  if (row === undefined) throw new UserError('找不到这条异议。');
  const name = unitNameOf(act, row.unit);
  const isInQueue = carried(event, 'in') === 'queue';
  if (row.verdict !== null)
    return pressed(event, {
      toast: info('已经答复过，没有重复答复'),
      card: isInQueue ? await queueOf(act, row.span) : answeredCard(row, name),
    });
  // Cards that were sent before there was a queue carry no field.
  const words = fieldOf(event.form, carried(event, 'field') || 'words');
  if (words === '') throw new UserError('没有答复：请写上答复的话，会原样告诉单位。');
  const verdict = carried(event, 'verdict') === 'accepted' ? 'accepted' : 'rejected';
  const decided = { ...row, verdict, verdict_words: words } as const;
  return pressed(event, {
    toast: success('已答复，单位会收到'),
    card: isInQueue ? await queueOf(act, row.span, { decided }) : answeredCard(decided, name),
    messages: await unitTold(act, decided, name),
    writes: [
      ...decideObjection(deps.db, row.id, { verdict, words, by: act.sender, at: act.now }),
      audit(act, `ranking-objection-${verdict}`, subjectOf(row)),
    ],
  });
}

async function unitTold(act: ReportAct, row: ObjectionRow, name: string): Promise<OutboundMessage[]> {
  const liaisons = await liaisonsOf(act.deps.db, row.unit, act.today);
  return [...new Set([row.by, ...liaisons.map(({ openId }) => openId)])].map((person) => ({
    key: `ranking-answer:${row.id}:${person}`,
    to: { person: person as OpenId },
    body: { type: 'card', card: answeredCard(row, name) },
    notBefore: whenToTell(act.now, act.calendar),
  }));
}
