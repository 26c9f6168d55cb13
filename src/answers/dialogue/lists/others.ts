import { nameOf } from '../../conversation/subjects.ts';
import type { Facts } from '../../facts.ts';
import { type Entity, entityKey } from '../../names/entities.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';
import { itemsTold } from '../told.ts';

const ONE = '(?:个|家|条|位|项|组|块|些|措施|单位|领导|人)';
const OTHERS = new RegExp(
  `^(?:那|还有|可)?(?:除了?(?:这|它|他|那|此)(?:一|[两俩几])?${ONE}*(?:之外|以外|外)?[,，]?(?:还(?:有|在|管|包)|别的)?(?:没有?|有没有)?|(?:别|其他|其它|其余|另外?|剩下?|余下|旁)(?:的|着)?(?:那|这)?[一两俩三仨四五六七八九\\d几些]?${ONE}*(?:的)?(?:还)?(?:有|是|叫|都|分别|牵头|参加|分包|管|包|负责|配合|在|进)*)(?:啥|什么|谁|哪[些几一两俩三四五六七八九\\d]?${ONE}*)?(?:呢|嘞|哩|[?？])*$`,
);
/** Whose list it is, before what is said to be in it. */
const WHOSE =
  /^(.{3,24}?)(?:里[面头边]?|中|当中|(?<=副组长|副主任|单位|成员|名单))(?:是不是|有没有|是否)?(?:有|包括|含|列了?)/;
/** `还有呢` after a claim that somebody has something; `他就这一摊？`. */
const MORE_OF_HIS =
  /^(?:那|那么)?(?:[他她它]|人家|这家)?(?:名下|手[里上])?还(?:有|管|包|抓|牵头?|带|在|参加|配合)(?:别的|其他|另外的?|啥|什么|哪[些几]?[个项摊块]*|(?:小|专项)?组(?:里[面头]?)?|没有?|不|吗|呢)*[?？]*$|^(?:那)?(?:[他她它]|这家|人家)?(?:手[里上]|名下)?(?:就|光|只|仅)(?:管|包|牵头?|抓|有|是|分包)?(?:[这那]?1|[这那]?一|[这那])(?:摊|块|个|项|组|样|家)?(?:组|事儿?|活儿?)?(?:吗|么|吧|啊|呀|了)*(?:[?？,，].{0,10})?$/;
/** `再没别的了？`: doubted, not taken leave with. */
const NO_MORE =
  /^(?:(?:那|就|真|再|可|应该|名下|手[里上])+(?:也|都|就)?(?:没(?:有)?|无)(?:别的|其他的?|其它的?|旁的|另外的|第二个)(?:[项个组摊块]|领域)?(?:了|啦)*|(?:没(?:有)?|无)(?:别的|其他的?|其它的?|旁的|另外的|第二个)(?:[项个组摊块]|领域)?(?:了|啦)*(?:吗|吧|么|[?？]))(?:吗|吧|么|[?？])*$/;
const LONGEST = 16;

/** `某事那个组里头另外两家是谁`: a group of somebody's, and who else is in it. */
const ELSE_IN =
  /^(?:那|那么|在)?G(?:的)?(?:那个|这个)?(?:组|一?个组)?(?:里[头面边]?|当中|其中|中)?(?:的)?(?:另外?|其他|其它|其余|别的|剩下|余下)(?:的)?(?:那|这)?[一两俩三仨四五六七八九\d几些]*(?:个|家)?(?:责任)?(?:单位|部门|局)?(?:都|又|还)?(?:是|有|叫)?(?:谁|哪[些几]?[个家]?|啥|什么)(?:单位)?[?？]*$/;

/** After the groups of a unit: the others that are in one of them. */
function elseIn({ question, last, facts, ask }: Talk): Turn | undefined {
  if (!ELSE_IN.test(question.masked)) return undefined;
  const [group] = mentioned(question, 'group', true);
  const [unit, ...units] = mentioned(last.question, 'unit');
  if (!group || !unit || units.length > 0) return undefined;
  const isIn = facts.groupsOfUnit(unit.id).some(({ no }) => no === group.no);
  return isIn ? ask(`${nameOf(group, facts)}除了${nameOf(unit, facts)}还有哪些责任单位`) : undefined;
}

/** `除了这个呢`, `剩那两个是啥`, `其余那些措施呢`: what the list has beside what the last question named of it. */
export function othersOfList(talk: Talk): Turn | undefined {
  const { question } = talk;
  const inOne = elseIn(talk);
  if (inOne) return inOne;
  if (question.text.length > LONGEST || firmOf(question).length > 0) return undefined;
  if (MORE_OF_HIS.test(question.text) || NO_MORE.test(question.folded)) return ofHolder(talk);
  if (!OTHERS.test(question.text)) return undefined;
  return ofHolder(talk) ?? ofPlace(talk);
}

/** After a group of a leader or a unit: its others. */
function ofHolder({ question, last, facts, ask }: Talk): Turn | undefined {
  const entities = last.question.mentions.flatMap((m) => (m.entities.length === 1 ? m.entities : []));
  const holders = entities.filter(({ kind }) => kind === 'person' || kind === 'unit');
  const groups = entities.filter(({ kind }) => kind === 'group');
  const [holder = holderTold(last, facts), ...more] = holders;
  if (!holder || more.length > 0 || groups.length === 0) return undefined;
  if (holder.kind === 'person' && /单位|部门|局/.test(question.text)) return undefined;
  const [group] = groups;
  if (holder.kind === 'unit' && group && /家|单位|局|谁/.test(question.text))
    return ask(
      `${nameOf(group, facts)}除了${nameOf(holder, facts)}还有哪些${/牵头/.test(last.question.text) ? '牵头' : '责任'}单位`,
    );
  const names = groups.map((group) => nameOf(group, facts)).join('、');
  const isOfLed = /牵头/.test(last.question.text) && !/参加|配合|在|进/.test(question.text);
  const does = holder.kind === 'person' ? '分包' : isOfLed ? '牵头' : '参加';
  return ask(`${nameOf(holder, facts)}除了${names}还${does}哪些组`);
}

/** Who has the group that was asked about: its leader, or the only unit that leads it. */
function holderTold(last: Turn, { group }: Facts): Entity | undefined {
  const [entity] = firmOf(last.question).flatMap(({ entities }) => entities);
  const asked = entity?.kind === 'group' ? group(entity.no) : undefined;
  const [lead, ...others] = asked?.leadUnits ?? [];
  if (asked && /分[包管]|领导|谁[包管]/.test(last.question.text)) return { kind: 'person', id: asked.leader };
  return lead !== undefined && others.length === 0 && /牵/.test(last.question.text)
    ? { kind: 'unit', id: lead }
    : undefined;
}

/** After a claim about some of a list (`六项里有甲和乙吧`): the rest of it. */
function ofPlace({ question, last, facts, link, ask }: Talk): Turn | undefined {
  const asked = last.question.text;
  const whose = asked.match(WHOSE)?.[1];
  const whole = whose === undefined ? undefined : ask(`${whose}有哪些`);
  if (!whole) return undefined;
  const said = new Set(last.question.mentions.flatMap(({ entities }) => entities.map(entityKey)));
  const items = itemsTold(whole.reply, facts, link);
  const rest = items.filter(({ entity, name }) => {
    const bare = name.replace(/^(?:开展|推进|建立|实行|强化|加强|完善)/, '');
    return !(entity && said.has(entityKey(entity))) && !asked.includes(bare);
  });
  if (rest.length === 0 || rest.length === items.length) return undefined;
  const [place] = whole.reply.cites;
  return {
    question,
    reply: reply(
      `另外${rest.length}个：${rest.map((item) => item.said).join('、')}。${place === undefined ? '' : at(place)}`,
      whole.reply.cites,
      { focus: rest.flatMap(({ entity }) => entity ?? []) },
    ),
    told: rest,
  };
}
