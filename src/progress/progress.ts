import { rightsOf } from '../../db/queries/people.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { onlyFor } from '../outbox/only-for.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Asked, groupOf } from '../people/act.ts';
import { parsePeriod } from '../reports/period.ts';
import { countsCard, PROGRESS_VIEWS, type ProgressView, progressCard } from './cards.ts';
import { liveMessages } from './live-questions.ts';
import { scopeOf, seesNames } from './scope.ts';
import { type PeriodState, periodMeant, stateOf } from './state.ts';
import { COUNTS_ONLY, NAMES_ELSEWHERE, NO_PERIOD } from './texts.ts';

const FIRST: ProgressView = { by: 'units', page: 0 };

/** `/进度 [期|单位|小组]`. @throws UserError */
export async function progressOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const said = asked.args.trim();
  const isPeriod = said === '' || /季|q[1-4]/i.test(said);
  if (!isPeriod) return { messages: await aboutOne(deps, asked), writes: [] };
  const state = await stateMeant(deps, said === '' ? undefined : parsePeriod(said));
  const { reader, isKnown } = await readerOf(deps, asked, state);
  const chat = groupOf(asked);
  if (chat === undefined)
    return shown(asked, isKnown ? progressCard(state, reader, FIRST) : countsCard(state, COUNTS_ONLY));
  const open = shown(asked, countsCard(state, isKnown ? NAMES_ELSEWHERE : COUNTS_ONLY));
  const own = () =>
    onlyFor(
      { person: asked.sender, chat },
      { key: `private:${asked.key}`, card: progressCard(state, reader, FIRST) },
    );
  return { messages: [...open.messages, ...(isKnown ? own() : [])], writes: [] };
}

/** A page, the other view or 刷新. Such a card stands only in the chat of one person, and each sees his own part. */
export async function turnProgress(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const state = await stateMeant(deps, String(event.value['period']));
  const { reader, isKnown } = await readerOf(deps, { sender: event.operator }, state);
  const page = Number(event.value['page']);
  const by = PROGRESS_VIEWS.find((one) => one === event.value['by']) ?? 'units';
  const view = { by, page: Number.isInteger(page) && page > 0 ? page : 0 };
  return {
    messages: [
      {
        key: `turned:${event.eventId}`,
        to: { message: event.messageId },
        body: {
          type: 'card',
          card: isKnown ? progressCard(state, reader, view) : countsCard(state, COUNTS_ONLY),
        },
      },
    ],
    writes: [],
  };
}

/** `/进度 某局`, `/进度 7`: as the question. */
async function aboutOne(deps: Deps, asked: Asked): Promise<OutboundMessage[]> {
  const said = asked.args.trim();
  const subject = /^\d+$/.test(said) ? `第${said}组` : said;
  const messages = await liveMessages(deps, asked, { question: `${subject}进展怎么样`, context: [] });
  if (messages === undefined)
    throw new UserError(
      '看不懂要查哪一个。请写报送期、单位或小组，例如：/进度 2026Q4、/进度 7；不写就看全部。',
    );
  return messages;
}

async function stateMeant(deps: Deps, named: string | undefined): Promise<PeriodState> {
  const period = await periodMeant(deps, named);
  if (period === undefined)
    throw new UserError(named === undefined ? NO_PERIOD : `没有开过${named}这一期。发“/进度”看最近的一期。`);
  return stateOf(deps, period);
}

async function readerOf(deps: Deps, { sender }: Pick<Asked, 'sender'>, { today }: PeriodState) {
  const rights = await rightsOf(deps.db, sender, { day: today, office: deps.office });
  const scope = scopeOf(rights, deps.notice);
  return { reader: { scope, notice: deps.notice }, isKnown: seesNames(scope) };
}

function shown(
  asked: Asked,
  card: ReturnType<typeof progressCard>,
): { messages: OutboundMessage[]; writes: [] } {
  return {
    messages: [{ key: `answer:${asked.key}`, to: asked.reply, body: { type: 'card', card } }],
    writes: [],
  };
}
