import { UserError } from '../errors.ts';
import { quoted } from '../people/texts.ts';
import {
  namesOfRecipients,
  RECIPIENT_NAMES,
  type Recipient,
  type Rule,
  type RuleContent,
  type Rules,
  ruleName,
  rungDay,
  rungsOf,
  whenOf,
} from './rule.ts';
import { ruleOfKind } from './rules.ts';

/** What is asked of one rule: only its card, or what is to be changed, or the defaults again. */
export type RuleChange = { as: 'look' } | { as: 'change'; content: RuleContent } | { as: 'reset' };

const CHASING = '催报';
const HOW = '可以写：改为 T-4 09:13、发给 联络员、开头 文字、过时 3、关闭、开启、恢复默认';

/**
 * Reads `催报 T-3 改为 T-4 09:13`, `每周动态 发给 办公室`, `催报 T-0 恢复默认` against the rules as they are. Pure.
 *
 * @throws UserError that says how it is written
 */
export function readRuleWords(text: string, rules: Rules): { rule: Rule; change: RuleChange } {
  const said = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const { rule, rest } = namedRule(said, rules);
  return { rule, change: changeOf(rest, rule, wordingIn(text)) };
}

function namedRule(said: string, rules: Rules): { rule: Rule; rest: string } {
  for (const [name, rule] of namesOf(rules)) {
    const found = new RegExp(`^${escaped(name)}(?![\\d+-])\\s*`, 'i').exec(said);
    if (found) return { rule, rest: said.slice(found[0].length) };
  }
  if (said.startsWith(CHASING)) {
    const rungs = rungsOf(rules).map((rung) => `${ruleName(rung)}（${whenOf(rung)}）`);
    const none = said === CHASING ? '' : `没有“${quoted(said)}”这条规则。`;
    throw new UserError(`${none}${CHASING}有${rungs.length}次，请写明改哪一次：${rungs.join('、')}。`);
  }
  const known = [...rules.values()].map(ruleName).join('、');
  throw new UserError(`没有“${quoted(said)}”这条规则。可以写：${known}。`);
}

/** Names in the order in which they are tried: what a rung is called now comes before what it was at first. */
function namesOf(rules: Rules): [string, Rule][] {
  const others = [...rules.values()].filter((rule) => !rungsOf(rules).includes(rule));
  const rungs = rungsOf(rules);
  const rungNames = (days: (rule: Rule) => string) =>
    rungs.flatMap((rule): [string, Rule][] =>
      [`催报 ?${days(rule)}`, days(rule)].map((name) => [name, rule]),
    );
  const otherNames = others.flatMap((rule): [string, Rule][] => {
    const group = ruleOfKind(rule.spec.id);
    // Two rules that are paused together have no short name of their own.
    const also = group?.name === rule.spec.name ? group.alsoCalled : [];
    return [rule.spec.name, ...also].map((name) => [name, rule]);
  });
  return [
    ...rungNames((rule) => rungDay(rule.offset)),
    ...rungNames((rule) => rule.spec.id),
    // The longer name first: 报送期开启 is not 报送期 and the rest.
    ...otherNames.sort(([a], [b]) => b.length - a.length),
  ];
}

function escaped(name: string): string {
  return name.replaceAll('+', '\\+');
}

/** The sentence as it was typed: its full-width marks stay. */
function wordingIn(text: string): string {
  return plainBraces(text.slice(text.indexOf('开头') + 2));
}

/** A sentence whose placeholders may be written in full-width braces. */
export function plainBraces(text: string): string {
  return text.replaceAll('｛', '{').replaceAll('｝', '}').trim();
}

function changeOf(rest: string, rule: Rule, wording: string): RuleChange {
  if (rest === '') return { as: 'look' };
  if (rest === '恢复默认') return { as: 'reset' };
  const { offset, time, to, latest, isOn } = rule;
  const content = { offset, time, to, wording: rule.wording, latest, isOn };
  const changed = (by: Partial<RuleContent>): RuleChange => ({
    as: 'change',
    content: { ...content, ...by },
  });
  const [, verb = '', words = ''] = /^(改为|改到|发给|开头|过时|关闭|开启)\s*(.*)$/.exec(rest) ?? [];
  if (verb === '关闭') return changed({ isOn: false });
  if (verb === '开启') return changed({ isOn: true });
  if (verb === '改为' || verb === '改到') return changed(whenIn(words, rule));
  if (verb === '发给') return changed({ to: recipientsIn(words, rule) });
  if (verb === '开头') return changed({ wording: words === '无' ? '' : wording });
  if (verb === '过时') return changed({ latest: latestIn(words) });
  throw new UserError(`没看懂“${quoted(rest)}”。${HOW}。`);
}

/** `T-4 09:13`, `前4个工作日`, `当天 10:12`, `第2个工作日`, `09:13` */
function whenIn(words: string, rule: Rule): Partial<RuleContent> {
  const time = /(?:^|\s)(\d{1,2})[:：](\d{2})$/.exec(words);
  const dayWords = (time === null ? words : words.slice(0, time.index)).trim();
  const offset = dayWords === '' ? undefined : offsetIn(dayWords, rule);
  const [hours, minutes] = [Number(time?.[1]), Number(time?.[2])];
  const isUnread = offset === undefined && (dayWords !== '' || time === null);
  if (isUnread || hours > 23 || minutes > 59)
    throw new UserError(`没看懂时间“${quoted(words)}”，请写成 ${exampleOf(rule)} 这样。`);
  return {
    ...(offset !== undefined && { offset }),
    ...(time !== null && { time: `${String(hours).padStart(2, '0')}:${time[2]}` }),
  };
}

function exampleOf({ spec }: Rule): string {
  if (spec.anchor === 'week') return '第2个工作日 09:13';
  return spec.anchor === 'due'
    ? 'T-4 09:13'
    : `${whenOf({ spec, offset: spec.defaults.offset, time: '09:13' })}`;
}

function offsetIn(words: string, { spec }: Rule): number | undefined {
  const rung = /^T ?([-+±]) ?(\d{1,3})$/i.exec(words);
  if (rung) return signed(Number(rung[2]), rung[1] === '-');
  if (/^[^\d前后]*当天$/.test(words)) return 0;
  const days = /^[^\d前后]*(前|后)(\d{1,3})(?:个?工作日)?(?:和当天)?$/.exec(words);
  if (days) return signed(Number(days[2]), days[1] === '前');
  const week = /^(?:每周)?第([1-7一二三四五])个?工作日$/.exec(words);
  if (week && spec.anchor === 'week') return ('一二三四五'.indexOf(week[1] ?? '') + 1 || Number(week[1])) - 1;
  return undefined;
}

function signed(count: number, isBefore: boolean): number {
  return isBefore && count > 0 ? -count : count;
}

function recipientsIn(words: string, { spec }: Rule): Recipient[] {
  const named = words.split(/[\s、,，和及]+/).filter((word) => word !== '');
  const all = Object.entries(RECIPIENT_NAMES) as [Recipient, string][];
  return named.map((word) => {
    const found = (all.find(([, name]) => name === word) ?? all.find(([, name]) => name.endsWith(word)))?.[0];
    if (found === undefined)
      throw new UserError(`不认识“${quoted(word)}”，可选：${namesOfRecipients(spec.offered)}。`);
    return found;
  });
}

function latestIn(words: string): number {
  const found = /^(\d{1,3})(?:个?工作日)?$/.exec(words);
  if (found === null) throw new UserError('过时几个工作日就不发，请写数字，例如：过时 3。');
  return Number(found[1]);
}
