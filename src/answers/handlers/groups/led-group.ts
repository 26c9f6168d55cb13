import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { groupLines } from './groups.ts';

/** `某局领的那个组主要干些啥`: the work of a group that is told by who leads it. */
const WORK_OF_LED =
  /^U(?:来|在)?(?:牵头?|领|带|挑头|打头|领头|主抓|当家)(?:着|头)?的?(?:那|这)?(?:几|两|俩|一)?个?(?:专项)?(?:工作)?小?组[,，]?(?:主要|都|平时|到底|具体|得|要|是|该|负责|今年|究竟)*(?:(?:干|做|管|忙|抓|推|弄|搞)(?:些|点|的(?:是|都是)?|哪?些?)*(?:啥|什么|哪些|哪几)|的?(?:职责|任务|分工|活儿?|事情?)(?:是|有|都)?(?:啥|什么|哪些)?)/;
/** A unit that leads more groups is asked for one of them by name. */
const FEW = 2;

/** What the group does that the unit named leads; of a unit that leads several, each. */
export const answerLedGroup: Handler = needing(
  () => ({ masked: [/U/, WORK_OF_LED] }),
  (question, { facts }) => {
    if (!WORK_OF_LED.test(question.masked)) return undefined;
    const [unit] = mentioned(question, 'unit');
    const groups = unit ? facts.groupsOfUnit(unit.id, 'lead') : [];
    if (!unit || groups.length === 0) return undefined;
    if (groups.length > FEW)
      return reply(
        `${unitList(facts, [unit.id])}牵头的不止一个组：${groups.map(({ field, no }) => `${field}（第${no}组）`).join('、')}，要看哪个组？`,
        groups.map(({ location }) => location),
        { focus: groups.map(({ no }) => ({ kind: 'group', no })), confidence: 0.95 },
      );
    return reply(
      groups.flatMap((group) => groupLines(facts, group, ['duty'])),
      groups.map(({ location }) => location),
      { focus: groups.map(({ no }) => ({ kind: 'group', no })), confidence: 0.95 },
    );
  },
);
