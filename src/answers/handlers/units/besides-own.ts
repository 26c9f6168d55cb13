import type { TaskGroup } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import type { Entity, Mention } from '../../names/entities.ts';
import { maskWithHints } from '../../names/mask.ts';
import { answerMemberships } from '../../query/memberships.ts';
import { doersNamed } from '../../query/row.ts';
import type { Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList, groupName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const SELF = '(?:自己|自家|自个儿?|本家|本单位|本局|我们|俺们?|咱们?|它|他们)';
const GROUP = '(?:的)?(?:那|这)?(?:一|1|几|两)?(?:个|摊子?|块|组)?(?:专项)?(?:工作)?小?组?';
const LEADS = '(?:领|牵头?|带|挑头?|挂帅|当头|主抓|打头|领头|牵着头)';
const APART = '(?:的)?(?:不算|不说|不提|不用说|除外|以外|之外|外|抛开|刨去|撇开|去掉|先不管|不管|不论|另算)';
/** The group that it leads is set aside, or told first. */
const OWN: readonly RegExp[] = [
  new RegExp(`${SELF}(?:来|在)?(?:${LEADS}(?:着|了|头)?)?${GROUP}${APART}`),
  new RegExp(
    `(?:除(?:了|去|开|掉)?|不算|撇开|抛开|刨去)(?:${SELF}(?:${LEADS}(?:着|了|头)?)?|${LEADS}(?:着|了|头)?(?:的)?(?=[,，以之外那这还]|个?组|$))${GROUP}`,
  ),
  new RegExp(
    `${SELF}(?:就|只|是|才)?${LEADS}(?:着|了|头)?(?:的)?(?:一|1|那|这|有)*(?:个|摊|块|组)?(?:组)?[,，]`,
  ),
];
/** Others that it helps are asked for. */
const HELPS =
  /(?:给|替|帮|为|跟|当|做|陪|搭|在|去|进|参加|参与|掺和|出现).*(?:配合|责任单位|打下手|帮忙|帮手|陪跑|搭手|副手|跑腿|站台|搭伙|出力)|(?:配合|协助|帮|帮衬|支援|给).*(?:谁|哪[些几]?[家个组]|几[家个])|搭进去?|掺和|有份|(?:参加|参与|在|进|沾)(?:了|着)?(?:哪|几|别的|其他)/;
const ASKS = /谁|哪|几|多少|啥|什么|还有没有|有没有|吗|么|没$|列|说/;
const MORE = /还|另|别|其[他它余]|又|剩|也|除|算|以外|之外|再/;
/** What stands behind the word for the unit. */
const OF_UNIT =
  /(?:上|口上?|系统|局|部门|这边|那边|这家|那家)?(?:的)?(?:自己|自家|自个儿?|本家)?(?:的)?(?:那|这)?(?:一)?个?小?组?$/;

/**
 * `俺某局的，自己那组不算，还得给谁家打配合`, `某某自家那组以外还搭进去哪些组`: the groups of a unit (第三部分各组的责任单位)
 * besides the one that it leads, with who leads each. A unit may be told by a word that its group is called after.
 */
export const answerBesidesOwn: Handler = needing(
  () => ({ text: [OWN, HELPS, ASKS, MORE] }),
  (question, desk) => {
    const { facts } = desk;
    const { text } = question;
    if (!OWN.some((own) => own.test(text)) || !HELPS.test(text)) return undefined;
    // Read to the last word by the reader of memberships, it is told in its words.
    if (!ASKS.test(text) || !MORE.test(text) || answerMemberships(question, desk)) return undefined;
    const id = unitSpokenOf(question, facts);
    if (id === undefined) return undefined;
    const led = facts.groupsOfUnit(id, 'lead');
    const found = facts.groupsOfUnit(id, 'responsible').filter((group) => !led.includes(group));
    const sub = facts.groupsOfUnit(id, 'subLead').filter((group) => !led.includes(group));
    const items = sub.filter((group) => !found.includes(group));
    if (led.length === 0) return undefined;
    const name = unitList(facts, [id]);
    const withLead = (group: TaskGroup) =>
      `${group.field}（第${group.no}组，${unitList(facts, group.leadUnits)}牵头${sub.includes(group) ? '，另牵头分项' : ''}）`;
    const part = items.length > 0 ? `；另在${groupList(items)}牵头分项` : '';
    const told =
      found.length === 0
        ? `${name}没有在别的组当责任单位${part}`
        : `${name}还在${found.length}个组当责任单位：${found.map(withLead).join('、')}${part}`;
    return reply(
      [`${told}。${at('三')}`, `${name}自己牵头的是${led.map(groupName).join('、')}。`],
      [...found, ...items, ...led].map(({ location }) => location),
      {
        focus: [{ kind: 'unit', id }, ...found.map(({ no }) => ({ kind: 'group' as const, no }))],
        spoken: question.residue,
        readsAll: true,
      },
    );
  },
);

/** The one unit that a question names, or whose group is called by a piece of its name. */
function unitSpokenOf({ text, mentions }: Question, facts: Facts): string | undefined {
  const asked = mentions.filter((m) => m.how !== 'hint' || !isWithin(m, mentions));
  const firm = asked.filter(({ kind, how }) => kind === 'unit' && how !== 'hint');
  const [unit, ...units] = firm.flatMap(({ entities }) => entities);
  if (unit) return units.length === 0 && unit.kind === 'unit' ? unit.id : undefined;
  if (/[PSMC]/.test(maskWithHints(text, mentions))) return undefined;
  const told = new Set(asked.flatMap((m) => m.entities.flatMap((entity) => unitsOf(m, entity, facts))));
  const [only, ...others] = told;
  return others.length === 0 ? only : undefined;
}

const isWithin = (m: Mention, all: readonly Mention[]) =>
  all.some((other) => other !== m && other.start <= m.start && m.end <= other.end && other.how !== 'hint');

function unitsOf(mention: Mention, entity: Entity, facts: Facts): string[] {
  if (entity.kind === 'unit') return mention.entities.length === 1 ? [entity.id] : [];
  return doersNamed(mention.text.replace(OF_UNIT, ''), entity, facts);
}
