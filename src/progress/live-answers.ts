import type { ItemText } from '../../db/queries/progress.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import type { LiveWish } from './live-intent.ts';
import { maySee, type Reader } from './scope.ts';
import { countsOf, isMissing, reportedOf, type UnitStanding } from './standing.ts';
import type { PeriodState } from './state.ts';
import { countsText, momentText, namesText, PHASE_NAMES } from './texts.ts';

/** Names of one list in an answer; `/进度` has them all, page by page. */
const MOST_NAMES = 40;
const MOST_MATTERS = 12;
const LONGEST_TEXT = 120;
const WHY_COUNTS = '名单只给办公室和分包领导看；您的单位可以看自己的。';

/** All that an answer is made of. */
export interface Telling {
  state: PeriodState;
  reader: Reader;
  /** What has been handed in about the group that is asked for, or that waits for coordination. */
  texts: readonly ItemText[];
}

/** The answer's lines, the short answer first; `isNamed` when it says who stands how. */
export interface Told {
  lines: string[];
  isNamed: boolean;
  citations: string[];
}

/** Answers from the reports, as far as the one who asks may see them. */
export function tell(wish: LiveWish, telling: Telling): Told {
  const told = answers(wish, telling);
  return { ...told, lines: [...told.lines, basis(telling.state)] };
}

function answers(wish: LiveWish, telling: Telling): Told {
  switch (wish.kind) {
    case 'missing':
      return wish.group === undefined ? missing(telling) : group(wish.group, { ...telling, texts: [] });
    case 'unit':
      return oneUnit(wish.unit, telling);
    case 'own':
      return own(telling);
    case 'group':
      return group(wish.group, telling);
    case 'coordinate':
      return coordinate(telling);
    default:
      return wish satisfies never;
  }
}

function missing({ state, reader }: Telling): Told {
  const seen = state.units.filter((unit) => maySee(reader.scope, unit));
  const counts = countsOf(state.units);
  if (seen.length === 0) return counted([`${countsText(counts)}。`, WHY_COUNTS]);
  const whose =
    seen.length === state.units.length ? '' : reader.scope.groups.size > 0 ? '您分包的小组里' : '您的单位里';
  const late = seen.filter(isMissing);
  const returned = seen.filter((unit) => unit.status === 'returned');
  const names = (units: readonly UnitStanding[]) =>
    namesText(
      units.map((unit) => nameOf(reader, unit.unit)),
      MOST_NAMES,
    );
  const drafts = late.filter((unit) => unit.status === 'draft');
  return named([
    late.length === 0 ? `${whose}都报了。` : `${whose}还有${late.length}家没报：${names(late)}。`,
    ...(drafts.length > 0 ? [`其中已有草稿：${names(drafts)}。`] : []),
    ...(returned.length > 0 ? [`另有${returned.length}家被退回、待重报：${names(returned)}。`] : []),
    `全部：${countsText(counts)}。`,
  ]);
}

function oneUnit(id: string, { state, reader }: Telling): Told {
  const unit = state.units.find((one) => one.unit === id);
  const name = nameOf(reader, id);
  if (unit === undefined) return counted([`${name}在这一期没有要报送的事项。`]);
  if (!maySee(reader.scope, unit))
    return counted([
      `${name}报没报，只能告诉办公室、分包领导和该单位自己。`,
      `${countsText(countsOf(state.units))}。`,
    ]);
  return named([unitText(unit, name, state)]);
}

function own({ state, reader }: Telling): Told {
  const { units } = reader.scope;
  if (units.size === 0)
    return counted(['您还没有绑定单位，不知道您说的是哪一家。发“/绑定 单位名”就可以绑定。']);
  const lines = [...units].map((id) => {
    const unit = state.units.find((one) => one.unit === id);
    const name = nameOf(reader, id);
    return unit === undefined ? `${name}在这一期没有要报送的事项。` : unitText(unit, name, state);
  });
  return named(lines);
}

function unitText(unit: UnitStanding, name: string, { today, phase }: PeriodState): string {
  const filled = `${unit.filled}/${unit.items}项有内容`;
  const at = unit.submittedAt === undefined ? '' : momentText(unit.submittedAt, today);
  switch (unit.status) {
    case 'none':
      return `${name}还没报，也还没有开始填${phase === 'late' ? '，已过截止时间' : ''}。`;
    case 'draft':
      return `${name}还没报：有草稿，${filled}${phase === 'late' ? '，已过截止时间' : ''}。`;
    case 'submitted':
      return `${name}报了：${at}提交，${filled}，等办公室审核。`;
    case 'returned':
      return `${name}报过，被退回，待修改后重报（${filled}）。`;
    case 'accepted':
      return `${name}报了：${at}提交，${filled}，办公室已采纳。`;
    default:
      return unit.status satisfies never;
  }
}

function group(no: number, { state, reader, texts }: Telling): Told {
  const { scope, notice } = reader;
  const found = notice.group(no);
  const name = `${found?.field ?? ''}（第${no}组）`;
  const units = state.units.filter((unit) => unit.groups.includes(no));
  const counts = countsOf(units);
  const head = `${name}：应报${counts.total}家，已报${reportedOf(counts)}家${counts.returned > 0 ? `，退回${counts.returned}家` : ''}。`;
  const citations = found ? [found.location] : [];
  if (!scope.isAll && !scope.groups.has(no)) {
    const mine = units.filter((unit) => scope.units.has(unit.unit));
    const lines = mine.map((unit) => unitText(unit, nameOf(reader, unit.unit), state));
    return {
      lines: [head, ...lines, '各单位报送的内容只给办公室和这个组的分包领导看。'],
      isNamed: mine.length > 0,
      citations,
    };
  }
  const late = units.filter((unit) => isMissing(unit)).map((unit) => nameOf(reader, unit.unit));
  return {
    lines: [
      head,
      ...(late.length > 0 ? [`未报：${namesText(late, MOST_NAMES)}。`] : []),
      ...matters(
        texts.filter(hasText),
        (item) => `${nameOf(reader, item.unit)}${lead(item)}：${shortened(item.progress)}${problem(item)}`,
      ),
    ],
    isNamed: true,
    citations,
  };
}

function coordinate({ state, reader, texts }: Telling): Told {
  const { scope } = reader;
  if (!scope.isAll && scope.groups.size === 0)
    return counted([
      '需要协调的问题只给办公室和分包领导看。您还没有绑定为领导；如果您是，请办公室用“/绑定 领导 姓名 @您”绑定。',
    ]);
  const own = texts.filter(
    (item) => scope.isAll || (item.group_no !== null && scope.groups.has(item.group_no)),
  );
  const whose = scope.groups.size > 0 && !scope.isAll ? '您' : '分包领导';
  if (own.length === 0)
    return counted([`已报的材料里没有需要${whose}协调的问题。`, `${countsText(countsOf(state.units))}。`]);
  return named([
    `有${own.length}项需要${whose}协调：`,
    ...matters(
      own,
      (item) => `${nameOf(reader, item.unit)} · ${item.title}：${shortened(item.problems || item.progress)}`,
    ),
  ]);
}

function matters(items: readonly ItemText[], line: (item: ItemText) => string): string[] {
  const more = items.length - MOST_MATTERS;
  return [
    ...items.slice(0, MOST_MATTERS).map(line),
    ...(more > 0 ? [`另有${more}项，请办公室导出报送表查看。`] : []),
  ];
}

const hasText = (item: ItemText) => item.progress !== '' || item.problems !== '';
const lead = (item: ItemText) =>
  item.kind === 'group' ? '（牵头）' : item.kind === 'measure' ? `（${item.title}）` : '';
const problem = (item: ItemText) => (item.problems === '' ? '' : `　问题：${shortened(item.problems)}`);

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > LONGEST_TEXT ? `${flat.slice(0, LONGEST_TEXT)}…` : flat;
}

/** What the answer rests on: which period, as of when; and that none is open, where none is. */
function basis({ period, phase, now, today }: PeriodState): string {
  const name = periodName(period.id as PeriodId);
  if (phase === 'locked') return `现在没有开放的报送期，以上是${name}（已锁定）的情况。`;
  return `依据：${name}报送（${PHASE_NAMES[phase]}），截至${momentText(now, today)}。`;
}

function nameOf({ notice }: Reader, unit: string): string {
  return notice.unit(unit)?.name ?? unit;
}

const named = (lines: string[]): Told => ({ lines, isNamed: true, citations: [] });
const counted = (lines: string[]): Told => ({ lines, isNamed: false, citations: [] });
