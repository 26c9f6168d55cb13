import type { ReportStatus } from '../../db/schema-reports.ts';
import {
  button,
  buttonRow,
  type Card,
  card,
  type Element,
  lines,
  markdown,
  text,
} from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Notice } from '../notice/index-of.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { dueName, OURS, STATUS_NAMES } from '../reports/texts.ts';
import type { Told } from './live-answers.ts';
import { nameButtons } from './names-card.ts';
import { maySee, type Reader, type Scope } from './scope.ts';
import {
  byGroup,
  countsOf,
  type GroupStanding,
  isMissing,
  reportedOf,
  type UnitStanding,
} from './standing.ts';
import type { PeriodState } from './state.ts';
import { countsText, momentText, namesText, PHASE_NAMES } from './texts.ts';

const UNITS_A_PAGE = 20;
const GROUPS_A_PAGE = 10;
/** Names of late units of one group; the list by unit has them all. */
const MOST_NAMES = 12;
/** First what somebody has to run after. */
const ORDER: readonly ReportStatus[] = ['none', 'draft', 'returned', 'submitted', 'accepted'];
const LONGEST_ECHO = 60;
const MOST_OWN = 4;

export const PROGRESS_VIEWS = ['units', 'groups'] as const;
export interface ProgressView {
  by: (typeof PROGRESS_VIEWS)[number];
  page: number;
}

/** 报送进度 for one who may see names: the office all, a leader his groups, a unit itself. Paged. */
export function progressCard(state: PeriodState, reader: Reader, view: ProgressView): Card {
  const own = state.units.filter((unit) => maySee(reader.scope, unit));
  const isPart = own.length < state.units.length;
  const list = view.by === 'units' ? unitPage(state, own, reader) : groupPage(own, reader);
  const page = Math.min(view.page, Math.max(0, list.pages - 1));
  return card({
    summary: `${periodName(state.period.id as PeriodId)}报送进度`,
    header: header(state),
    elements: [
      markdown(`**${countsText(countsOf(state.units))}**`),
      ...(isPart ? [text(partText(reader.scope, own))] : []),
      ...list.shown(page),
      ...buttons(state, { ...view, page }, list.pages),
      ...fillButton(state, own, reader),
      ...(reader.scope.isAll ? nameButtons(state) : []),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

/**
 * 报送进度 where everybody reads it, or for one who may see no names: counts only.
 *
 * @param late names of units that the office has confirmed for the group
 */
export function countsCard(state: PeriodState, note: string, late: readonly string[] = []): Card {
  return card({
    summary: `${periodName(state.period.id as PeriodId)}报送进度`,
    header: header(state),
    elements: [
      markdown(`**${countsText(countsOf(state.units))}**`),
      ...(late.length > 0 ? [text(`未报单位（${late.length}家）：${late.join('、')}。`)] : []),
      text(`截至${momentText(state.now, state.today)}`, { size: 'notation', color: 'grey' }),
      text(note, { size: 'notation', color: 'grey' }),
    ],
  });
}

/** What is left of a card in a group after its successor was sent. */
export function movedCard(state: PeriodState): Card {
  return card({
    summary: `${periodName(state.period.id as PeriodId)}报送进度`,
    header: { ...header(state), template: 'grey' },
    elements: [text('这张卡片不再更新，最新的进度卡在下面。', { color: 'grey' })],
  });
}

/** The answer to a question about the live state. @param period set where a tap may show names: the reader's own chat. */
export function liveCard(question: string, told: Told, period?: string): Card {
  const [first = '', ...rest] = told.lines;
  const asked = question.replace(/\s+/g, ' ').trim();
  return card({
    summary: first,
    header: { title: '报送情况', subtitle: asked.slice(0, LONGEST_ECHO), template: 'blue' },
    elements: [
      markdown(`**${lines([first])}**`),
      ...(rest.length > 0 ? [markdown(lines(rest))] : []),
      ...(told.citations.length > 0
        ? [text(`出处：${told.citations.join('、')}`, { size: 'notation', color: 'grey' })]
        : []),
      ...(period === undefined
        ? []
        : [
            buttonRow([
              button({ label: '报送进度', value: { action: 'progress', period, by: 'units', page: 0 } }),
            ]),
          ]),
    ],
  });
}

function header({ period, phase }: PeriodState) {
  return {
    title: '报送进度',
    // Beside its quarter the day needs no year, with which a phone breaks the line.
    subtitle: `${periodName(period.id as PeriodId)}　${dueName(period.due_on, period.due_on)}截止`,
    template:
      phase === 'late' ? ('orange' as const) : phase === 'locked' ? ('grey' as const) : ('blue' as const),
    tags: [{ text: PHASE_NAMES[phase], color: phase === 'late' ? 'orange' : 'blue' }],
  };
}

function partText(scope: Scope, own: readonly UnitStanding[]): string {
  return `${scope.groups.size > 0 ? '您分包的小组' : '您的单位'}：${countsText(countsOf(own))}`;
}

interface Pages {
  pages: number;
  shown(page: number): Element[];
}

function unitPage(state: PeriodState, own: readonly UnitStanding[], { notice }: Reader): Pages {
  const sorted = [...own].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return {
    pages: Math.ceil(sorted.length / UNITS_A_PAGE),
    shown: (page) => {
      const some = sorted.slice(page * UNITS_A_PAGE, (page + 1) * UNITS_A_PAGE);
      return ORDER.flatMap((status) => {
        const units = some.filter((unit) => unit.status === status);
        const all = sorted.filter((unit) => unit.status === status).length;
        if (units.length === 0) return [];
        const each = units.map((unit) => unitLine(unit, state, notice));
        return [markdown([`**${STATUS_NAMES[status]} ${all}家**`, ...each].join('\n'))];
      });
    },
  };
}

function unitLine(unit: UnitStanding, state: PeriodState, notice: Notice): string {
  const name = escapeMarkdown(unitName(notice, unit.unit));
  const filled = unit.status === 'none' ? `${unit.items}项` : `${unit.filled}/${unit.items}项有内容`;
  const at =
    unit.submittedAt === undefined || isMissing(unit)
      ? ''
      : `，${momentText(unit.submittedAt, state.today)}报`;
  return `${name}　${filled}${at}`;
}

function groupPage(own: readonly UnitStanding[], { scope, notice }: Reader): Pages {
  const groups = byGroup(own).filter(
    ({ no }) => scope.isAll || scope.groups.has(no) || scope.groups.size === 0,
  );
  return {
    pages: Math.ceil(groups.length / GROUPS_A_PAGE),
    shown: (page) => {
      const some = groups.slice(page * GROUPS_A_PAGE, (page + 1) * GROUPS_A_PAGE);
      return some.length === 0 ? [] : [markdown(some.map((group) => groupLine(group, notice)).join('\n'))];
    },
  };
}

function groupLine({ no, counts, units }: GroupStanding, notice: Notice): string {
  const field = escapeMarkdown(notice.group(no)?.field ?? '');
  const missing = units.filter(isMissing).map((unit) => unitName(notice, unit.unit));
  const returned = counts.returned > 0 ? `，退回${counts.returned}` : '';
  const names = missing.length > 0 ? `　未报：${escapeMarkdown(namesText(missing, MOST_NAMES))}` : '';
  return `**${no} ${field}**　已报${reportedOf(counts)}/${counts.total}${returned}${names}`;
}

function buttons(state: PeriodState, view: ProgressView, pages: number): Element[] {
  const turn = (label: string, to: ProgressView) =>
    button({ label, value: { action: 'progress', period: state.period.id, by: to.by, page: to.page } });
  const other = view.by === 'units' ? 'groups' : 'units';
  return [
    buttonRow([
      ...(view.page > 0 ? [turn('上一页', { ...view, page: view.page - 1 })] : []),
      ...(view.page < pages - 1 ? [turn('下一页', { ...view, page: view.page + 1 })] : []),
      turn(other === 'groups' ? '按小组看' : '按单位看', { by: other, page: 0 }),
      turn('刷新', view),
    ]),
  ];
}

/** Who reports for a unit that has not handed in gets the way there. */
function fillButton({ period, phase }: PeriodState, own: readonly UnitStanding[], reader: Reader): Element[] {
  const open = own.filter(
    (unit) => reader.scope.units.has(unit.unit) && (isMissing(unit) || unit.status === 'returned'),
  );
  if (open.length === 0 || phase === 'locked') return [];
  return [
    buttonRow(
      open.slice(0, MOST_OWN).map(({ unit }) =>
        button({
          label: open.length === 1 ? '去填报' : `去填报 ${unitName(reader.notice, unit)}`,
          type: 'primary',
          value: { action: 'report-home', period: period.id, unit },
        }),
      ),
    ),
  ];
}

function unitName(notice: Notice, id: string): string {
  return notice.unit(id)?.name ?? id;
}
