import type { Clause } from '../../notice/types.ts';
import { nameOf } from '../conversation/subjects.ts';
import { isAnswer } from '../decide.ts';
import type { Facts } from '../facts.ts';
import type { Entity, Mention } from '../names/entities.ts';
import { reply } from '../replies/reply.ts';
import { at } from '../replies/texts.ts';
import { exactly, firmOf, type Turn } from '../turn.ts';
import type { Talk } from './talk.ts';

const ONE = '(?:个|组|条|项|号|位|家|节|部分|章|块|款)';
const NOUN = '(?:专项)?(?:小?组|措施|分项|制度|要求|聚焦|部分|整治|整顿)?';
const STEP = new RegExp(
  `^(?:的是)?(?:那|再|又)*(它的?|挨着它?的?|紧?挨(?:着|在)?它?的?|紧?跟[着在]它?的?|紧接着的?|再|接着|往|接下来)?(?:往)?(上{1,2}|底?下{1,2}|前|后|接着(?=那|这|的))(?:面|边|头|去|再|数|推|挪|翻|退|一)*(紧跟着|紧挨着|挨着|跟着|接着)?(?:的|那|一|1|数)*(两|二|三|2|3)?(${ONE}?${NOUN})(?:的)?(?:那|这)?${ONE}?(的?(?:下|上|后|前)(?:面|一)*${ONE}?)?(.*)$`,
);
const BACK = /^(?:上|前)(?:面|头|边)/;
/** What was told has been named: its name is that of another. */
const ASKS_NAME = /(?:叫|名(?:字|称)(?:是|叫)?|标题(?:是|叫)?)(?:个)?(?:什么|啥)/;
/** The same told again in a word of it (`下一条，某事那条，谁牵头`). */
const APPOSITION =
  /^[,，](?:也?就是|即|讲|说|管)?(?:的)?([^,，谁哪啥几]{2,12}?)(?:的)?(?:那|这)(?:一)?(?:条|项|个|组|块)(?:组)?[,，]?(?=.)/;
/** `跳过一条，再往下那条`: the second from there. */
const SKIPS =
  /^(?:那|再)?(?:跳过|隔|隔开|略过)(?:去|了)?(?:一|1)(条|个组|组|项|个)[,，]?(?:再)?(?:往)?(下|上|后|前)(?:面|边|头)?(?:数|去)?(?:的)?(?:那|这)?(?:一|1)?(?:条|个组|组|项|个)/;
/** It is pointed at once more (`往下两条，那条谁牵头`). */
const AGAIN = /^[,，](?:那|这)(?:一)?(?:条|项|个|组|块)(?:组)?(?=.)/;
/** Whose it is. */
const WHOSE =
  /^[,，]?(?:那|又|该|是)*(?:归|由|是)(?:谁|哪(?:一)?[个家](?:局|单位|部门))(?:来|在)?(?:牵头|负责|管|抓|办)?的?(?:呢|[?？])*$/;
/** Nothing but which one it is, or what the last question asked. */
const BARE =
  /^(?:呢|嘞|哩|咧|[,，]?(?:标题|题目|名字|名称)(?:就行|就好|即可)?|(?:又|还)?(?:是|叫|讲|说|写)(?:的)?(?:个)?(?:谁|啥|什么|哪(?:一)?[个家条组项])(?:组|名(?:字)?)?|[?？])*$/;
/** What it says is asked, after something else of its neighbour. */
const SAYS =
  /^[,，]?(?:又|主要|具体|到底|是|都)*(?:讲|说|写|规定|要求)(?:的|了)?(?:是)?(?:个)?(?:啥|什么|哪些)(?:内容|事儿?|东西|意思)?(?:呢|[?？])*$/;
const ASKS_WHO = /谁|哪|牵头|负责|分包|配合|责任/;
const LIKEWISE =
  /^[,，]?(?:是不是|是否)?(?:还|也|又)+(?:是|归|由)?(?:[它他她]们?|(?:这|同)(?:一)?(?:家|位|个(?:单位|局|人|领导)?)|人家|一样|一个|一家)(?:牵头|负责|分包|管|的)*(?:吗|吧|么|不|没|[?？])*(?:[,，](?:那|这)?(?:个|条)?(?:组|条)?(?:是|叫)(?:个)?(?:啥|什么)(?:组|名)?(?:呢|[?？])*)?$|^[,，]?(?:是不是|是否|会不会)?(?:也|还|又)+(?:是|归|由|一样)?(?:这样|如此)?(?:吗|吧|么|不|没|的|[?？])*$/;
/** `再往下呢，还是这家？` */
const ONWARD =
  /^再?(?:往|接着往)(?:下|上|后|前)(?:走|数|看)?(?:呢|嘞)?[,，]?(?:(?:还|也|又)+是(?:[它他她]们?|这家|同一家)(?:牵头|分包)?(?:吗|吧|么|不)?)?[?？]*$/;
/** One of some things by its place (`第5个给谁了`). */
const NTH = /第[(（]?(\d+)[)）]?(?:个|项|分项)/;
/** The number of the neighbour, said behind (`往前一条，6`). */
const NUMBER_SAID = /[,，](?:也?就是|即|是)?第?(\d{1,2})(?:条|组|号|项)?[?？]*$/;
const LONGEST = 22;
/** A refusal that knows why. */
const SURE = 0.95;

/** `它前头那个组是哪家牵头`, `下一条的下一条呢`, `上一项是啥`: the neighbour of what the last turn was about. */
export function stepped({ question, last, facts, take }: Talk): Turn | undefined {
  const full = question.text.replace(SKIPS, '再往$2两$1');
  const [tail = '', said] = full.match(NUMBER_SAID) ?? [];
  const text = full.slice(0, full.length - tail.length);
  // What is there no more (a missing page, a number beyond the last) is an answer too.
  const ask = (full: string) => {
    const turn = take(full);
    return isAnswer(turn.reply) || turn.reply.confidence >= SURE ? exactly(turn) : undefined;
  };
  const match = text.length > LONGEST ? null : text.match(STEP);
  if (
    !match ||
    firmOf(question).some(
      (m) =>
        m.start < text.length &&
        ((m.how === 'number' && /[\d第]/.test(m.text)) || (m.how !== 'number' && m.kind !== 'clause')),
    )
  )
    return undefined;
  const [, from, way = '', beside, many, noun = '', again, rest = ''] = match;
  if (BACK.test(text) && from === undefined && beside === undefined && pointsBack(text, last))
    return undefined;
  if (noun === '' && beside === undefined && !ONWARD.test(text)) return undefined;
  const once = /上上|下下/.test(way) ? 2 : many === undefined ? 1 : /三|3/.test(many) ? 3 : 2;
  const size = once + (again === undefined ? 0 : 1);
  const by = /[上前]/.test(way) ? -size : size;
  const other = rest
    .replace(/^(?:呢|嘞|哩)[,，]?/, '')
    .replace(LIKEWISE, '')
    .replace(APPOSITION, '')
    .replace(AGAIN, '')
    .replace(WHOSE, '由谁牵头');
  const item = BARE.test(other) ? itemBeside(last, by, facts) : undefined;
  if (item !== undefined) return ask(`${item}由谁牵头`);
  const [focus] = last.reply.focus;
  const asked = firmOf(last.question);
  const kind = kindSaid(noun, asked) ?? focus?.kind;
  const before = asked.find((m) => m.kind === kind);
  const entity = before?.entities[0] ?? last.reply.focus.find((one) => one.kind === kind) ?? focus;
  if (kind === 'subLead' && entity?.kind !== 'subLead') return undefined;
  const place = itemNamed(asked, facts) ?? last.reply.cites[0] ?? '';
  const isCited =
    kindSaid(noun, asked) === undefined &&
    !/组/.test(noun) &&
    asked.some((m) => m.kind === 'clause') &&
    facts.clause(place)?.parent !== undefined &&
    !facts.groupAt(place) &&
    !facts.measureAt(place);
  const isOfClause =
    isCited || /制度|要求|聚焦|部分|整治|整顿/.test(noun) || entity === undefined || entity.kind === 'clause';
  if (!isOfClause && (entity.kind === 'group' || entity.kind === 'measure' || entity.kind === 'subLead')) {
    const next = { ...entity, no: said === undefined ? entity.no + by : Number(said) };
    const name = nameOf(next, facts) ?? (next.kind === 'group' ? `第${next.no}组` : undefined);
    if (name === undefined) return undefined;
    const { text: was } = last.question;
    if (SAYS.test(other) && ASKS_WHO.test(was))
      return ask(next.kind === 'measure' ? `${name}讲的是什么` : `${name}的责任分工是什么`);
    if (!BARE.test(other) || !before || /叫|名/.test(other))
      return ask(`${name}${other === '' ? '是什么' : other.replace(/^的/, '')}`);
    // Its name is asked of its number.
    const as = next.kind === 'group' && before.how === 'number' ? `第${next.no}组` : name;
    return ask(`${was.slice(0, before.start)}${as}${was.slice(before.end)}`);
  }
  const isTold = BARE.test(other) || (isCited && SAYS.test(other));
  const clause = isTold
    ? siblingOf(isCited && !SORT.test(noun) ? place : placeSpoken(noun, last), by, facts)
    : undefined;
  return clause && { question, reply: clauseTold(clause) };
}

/**
 * `上面那条` points back at what was told; behind one group or measure that was asked for by its number there is nothing to
 * point at with `呢`, and it is the neighbour.
 */
function pointsBack(text: string, { question, before }: Turn): boolean {
  if (ASKS_NAME.test(text) || /^[上前](?:面|头|边)?一/.test(text)) return false;
  const [only, ...others] = firmOf(question).filter(
    ({ kind, how, entities }) => how === 'number' && kind !== 'clause' && entities.length === 1,
  );
  const isBare = /(?:呢|嘞|哩)[?？]*$/.test(text);
  return !(only && others.length === 0 && isBare && before === undefined);
}

/** What the noun behind the step says is meant; a `条` is a measure after one was named. */
function kindSaid(noun: string, asked: readonly Mention[]): Entity['kind'] | undefined {
  if (/分项/.test(noun)) return 'subLead';
  if (/组/.test(noun)) return 'group';
  return /^条|措施/.test(noun) && asked.some(({ kind }) => kind === 'measure') ? 'measure' : undefined;
}

/** The neighbour of a part of a group that was asked for by its place (`某组第5个给谁了`). */
function itemBeside({ question }: Turn, by: number, { group }: Facts): string | undefined {
  const no = question.text.match(NTH)?.[1];
  const [entity] = firmOf(question).flatMap(({ entities }) => entities);
  const parts = entity?.kind === 'group' ? group(entity.no)?.subLeads : undefined;
  return no === undefined ? undefined : parts?.find((part) => part.no === Number(no) + by)?.item;
}

/** A noun that says of which row the neighbour is. */
const SORT = /制度|要求|聚焦|整治|整顿/;

/** The one item of a section that was named by its place, whatever was told of it. */
function itemNamed(asked: readonly Mention[], facts: Facts): string | undefined {
  const [entity, ...others] = asked.flatMap((m) => (m.kind === 'clause' ? m.entities : []));
  const clause = entity?.kind === 'clause' ? facts.clause(entity.location) : undefined;
  return others.length === 0 && clause?.parent !== undefined ? clause.location : undefined;
}

/** Where the last answer is from; of several places that were named (`第四部分的某某制度`) the one of that sort. */
function placeSpoken(noun: string, last: Turn): string | undefined {
  const sort = noun.match(SORT)?.[0];
  const named = firmOf(last.question).findLast(
    ({ kind, text }) => kind === 'clause' && sort !== undefined && text.includes(sort),
  );
  const [entity] = named?.entities ?? [];
  return entity?.kind === 'clause' ? entity.location : last.reply.cites[0];
}

/** The clause that stands so many places behind (or before) the one of the last answer. */
function siblingOf(place: string | undefined, by: number, facts: Facts): Clause | undefined {
  const clause = place === undefined ? undefined : facts.clause(place);
  if (!clause) return undefined;
  const siblings = facts.model.clauses.filter(
    ({ parent, location }) =>
      parent === clause.parent &&
      location.replace(/[^·、（]*$/, '') === clause.location.replace(/[^·、（]*$/, ''),
  );
  return siblings[siblings.indexOf(clause) + by];
}

const LONG = 220;

/** What a clause says, with its heading first; a longer one is cut behind a sentence or one of its items. */
export function clauseTold({ location, heading, text }: Clause, longest = LONG) {
  const said = text.trim();
  const title = heading && !said.startsWith(heading) ? `${heading}：` : '';
  const end = Math.max(said.lastIndexOf('。', longest), said.lastIndexOf('；', longest));
  const short = said.length <= longest ? said : `${said.slice(0, end + 1 || longest)}……`;
  return reply(`${title}${short}${at(location)}`, [location], {
    focus: [{ kind: 'clause', location }],
    confidence: 0.85,
  });
}
