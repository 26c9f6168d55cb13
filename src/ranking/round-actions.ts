import { insertObjection, insertPreview, type ObjectionRow, previewOf } from '../../db/queries/objections.ts';
import { liaisonsOf, officeMembers } from '../../db/queries/people.ts';
import { publishedRanking, rankingRevision } from '../../db/queries/rankings.ts';
import type { Card } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import { asBroadcast } from '../outbox/broadcast.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { labelsOf } from '../people/labels.ts';
import { mayReportFor } from '../people/rights.ts';
import { whenToTell } from '../reminders/quiet.ts';
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
  warning,
} from '../reports/act.ts';
import { unitNameOf } from '../reports/desk.ts';
import { momentName } from '../reports/texts.ts';
import { scoresOf } from '../scoring/scores.ts';
import { parseSpan, type SpanId, spanName } from '../scoring/span.ts';
import type { UnitScore } from '../scoring/types.ts';
import { previewCard } from './card.ts';
import { type Draft, draftOf } from './publish.ts';
import { closingOf } from './round.ts';
import { objectionCard, roundDryRun, sheetCard } from './round-cards.ts';

/** The card actions of the round of objections; each checks the operator's right at the moment of the click. */
export const ROUND_ACTIONS = {
  'ranking-round': dryRun,
  'ranking-round-send': send,
  'ranking-object': object,
  'ranking-agree': agree,
} as const;

async function dryRun(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const { act, span, draft } = await roundToBegin(deps, event);
  if (draft.round !== undefined) return alreadySent(event, draft);
  const reached = await liaisonsByUnit(act, draft);
  const missing = reached.filter(({ people }) => people.length === 0);
  return pressed(event, {
    toast: info('还没有发送，请确认'),
    card: roundDryRun(span, {
      hash: draft.hash,
      units: draft.snapshot.units.length,
      people: new Set(reached.flatMap(({ people }) => people)).size,
      missing: missing.map(({ name }) => name),
      closesAt: closingOf(act),
    }),
  });
}

async function send(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const { act, span, draft } = await roundToBegin(deps, event);
  if (draft.round !== undefined) return alreadySent(event, draft);
  if (draft.hash !== carried(event, 'hash'))
    return pressed(event, {
      toast: warning('没有发送：预览以后分数有变化，请看过新的预览'),
      card: previewCard(draft),
    });
  const units = draft.snapshot.units.map(({ unit }) => unit);
  const closesAt = closingOf(act);
  const round = { closesAt, isOver: false, asked: units.length, agreed: 0, open: [], answered: [] };
  const parts = asBroadcast(
    deps.db,
    { id: `ranking-sheet:${span}`, name: `${spanName(span)}评分发各单位`, by: act.sender, now: act.now },
    await sheets(act, draft, closesAt),
  );
  return pressed(event, {
    toast: success('已发各单位'),
    card: previewCard({ ...draft, round }),
    messages: parts.messages,
    writes: [
      ...parts.writes,
      insertPreview(deps.db, {
        span,
        hash: draft.hash,
        units: JSON.stringify(units),
        sent_by: act.sender,
        sent_at: act.now,
        closes_at: closesAt,
      }),
      audit(act, 'preview-ranking', { subject: `ranking:${span}`, detail: draft.hash }),
    ],
  });
}

async function roundToBegin(deps: Deps, event: ClickEvent) {
  const act = await actOfClick(deps, event);
  demandOffice(act, '把评分发各单位');
  const span = parseSpan(carried(event, 'span'));
  if (await publishedRanking(deps.db, span)) throw new UserError(`${spanName(span)}的排名已经公布。`);
  return { act, span, draft: await draftOf(act, span) };
}

function alreadySent(event: ClickEvent, draft: Draft): Outcome {
  return pressed(event, { toast: info('已经发过各单位，不再重发'), card: previewCard(draft) });
}

async function liaisonsByUnit(act: ReportAct, { snapshot }: Draft) {
  return Promise.all(
    snapshot.units.map(async ({ unit, name }) => ({
      unit,
      name,
      people: (await liaisonsOf(act.deps.db, unit, act.today)).map(({ openId }) => openId),
    })),
  );
}

async function sheets(act: ReportAct, draft: Draft, closesAt: number): Promise<OutboundMessage[]> {
  const { span, rubric, units } = draft.snapshot;
  const reached = await liaisonsByUnit(act, draft);
  const labels = await labelsIn(act.deps, units);
  const peopleOf = new Map(reached.map(({ unit, people }) => [unit, people]));
  return units.flatMap(({ name, ...score }) => {
    const shown = sheetCard({ ...score, period: span, rubric }, { name, labels, closesAt });
    return (peopleOf.get(score.unit) ?? []).map((person) => ({
      key: `ranking-sheet:${span}:${score.unit}:${person}`,
      to: { person: person as OpenId },
      body: { type: 'card' as const, card: shown },
      notBefore: whenToTell(act.now, act.calendar),
    }));
  });
}

function labelsIn(deps: Deps, scores: readonly Pick<UnitScore, 'rows'>[]) {
  const people = scores.flatMap(({ rows }) => rows.flatMap((row) => row.enteredBy ?? []));
  return labelsOf(deps, [...new Set(people)]);
}

/** Where a unit's person stands in front of his sheet; `closed` says why nothing is taken any more. */
async function atSheet(deps: Deps, event: ClickEvent) {
  const act = await actOfClick(deps, event);
  const unit = carried(event, 'unit');
  const span = parseSpan(carried(event, 'span'));
  const name = unitNameOf(act, unit);
  if (!mayReportFor(act.rights, unit)) throw new UserError(`您没有绑定到${name}，不能替它答复评分。`);
  // A later correction does not reopen the round, nor does it end it anew.
  const [preview, published] = await Promise.all([
    previewOf(deps.db, span),
    rankingRevision(deps.db, { span, revision: 1 }),
  ]);
  if (preview === undefined) throw new UserError('这一期的评分没有发过各单位。');
  const isClosed = published !== undefined || act.now >= preview.closes_at;
  const closed = isClosed
    ? `异议期已于${momentName(Math.min(preview.closes_at, published?.published_at ?? preview.closes_at))}结束，没有记下。`
    : undefined;
  return { act, unit, span, name, closesAt: preview.closes_at, closed };
}

type AtSheet = Awaited<ReturnType<typeof atSheet>>;

/** The sheet again, with what was typed and why it was not taken. */
async function sheetAgain(
  { act, unit, span, name, closesAt }: AtSheet,
  typed: string,
  refusal: string,
): Promise<Card> {
  const score = (await scoresOf(act.deps, span)).find((one) => one.unit === unit);
  if (score === undefined) throw new UserError(refusal);
  const labels = await labelsIn(act.deps, [score]);
  return sheetCard(score, { name, labels, closesAt, typed, refusal });
}

async function object(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const at = await atSheet(deps, event);
  const words = fieldOf(event.form, 'objection');
  const refusal = at.closed ?? (words === '' ? '没有提出：请写明对哪一项有异议、为什么。' : undefined);
  if (refusal !== undefined)
    return pressed(event, { toast: warning(refusal), card: await sheetAgain(at, words, refusal) });
  const row = saidBy(at, { kind: 'objection', words });
  return pressed(event, {
    toast: success('异议已提出，办公室会答复'),
    card: saysCard(`异议已提出 · ${at.name}`, [
      spanName(at.span),
      escapeMarkdown(words),
      '办公室答复后会告诉您。',
    ]),
    messages: await officeAsked(at, row),
    writes: [insertObjection(deps.db, row), audit(at.act, 'ranking-objection', subjectOf(at))],
  });
}

async function agree(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const at = await atSheet(deps, event);
  // Words under the wrong button would be lost.
  const words = fieldOf(event.form, 'objection');
  const refusal =
    at.closed ?? (words === '' ? undefined : '填了异议却按了无异议：请按“提出异议”，或清空后再按。');
  if (refusal !== undefined)
    return pressed(event, { toast: warning(refusal), card: await sheetAgain(at, words, refusal) });
  return pressed(event, {
    toast: success('已记下：无异议'),
    card: saysCard(`无异议 · ${at.name}`, [`${spanName(at.span)}的评分，贵单位没有异议。`], 'green'),
    writes: [
      insertObjection(deps.db, saidBy(at, { kind: 'none', words: '' })),
      audit(at.act, 'ranking-agreed', subjectOf(at)),
    ],
  });
}

/** What the audit calls a unit's part in a round. */
export const subjectOf = ({ span, unit }: { span: SpanId; unit: string }) => ({
  subject: `ranking:${span}:${unit}`,
});

function saidBy({ act, span, unit }: AtSheet, said: Pick<ObjectionRow, 'kind' | 'words'>): ObjectionRow {
  const undecided = { verdict: null, verdict_words: '', decided_by: null, decided_at: null };
  return { id: act.key, span, unit, ...said, by: act.sender, at: act.now, ...undecided };
}

async function officeAsked({ act, name }: AtSheet, row: ObjectionRow): Promise<OutboundMessage[]> {
  const labels = await labelsOf(act.deps, [row.by]);
  const members = await officeMembers(act.deps.db, act.deps.office);
  return members.map((person) => ({
    key: `ranking-objection:${row.id}:${person}`,
    to: { person: person as OpenId },
    body: { type: 'card', card: objectionCard(row, { name, by: labels(row.by) }) },
    notBefore: whenToTell(act.now, act.calendar),
  }));
}
