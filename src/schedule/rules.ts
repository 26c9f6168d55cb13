/** 规则: something that the bot sends by itself, as the office knows it. */
export interface SendingRule {
  id: string;
  /** As it is written after `/暂停`. */
  name: string;
  /** Other words for it. */
  alsoCalled: readonly string[];
  /** Kinds of `Occurrence` that it covers. */
  kinds: readonly string[];
}

/** Stands for every rule, also those that a later release brings. */
export const ALL = 'all';

/** What can be paused by itself, in the order of a period's course. */
export const SENDING_RULES: readonly SendingRule[] = [
  { id: 'dry-run', name: '开启预告', alsoCalled: ['预告', '预演'], kinds: ['dry-run'] },
  { id: 'open', name: '报送期开启', alsoCalled: ['开启', '填报卡片'], kinds: ['open'] },
  {
    id: 'remind',
    name: '催报',
    alsoCalled: ['催办', '提醒'],
    kinds: ['remind', 'snooze', 'late-list'],
  },
  {
    id: 'returned',
    name: '退回后催报',
    alsoCalled: ['退回催报', '退回提醒'],
    kinds: ['returned'],
  },
  {
    id: 'status',
    name: '群进度卡',
    alsoCalled: ['进度卡', '进度'],
    kinds: ['status', 'status-change'],
  },
  {
    id: 'questions',
    name: '每周问题清单',
    alsoCalled: ['问题清单', '周清单'],
    kinds: ['questions'],
  },
  {
    id: 'digest',
    name: '每周动态',
    alsoCalled: ['动态', '周报'],
    kinds: ['digest'],
  },
  {
    id: 'calendar',
    name: '放假安排提醒',
    alsoCalled: ['放假安排', '日历提醒'],
    kinds: ['calendar'],
  },
  {
    id: 'ledger',
    name: '台账提醒',
    alsoCalled: ['台账'],
    kinds: ['ledger-unit', 'ledger-overdue'],
  },
  { id: 'round-over', name: '异议期满提醒', alsoCalled: ['异议提醒'], kinds: ['round-over'] },
  { id: 'bulletin', name: '通报草稿', alsoCalled: ['通报'], kinds: ['bulletin-draft'] },
];

/** The rule that somebody writes; undefined when there is none of that name. Pure. */
export function ruleCalled(said: string): SendingRule | undefined {
  return SENDING_RULES.find((rule) => rule.name === said || rule.alsoCalled.includes(said));
}

/** The rule that an occurrence goes by. */
export function ruleOfKind(kind: string): SendingRule | undefined {
  return SENDING_RULES.find((rule) => rule.kinds.includes(kind));
}
