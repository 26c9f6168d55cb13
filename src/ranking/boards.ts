import { publishedRanking, rankingRevision } from '../../db/queries/rankings.ts';
import { boardParts } from '../../db/queries/scoring-facts.ts';
import { button, buttonRow, type Card, card, text } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { actOfClick, carried, info, pressed, type ReportAct } from '../reports/act.ts';
import { BOARDS, type BoardKind, type BoardLine, boardOf } from '../scoring/boards.ts';
import { BOARD_NAMES, boardMore } from '../scoring/cards.ts';
import { parseSpan, quartersOf, type SpanId, spanName } from '../scoring/span.ts';
import { OURS } from '../scoring/texts.ts';
import { draftOf } from './publish.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

const ROWS_IN_SIGHT = 10;
const note = (content: string) => text(content, { size: 'notation', color: 'grey' });

/** Which board of which ranking; without a revision the newest one. */
interface BoardAsked {
  span: SpanId;
  board: BoardKind;
  revision?: number | undefined;
}

/** 单位, 牵头单位 or 专项小组 of a ranking: what is published is for everybody, before that the office. @throws UserError */
export async function rankingBoard(
  act: ReportAct,
  of: BoardAsked,
): Promise<{ card: Card; isPublished: boolean }> {
  const { db, notice } = act.deps;
  const { span, board } = of;
  const row =
    of.revision === undefined
      ? await publishedRanking(db, span)
      : await rankingRevision(db, { span, revision: of.revision });
  if (row === undefined && !act.rights.isOffice)
    throw new UserError(`${spanName(span)}的排名还没有公布，公布以后大家都能看。`);
  const snapshot = row === undefined ? (await draftOf(act, span)).snapshot : readSnapshot(row.content);
  const scores = snapshot.units.map((one) => ({ ...one, period: span, rubric: snapshot.rubric }));
  const lines = boardOf(board, scores, await boardParts(db, quartersOf(span)));
  const names = new Map(snapshot.units.map(({ unit, name }) => [unit, name]));
  const nameOf = (subject: string) =>
    board === 'groups'
      ? `${subject} ${notice.group(Number(subject))?.field ?? ''}`.trim()
      : (names.get(subject) ?? subject);
  return {
    card: boardCard(snapshot, { board, revision: row?.revision, lines, nameOf }),
    isPublished: row !== undefined,
  };
}

/** 牵头单位, 专项小组: a card of its own to whoever presses; from there the others take its place. */
export async function openBoard(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const revision = Number(carried(event, 'revision'));
  const { card: shown } = await rankingBoard(act, {
    span: parseSpan(carried(event, 'span')),
    board: BOARDS.find((one) => one === carried(event, 'board')) ?? 'units',
    ...(revision > 0 && { revision }),
  });
  if (carried(event, 'in') === 'place') return pressed(event, { toast: info('已更新'), card: shown });
  return {
    toast: info('已发到单聊'),
    messages: [
      {
        key: `ranking-board:${event.eventId}`,
        to: { person: event.operator },
        body: { type: 'card', card: shown },
      },
    ],
    writes: [],
  };
}

const NOTES: Readonly<Record<BoardKind, string>> = {
  units: '全部单位。',
  leads: '牵头小组（含分项牵头）或负责措施的单位，名次在它们之间重新排。',
  groups: '小组的分数是组内各单位总分的平均，通知没有规定小组排名。',
};

function boardCard(
  { span }: Snapshot,
  of: {
    board: BoardKind;
    /** Absent before publication. */
    revision: number | undefined;
    lines: readonly BoardLine[];
    nameOf: (subject: string) => string;
  },
): Card {
  const { board, revision } = of;
  const later = revision !== undefined && revision > 1 ? [{ text: `第${revision}版`, color: 'orange' }] : [];
  const tags = revision === undefined ? [{ text: '未公布', color: 'orange' }] : later;
  const value = { action: 'ranking-board', span, ...(revision !== undefined && { revision }), in: 'place' };
  return card({
    summary: `${spanName(span)}排名：${BOARD_NAMES[board]}`,
    header: {
      title: `排名 · ${BOARD_NAMES[board]}`,
      subtitle: spanName(span),
      template: revision === undefined ? 'orange' : 'blue',
      ...(tags.length > 0 && { tags }),
    },
    elements: [
      of.lines.length === 0 ? text('这个榜上还没有。') : boardTable(of),
      buttonRow(
        BOARDS.filter((one) => one !== board).map((one) =>
          button({ label: BOARD_NAMES[one], value: { ...value, board: one } }),
        ),
      ),
      note(`${of.lines.length}${board === 'groups' ? '个小组' : '家单位'}。${NOTES[board]}`),
      note(OURS),
    ],
  });
}

function boardTable(of: {
  board: BoardKind;
  lines: readonly BoardLine[];
  nameOf: (subject: string) => string;
}) {
  const { board, lines, nameOf } = of;
  const tied = Map.groupBy(lines, ({ place }) => place);
  return {
    tag: 'table',
    page_size: ROWS_IN_SIGHT,
    row_height: 'auto',
    header_style: { background_style: 'grey', bold: true },
    columns: [
      { name: 'place', display_name: '名次', width: '80px' },
      { name: 'subject', display_name: board === 'groups' ? '小组' : '单位', width: 'auto' },
      {
        name: 'total',
        display_name: board === 'groups' ? '平均分' : '总分',
        width: '80px',
        horizontal_align: 'right',
      },
    ],
    rows: lines.map((line) => ({
      place: (tied.get(line.place)?.length ?? 0) > 1 ? `${line.place}并列` : String(line.place),
      subject: subjectText(
        nameOf(line.subject),
        board === 'groups' ? `${line.units}家` : boardMore(line, board),
      ),
      total: line.shown.toFixed(2),
    })),
  };
}

/** In one cell, since a phone has no room for a fourth column. */
function subjectText(name: string, more: string): string {
  return more === '' ? name : `${name}（${more}）`;
}
