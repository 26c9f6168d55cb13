import type { TaskGroup } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import { mentioned, type Question } from '../question/parse.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupList, groupName, unitList } from '../replies/texts.ts';

const OTHERS = '(?:跟|和|与|同)(?:别|其[他它余]|另外?|旁)(?:的|人|家|单位|局|部门|几家)*';
const TOGETHER = '(?:合着|合伙|合起来|一起|一块儿?|一道|共同|联合|联手|并列|并排|搭伙)(?:来|在)?';
const ALONE = '(?:单独|独自|独立|独家|(?:自己)?一家(?:单独)?|自己(?:单独|独自))(?:来|在)?';
const LEAD = '(?:牵头?|领头|挑头)(?:着|了)?';
const WHICH =
  '(?:的)?(?:那几?个?)?(?:专项)?(?:小?组)?(?:都|分别|一共|总共|各)*(?:有|是|叫)?(?:哪[个些几一]*|什么|啥|几|多少)?个?(?:专项)?(?:小?组)?';
const WITH_WHOM = '(?:[,，、](?:又|都|分别|各|是)*(?:跟|和|与|同)?(?:谁|哪[家个几些]+))?';
const OF_UNIT = '^(?:那|那么)?U(?:那边|这边|自己|又|还|都|也|有|牵头的组里?[,，]?|有没有|哪[个些]组?是?)*';
const SHARED = new RegExp(
  `${OF_UNIT}(?:${OTHERS}(?:${TOGETHER})?|${TOGETHER})${LEAD}${WHICH}${WITH_WHOM}[?？]*$`,
);
const OWN = new RegExp(`${OF_UNIT}${ALONE}${LEAD}${WHICH}[?？]*$`);

/** `某委跟别家合着牵头的是哪个，跟谁`, `某局独自牵头的组`: the groups that a unit leads with others, or alone. */
export function ledWithOthers(question: Question, facts: Facts): Reply | undefined {
  const { masked } = question;
  const [isShared, isOwn] = [SHARED.test(masked), OWN.test(masked)];
  const [unit, ...others] = isShared || isOwn ? mentioned(question, 'unit') : [];
  if (!unit || others.length > 0) return undefined;
  const led = facts.groupsOfUnit(unit.id, 'lead');
  if (led.length === 0) return undefined;
  const found = led.filter(({ leadUnits }) => leadUnits.length > 1 === isShared);
  const name = unitList(facts, [unit.id]);
  const does = isShared ? '跟别的单位共同牵头' : '独自牵头';
  const said = found.map((group) => (isShared ? withPartners(group, unit.id, facts) : groupName(group)));
  const told =
    found.length === 0
      ? `${name}没有${does}的组，它牵头的是${groupList(led)}`
      : `${name}${does}的组共${found.length}个：${said.join('、')}`;
  return reply(`${told}。${at('三')}`, ['三', ...(found.length === 0 ? led : found).map((g) => g.location)], {
    focus: [unit],
  });
}

const withPartners = (group: TaskGroup, id: string, facts: Facts) =>
  `${groupName(group)}，与${unitList(
    facts,
    group.leadUnits.filter((other) => other !== id),
  )}`;
