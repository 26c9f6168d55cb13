import { PLACEHOLDERS, type Recipient, type RuleContent, type RuleId, type RuleSpec } from './rule.ts';

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
