import type { BriefRow } from '../../db/queries/briefs.ts';
import type { ItemKind } from '../../db/schema-reports.ts';
import { briefName } from '../briefs/brief.ts';
import type { Notice } from '../notice/index-of.ts';
import type { TaskGroup } from '../notice/types.ts';
import type { TextField } from '../reports/content.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { targetName } from '../reports/texts.ts';
import { condensed, fitted } from './condense.ts';
import {
  type FilingFigures,
  filingFigures,
  isStanding,
  type PeriodFacts,
  practicesOf,
  type TargetStanding,
  type Told,
  targetFigures,
  targetStandings,
  toldIn,
} from './facts.ts';
import { type BulletinPart, LONGEST_PART } from './parts.ts';

/** Of one unit's words in a list, and of a task group's leading unit. */
const WORDS_IN_LIST = 110;
const WORDS_OF_LEAD = 200;
const MOST_PER_GROUP = 4;
/** Who speaks first about a task group. */
const SPEAKERS: readonly ItemKind[] = ['group', 'sub-lead', 'measure', 'group-part'];

interface Source extends PeriodFacts {
  notice: Notice;
  /** 工作动态 of the period that stand as published. */
  briefs: readonly BriefRow[];
}

/**
 * 送审稿 (`四（四）`): every part of a period's bulletin from what is stored. Counts are those of the facts, words are
 * the units' own, shortened at sentences.
 */
export function composed(of: Source): BulletinPart[] {
  const filing = filingFigures(of);
  return [
    ...headParts(of),
    part('overall', '总体情况', overall(of, filing)),
    ...of.notice.model.groups.map((group) => part(`group:${group.no}`, group.name, groupText(of, group))),
    part('filing', '报送情况', filingText(of, filing)),
    part('targets', '指标完成情况', targetText(of)),
    part('problems', '存在问题', list(toldLines(of, 'problems'), NOTHING.problems)),
    part('practices', '典型做法', list(practiceLines(of), NOTHING.practices)),
    part('next', '下一步工作', list(toldLines(of, 'next_steps'), NOTHING.next_steps)),
  ];
}

function headParts({ notice, period }: Source): BulletinPart[] {
  return [
    part('head:issuer', '发文机关', officeName(notice)),
    part('head:title', '标题', `关于${periodName(period.id as PeriodId)}优化营商环境工作情况的通报`),
    part('head:to', '主送', '各成员单位，各专项工作小组'),
    part('head:copies', '抄送', '领导小组组长、副组长'),
  ];
}

/** The office's full name: where the notice shortens the place, the place stands in full. */
function officeName({ model }: Notice): string {
  const name = model.bodies.find((body) => body.office !== undefined)?.office?.name ?? '';
  const [full = '', ...short] = model.document.placeNames;
  if (name.startsWith(full)) return name;
  const place = short.find((one) => name.startsWith(one)) ?? '';
  return place === '' ? name : `${full}${name.slice(place.length)}`;
}

function overall(of: Source, filing: FilingFigures): string {
  const targets = targetFigures(targetStandings(of.sheets));
  return [
    `${periodName(of.period.id as PeriodId)}，${filing.units}家单位应报送工作进展，已报送${filing.reported}家，其中按时${filing.onTime}家、补报${filing.late}家；涉及报送事项${filing.items}项，已报送内容${filing.filled}项。`,
    `量化指标共${targets.all}项，已报送数值${targets.reported}项，达到目标${targets.met}项，未达到目标${targets.behind}项。`,
  ].join('\n');
}

function groupText(of: Source, group: TaskGroup): string {
  const own = of.sheets.filter(({ items }) => items.some((item) => item.group_no === group.no));
  const reported = own.filter(isStanding).length;
  const leads = group.leadUnits.map((unit) => unitName(of.notice, unit)).join('、');
  const told = toldIn(own, 'progress')
    .filter(({ item }) => item.group_no === group.no)
    .sort((a, b) => SPEAKERS.indexOf(a.item.kind) - SPEAKERS.indexOf(b.item.kind));
  const says = inTurn(told, 'progress')
    .slice(0, MOST_PER_GROUP)
    .map(({ unit, item }) => {
      const most = item.kind === 'group' ? WORDS_OF_LEAD : WORDS_IN_LIST;
      const what = item.measure_no === null ? '' : `（措施${item.measure_no}）`;
      return `${unitName(of.notice, unit)}${what}：${condensed(item.progress, most)}`;
    });
  const head = `${leads === '' ? '' : `由${leads}牵头。`}应报送单位${own.length}家，已报送${reported}家。`;
  return [head, ...(says.length === 0 ? ['本期没有报送工作进展。'] : says)].join('\n');
}

/** Each unit once before any speaks again; nobody says the same words twice. */
function inTurn(told: readonly Told[], field: TextField): Told[] {
  const own = told.filter(
    (one, index) =>
      told.findIndex((other) => other.unit === one.unit && other.item[field] === one.item[field]) === index,
  );
  const first = own.filter((one, index) => own.findIndex(({ unit }) => unit === one.unit) === index);
  return [...first, ...own.filter((one) => !first.includes(one))];
}

function filingText(of: Source, filing: FilingFigures): string {
  const names = (status: (sheet: Source['sheets'][number]) => boolean) =>
    of.sheets
      .filter(status)
      .map(({ report }) => unitName(of.notice, report.unit))
      .join('、');
  const returned = names(({ report }) => report.status === 'returned');
  const missing = names((sheet) => !isStanding(sheet) && sheet.report.status !== 'returned');
  return fitted(
    [
      `应报送${filing.units}家，已报送${filing.reported}家，其中按时${filing.onTime}家、补报${filing.late}家；审核采纳${filing.accepted}家。`,
      ...(returned === '' ? [] : [`退回待重报${filing.returned}家：${returned}。`]),
      ...(missing === '' ? [] : [`未报送${filing.missing}家：${missing}。`]),
      '各单位报送情况见附表。',
    ],
    {
      most: LONGEST_PART,
      more: () => `退回待重报${filing.returned}家、未报送${filing.missing}家，名单见附表。`,
    },
  );
}

function targetText(of: Source): string {
  const all = targetStandings(of.sheets);
  const figures = targetFigures(all);
  const behind = all.filter((one) => one.isReported && one.attained !== undefined && one.attained < 1);
  const lines = behind.map((one, index) => `（${index + 1}）${behindText(of.notice, one)}`);
  return fitted(
    [
      `量化指标共${figures.all}项。已报送数值${figures.reported}项，其中达到目标${figures.met}项、未达到目标${figures.behind}项；未报送数值${figures.unreported}项；暂不衡量${figures.unmeasured}项。`,
      ...(lines.length === 0 ? [] : ['1.未达到目标的指标。', ...lines]),
    ],
    { most: LONGEST_PART, more: (left) => `其余${left}项见附表。` },
  );
}

function behindText(notice: Notice, { unit, value }: TargetStanding): string {
  return `${unitName(notice, unit)}：${value.what}，目标${targetName(value)}，实际${value.raw}。`;
}

const NOTHING = {
  problems: '各单位没有报送存在问题。',
  practices: '本期没有发布工作动态，也没有质量评为“优”的报告，由办公室补充。',
  next_steps: '各单位没有报送下一步打算。',
} as const;

/** In turn, so that where the list is cut no unit has filled it alone; what repeats itself comes last. */
function toldLines(of: Source, field: 'problems' | 'next_steps'): string[] {
  const told = toldIn(of.sheets, field);
  const first = inTurn(told, field);
  return [...first, ...told.filter((one) => !first.includes(one))].map(({ unit, item }) =>
    toldLine(of.notice, unit, [item.title, item[field]]),
  );
}

/** 典型做法 (`四（四）`): what was published as a brief, by its number, then the reports marked 优 beside it. */
function practiceLines({ notice, sheets, briefs }: Source): string[] {
  const numbered = briefs.toSorted(
    (a, b) => (a.year ?? '').localeCompare(b.year ?? '') || (a.no ?? 0) - (b.no ?? 0),
  );
  const isPublished = (unit: string, item: string) =>
    briefs.some((brief) => brief.unit === unit && brief.item === item);
  const others = practicesOf(sheets).filter(({ unit, item }) => !isPublished(unit, item.item));
  return [
    ...numbered.map((brief) => briefLine(notice, brief)),
    ...others.map(({ unit, item }) => toldLine(notice, unit, [item.title, item.progress])),
  ];
}

function briefLine(notice: Notice, brief: BriefRow): string {
  const unit = unitName(notice, brief.unit);
  const title = brief.title.startsWith(`${unit}：`) ? brief.title.slice(unit.length + 1) : brief.title;
  return `${unit}《${title}》（${briefName(brief) ?? ''}）：${condensed(brief.body, WORDS_IN_LIST)}`;
}

function toldLine(notice: Notice, unit: string, [title, words]: readonly [string, string]): string {
  // No brackets within brackets.
  const what = title.replace(/（本单位承担部分）$/, '');
  return `${unitName(notice, unit)}（${what}）：${condensed(words, WORDS_IN_LIST)}`;
}

function list(told: readonly string[], nothing: string): string {
  if (told.length === 0) return nothing;
  const lines = told.map((line, index) => `${index + 1}.${line}`);
  return fitted(lines, { most: LONGEST_PART, more: (left) => `另有${left}项，见各单位报送材料。` });
}

function part(id: string, title: string, text: string): BulletinPart {
  return { id, title, text: text.slice(0, LONGEST_PART) };
}

function unitName(notice: Notice, id: string): string {
  return notice.unit(id)?.name ?? id;
}
