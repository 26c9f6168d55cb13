import type { FailureRow } from '../../db/queries/failures.ts';

/** Why a message did not reach somebody, and what the office can do about it. */
export interface Reason {
  says: string;
  todo: string;
}

const REBIND = '请核对此人，另发“/绑定”设新联络员，再“/绑定 解除”原来的';

/** Codes of the platform (feishu-platform §4.6) in the office's words. */
const REASONS = new Map<number, Reason>([
  [230029, { says: '已离职', todo: '请发“/绑定 解除”去掉此人，再用“/联络员”看该单位还有谁' }],
  [230013, { says: '不在应用可用范围内', todo: '请管理员在飞书后台把此人加进应用可用范围' }],
  [230053, { says: '本人停用了机器人消息', todo: '请电话告知，请其在与机器人的单聊里重新接收' }],
  [230035, { says: '不能发言（群被禁言，或本人屏蔽了机器人）', todo: '请联系本人或群主放开' }],
  [230002, { says: '机器人被移出群', todo: '请群主把机器人重新拉进群，拉进后自动恢复' }],
  [232009, { says: '群已解散', todo: '请在新群里 @机器人 发“/绑定”重新设置' }],
  [230034, { says: '账号不存在', todo: REBIND }],
  [99992351, { says: '账号不存在', todo: REBIND }],
  [99992352, { says: '群不存在', todo: '请在新群里 @机器人 发“/绑定”重新设置' }],
  [99992361, { says: '账号属于另一个应用', todo: REBIND }],
  [99992364, { says: '账号属于另一个组织', todo: REBIND }],
  [99992381, { says: '账号属于另一个组织', todo: REBIND }],
  [230022, { says: '内容含敏感词，被平台拦下', todo: '请改用电话或书面告知' }],
  [230028, { says: '内容被防泄密审计拦下', todo: '请改用电话或书面告知，并联系飞书管理员' }],
  [230023, { says: '未读加急已达上限', todo: '请电话告知' }],
  [230024, { says: '本单位加急额度已用完', todo: '请电话告知，或请管理员增加加急额度' }],
  [99991672, { says: '应用缺少权限', todo: '请系统管理员发“/体检”查看' }],
]);

const UNKNOWN: Reason = { says: '平台没有送达', todo: '请电话告知；多次出现时请系统管理员发“/体检”查看' };
const NO_ANSWER: Reason = { says: '平台多次没有回应，是否送到不明', todo: '请电话核实是否收到' };

/** In the office's words. Pure. */
export function reasonOf({ code, error }: Pick<FailureRow, 'code' | 'error'>): Reason {
  const known = code === null ? undefined : REASONS.get(code);
  if (known !== undefined) return known;
  return code === 0 || error?.startsWith('nobody knows') === true ? NO_ANSWER : UNKNOWN;
}
