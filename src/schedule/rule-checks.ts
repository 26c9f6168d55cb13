import { DUE_TIME } from '../reports/period.ts';
import {
  isRung,
  namesOfRecipients,
  PLACEHOLDERS,
  type Rule,
  type RuleContent,
  type RuleId,
  type RuleSpec,
  type Rules,
  ruleName,
  ruleOf,
  rungsOf,
  whenOf,
} from './rule.ts';

/** Longer than this it is no opening sentence. */
export const LONGEST_WORDING = 80;
/** 减轻基层负担: nobody is written to outside these hours (Asia/Shanghai). */
const EARLIEST = '08:00';
const LATEST = '20:00';

/** Why a rule may not be so, looked at by itself: sentences for the office, none when it may. Pure. */
export function contentFaults(spec: RuleSpec, content: RuleContent): string[] {
  return [
    ...timeFaults(content.time),
    ...roundFaults(spec, content),
    ...offsetFaults(spec, content),
    ...recipientFaults(spec, content),
    ...wordingFaults(spec, content.wording),
    ...latestFaults(spec, content.latest),
  ];
}

function timeFaults(time: string): string[] {
  if (time < EARLIEST || time >= LATEST)
    return [`${time}在休息时间：20:00—8:00不发消息（减轻基层负担），请在8:00—20:00之间选。`];
  if (time.endsWith(':00') || time.endsWith(':30'))
    return [`${time}是整点或半点，大家都在这时发消息，请错开几分钟，例如09:07。`];
  return [];
}

/** A round of objections is over at the due hour of its last day. */
function roundFaults({ anchor }: RuleSpec, { offset, time }: RuleContent): string[] {
  if (anchor !== 'round' || offset > 0 || time > DUE_TIME) return [];
  return [`异议期当天${DUE_TIME}才满，请选${DUE_TIME}以后，或者选后面的日子。`];
}

function offsetFaults(spec: RuleSpec, { offset, time }: RuleContent): string[] {
  const [least, most] = spec.offsets;
  if (offset >= least && offset <= most) return [];
  if (spec.id === 'open' && offset > most)
    return [`离截止日不到${-most}个工作日，违反减轻基层负担“至少提前5个工作日”规则。`];
  const from = whenOf({ spec, offset: least, time });
  const to = whenOf({ spec, offset: most, time });
  const never = spec.anchor === 'due' && offset > most ? '那时早已锁定，永远不会发出；' : '';
  return [`${whenOf({ spec, offset, time })}不行：${never}可选${day(from)}至${day(to)}。`];
}

function day(when: string): string {
  return when.split(' ')[0] ?? when;
}

function recipientFaults({ offered }: RuleSpec, { to, isOn }: RuleContent): string[] {
  const others = to.filter((one) => !offered.includes(one));
  if (others.length > 0)
    return [`不能发给${namesOfRecipients(others)}，可选：${namesOfRecipients(offered)}。`];
  return to.length === 0 && isOn ? ['没有选发给谁，永远不会发出；不想发请选“关闭”。'] : [];
}

function wordingFaults({ placeholders }: RuleSpec, wording: string): string[] {
  if (wording.length > LONGEST_WORDING)
    return [`开头语有${wording.length}个字，最多${LONGEST_WORDING}个字。`];
  if (/[<>*~_`#[\]\\\n\r]|https?:/i.test(wording))
    return ['开头语只能是一句普通文字，不能有换行、链接和 < > * _ ~ ` # [ ] 等标记。'];
  const known = placeholders.map((name) => `{${name}}`).join(' ');
  const unknown = [...wording.matchAll(/\{([^{}]*)\}/g)].find(
    ([, name = '']) => !placeholders.some((one) => one === name),
  );
  const usable = known === '' ? '这条规则没有可用的占位符' : `可用：${known}`;
  if (unknown !== undefined) return [`开头语里的“${unknown[0]}”不认识，${usable}。`];
  if (/[{}]/.test(wording.replace(/\{[^{}]*\}/g, ''))) return [`开头语里的花括号没有成对，${usable}。`];
  return [];
}

function latestFaults({ mostLate }: RuleSpec, latest: number): string[] {
  if (mostLate === 0) return latest === 0 ? [] : ['这条规则没有“过时不发”的期限。'];
  return latest >= 1 && latest <= mostLate ? [] : [`“过时不发”请选1—${mostLate}个工作日。`];
}

/**
 * Why the rules may not stand beside each other once one of them is changed: it would never go, another would never
 * go because of it, or people would be reminded twice on a day. Pure.
 */
export function changeFaults(before: Rules, after: Rules, id: RuleId): string[] {
  const changed = ruleOf(after, id);
  const twice = sameDay(after, changed);
  if (twice.length > 0) return twice;
  const dead = neverGoing(after);
  const own = dead.get(id);
  if (own !== undefined) return [`${ruleName(changed)}永远不会发出：${own}。`];
  const wasDead = neverGoing(before);
  const others = [...dead].filter(([other]) => !wasDead.has(other));
  return others.map(
    ([other, why]) => `改了以后，“${ruleName(ruleOf(after, other))}”永远不会发出：${why}。请先改那一条。`,
  );
}

function sameDay(rules: Rules, changed: Rule): string[] {
  if (!isRung(changed) || !changed.isOn) return [];
  const other = rungsOf(rules).find(
    (rung) => rung.isOn && rung.spec.id !== changed.spec.id && rung.offset === changed.offset,
  );
  return other === undefined ? [] : [`${ruleName(other)}已在同一天，同一批人一天会催两次，请换一天。`];
}

/** The rules that are on and can never send anything, with the reason. Pure. */
export function neverGoing(rules: Rules): ReadonlyMap<RuleId, string> {
  const found = [...rules.values()].flatMap((rule): [RuleId, string][] => {
    const why = rule.isOn ? whyNever(rules, rule) : undefined;
    return why === undefined ? [] : [[rule.spec.id, why]];
  });
  return new Map(found);
}

function whyNever(rules: Rules, rule: Rule): string | undefined {
  if (rule.to.length === 0) return '没有选发给谁';
  const open = ruleOf(rules, 'open');
  if (rule.spec.id === 'dry-run') {
    if (!open.isOn) return `“${open.spec.name}”已关闭，没有可预告的`;
    return rule.offset === 0 && rule.time >= open.time ? `不早于开启的时间（${open.time}）` : undefined;
  }
  if (!isRung(rule)) return undefined;
  if (moment(rule) <= moment(open)) return `不晚于报送期开启（${whenOf(open)}）`;
  const later = rungsOf(rules).find(
    (rung) => rung.isOn && rung !== rule && moment(rung) === moment(rule) && isBefore(rule, rung),
  );
  return later === undefined ? undefined : '与另一次催报同时，只发那一次';
}

/** Comparable among the rules that are counted from the due day. */
function moment({ offset, time }: Rule): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return offset * 24 * 60 + hours * 60 + minutes;
}

/** Of rungs at one time the last in the order of the defaults goes. */
function isBefore(one: Rule, other: Rule): boolean {
  return one.spec.defaults.offset < other.spec.defaults.offset;
}

/** The placeholders that a rule knows, for the hint beside the field: `{期} {截止}`. */
export function placeholderHint({ placeholders }: RuleSpec): string {
  return PLACEHOLDERS.filter((name) => placeholders.includes(name))
    .map((name) => `{${name}}`)
    .join(' ');
}
