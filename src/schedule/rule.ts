import { z } from 'zod';

const RECIPIENTS = ['liaison', 'deputy-liaison', 'unit-head', 'leader', 'office', 'work-group'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

export const RECIPIENT_NAMES: Readonly<Record<Recipient, string>> = {
  liaison: '联络员',
  'deputy-liaison': '副联络员',
  'unit-head': '单位负责人',
  leader: '分包领导',
  office: '办公室',
  'work-group': '工作群',
};

/** What the office may change of a rule, as it is stored. */
export const RuleContent = z.strictObject({
  /** Working days from the rule's anchor. */
  offset: z.int(),
  /** `09:07`, Asia/Shanghai. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.array(z.enum(RECIPIENTS)),
  /** The card's opening sentence, with placeholders; empty: the card goes without one. */
  wording: z.string(),
  /** What could not go for so many working days is not sent any more; 0 where the rule has no such end. */
  latest: z.int(),
  isOn: z.boolean(),
});
export type RuleContent = z.infer<typeof RuleContent>;

export const RULE_IDS = [
  'dry-run',
  'open',
  'T-3',
  'T-0',
  'T+1',
  'T+3',
  'returned',
  'status',
  'questions',
  'digest',
  'calendar',
  'ledger-unit',
  'ledger-overdue',
  'bulletin-draft',
  'round-over',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** What a rule's days are counted from, besides the working days of a week. */
const ANCHOR_NAMES = {
  due: '截止日',
  opening: '开启日',
  return: '退回日',
  deadline: '整改期限',
  lock: '锁定日',
  round: '异议期满日',
} as const;
export type Anchor = keyof typeof ANCHOR_NAMES | 'week';

export const PLACEHOLDERS = ['期', '截止', '单位'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What is fixed about a rule: within what the office may change it, and how it is as long as nobody has. */
export interface RuleSpec {
  id: RuleId;
  /** As it is listed; a rung of the ladder adds its day. */
  name: string;
  anchor: Anchor;
  /** It goes on the day of the anchor too. */
  alsoOnDay?: true;
  /** The least and the greatest offset. */
  offsets: readonly [number, number];
  /** Who may be chosen. */
  offered: readonly Recipient[];
  placeholders: readonly Placeholder[];
  /** The greatest `latest`; 0: it goes as long as it makes sense. */
  mostLate: number;
  defaults: RuleContent;
}

/** A rule as it is at this moment. */
export interface Rule extends RuleContent {
  spec: RuleSpec;
  /** 0: never changed. */
  version: number;
  /** Whether the defaults count. */
  isDefault: boolean;
  /** When its day or minute was last set, instant in ms: what had passed by then was never meant to go. */
  timedAt: number;
  /** Who made the version, and when (instant in ms); undefined for what was never changed. */
  made: { by: string; at: number } | undefined;
}

export type Rules = ReadonlyMap<RuleId, Rule>;

const RUNG_IDS: readonly RuleId[] = ['T-3', 'T-0', 'T+1', 'T+3'];

/** Whether it is a step of 催报. */
export function isRung({ spec }: Pick<Rule, 'spec'>): boolean {
  return RUNG_IDS.includes(spec.id);
}

/** The steps of 催报, in the order of their defaults. */
export function rungsOf(rules: Rules): Rule[] {
  return [...rules.values()].filter(isRung);
}

/** The rule of an id. There is one for each. */
export function ruleOf(rules: Rules, id: RuleId): Rule {
  const rule = rules.get(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

/** `催报 T-3`, by the day it has now; other rules by their one name. */
export function ruleName(rule: Rule): string {
  return isRung(rule) ? `${rule.spec.name} ${rungDay(rule.offset)}` : rule.spec.name;
}

/** `T-3`, `T-0`, `T+1` */
export function rungDay(offset: number): string {
  return offset > 0 ? `T+${offset}` : `T-${-offset}`;
}

/** `截止日前3个工作日 09:07`, `每周第一个工作日 09:17` */
export function whenOf({ spec, offset, time }: Pick<Rule, 'spec' | 'offset' | 'time'>): string {
  if (spec.anchor === 'week') return `每周第${'一二三四五'[offset] ?? offset + 1}个工作日 ${time}`;
  const anchor = ANCHOR_NAMES[spec.anchor];
  if (offset === 0) return `${anchor}当天 ${time}`;
  const also = spec.alsoOnDay === true ? '和当天' : '';
  return `${anchor}${offset < 0 ? '前' : '后'}${Math.abs(offset)}个工作日${also} ${time}`;
}

/** `联络员、副联络员、单位负责人` */
export function namesOfRecipients(to: readonly Recipient[]): string {
  return to.map((one) => RECIPIENT_NAMES[one]).join('、');
}

/** The rule that an occurrence goes by; undefined for what has none. Pure. */
export function ruleOfSend(rules: Rules, { key, kind }: { key: string; kind: string }): Rule | undefined {
  const id = kind === 'remind' ? key.split(':').at(-1) : kind;
  return [...rules.values()].find(({ spec }) => spec.id === id);
}
