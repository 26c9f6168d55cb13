import { rightsOf } from '../../db/queries/people.ts';
import { type PeriodRow, pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { itemTexts } from '../../db/queries/progress.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { onlyFor } from '../outbox/only-for.ts';
import { type Asked, groupOf } from '../people/act.ts';
import { type PeriodId, previousPeriod, quarterOf } from '../reports/period.ts';
import { liveCard } from './cards.ts';
import { type Told, tell } from './live-answers.ts';
import { continuedLive, type LiveAsk, type LiveWish, type PeriodWish, readLive } from './live-intent.ts';
import { NOBODY, type Scope, scopeOf, seesNames } from './scope.ts';
import { periodMeant, stateOf } from './state.ts';
import { NAMES_ELSEWHERE, NO_PERIOD } from './texts.ts';

/** A question, and the earlier ones of the same person in the same chat. */
export interface Put {
  question: string;
  context: readonly string[];
}

/**
 * Answers a question about the live state of the reports from the database; undefined for any other, which the notice
 * answers. Who asks decides what is shown; in a group only counts are, and the names go to him alone.
 */
export async function liveMessages(
  deps: Deps,
  asked: Asked,
  put: Put,
): Promise<OutboundMessage[] | undefined> {
  const ask = askIn(deps, put);
  if (ask === undefined) return undefined;
  const period = await periodOf(deps, ask.period);
  if (period === undefined)
    return [answer(asked, put, { lines: [NO_PERIOD], isNamed: false, citations: [] })];
  const state = await stateOf(deps, period);
  const rights = await rightsOf(deps.db, asked.sender, { day: state.today, office: deps.office });
  const texts = await textsFor(deps, ask.wish, period);
  const told = (scope: Scope) => tell(ask.wish, { state, texts, reader: { scope, notice: deps.notice } });
  const scope = scopeOf(rights, deps.notice);
  const whole = told(scope);
  const chat = groupOf(asked);
  if (chat === undefined || !whole.isNamed || !seesNames(scope)) return [answer(asked, put, whole)];
  return [
    answer(asked, put, withoutNames(ask.wish, told(NOBODY))),
    ...onlyFor(
      { person: asked.sender, chat },
      {
        key: `private:${asked.key}`,
        card: liveCard(put.question, whole, period.id),
        // The way to the whole progress can be typed as well.
        words: liveCard(put.question, whole),
      },
    ),
  ];
}

function answer(asked: Asked, { question }: Put, told: Told): OutboundMessage {
  return {
    key: `answer:${asked.key}`,
    to: asked.reply,
    body: { type: 'card', card: liveCard(question, told) },
  };
}

/** For a group, where everybody reads it: the counts, and the period they are of. */
function withoutNames(wish: LiveWish, open: Told): Told {
  const isCounting = wish.kind === 'missing' || wish.kind === 'group';
  return {
    ...open,
    lines: [...(isCounting ? open.lines.slice(0, 1) : []), NAMES_ELSEWHERE, ...open.lines.slice(-1)],
  };
}

function askIn(deps: Deps, { question, context }: Put): LiveAsk | undefined {
  const ask = readLive(question, deps.engine.linkEntities(question));
  if (ask) return ask;
  const before = context.at(-1);
  const last = before === undefined ? undefined : readLive(before, deps.engine.linkEntities(before));
  return last && continuedLive(question, deps.engine.linkEntities(question), last);
}

async function periodOf(deps: Deps, wish: PeriodWish): Promise<PeriodRow | undefined> {
  if (wish.kind === 'current') return periodMeant(deps);
  const [newest] = await pastAndOpenPeriods(deps.db);
  const current = (newest?.id as PeriodId | undefined) ?? quarterOf(dayAt(deps.clock.now()));
  const named =
    wish.kind === 'previous' ? previousPeriod(current) : `${wish.year ?? current.slice(0, 4)}Q${wish.no}`;
  return periodMeant(deps, named);
}

async function textsFor(deps: Deps, wish: LiveWish, period: PeriodRow) {
  if (wish.kind === 'group') return itemTexts(deps.db, period.id, { group: wish.group });
  if (wish.kind === 'coordinate') return itemTexts(deps.db, period.id, { coordinate: true });
  return [];
}
