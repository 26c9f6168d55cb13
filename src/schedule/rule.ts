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

/** Away from full and half hours, when everybody sends. */
const MORNING = '09:07';
const UNIT_PEOPLE: readonly Recipient[] = ['liaison', 'deputy-liaison'];
const RUNG = {
  name: '催报',
  anchor: 'due',
  offsets: [-20, 20],
  offered: ['liaison', 'deputy-liaison', 'unit-head', 'leader', 'office'],
  placeholders: PLACEHOLDERS,
  mostLate: 10,
} as const satisfies Omit<RuleSpec, 'id' | 'defaults'>;

function defaults(of: Partial<RuleContent> & Pick<RuleContent, 'to'>): RuleContent {
  return { offset: 0, time: MORNING, wording: '', latest: 0, isOn: true, ...of };
}

function rung(id: RuleId, offset: number, more: readonly Recipient[]): RuleSpec {
  return { ...RUNG, id, defaults: defaults({ offset, to: [...UNIT_PEOPLE, ...more], latest: 5 }) };
}

/** Every automatic send whose day, minute and recipients are data. Ours, not the notice's. */
export const RULE_SPECS: readonly RuleSpec[] = [
  {
    id: 'dry-run',
    name: '开启预告',
    anchor: 'opening',
    offsets: [-5, 0],
    offered: ['office'],
    placeholders: ['期', '截止'],
    mostLate: 0,
    defaults: defaults({ offset: -1, to: ['office'] }),
  },
  {
    id: 'open',
    name: '报送期开启',
    anchor: 'due',
    // 减轻基层负担: nobody has less than 5 working days.
    offsets: [-30, -5],
    offered: ['liaison', 'deputy-liaison', 'unit-head'],
    placeholders: PLACEHOLDERS,
    mostLate: 0,
    defaults: defaults({ offset: -10, to: [...UNIT_PEOPLE] }),
  },
  rung('T-3', -3, []),
  rung('T-0', 0, []),
  rung('T+1', 1, ['unit-head']),
  rung('T+3', 3, ['unit-head', 'leader']),
  {
    id: 'returned',
    name: '退回后催报',
    anchor: 'return',
    offsets: [1, 10],
    offered: ['liaison', 'deputy-liaison', 'unit-head'],
    placeholders: PLACEHOLDERS,
    mostLate: 10,
    // Just after the ladder's own minute: what a rung says on the same day is not said twice.
    defaults: defaults({ offset: 3, time: '09:09', to: [...UNIT_PEOPLE, 'unit-head'], latest: 5 }),
  },
  {
    id: 'status',
    name: '群进度卡',
    anchor: 'opening',
    offsets: [0, 5],
    offered: ['work-group'],
    placeholders: ['期', '截止'],
    mostLate: 0,
    defaults: defaults({ to: ['work-group'] }),
  },
  {
    id: 'questions',
    name: '每周问题清单',
    anchor: 'week',
    offsets: [0, 4],
    offered: ['office'],
    placeholders: [],
    mostLate: 5,
    defaults: defaults({ time: '09:17', to: ['office'], latest: 5 }),
  },
  {
    id: 'digest',
    name: '每周动态',
    anchor: 'week',
    offsets: [0, 4],
    offered: ['office', 'leader'],
    placeholders: [],
    mostLate: 5,
    defaults: defaults({ to: ['office', 'leader'], latest: 3 }),
  },
  {
    id: 'calendar',
    name: '放假安排提醒',
    anchor: 'week',
    offsets: [0, 4],
    offered: ['office'],
    placeholders: [],
    mostLate: 5,
    defaults: defaults({ time: '09:23', to: ['office'], latest: 5 }),
  },
  {
    id: 'ledger-unit',
    name: '台账到期提醒',
    anchor: 'deadline',
    alsoOnDay: true,
    offsets: [-10, -1],
    offered: ['liaison', 'deputy-liaison', 'unit-head'],
    placeholders: [],
    mostLate: 10,
    defaults: defaults({ offset: -3, time: '09:11', to: [...UNIT_PEOPLE], latest: 5 }),
  },
  {
    id: 'ledger-overdue',
    name: '台账逾期提醒',
    anchor: 'deadline',
    offsets: [1, 10],
    offered: ['office', 'leader'],
    placeholders: [],
    mostLate: 10,
    defaults: defaults({ offset: 1, time: '09:11', to: ['office', 'leader'], latest: 5 }),
  },
  {
    id: 'bulletin-draft',
    name: '通报草稿',
    anchor: 'lock',
    offsets: [1, 10],
    offered: ['office'],
    placeholders: ['期'],
    mostLate: 10,
    defaults: defaults({ offset: 1, time: '09:17', to: ['office'], latest: 5 }),
  },
  {
    id: 'round-over',
    name: '异议期满提醒',
    anchor: 'round',
    offsets: [0, 5],
    offered: ['office'],
    placeholders: [],
    mostLate: 0,
    defaults: defaults({ time: '18:07', to: ['office'] }),
  },
];

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
