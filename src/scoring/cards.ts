import type { ScoreEntryRow } from '../../db/queries/score-entries.ts';
import {
  button,
  buttonRow,
  type Card,
  card,
  type Element,
  folded,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { form, input, submit } from '../cards/form.ts';
import type { Notice } from '../notice/index-of.ts';
import type { Labels } from '../people/labels.ts';
import { BOARDS, type BoardKind, type BoardLine } from './boards.ts';
import { fieldValue, RUBRIC_FIELDS, type RubricVersion } from './rubric.ts';
import { type SpanId, spanName } from './span.ts';
import { entry as entryText, numberText, OURS } from './texts.ts';
import type { ScoreRow, UnitScore } from './types.ts';

const LINES_A_PAGE = 20;
export const BOARD_NAMES: Readonly<Record<BoardKind, string>> = {
  units: '全部单位',
  leads: '牵头单位',
  groups: '专项小组',
};
const note = (content: string) => text(content, { size: 'notation', color: 'grey' });

/** What the office looks at: one board of a span, one page of it. */
export interface BoardView {
  span: SpanId;
  board: BoardKind;
  page: number;
}

/** 评分 of a span for the office. */
export function boardCard(view: BoardView, lines: readonly BoardLine[], notice: Notice): Card {
  const pages = Math.max(1, Math.ceil(lines.length / LINES_A_PAGE));
  const page = Math.min(view.page, pages - 1);
  const some = lines.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE);
  return card({
    summary: `${spanName(view.span)}评分`,
    header: {
      title: '评分',
      subtitle: `${spanName(view.span)} · ${BOARD_NAMES[view.board]}${pages > 1 ? ` · 第 ${page + 1}/${pages} 页` : ''}`,
      template: 'blue',
    },
    elements: [
      some.length === 0
        ? text('这个榜上还没有单位。')
        : markdown(some.map((line) => boardLine(line, view.board, notice)).join('\n')),
      ...pager(view, page, pages),
      buttonRow(
        BOARDS.filter((board) => board !== view.board).map((board) =>
          button({ label: BOARD_NAMES[board], value: { action: 'score-board', ...view, board, page: 0 } }),
        ),
      ),
      note('公布以前只有办公室能看名次。看一个单位每一分的来由：/评分 单位名'),
      note(OURS),
    ],
  });
}

function boardLine(line: BoardLine, board: BoardKind, notice: Notice): string {
  const name =
    board === 'groups' ? groupName(notice, line.subject) : (notice.unit(line.subject)?.name ?? line.subject);
  const more = boardMore(line, board);
  return `${line.place}　${escapeMarkdown(name)}　**${line.shown.toFixed(2)}**${more === '' ? '' : `（${more}）`}`;
}

/** `第4组 某事` */
function groupName(notice: Notice, no: string): string {
  return `第${no}组 ${notice.group(Number(no))?.field ?? ''}`.trim();
}

/** What else a line says: `5家平均`, `2组6措施`; nothing for a unit among all. */
export function boardMore({ units, leads }: BoardLine, board: BoardKind): string {
  if (board === 'groups') return `${units}家平均`;
  if (leads === undefined) return '';
  return [
    ...(leads.groups > 0 ? [`${leads.groups}组`] : []),
    ...(leads.measures > 0 ? [`${leads.measures}措施`] : []),
  ].join('');
}

function pager(view: BoardView, page: number, pages: number): Element[] {
  if (pages === 1) return [];
  const go = (label: string, to: number) =>
    button({ label, value: { action: 'score-board', ...view, page: to } });
  return [
    buttonRow([
      ...(page > 0 ? [go('上一页', page - 1)] : []),
      ...(page < pages - 1 ? [go('下一页', page + 1)] : []),
    ]),
  ];
}

/**
 * A unit's score with the reason of each point. `entries`: what the office may cancel from here; `isPublished`: the
 * score is the one that was frozen, not today's; `published`: what was published beside today's.
 */
export function unitCard(
  score: UnitScore,
  of: {
    name: string;
    labels: Labels;
    isOffice: boolean;
    entries: readonly ScoreEntryRow[];
    isPublished?: boolean;
    published?: { shown: number; place: number };
  },
): Card {
  const place = of.isOffice && of.published === undefined ? `　第${score.place}名（未公布）` : '';
  return card({
    summary: `${of.name}${spanName(score.period)}评分`,
    header: { title: `评分 · ${of.name}`, subtitle: spanName(score.period), template: 'blue' },
    elements: [
      markdown(`**${score.shown.toFixed(2)}分**${place}`, { size: 'heading' }),
      ...(of.published === undefined ? [] : [markdown(publishedText(score, of.published))]),
      ...lostElements(score.rows),
      ...score.rows.flatMap((row) => rowElements(row, of.labels)),
      ...(of.isOffice && of.entries.length > 0 ? [cancelForm(score, of.entries)] : []),
      note(
        `${of.isPublished ? '公布时的评分' : '按现在的数据计算，以公布的为准'}（评分办法第${score.rubric}版）。`,
      ),
      note(OURS),
    ],
  });
}

/** Where points were lost, in a line: the answer to 为什么扣分; nothing where none were. */
function lostElements(rows: readonly ScoreRow[]): Element[] {
  const byLabel = Map.groupBy(rows, ({ label }) => label);
  const lost = [...byLabel].flatMap(([label, own]) => {
    const points = own.reduce((sum, row) => sum + lostIn(row), 0);
    return points < LEAST_SHOWN ? [] : [`${label}${numberText(points)}分`];
  });
  return lost.length === 0 ? [] : [markdown(`失分：${lost.join('、')}`)];
}

const LEAST_SHOWN = 0.005;

function lostIn({ criterion, points, max }: ScoreRow): number {
  if (criterion === 'add' || criterion === 'bound') return 0;
  return criterion === 'deduct' ? -points : max - points;
}

function publishedText(
  now: Pick<UnitScore, 'shown'>,
  { shown, place }: { shown: number; place: number },
): string {
  const changed =
    now.shown === shown ? '。' : `。公布以后数据有变，现在算是${now.shown.toFixed(2)}分，以公布的为准。`;
  return `公布的是**${shown.toFixed(2)}分，第${place}名**${changed}`;
}

/** Evidence of more lines than this is folded, so that the reasons fit a phone. */
const MOST_IN_SIGHT = 6;

function rowElements(row: ScoreRow, labels: Labels): Element[] {
  const by = row.enteredBy === undefined ? '' : `　${labels(row.enteredBy)}`;
  const head = [`**${escapeMarkdown(row.label)}　${pointsText(row)}**`, `${escapeMarkdown(row.reason)}${by}`];
  const evidence = row.evidence.map((one) => `· ${escapeMarkdown(one)}`);
  if (evidence.length <= MOST_IN_SIGHT) return [markdown([...head, ...evidence].join('\n'))];
  return [markdown(head.join('\n')), folded(`依据（${evidence.length}条）`, [markdown(evidence.join('\n'))])];
}

/** `22.86/28.57`, `+2`, `-1`; what could not be measured says so. */
function pointsText({ criterion, points, max }: ScoreRow): string {
  if (criterion === 'add') return `+${numberText(points)}`;
  if (criterion === 'deduct' || criterion === 'bound') return numberText(points);
  return max > 0 ? `${numberText(points)}/${numberText(max)}` : '不计';
}

const LONGEST_REASON = 200;
const MOST_CANCELLABLE = 10;

function cancelForm(score: UnitScore, entries: readonly ScoreEntryRow[]): Element {
  return form('cancel_form', [
    input({ name: 'reason', placeholder: '取消加分或扣分的理由（必填）', maxLength: LONGEST_REASON }),
    ...entries
      .slice(-MOST_CANCELLABLE)
      .map((one, index) =>
        submit(
          `取消：${one.kind === 'add' ? '+' : '-'}${numberText(one.points)} ${entryText(one)}`.slice(0, 30),
          { action: 'score-cancel', entry: one.id, unit: score.unit, span: score.period },
          { name: `cancel_${index}`, type: 'default' },
        ),
      ),
  ]);
}

/** 评分办法 in force for the next period; the office may change it from here. */
export function rubricCard({ version, rubric }: RubricVersion, isOffice: boolean): Card {
  const fields = RUBRIC_FIELDS.filter(({ isPercent, name }) => !isPercent && name !== 'ceiling').map(
    (field) => `${field.label}　**${numberText(fieldValue(rubric, field))}**`,
  );
  const marks = Object.entries(rubric.marks).map(([mark, share]) => `${mark} ${numberText(share * 100)}%`);
  return card({
    summary: '评分办法',
    header: { title: '评分办法', subtitle: `第${version}版`, template: 'blue' },
    elements: [
      markdown('**这是办公室的评分办法，不是通知规定的**。通知四（二）只要求考核，没有写怎么计分。'),
      markdown(fields.join('\n')),
      markdown(`质量等级按权重计：${marks.join('、')}。单位总分最低0分，最高${rubric.ceiling}分。`),
      note(
        '只按结果计分；登录、阅读、已读、回复快慢、发言多少都不计分。没有可衡量指标的单位，指标的权重按比例分到其他项。',
      ),
      ...(isOffice ? [buttonRow([button({ label: '修改', value: { action: 'score-rubric-edit' } })])] : []),
    ],
  });
}

/** 修改评分办法. @param typed what is in the fields, where something was refused */
export function rubricForm(
  { version, rubric }: RubricVersion,
  of: { typed: Readonly<Record<string, unknown>>; refusal?: string },
): Card {
  return card({
    summary: '修改评分办法',
    header: { title: '修改评分办法', subtitle: `现在是第${version}版`, template: 'orange' },
    elements: [
      ...(of.refusal === undefined ? [] : [text(of.refusal, { color: 'red' })]),
      markdown(
        '保存后成为新的一版，**从下一个开启的报送期起用**；已开启和过去的期仍按原来的版本。占比是百分数。',
      ),
      form('rubric_form', [
        ...RUBRIC_FIELDS.map((field) =>
          input({
            name: field.name,
            label: field.label,
            placeholder: numberText(fieldValue(rubric, field)),
            maxLength: 6,
            initial: String(of.typed[field.name] ?? numberText(fieldValue(rubric, field))),
          }),
        ),
        submit('保存为新版本', { action: 'score-rubric-save', version }),
      ]),
    ],
  });
}
