import type { RankingRow } from '../../db/queries/rankings.ts';
import {
  button,
  buttonRow,
  type Card,
  card,
  divider,
  type Element,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { form, input, submit } from '../cards/form.ts';
import { momentName } from '../reports/texts.ts';
import { BOARD_NAMES } from '../scoring/cards.ts';
import { type SpanId, spanName } from '../scoring/span.ts';
import { OURS } from '../scoring/texts.ts';
import { groundOf, hindranceOf, type Round } from './round.ts';
import { type Snapshot, unmarkedText } from './snapshot.ts';

/** Where the arrows come from: an earlier publication and the places won since. */
export interface Moves {
  since: SpanId;
  by: ReadonlyMap<string, number>;
}

/** The most that the platform takes. */
const ROWS_IN_SIGHT = 10;
const BARS_HEIGHT = '240px';
export const LONGEST_REASON = 200;
const note = (content: string) => text(content, { size: 'notation', color: 'grey' });

/** 预览 for the office. `hash` names what it saw; `warnings` are sentences. */
export function previewCard(
  of: {
    snapshot: Snapshot;
    hash: string;
    moves: Moves | undefined;
    warnings: readonly string[];
    round: Round | undefined;
  },
  typed = '',
): Card {
  const { span } = of.snapshot;
  return card({
    summary: `${spanName(span)}排名预览`,
    header: {
      title: '排名预览',
      subtitle: spanName(span),
      template: 'orange',
      tags: [{ text: '未公布', color: 'orange' }],
    },
    elements: [
      ...of.warnings.map((warning) => text(warning, { color: 'red' })),
      table(of.snapshot, of.moves),
      buttonRow(boardButtons({ span })),
      ...notes(of),
      divider(),
      ...roundElements(span, of.round),
      form('ranking_form', [
        input({
          name: 'reason',
          placeholder: groundOf(of.round) === undefined ? '发布理由（必填）' : '发布说明（可不填）',
          maxLength: LONGEST_REASON,
          initial: typed,
        }),
        submit('发布到工作群', { action: 'ranking-publish', span, hash: of.hash }),
      ]),
    ],
  });
}

/** The other boards come as cards of their own, to whoever presses. */
function boardButtons(of: { span: SpanId; revision?: number }): Element[] {
  return (['leads', 'groups'] as const).map((board) =>
    button({ label: BOARD_NAMES[board], value: { action: 'ranking-board', ...of, board } }),
  );
}

/** Where the round of objections stands, or how to begin it. */
function roundElements(span: SpanId, round: Round | undefined): Element[] {
  if (round === undefined)
    return [
      markdown(
        '公布以前只有办公室能看。**没有经过异议期**，现在发布要写明理由；发布后发到工作群，结果不再变动，有误只能更正。',
      ),
      buttonRow([button({ label: '预览发各单位', value: { action: 'ranking-round', span } })]),
    ];
  const ends = momentName(round.closesAt);
  const ground = groundOf(round);
  return [
    markdown(
      `评分已发各单位，异议期${round.isOver ? `已于${ends}结束` : `到**${ends}**`}：${round.asked}家中${round.agreed}家无异议，异议已答复${round.answered.length}条、待答复${round.open.length}条。`,
    ),
    ...(round.open.length > 0
      ? [
          text(`还有${round.open.length}条异议没有答复，请先答复。`, { color: 'red' }),
          buttonRow([
            button({
              label: `答复异议（${round.open.length}）`,
              value: { action: 'ranking-objections', span },
            }),
          ]),
        ]
      : []),
    markdown(
      ground === undefined
        ? `**${hindranceOf(round)}**，现在发布要写明理由；发布后发到工作群，结果不再变动，有误只能更正。`
        : `**${ground}**，可以发布；发布后发到工作群，结果不再变动，有误只能更正。`,
    ),
  ];
}

/**
 * 排名 as it was published: the same for the work group and for whoever asks. `newer`: a later revision has taken its
 * place; `above`: what stands before the table.
 */
export function rankingCard(
  snapshot: Snapshot,
  of: {
    hash: string;
    moves: Moves | undefined;
    revision: number;
    newer?: number | undefined;
    above?: readonly Element[];
  },
): Card {
  const { span } = snapshot;
  const isOld = of.newer !== undefined;
  const tags =
    isOld || of.revision > 1 ? [{ text: `第${of.revision}版`, color: isOld ? 'neutral' : 'orange' }] : [];
  return card({
    summary: `${spanName(span)}排名`,
    header: {
      title: of.revision > 1 ? '排名（更正）' : '排名',
      subtitle: spanName(span),
      template: isOld ? 'grey' : 'blue',
      ...(tags.length > 0 && { tags }),
    },
    elements: [
      ...(isOld
        ? [text(`这是第${of.revision}版，已更正，以第${of.newer}版为准：/排名 ${span}`, { color: 'red' })]
        : []),
      ...(of.above ?? []),
      table(snapshot, of.moves),
      bars(snapshot),
      buttonRow([
        button({
          label: '我的明细',
          value: { action: 'ranking-own', span, revision: of.revision },
          type: 'primary',
        }),
        ...boardButtons({ span, revision: of.revision }),
      ]),
      ...notes({ snapshot, ...of }),
      note('按了的榜和明细只发给您本人；明细只有本单位的。'),
      ...(of.revision > 1 ? [note(`以前的版本不改动：/排名 ${span} 第${of.revision - 1}版`)] : []),
    ],
  });
}

/** What the office's card becomes after 发布: the ranking, and who published it when and why. */
export function publishedCard(
  snapshot: Snapshot,
  of: { row: RankingRow; moves: Moves | undefined; by: string },
): Card {
  const { row } = of;
  return card({
    summary: `${spanName(row.span)}排名已公布`,
    header: {
      title: row.revision > 1 ? `排名已更正 · 第${row.revision}版` : '排名已公布',
      subtitle: spanName(row.span),
      template: 'green',
    },
    elements: [
      markdown(
        `${of.by}于${momentName(row.published_at)}公布，已发到工作群。\n${row.revision > 1 ? '更正说明' : '理由'}：${escapeMarkdown(row.reason)}`,
      ),
      table(snapshot, of.moves),
      ...notes({ snapshot, hash: row.hash, moves: of.moves }),
      note(`公布以后发现有误：改正数据，再发“/排名 ${row.span} 更正 理由”。`),
    ],
  });
}

/**
 * 名次 (with 变化), 单位, 总分. The client pages it. A phone has no room for a fourth column, and names that do not fit
 * one line need rows that grow.
 */
function table({ units }: Snapshot, moves: Moves | undefined): Element {
  const tied = Map.groupBy(units, ({ place }) => place);
  return {
    tag: 'table',
    page_size: ROWS_IN_SIGHT,
    row_height: 'auto',
    header_style: { background_style: 'grey', bold: true },
    columns: [
      {
        name: 'place',
        display_name: moves === undefined ? '名次' : '名次 变化',
        width: moves === undefined ? '80px' : '112px',
        data_type: 'lark_md',
      },
      { name: 'unit', display_name: '单位', width: 'auto' },
      { name: 'total', display_name: '总分', width: '80px', horizontal_align: 'right' },
    ],
    rows: units.map(({ unit, name, place, shown }) => ({
      place: [
        placeText({ place, shown, tied: tied.get(place)?.length ?? 1, all: units.length }),
        ...(moves === undefined ? [] : [changeText(moves.by.get(unit))]),
      ].join(' '),
      unit: name,
      total: shown.toFixed(2),
    })),
  };
}

/** Gold, silver and bronze as pale tags. */
const MEDALS: Readonly<Record<number, string>> = { 1: 'yellow', 2: 'neutral', 3: 'orange' };

/** `1`, `4并列`; the first three bear a colour, unless all share the place or nothing was won. */
function placeText(of: { place: number; shown: number; tied: number; all: number }): string {
  const medal = of.tied === of.all || of.shown <= 0 ? undefined : MEDALS[of.place];
  const place = medal === undefined ? `${of.place}` : `<text_tag color='${medal}'>${of.place}</text_tag>`;
  return of.tied > 1 ? `${place}并列` : place;
}

/** The totals of the first ones as VChart bars, the best on top: JSON only, the platform takes no functions. */
function bars({ units }: Snapshot): Element {
  return {
    tag: 'chart',
    height: BARS_HEIGHT,
    chart_spec: {
      type: 'bar',
      direction: 'horizontal',
      data: {
        values: units.slice(0, ROWS_IN_SIGHT).map(({ name, shown }) => ({ unit: name, total: shown })),
      },
      xField: 'total',
      yField: 'unit',
      label: { visible: true },
    },
  };
}

/** `↑2`, `↓1`, `—` where nothing moved, `新` for a unit that was not ranked then. */
function changeText(places: number | undefined): string {
  if (places === undefined) return '新';
  if (places === 0) return '—';
  return places > 0 ? `↑${places}` : `↓${-places}`;
}

function notes(of: { snapshot: Snapshot; hash: string; moves: Moves | undefined }): Element[] {
  const compared =
    of.moves === undefined
      ? '以前没有公布过排名，不标变化'
      : `变化与${spanName(of.moves.since)}公布的排名相比`;
  const unmarked = unmarkedText(of.snapshot);
  return [
    note(`${of.snapshot.units.length}家单位。${compared}。总分相同的名次并列。`),
    ...(unmarked === undefined ? [] : [note(unmarked)]),
    note(`评分办法第${of.snapshot.rubric}版；数据指纹 ${of.hash.slice(0, 12)}`),
    note(OURS),
  ];
}
