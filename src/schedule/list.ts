import { type Card, card, type Element, folded, markdown, text } from '../cards/elements.ts';
import { timeAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { plusDays } from '../reminders/calendar.ts';
import { importArrangement } from '../reminders/import.ts';
import { type Asked, actOf, answeredPrivately, demandOffice, type ReportAct } from '../reports/act.ts';
import { audienceOf } from '../reports/opening.ts';
import { dayAfter, periodName } from '../reports/period.ts';
import { dayName, OURS, weekday } from '../reports/texts.ts';
import { sendingElements } from './broadcasts.ts';
import { dryRunOutcome } from './dry-run-command.ts';
import { EVERY_KIND, type Held, heldNow } from './paused.ts';
import {
  isRung,
  namesOfRecipients,
  type Recipient,
  type Rule,
  type Rules,
  ruleName,
  ruleOfSend,
} from './rule.ts';
import { warningsOf } from './rule-cards.ts';
import { boundNow, ruleOutcome } from './rule-command.ts';
import { ruleOfKind } from './rules.ts';
import { rulesNow } from './rules-now.ts';
import { unsentElements } from './unsent.ts';
import { periodOf, type Upcoming, upcoming } from './upcoming.ts';

const DAYS = 28;
/** What is nearer is open, what comes later is folded, so that a phone shows the week at a glance. */
const OPEN_DAYS = 7;
/** More are only counted. */
const MOST_FAULTS = 3;
/** Of days with something to send at least so many are open. */
const FEWEST_OPEN = 2;

/**
 * `/日程`: what will be sent in the next four weeks; `规则`: the rules of sending; `预演`: what would go out for a period;
 * `导入`: a year's 放假安排. Office only.
 *
 * @throws UserError
 */
export async function scheduleOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  const [, word, rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(asked.args.trim()) ?? [];
  if (word === '导入') return importArrangement(act, asked, rest);
  if (word === '规则') return ruleOutcome(act, asked, rest);
  if (word === '预演') return dryRunOutcome(act, asked, rest);
  demandOffice(act, '查看日程');
  if (word) throw new UserError('请发：/日程、/日程 规则、/日程 预演，或 /日程 导入');
  return answeredPrivately(asked, await scheduleCard(act));
}

async function scheduleCard(act: ReportAct): Promise<Card> {
  const { now, today, calendar } = act;
  const until = plusDays(today, DAYS);
  const all = await upcoming(act.deps, { now, today, until, calendar });
  const list: Listing = {
    act,
    held: await heldNow(act.deps.db),
    liaisons: await liaisonsNow(act),
    rules: await rulesNow(act.deps.db),
  };
  return card({
    summary: '日程：今后四周的自动发送',
    header: { title: '今后四周自动发送', subtitle: `到${dayName(until, today)}`, template: 'blue' },
    elements: [
      ...(await sendingElements(act.deps)),
      ...pausedElements(list.held),
      ...faultElements(list.rules, await boundNow(act.deps)),
      ...daysElements(list, byDay(all)),
      ...(await unsentElements(act)),
      ...[
        '发送前按当时情况再算一次：已提交的单位不催，锁定后不催。逐条预演：/日程 预演；改时间和对象：/日程 规则；暂停：/暂停。',
        ...(all.some(({ key, day }) => isGuessed(calendar, { key, day })) ? [guessText(act)] : []),
        OURS,
      ].map((says) => text(says, { size: 'notation', color: 'grey' })),
    ],
  });
}

/** Said once where everything is paused, beside each line where only that is. */
function pausedElements(held: Held): Element[] {
  const why = held(EVERY_KIND);
  return why === undefined ? [] : [text(`${why}，下面的都不会发。恢复：/暂停 恢复`)];
}

/** Rules of which nothing comes as things are, with the reason. */
function faultElements(rules: Rules, bound: ReadonlySet<Recipient>): Element[] {
  const faults = [...rules.values()].flatMap((rule) =>
    warningsOf(rules, rule, { bound }).map((warning) => `${ruleName(rule)}${warning}`),
  );
  if (faults.length === 0) return [];
  const says = faults.length > MOST_FAULTS ? `${faults.length}条规则发不出去` : faults.join('；');
  return [text(`注意：${says}。见 /日程 规则`)];
}

/** Today first, also when it brings nothing; then the next days; the rest folded. */
function daysElements(list: Listing, days: readonly Day[]): Element[] {
  const { today } = list.act;
  if (days.length === 0) return [text('没有要自动发送的。')];
  const isNear = ([day]: Day, index: number) => day <= plusDays(today, OPEN_DAYS) || index < FEWEST_OPEN;
  const near = days.filter(isNear);
  const later = days.slice(near.length).map(([day, those]) => dayElement(list, day, those));
  const last = days.at(-1)?.[0] ?? today;
  return [
    ...(days.some(([day]) => day <= today) ? [] : [text('今天没有要发的。')]),
    ...near.map(([day, those]) => dayElement(list, day, those)),
    ...(later.length === 0
      ? []
      : [folded(`再往后还有${later.length}天要发，到${dayName(last, today)}`, later)]),
  ];
}

/** What goes before a due day is counted from it. */
function isGuessed(calendar: ReportAct['calendar'], { key, day }: Pick<Upcoming, 'key' | 'day'>): boolean {
  const period = periodOf(key);
  return ![day, ...(period === undefined ? [] : [dayAfter(period)])].every((one) => calendar.isCovered(one));
}

function guessText({ calendar, today }: ReportAct): string {
  return `“推算”：已公布的放假安排只到${dayName(calendar.coverageUntil, today)}，之后的工作日按周一至周五推算。`;
}

interface Listing {
  act: ReportAct;
  held: Held;
  /** How many people a period's opening reaches at this moment. */
  liaisons: number;
  rules: Rules;
}

async function liaisonsNow(act: ReportAct): Promise<number> {
  const { liaisons } = await audienceOf(act);
  return new Set([...liaisons.values()].flat()).size;
}

type Day = [day: string, those: Upcoming[]];

function byDay(all: readonly Upcoming[]): Day[] {
  const days = new Map<string, Upcoming[]>();
  for (const each of all) days.set(each.day, [...(days.get(each.day) ?? []), each]);
  return [...days];
}

function dayElement(list: Listing, day: string, those: readonly Upcoming[]): Element {
  const { today, calendar } = list.act;
  const guess = those.some(({ key }) => isGuessed(calendar, { key, day })) ? '（推算）' : '';
  const waiting = day < today ? '（已到期，待发）' : '';
  const title = `**${dayName(day, today)} 周${weekday(day)}**${guess}${waiting}`;
  // One line for what goes to several people one by one.
  const lines = new Set(those.map((each) => line(list, each)));
  return markdown([title, ...lines].join('\n'));
}

function line({ act, held, liaisons, rules }: Listing, { key, kind, day, at }: Upcoming): string {
  const period = periodOf(key);
  const about = period === undefined ? '' : `${periodName(period)} `;
  const time = at === undefined ? (day === act.today ? '待发' : '当天') : timeAt(at);
  const mark = held(EVERY_KIND) !== undefined || held(kind) === undefined ? '' : '（已暂停）';
  const rule = ruleOfSend(rules, { key, kind });
  return `${time} ${about}${whatOf(rule, { key, kind })} → ${toWhom(rule, { key, kind, liaisons })}${mark}`;
}

/** The opening has one key for the period; the cards of those who come later have one a person. */
function isNewcomer({ key, kind }: Pick<Upcoming, 'key' | 'kind'>): boolean {
  return kind === 'open' && key.split(':').length > 3;
}

function whatOf(rule: Rule | undefined, of: Pick<Upcoming, 'key' | 'kind'>): string {
  if (isNewcomer(of)) return '新联络员的填报卡片';
  if (of.kind === 'snooze') return '催报（本人选了稍后提醒）';
  if (rule === undefined) return ruleOfKind(of.kind)?.name ?? '其他自动发送';
  return isRung(rule) ? `${rule.spec.name} ${rungName(rule.offset)}` : rule.spec.name;
}

function rungName(offset: number): string {
  if (offset === 0) return '截止日';
  return offset < 0 ? `截止前${-offset}个工作日` : `截止后${offset}个工作日`;
}

function toWhom(rule: Rule | undefined, of: { key: string; kind: string; liaisons: number }): string {
  if (isNewcomer(of)) return '联络员';
  if (of.kind === 'snooze') return '本人';
  if (rule === undefined) return '有关人员';
  const names = namesOfRecipients(rule.to);
  if (of.kind === 'open') return `${names}（现有${of.liaisons}人）`;
  if (of.kind === 'digest') return `${names}（有变化时）`;
  return isRung(rule) ? `未报单位的${names}` : names;
}
