import type { Person } from '../../../notice/types.ts';
import { soundOf } from '../../characters/pinyin.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { postsIn, ROLE_WORDS } from '../../names/posts.ts';
import { SURNAMES, unknownName } from '../../names/unknown.ts';
import { isClaim } from '../../question/claims.ts';
import { expectationOf, satisfies } from '../../question/expect.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at, unitList } from '../../replies/texts.ts';
import type { Retriever } from '../../sentences/retrieve.ts';
import { isSure } from '../../sentences/sureness.ts';
import { groupLines } from '../groups/groups.ts';

const IN_CHARGE =
  /^长(?![期效远])|^(?:现在|目前|那边)?(?:是)?谁(?:在)?(?:当家|说了算|是头|当头|管事|挂帅|掌舵)|^(?:的)?(?:头头|头儿|头(?=是|叫)|老大|掌门|领头的|带头的|负责的(?=是|叫)|当家的|一把手)/;

/** `某务一把手姓啥`: behind a bare word for a unit, the post says that the unit is meant. */
const HEAD_ASKED =
  /^(?:系统|口上?|那边|部门)?的?(?:一把手|主要负责人|主要领导|负责人|主官)[,，]?(?:现在|目前)?(?:是|叫|姓)?(?:谁|哪[位个]|啥|什么|名字)/;

/** `谁是主任`: whose is not said. */
const BARE_POST =
  /^(?:组里|区里|这里|那边|那|这)?的?(?:(?:谁|哪位)(?:是|当|任|做)(?:的)?(主任|书记|局长|部长|委员)|(主任|书记|局长|部长)(?:是(?:谁|哪位)|叫(?:啥|什么)|姓(?:啥|什么)))$/;

/** The person whose title is the first office of a unit (`某委主任`). */
export function headOf(facts: Facts, unitId: string): Person | undefined {
  const unit = facts.unit(unitId);
  const names = [unit?.name ?? '', ...(unit?.spellings.map((s) => s.text) ?? [])];
  const places = facts.model.document.placeNames;
  return facts.model.people.find((person) =>
    person.titles.some((title) =>
      postsIn(title.text, places).some((post) => names.includes(post.org) && !post.role.startsWith('副')),
    ),
  );
}

/** Names that are not in the notice: said to be so, never taken for a similar one. */
export const answerStrangers: Handler = (question, { facts, retriever }) => {
  const mention = question.mentions.find((m) => m.kind === 'elsewhere');
  const isPremise = mention && /(?<!有)(?:没有?|(?<!是)不是)$/.test(question.text.slice(0, mention.start));
  const others = question.mentions.filter((m) => m.how !== 'hint' && m.kind !== 'elsewhere');
  if (mention && isPremise && others.length > 0) return undefined;
  // `跟市某委哪项工作一起做`: the notice does name it, as others that it has nothing of.
  if (mention && isSaidOf(mention.text, facts) && !CLAIMS_OWNER.test(question.masked)) return undefined;
  if (mention && (isSaidBeside(question, retriever) || comesFrom(question, mention))) return undefined;
  if (mention)
    return (
      correctStranger(question, mention.text, facts) ??
      refuse(`通知里没有${mention.text}。`, [], { readsAll: isAskedWhether(question) })
    );
  const post = question.masked
    .match(BARE_POST)
    ?.slice(1)
    .find((said) => said !== undefined);
  if (post !== undefined && others.length === 0)
    return refuse(`通知里的${post}不止一处，要说明是哪个单位或办公室的。`);
  const office = question.mentions.find(
    (m) =>
      m.kind === 'unit' &&
      (m.how === 'hint'
        ? others.length === 0 && HEAD_ASKED.test(question.text.slice(m.end))
        : ROLE_WORDS.test(question.text.slice(m.end))),
  );
  const inCharge = /组/.test(question.masked)
    ? undefined
    : question.mentions.find(
        (m) => m.kind === 'unit' && m.how !== 'hint' && IN_CHARGE.test(question.text.slice(m.end)),
      );
  const held = office ?? inCharge;
  if (held && (/谁|叫|哪位|姓|名字|是哪/.test(question.masked) || /一把手$/.test(question.text))) {
    const [entity] = held.entities;
    const holder = entity?.kind === 'unit' ? headOf(facts, entity.id) : undefined;
    if (holder && !/副|二把手/.test(question.text.slice(held.end))) {
      return reply(
        `${holder.name}：${holder.titles.map((t) => t.text).join('，')}。${at(...holder.titles.map((t) => t.location))}`,
        holder.titles.map((t) => t.location),
        {
          focus: [{ kind: 'person', id: holder.id }],
          spoken: question.residue.filter((part) => /一把手|头|老大|当家|掌|领导|姓|名/.test(part)),
        },
      );
    }
    const role =
      question.text.slice(held.end).match(ROLE_WORDS)?.[1] ??
      (/^长/.test(question.text.slice(held.end)) ? `${/[局部]$/.exec(held.text)?.[0] ?? '局'}长` : '负责人');
    const name = entity?.kind === 'unit' ? unitList(facts, [entity.id]) : held.text;
    return refuse(`通知里没有写${name}${role}的姓名。`);
  }
  const group = (question.masked.match(NO_GROUP) ??
    (question.mentions.length === 0 ? question.masked.match(NO_GROUP_SHORT) : null))?.[1];
  if (group !== undefined && !ANY_GROUP.test(group) && !facts.says(`${group}专项`))
    return refuse(`通知里没有“${group}”这个专项小组。`, ['三']);
  const other = ofAnotherSurname(question, facts);
  if (other !== undefined) return refuse(other);
  const longer = longerName(question);
  if (longer !== undefined && !facts.says(longer)) return refuse(`通知里没有“${longer}”。`);
  const trade = tradeWithoutUnit(question, facts);
  if (trade !== undefined) return refuse(`通知里没有“${trade}”方面的单位。`);
  if (others.some((m) => m.kind === 'person' && m.how !== 'post')) return undefined;
  const isOneOff = (name: string, other: string) =>
    name !== other &&
    name.length === other.length &&
    [...name].filter((char, i) => char !== other[i]).length === 1;
  const isNear = (word: string) => facts.model.people.some(({ name }) => isOneOff(word, name));
  const unknown =
    unknownName(question, (word) => retriever.unknownShare([word.slice(0, 2)]) > 0.5 || isNear(word)) ??
    question.text
      .match(NAME_ALONE)
      ?.slice(1)
      .find((word) => word !== undefined && isNear(word));
  if (unknown === undefined || facts.says(unknown)) return undefined;
  // That it is nearly somebody's name says surely that a person is meant.
  const readsAll = isNear(unknown);
  return (
    correctStranger(question, `“${unknown}”`, facts) ?? refuse(`通知里没有“${unknown}”。`, [], { readsAll })
  );
};

/** Somebody from there, of whom a story is told (`某院一个专家愿来我公司，…支持吗`): nothing is asked of the office. */
const SOMEBODY =
  /^(?:的|里|那边)*(?:有)?(?:一|几|两)?(?:个|位|名|些)?的?(?:老|小)?(?:专家|教授|老师|博士|研究员|工程师|技术员|职工|同志|朋友|同学|亲戚|员工|医生|师傅)/;
const comesFrom = ({ text, masked }: Question, { start, end }: { start: number; end: number }) =>
  /^(?:我们?|俺|有|听说)?[省市县区]?(?:里|属|的)?$/.test(text.slice(0, start)) &&
  SOMEBODY.test(text.slice(end)) &&
  /[,，]/.test(text.slice(end)) &&
  !CLAIMS_OWNER.test(masked);

/** `某组的责任单位带不带外局`: whether it is there is all that is asked. */
const isAskedWhether = ({ masked }: Question) =>
  /G[^,，]*E|E[^,，]*G/.test(masked) && WHETHER.test(masked) && !OPEN.test(masked.replace(WHETHER, ','));
const WHETHER =
  /([带含有在算列写进是挂归点提])[没不]\1|[点提写列](?:了|过|到|着)[^,，]{0,12}(?:没有?|不|吗|么|吧)[?？]*$|包不包[括含]|[在有含带][^,，]{0,12}(?:没有?|不|吗|么|吧)[?？]*$|(?:吗|么|吧)[?？]*$/;
const OPEN = /谁|哪|什么|啥|几|多少|怎|还是/;

/** A body of another level by its name, or by its name in short. */
const isSaidOf = (name: string, facts: Facts) =>
  facts.says(name) || facts.says(name.replace(/(?<!人民)(?=政府)/, '人民'));

/** `货从外头那家出去比某年快多少`: a figure is asked for, and one sentence with such a figure is what is asked about. */
function isSaidBeside(question: Question, retriever: Retriever): boolean {
  const expectation = expectationOf(question.text);
  if (!expectation || CLAIMS_OWNER.test(question.masked)) return false;
  const matches = retriever.search({ parts: question.content });
  const [best] = matches;
  return best !== undefined && isSure(matches) && satisfies(best.statement.folded, expectation);
}

/** `某事牵头的是外局吧`: the one claimed is not in the notice, who really is stands beside it. */
function correctStranger(question: Question, name: string, facts: Facts): Reply | undefined {
  const [item] = mentioned(question, 'subLead');
  const [asked, ...others] = item ? [{ no: item.group }] : mentioned(question, 'group');
  const group = asked && facts.group(asked.no);
  if (
    !group ||
    others.length > 0 ||
    !(isClaim(question) || /还是/.test(question.masked)) ||
    !CLAIMS_OWNER.test(question.masked)
  )
    return undefined;
  const sub = item && group.subLeads.find(({ no }) => no === item.no);
  const lines = sub
    ? [`${sub.item}由${unitList(facts, [sub.unit])}牵头。${at(group.location)}`]
    : groupLines(facts, group, ['leader', 'lead']);
  return reply([`不是。通知里没有${name}。`, ...lines], [group.location], {
    focus: [{ kind: 'group', no: group.no }],
  });
}

/** Where a whole name may begin. */
const NAME_BEGINS = /(?:^|[,，、。:：\s]|[是找问跟让由归给请和与叫]|这位|那位)$/;

/** `王建华同志` where only another surname goes with that name: nobody of the notice. */
function ofAnotherSurname({ text, mentions }: Question, facts: Facts): string | undefined {
  for (const { kind, entities, start, text: said } of mentions) {
    const [entity] = entities;
    const person = kind === 'person' && entity?.kind === 'person' ? facts.person(entity.id) : undefined;
    const [surname = '', ...given] = [...(person?.name.replaceAll(/\s/g, '') ?? '')];
    const before = text.charAt(start - 1);
    const isGiven = given.length > 1 && said.startsWith(given.join(''));
    if (!isGiven || soundOf(before) === soundOf(surname) || !SURNAMES.includes(before || '?')) continue;
    if (!NAME_BEGINS.test(text.slice(0, start - 1))) continue;
    return `通知里没有“${before}${given.join('')}”，只有${person?.name}（${person?.titles[0]?.text ?? ''}）。`;
  }
  return undefined;
}

/** A whole name by itself, of somebody told by his post or asked for (`副组长里那个王一二，…`). */
const NAME_ALONE = new RegExp(
  `(?:副?组长|副?主任|领导|委员|书记)(?:们|名单)?(?:里|中)?(?:[面头]|当中)?(?:的|有个|那个|那位|叫|姓名叫|是)([${SURNAMES}][\\u4e00-\\u9fff]{2})(?=[,，?？]|的|是|$)`,
);

/** Behind a name of two characters: a third one, and what asks for the man. */
const THIRD =
  /^([\u4e00-\u9fff])(?:(?:现在|到底|究竟)?是|这(?:个)?人|这位|同志|是领导|担任|任(?:什么|啥|何)|管(?:什么|啥|哪)|包(?:什么|啥|哪)|$)/;
/** What may stand behind a name without being part of one. */
const NO_NAME =
  /[都也还又就才只仅在到有没和跟与及同的地得是分包管抓干做当任兼算叫姓名呢吗吧啊哈呀嘛么这那全现共各另再最负主领联被把由归让给来去说啥谁哪个位人们她他它组原确真本正倒实却便总老先后若既里咋怎为多少比大小高低能会要该可以应和两一二三几]/;

/** `王一二是哪位领导` where there is a 王一: somebody else, not he. */
function longerName({ text, mentions }: Question): string | undefined {
  for (const { kind, how, text: said, start, end } of mentions) {
    if (kind !== 'person' || how === 'hint' || how === 'post' || said.length !== 2) continue;
    const third = text.slice(end).match(THIRD)?.[1];
    if (third === undefined || NO_NAME.test(third) || !SURNAMES.includes(said.charAt(0))) continue;
    if (NAME_BEGINS.test(text.slice(0, start))) return `${said}${third}`;
  }
  return undefined;
}

/** `某利有任务没`, `某象在哪个组`: asked as of a unit, by the word of its trade alone. */
const TRADE_ASKED =
  /^([\u4e00-\u9fff]{2,3}?)(?:口上?|系统|部门|那边|这边|那块|这块)?(?:的)?(?:(?:有没有|有无|有|担)(?:任务|活儿?|差事|份儿?)(?:没有?|吗|不|么)?|(?:在不在|在没在)(?:里[头面]|其中|名单里?)|(?:在|进|参加)了?(?:哪|几)[个几些]*个?(?:专项)?小?组)[?？]*$/;
/** What stands there and is no trade. */
const NO_TRADE = /[我咱俺他她它你您这那谁哪啥每各还也都就又只全]|现在|以后|大家|周末|平时|到底|一共|总共/;

function tradeWithoutUnit({ text, mentions }: Question, facts: Facts): string | undefined {
  const word = text.match(TRADE_ASKED)?.[1];
  const isKnown = mentions.some(({ kind, how }) => how !== 'hint' || kind === 'unit');
  return word === undefined || isKnown || NO_TRADE.test(word) || facts.says(word) ? undefined : word;
}

/** `督查专项小组`: a group of a name that none has. */
const NO_GROUP = /([\u4e00-\u9fff]{2,8})专项(?:工作)?小组/;
/** The same in fewer words, where nothing of it is known. */
const NO_GROUP_SHORT = /^(?:那个?)?([\u4e00-\u9fff]{3,8})专项(?:工作)?组/;
const ANY_GROUP =
  /^(?:只|光|已经?|都)?(?:进|在|入|列)|[哪那这几各每个些]|调整|重新|设立|成立|所有|全部|什么|多少|一共|总共|设|有|的$|参加|参与|牵头|分包|负责|配合|同一/;

const CLAIMS_OWNER = /牵头|分包|分管|负责|管|抓/;
