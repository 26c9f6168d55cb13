import type { Move } from '../../db/queries/digest.ts';
import type { ItemText } from '../../db/queries/progress.ts';
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
import { dayAt } from '../clock.ts';
import type { Reader } from '../progress/scope.ts';
import { countsOf } from '../progress/standing.ts';
import { countsText, momentText, namesText, PHASE_NAMES } from '../progress/texts.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import type { PeriodDigest } from './digest.ts';

/** What a card of several periods can hold; the rest is counted and to be seen in 报送进度. */
const MOST_UNITS = 15;
const MOST_ASKS = 8;
const MOST_NAMES = 20;
const LONGEST_TEXT = 120;

const MOVE_NAMES: Readonly<Record<Move['what'], string>> = {
  submitted: '报送',
  returned: '被退回',
  accepted: '采纳',
  withdrawn: '撤回',
};

/** What the card is made for. Instants in ms. */
interface Telling {
  reader: Reader;
  since: number;
  now: number;
}

/** 每周动态: what moved, what is late, what asks for help, period by period. */
export function digestCard(periods: readonly PeriodDigest[], telling: Telling): Card {
  const late = lateUnits(periods);
  return card({
    summary: `每周动态：${heldIn(periods, telling)}`,
    header: {
      title: '每周动态',
      subtitle: `${momentText(telling.since, dayAt(telling.now))} 以来`,
      template: late > 0 ? 'orange' : 'blue',
    },
    elements: [
      ...periods.flatMap((each) => periodElements(each, telling)),
      text('没有变化的一周不发。', { size: 'notation', color: 'grey' }),
    ],
  });
}

/** What the card holds, and nothing of what it does not: `请您协调2项`. */
function heldIn(periods: readonly PeriodDigest[], { reader }: Telling): string {
  const moved = new Set(periods.flatMap(({ moves }) => moves.map((move) => move.unit))).size;
  const late = lateUnits(periods);
  const asks = periods.reduce((sum, each) => sum + each.asks.length, 0);
  return [
    ...(moved > 0 ? [`${moved}家有变化`] : []),
    ...(late > 0 ? [`逾期未报${late}家`] : []),
    ...(asks > 0 ? [`${asksName(reader)}${asks}项`] : []),
  ].join('，');
}

function lateUnits(periods: readonly PeriodDigest[]): number {
  return new Set(periods.flatMap((each) => each.late.map(({ unit }) => unit))).size;
}

function asksName({ scope }: Reader): string {
  return scope.isAll ? '请求分包领导协调' : '请您协调';
}

function periodElements(digest: PeriodDigest, { reader }: Telling): Element[] {
  const { state, units, late, asks } = digest;
  const id = state.period.id;
  const whose = reader.scope.isAll ? '' : '您分包的小组：';
  return [
    markdown(
      `**${periodName(id as PeriodId)}（${PHASE_NAMES[state.phase]}）**\n${whose}${countsText(countsOf(units))}`,
    ),
    ...movesElements(digest, reader),
    ...section(`逾期未报 ${late.length}家`, late.length === 0 ? [] : [lateText(digest, reader)]),
    ...section(`${asksName(reader)} ${asks.length}项`, [
      ...asks.slice(0, MOST_ASKS).map((item) => askText(item, reader)),
      ...moreText(asks.length - MOST_ASKS, '项'),
    ]),
    buttonRow([
      button({ label: '报送进度', value: { action: 'progress', period: id, by: 'units', page: 0 } }),
    ]),
  ];
}

function movesElements({ moves, state }: PeriodDigest, reader: Reader): Element[] {
  const byUnit = [...Map.groupBy(moves, (move) => move.unit)];
  return section(`有变化 ${byUnit.length}家`, [
    ...byUnit
      .slice(0, MOST_UNITS)
      .map(
        ([unit, own]) =>
          `${nameOf(reader, unit)}　${own.map((move) => moveText(move, state.today)).join('，')}`,
      ),
    ...moreText(byUnit.length - MOST_UNITS, '家'),
  ]);
}

function moveText({ what, round, at }: Move, today: string): string {
  const name = what === 'submitted' && round > 1 ? '重新报送' : MOVE_NAMES[what];
  return `${momentText(at, today)} ${name}`;
}

function lateText({ late }: PeriodDigest, reader: Reader): string {
  return namesText(
    late.map(({ unit }) => nameOf(reader, unit)),
    MOST_NAMES,
  );
}

function askText(item: ItemText, reader: Reader): string {
  const flat = (item.problems || item.progress).replace(/\s+/g, ' ');
  const said = flat.length > LONGEST_TEXT ? `${flat.slice(0, LONGEST_TEXT)}…` : flat;
  return `${nameOf(reader, item.unit)} · ${item.title}：${said}`;
}

function moreText(count: number, of: string): string[] {
  return count > 0 ? [`另有${count}${of}，见报送进度。`] : [];
}

/** A heading with lines of data under it; nothing without lines. */
function section(title: string, all: readonly string[]): Element[] {
  return all.length === 0 ? [] : [markdown(`**${title}**\n${lines(all)}`)];
}

function nameOf({ notice }: Reader, unit: string): string {
  return notice.unit(unit)?.name ?? unit;
}
