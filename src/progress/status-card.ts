import type { Write } from '../../db/database.ts';
import { workChat } from '../../db/queries/chats.ts';
import { recordOccurrence } from '../../db/queries/occurrences.ts';
import { type PeriodRow, pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { readSetting, writeSetting } from '../../db/queries/settings.ts';
import type { Card } from '../cards/elements.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { ChatId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { dueName } from '../reports/texts.ts';
import { type Rule, type Rules, ruleOf } from '../schedule/rule.ts';
import { rulesNow } from '../schedule/rules-now.ts';
import { opened, sentenceOf } from '../schedule/wording.ts';
import { countsCard, movedCard } from './cards.ts';
import { countsOf } from './standing.ts';
import { type PeriodState, stateOf } from './state.ts';
import { NAMES_CONFIRMED, NAMES_NOT_SHOWN } from './texts.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The platform changes a card for 14 days after it was sent; one is left for late ticks. */
const LASTS_MS = 13 * DAY_MS;

/** The live card of a period as it was last sent. */
interface Shown {
  chat: string;
  /** Which card of the period it is, from 1, and when it was sent (instant in ms). */
  issue: number;
  issuedAt: number;
  /** Changes so far, of all issues. */
  changes: number;
  /** What it says, to tell whether anything is new. */
  says: string;
}

/**
 * 进度卡: one live card per period in the work group, counts only unless the office has confirmed names. It is sent at
 * the opening, changed in place when a count changes, and sent anew before the platform stops taking changes; new ones
 * only when messages are allowed.
 */
export async function statusCards(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const chat = await workChat(deps.db);
  if (chat === undefined) return [];
  const periods = await pastAndOpenPeriods(deps.db);
  const calendar = await calendarOf(deps.db);
  const rule = ruleOf(rules, 'status');
  const all = periods.map((period) => statusCard(deps, { period, chat, calendar, now, rule }));
  const found = await Promise.all(all);
  return found.filter((one) => one !== undefined);
}

/** What the card of a period goes by; instant in ms. */
interface Asked {
  period: PeriodRow;
  chat: string;
  calendar: Calendar;
  now: number;
  rule: Rule;
}

async function statusCard(deps: Deps, of: Asked): Promise<Occurrence | undefined> {
  const { period, chat, calendar, now, rule } = of;
  const shown = await shownOf(deps, period.id);
  if (period.status === 'locked' && (shown === undefined || isFinal(shown))) return undefined;
  const state = await stateOf(deps, period);
  const sentence = statusSentence(rule, state);
  const says = saysOf(state, sentence);
  const isNew = shown === undefined || shown.chat !== chat || isEnding(shown, now, calendar);
  const isTime =
    shown !== undefined || now >= statusTime(rule, { openedAt: period.opened_at ?? now, calendar });
  const isSending =
    isNew && rule.isOn && isTime && period.status === 'open' && whenToTell(now, calendar) === now;
  if (!isSending && (shown === undefined || shown.says === says)) return undefined;
  const next: Shown = {
    ...(isSending || shown === undefined
      ? { chat, issue: (shown?.issue ?? 0) + 1, issuedAt: now }
      : { chat: shown.chat, issue: shown.issue, issuedAt: shown.issuedAt }),
    changes: (shown?.changes ?? 0) + 1,
    says,
  };
  const key = `status:${period.id}:${next.changes}`;
  return {
    key,
    kind: isSending ? 'status' : 'status-change',
    to: 'work group',
    dueAt: isSending ? dueAtOf(shown, of) : now,
    outcome: async () => outcome(deps, { key, state, shown, next, isSending, sentence }),
  };
}

function outcome(
  deps: Deps,
  of: {
    key: string;
    state: PeriodState;
    shown: Shown | undefined;
    next: Shown;
    isSending: boolean;
    sentence: string | undefined;
  },
): Outcome {
  const { key, state, shown, next, isSending } = of;
  const period = state.period.id;
  const card = statusCardOf(state, of.sentence, lateNames(deps, state));
  const cardKey = cardKeyOf(period, next.issue);
  const messages: OutboundMessage[] = isSending
    ? [{ key, to: { chat: next.chat as ChatId }, body: { type: 'card', card }, cardKey }]
    : [patch(key, cardKey, card)];
  const old =
    isSending && shown ? [patch(`${key}:old`, cardKeyOf(period, shown.issue), movedCard(state))] : [];
  const value = JSON.stringify(next);
  return {
    messages: [...messages, ...old],
    writes: [writeSetting(deps.db, `status-card:${period}`, { value, now: state.now })],
  };
}

/** Since when a card is to be sent: the first by the rule, a further one since this morning or as of now. Instant in ms. */
function dueAtOf(shown: Shown | undefined, { period, chat, calendar, now, rule }: Asked): number {
  if (shown === undefined) return statusTime(rule, { openedAt: period.opened_at ?? now, calendar });
  const morning = whenToTell(instantOf(dayAt(now), '00:00'), calendar);
  const isOvernight = shown.chat !== chat || isEnding(shown, morning, calendar);
  return isOvernight ? instantOf(dayAt(now), '00:00') : now;
}

/** When a period's first card goes at the earliest (instants in ms): on the rule's day after the opening. Pure. */
export function statusTime(rule: Rule, of: { openedAt: number; calendar: Calendar }): number {
  const day = of.calendar.plusWorkdays(dayAt(of.openedAt), rule.offset);
  return Math.max(of.openedAt, instantOf(day, rule.time));
}

/** The opening sentence that the office has given the card, if any. */
export function statusSentence(rule: Rule, { period, today }: PeriodState): string | undefined {
  return sentenceOf(rule, { 期: periodName(period.id as PeriodId), 截止: dueName(period.due_on, today) });
}

/**
 * The card as the group sees it.
 *
 * @param sentence what the office has put above it
 * @param late names of units that the office has confirmed for the group
 */
export function statusCardOf(
  state: PeriodState,
  sentence: string | undefined,
  late: readonly string[] = [],
): Card {
  return opened(countsCard(state, late.length > 0 ? NAMES_CONFIRMED : NAMES_NOT_SHOWN, late), sentence);
}

function lateNames({ notice }: Deps, { named }: PeriodState): string[] {
  return named.map((unit) => notice.unit(unit)?.name ?? unit);
}

/** A card that says that its period is locked says the last of it: nothing of it need be counted again. */
function isFinal({ says }: Shown): boolean {
  const [, phase] = JSON.parse(says) as [unknown, PeriodState['phase']];
  return phase === 'locked';
}

/** Tells whether anything is new. */
function saysOf({ units, phase, period, named }: PeriodState, sentence: string | undefined): string {
  return JSON.stringify([
    countsOf(units),
    phase,
    period.due_on,
    ...(sentence === undefined ? [] : [sentence]),
    ...(named.length > 0 ? [named] : []),
  ]);
}

/**
 * The live card as it is to be at once after somebody's act, without waiting for the next tick; nothing where there is
 * no card yet. The occurrence claims the change, so that a tick at the same moment does not make it too.
 */
export async function statusRefresh(
  deps: Deps,
  state: PeriodState,
): Promise<{ messages: OutboundMessage[]; writes: Write[] }> {
  const { id } = state.period;
  const shown = await shownOf(deps, id);
  const sentence = statusSentence(ruleOf(await rulesNow(deps.db), 'status'), state);
  const says = saysOf(state, sentence);
  if (shown === undefined || shown.says === says) return { messages: [], writes: [] };
  const next: Shown = { ...shown, changes: shown.changes + 1, says };
  const key = `status:${id}:${next.changes}`;
  const change = outcome(deps, { key, state, shown, next, isSending: false, sentence });
  const claim = { key, kind: 'status-change', dueAt: state.now, now: state.now };
  return { messages: change.messages, writes: [recordOccurrence(deps.db, claim), ...change.writes] };
}

function patch(key: string, card: string, body: Card): OutboundMessage {
  return { key, to: { card }, body: { type: 'card', card: body } };
}

function cardKeyOf(period: string, issue: number): string {
  return `status:${period}:${issue}`;
}

async function shownOf(deps: Deps, period: string): Promise<Shown | undefined> {
  const kept = await readSetting(deps.db, `status-card:${period}`);
  return kept === undefined ? undefined : (JSON.parse(kept) as Shown);
}

/** Whether a card sent tomorrow, or after the days off that begin then, would come too late. */
function isEnding({ issuedAt }: Shown, now: number, calendar: Calendar): boolean {
  return whenToTell(now + DAY_MS, calendar) > issuedAt + LASTS_MS;
}
