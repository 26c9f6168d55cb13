import type { LedgerAct } from '../../db/schema-ledger.ts';
import type { Light } from './light.ts';

export const USAGE_ADD = '/台账 新增 单位名 问题 整改 措施 期限 12月30日';

/** How an entry stands, in words. */
export const STANDINGS: Readonly<Record<Light, string>> = {
  green: '整改中',
  yellow: '临近期限',
  red: '逾期',
  waiting: '已申请销号，待核',
  closed: '已销号',
};

/** Green and yellow are told apart by the words too: not everybody sees colours. */
export const LIGHTS: Readonly<Record<Light, string>> = {
  green: `🟢 ${STANDINGS.green}`,
  yellow: `🟡 ${STANDINGS.yellow}`,
  red: `🔴 ${STANDINGS.red}`,
  waiting: `🔵 ${STANDINGS.waiting}`,
  closed: `⚪ ${STANDINGS.closed}`,
};

export const ACTS: Readonly<Record<LedgerAct, string>> = {
  entered: '登记',
  progress: '进展',
  applied: '申请销号',
  returned: '退回',
  closed: '销号',
  'due-moved': '延期',
};

/** What the history says of an act that needs no words of its own. */
export const CLOSED_WORDS = '核对后销号';

export const tooSoon = (earliest: string) =>
  `没有登记：整改期限离今天至少要有5个工作日（减轻基层负担），最早${earliest}。`;
export const notFound = (no: string) =>
  `台账里没有您可以看的${no}。发“/台账”看有哪些，编号写成 2026-001 这样。`;
export const notOwn = (unit: string) =>
  `只有${unit}自己的人可以报进展和申请销号。如果您负责${unit}的报送，请发“/绑定 ${unit}”申请。`;
export const closedAlready = (no: string) => `${no}已经销号，不能再改。`;
export const waitsAlready = (no: string) => `${no}已经申请销号，正等办公室核对。`;
export const notApplied = (no: string) => `${no}还没有申请销号，请等整改单位申请后再办。`;
export const ENTERED_BY_SELF = '这一条是您登记的，请由办公室的另一位同志核对。';
export const APPLIED_BY_SELF = '销号是您申请的，请由办公室的另一位同志核对。';
export const pastDue = (no: string) =>
  `期限已过，明天起计逾期；要给时间再改，请今天发：/台账 ${no} 延期 日期 理由`;
