import type { Handler } from '../../handler.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { headOf } from '../refusals/strangers.ts';
import { partOf } from '../units/unit-in-group.ts';

const POST =
  '(?:那边|那家)?(?:他们)?(?:自己|自家|本身|本单位)?的?(?:那个|那位)?(?:p|一把手|主要领导|正?(?:局长|主任|部长|书记|院长|经理)|头儿?|老大|当家的?|当家人|掌门人|负责人|领导)?';
const HAS_IT = '(?:分包|分管)';
const IS =
  '(?:的?(?:那位|那个)?(?:区?领导|人)?)?(?:难道|莫非|应该|其实|不就|也|就|都|还)*(?:是不是|不是|是|归|由)(?:不就)?';
/** A unit, or who heads it, is taken for the leader who has a group. */
const CLAIMS: readonly RegExp[] = [
  new RegExp(`G[^GUPS,，]{0,4}?的?${HAS_IT}${IS}U${POST}(?:吗|吧|么|嘛|不|对吧|[,，?？]|$)`),
  new RegExp(`G[^GUPS,，]{0,4}?(?:难道|莫非|应该|其实)*(?:是不是|是|归|由)U${POST}(?:来|在)?${HAS_IT}`),
  new RegExp(`U${POST}(?:来|在|自己)*${HAS_IT}(?:的|着)*(?:就|才)?(?:是)?G`),
];

/** `某组的分包领导就是某局局长吧`: who really has it, and what part the unit takes in it. */
export const answerLeaderIsUnit: Handler = needing(
  () => ({ masked: [/G/, /U/, CLAIMS] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!CLAIMS.some((claim) => claim.test(masked)) || !isClaim(question) || /没|单位/.test(masked))
      return undefined;
    const [named, ...others] = mentioned(question, 'group');
    const [unit, ...more] = mentioned(question, 'unit');
    const group = named && facts.group(named.no);
    const leader = group && facts.person(group.leader);
    if (!group || !leader || !unit || others.length + more.length > 0) return undefined;
    const label = group.leaderLabel.slice(0, 2);
    const part = partOf(unit.id, group);
    const does = part === undefined ? '不在这个组里' : `是${part}`;
    const title = leader.titles[0]?.text ?? '';
    return reply(
      `${verdict(headOf(facts, unit.id) === leader)}${groupName(group)}由${leader.name}（${title}）${label}；${unitList(facts, [unit.id])}${does}。${at(group.location)}`,
      [group.location, ...leader.titles.slice(0, 1).map(({ location }) => location)],
      { focus: [named], spoken: question.residue, readsAll: true },
    );
  },
);
