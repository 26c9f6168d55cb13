import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { spellsUnit } from '../../names/posts-in-units.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at, personName, unitList } from '../../replies/texts.ts';
import { bodyMeant, headedBody } from '../claims/verify-people.ts';
import { needing } from '../needing.ts';
import {
  deputiesReply,
  headReply,
  type LeadingBody,
  officeDeputiesReply,
  officeHeadReply,
  seatReply,
} from './body-posts.ts';
import { ofPlace } from './holders.ts';
import { titleReply, titlesOf } from './people.ts';

const HEAD_WORDS = /一把手|头头|老大|头儿|当家的?|掌舵的?|主官|带头的?|领头的?/g;

/** An office named with its post. */
const POST = /^办公室.{0,4}副?主任/;

/** What a body is there for. */
const DOES =
  /B(?:[,，]?它?(?:自己|本身|自身))?(?:是|要|得|该|主要|专门|平时|都|具体|负责|用来|来|的|到底)*(?:干|做|管|负责|抓)(?:什么|啥|嘛|哪些|点啥|点什么|些什么|些啥)|B.{0,4}(?:职责|职能|任务|作用|用处|责任)(?!分工)/;
/** `办公室主任是某局局长兼的吗`: the post is asked for, the other one only guessed at. */
const OWN_POST = /^办公室副?主任(?:是|由).*(?:还是|兼|吗)/;

/** The roles in a body, those that are asked for: head, deputies, members; head, deputies and seat of its office. */
export const answerBodies: Handler = (question, { facts }) => {
  const { text } = question;
  const mention = question.mentions.find((m) => m.kind === 'body' || m.kind === 'office');
  if (!mention && !/组长|副组长|办公室|领导小组/.test(text)) return undefined;
  const some = deputiesApart(question, facts);
  if (some) return some;
  const headed = headedBody(question, facts);
  const asksOffice = mention?.kind === 'office' || (headed ? headed.isOffice : /办公室/.test(text));
  if (!mention && !headed && !POST.test(text) && question.residue.join('').length > 1) return undefined;
  if (
    !mention &&
    !headed &&
    !OWN_POST.test(text) &&
    question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'clause')
  )
    return undefined;
  if (!headed && question.mentions.some((m) => m.kind === 'group' && m.how !== 'hint')) return undefined;
  const body = bodyMeant(question, facts);
  const isOffice = asksOffice && body.office !== undefined;
  if (mention?.kind === 'body' && !isOffice && DOES.test(question.masked) && body.duty !== undefined) {
    const rest = question.residue.join('').replace(/主要|总的|专门|平时|到底|日常|工作|用|处/g, '');
    if (rest.length < 2)
      return reply(`${body.duty}${at(body.location)}`, [body.location], { spoken: question.residue });
  }
  if (mention?.kind === 'body' && !isOffice && ASKS_ALL.test(question.masked))
    return allOfBody(body, facts, question);
  const own = !isOffice || /组长/.test(question.masked) ? rolesOfBody(question, body, facts) : [];
  const replies = [...own, ...(isOffice ? rolesOfOffice(question, body, facts) : [])];
  const title = TITLE_TOO.test(question.masked) ? titleOfOnly(replies, facts) : undefined;
  if (title) replies.push(title);
  const [only, ...others] = replies;
  if (only === undefined || others.length === 0)
    return only && { ...only, spoken: question.text.match(HEAD_WORDS) ?? [] };
  return reply(
    replies.flatMap((each) => each.lines),
    replies.flatMap((each) => each.cites),
    { focus: replies.flatMap((each) => each.focus), spoken: question.residue },
  );
};

/** `领导小组都有谁`, `领导小组由哪些人组成`. */
const ASKS_ALL =
  /B(?:里[面头]?|中|名单|的|班子|这个?)*(?:都|一共|总共|到底|具体)*(?:(?:有|是|包括|含)(?:些)?(?:谁|哪(?:些|几[个位])?(?:人|领导|同志)|什么人|啥人)|(?:由|是)?(?:谁|哪些人|什么人)组成|(?:怎么|咋|如何|怎样)(?:组成|构成|搭的?)|(?:的)?(?:组成|构成)(?:人员)?(?:是|有)?(?:谁|哪些|什么|啥|怎样|怎么样|名单)?)(?:的|呢|[?？])*$/;

/** Head, deputies and members of a body. */
function allOfBody(body: LeadingBody, facts: Facts, { residue }: Question): Reply {
  const all = [headReply(body, facts), deputiesReply(body, facts), membersReply(body, facts)];
  return reply(
    all.flatMap(({ lines }) => lines),
    all.flatMap(({ cites }) => cites),
    { focus: all.flatMap(({ focus }) => focus), spoken: residue, readsAll: true },
  );
}

const AMONG =
  /(副组长|副主任)(?:们|名单|那|这|几|位|个|人|当|其)*(?:里|中)|(?:哪|谁|几|有没有|有无|多少).{0,6}(副组长|副主任)(?:是|来自|属于|有|同时|还|兼|也)|(副组长|副主任)(?:里|中|当中|们)*(?:有没有|有无|有几|哪[个位几些]|谁)|(副组长|副主任)(?:里|中)?有U(?:的)?(?:人)?(?:吗|吧|么|没|不)|U[^,，]{0,4}(?:兼|任|当|做|挂|担任)[^,，]{0,3}(?:O的?|办公室的?)?(副组长|副主任)的|U.{0,10}(?:人|派|出|干部|领导|谁).{0,12}(副组长|副主任)/;

/** `副主任里头有没有某委的人`: those of the deputies whose title names a unit or an office. */
export const answerAmongDeputies: Handler = needing(
  () => ({ masked: [AMONG] }),
  (question, { facts }) => {
    const body = bodyMeant(question, facts);
    const match = question.masked.match(AMONG);
    const role = match?.slice(1).find((said) => said !== undefined);
    const ids = role === '副组长' ? body.deputies : (body.office?.deputies ?? []);
    const posts = question.mentions.filter((m) => m.kind === 'person' && m.how === 'post');
    const units = mentioned(question, 'unit');
    const chief =
      role === '副组长' && body.office && /(?:O|办公室)(?:的)?主任/.test(question.masked)
        ? [body.office.head]
        : [];
    const place = role === '副组长' ? body.location : (body.office?.location ?? body.location);
    if (role === undefined || ids.length === 0 || posts.length + units.length + chief.length !== 1)
      return undefined;
    const holders = posts.flatMap((m) => m.entities.flatMap((e) => (e.kind === 'person' ? [e.id] : [])));
    const isMeant = (id: string) => {
      const person = facts.person(id);
      const titles = person?.titles.map((t) => t.text).join('，') ?? '';
      return (
        chief.includes(id) || holders.includes(id) || units.some((unit) => spellsUnit(facts, unit.id, titles))
      );
    };
    const held = facts.model.people.filter(({ id }) => ids.includes(id) && isMeant(id));
    const some = ofPlace(held, question, facts).map(({ id }) => id);
    const said = chief.length > 0 ? '办公室主任' : (posts[0]?.text ?? unitList(facts, [units[0]?.id ?? '']));
    const names = some.map((id) => `${personName(facts, id)}（${facts.person(id)?.titles[0]?.text ?? ''}）`);
    const all = ids.map((id) => personName(facts, id)).join('、');
    const told =
      some.length === 0
        ? `没有${said}的人，共${ids.length}位：${all}`
        : `${said}的有${some.length}位：${names.join('、')}`;
    const start = isClaim(question) ? verdict(some.length > 0) : '';
    return reply(`${start}${role}里${told}。${at(place)}`, [place], {
      focus: some.map((id) => ({ kind: 'person', id })),
      spoken: question.residue,
      readsAll: true,
    });
  },
);

const TITLE_TOO = /职务|头衔|职位|称呼|身份|官衔|什么官|啥官/;

/** The titles of the one person that the replies name. */
function titleOfOnly(replies: readonly Reply[], facts: Facts): Reply | undefined {
  const [focus, ...others] = replies.flatMap((each) => each.focus);
  const person = focus?.kind === 'person' && others.length === 0 ? facts.person(focus.id) : undefined;
  return person && titleReply(person, facts);
}

const APART = /差(?:了|着|多少|几)|多(?:了|出|几|多少)|少(?:了|几|多少)|相差|谁(?:的)?多|哪(?:个|边)多|比/;

/** `附件2领导小组跟正文的，副组长差几个`: the deputies of both bodies side by side. */
function deputiesApart(question: Question, facts: Facts): Reply | undefined {
  const { masked, text } = question;
  const [one, other, ...more] = facts.model.bodies;
  const named = new Set(
    question.mentions.flatMap((m) => m.entities.flatMap((e) => (e.kind === 'body' ? [e.index] : []))),
  );
  const isBoth = named.size > 1 || /[两俩]个领导小组|附件\d.*正文|正文.*附件\d/.test(text);
  if (!one || !other || more.length > 0 || !isBoth || !/副组长/.test(masked) || !APART.test(masked))
    return undefined;
  const [a, b] = [one, other].map(({ deputies }) => deputies.length);
  const said = [one, other].map((body) => `${body.name}副组长${body.deputies.length}名`).join('，');
  const places = [one.location, other.location];
  return reply(`${said}，相差${Math.abs((a ?? 0) - (b ?? 0))}名。${at(...places)}`, places, {
    spoken: question.residue,
  });
}

const NTH = new RegExp(
  `(副组长|副主任)(?:们|名单|名字|那|这|里|中|当中|的|头|面|排|列|写|在)*(?:(第)(${NUMERAL})|(倒数)第?(${NUMERAL})|(最后|末尾?|最末|垫底|压轴)|(最前|开头|头一|打头))(?:的|面|头|边|一)*(?:个|位|名)?`,
);
const ALL_TOLD =
  /正副(?:组长|职)?.{0,8}(?:一共|总共|共|合计|多少|几)|组长.{0,3}副组长.{0,6}(?:一共|总共|合计)|(?:算上|加上|连|带上|包括|含)组长.{0,6}(?:一共|总共|共|几|多少)/;

/** `副组长里第一个和最后一个` */
const BOTH_ENDS =
  /(副组长|副主任)[^,，]{0,8}(?:第[1一]|头一|最前|打头|开头|牵头)[^,，]{0,6}(?:和|跟|与|、|以及|还有)[^,，]{0,4}(?:最后|最末|末尾|末位|垫底|压轴|倒数第[1一]|收尾)/;

function bothEnds(body: LeadingBody, isOffice: boolean, facts: Facts): Reply | undefined {
  const ids = isOffice ? (body.office?.deputies ?? []) : body.deputies;
  const [first, last] = [facts.person(ids[0] ?? ''), facts.person(ids.at(-1) ?? '')];
  if (!first || !last) return undefined;
  const place = isOffice ? (body.office?.location ?? body.location) : body.location;
  const role = isOffice ? '办公室副主任' : '副组长';
  return reply(`${role}名单第1位是${first.name}，最后一位是${last.name}。${at(place)}`, [place], {
    focus: [first, last].map(({ id }) => ({ kind: 'person', id })),
    readsAll: true,
  });
}

/** `副组长里最后一位`, `正副组长一共几个人`: the deputies in the order they are listed, or counted with the head. */
export const answerInOrder: Handler = needing(
  () => ({ masked: [[ALL_TOLD, BOTH_ENDS, NTH]] }),
  (question, { facts }) => {
    const { masked } = question;
    const body = bodyMeant(question, facts);
    if (ALL_TOLD.test(masked) && !/主任/.test(masked)) {
      const all = [body.head, ...body.deputies];
      return reply(
        `${body.name}组长1名、副组长${body.deputies.length}名，共${all.length}名。${at(body.location)}`,
        [body.location],
        { focus: all.map((id) => ({ kind: 'person', id })), spoken: question.residue },
      );
    }
    const both = masked.match(BOTH_ENDS);
    if (both) return bothEnds(body, both[1] === '副主任', facts);
    const [, role, first, nth, last, nthLast, end] = masked.match(NTH) ?? [];
    if (role === undefined) return undefined;
    const isOffice = role === '副主任';
    const ids = isOffice ? (body.office?.deputies ?? []) : body.deputies;
    const no = first ? (parseNumeral(nth ?? '') ?? 0) : last ? (parseNumeral(nthLast ?? '') ?? 0) : 1;
    const id = ids[last || end ? ids.length - no : no - 1];
    const person = id === undefined ? undefined : facts.person(id);
    const place = isOffice ? (body.office?.location ?? body.location) : body.location;
    if (!person) return refuse(`${role}只有${ids.length}名。${at(place)}`, [place]);
    const where = last || end ? (no === 1 ? '最后一位' : `倒数第${no}位`) : `第${no}位`;
    return reply(`${role}名单${where}是${person.name}（${titlesOf(person, facts)}）。${at(place)}`, [place], {
      focus: [{ kind: 'person', id: person.id }],
      spoken: question.residue,
      readsAll: true,
    });
  },
);

function rolesOfBody({ masked }: Question, body: LeadingBody, facts: Facts): Reply[] {
  const asksMembers = /除了?.{0,6}组长/.test(masked) && /成员/.test(masked);
  // `除了组长还有谁`: all the others.
  if (
    !asksMembers &&
    /除了?(?:去|开|掉)?组长(?:以外|之外)?[,，]?(?:还|都|另|其|别|剩)/.test(masked) &&
    !/副组长/.test(masked)
  )
    return [deputiesReply(body, facts), membersReply(body, facts)];
  const found: Reply[] = [];
  const asksDeputies = !asksMembers && /副组长/.test(masked);
  const asksHead = /(?<![副])组长|正[、,，]?副/.test(masked);
  const asksLeader =
    !/还是|副职|派|成员/.test(masked) &&
    /谁(?:牵头|挂帅|负责|当|任)|一把手|头头|老大|头儿|当家|掌舵|主官|带头|领头|说了算|做主|拍板/.test(masked);
  if (!asksMembers && (asksHead || (asksLeader && !asksDeputies))) found.push(headReply(body, facts));
  if (asksDeputies) found.push(deputiesReply(body, facts));
  if (found.length === 0 && /成员/.test(masked) && !/能|可以|可否|是不是|吗$|不是|非/.test(masked))
    found.push(membersReply(body, facts));
  return found;
}

function membersReply(body: LeadingBody, facts: Facts): Reply {
  const members =
    body.memberUnits.length > 0
      ? `共${body.memberUnits.length}家：${unitList(facts, body.memberUnits)}`
      : body.membersText === undefined
        ? '通知里没有写'
        : `为${body.membersText}`;
  return reply(`${body.name}成员${members}。${at(body.location)}`, [body.location]);
}

function rolesOfOffice({ masked }: Question, body: LeadingBody, facts: Facts): Reply[] {
  const { office } = body;
  if (office === undefined) return [];
  const found: Reply[] = [];
  const asksDeputies = /副主任/.test(masked);
  if (
    /(?<!副)主任/.test(masked) ||
    (!asksDeputies && /负责人|谁|头|当家|哪位/.test(masked.replace(/组长/g, '')))
  )
    found.push(...officeHeadReply(body, facts));
  if (asksDeputies) found.push(...officeDeputiesReply(body, facts));
  const asksSeat = /(?:设|放|挂|安)(?:在|到|哪)/.test(masked);
  if (found.length > 0 && !asksSeat) return found;
  const asksWhere = /在哪|哪(?:个|家)?(?:单位|部门)|哪里|哪儿/.test(masked) && office.seat !== undefined;
  return asksSeat || asksWhere ? [...found, ...seatReply(body, facts)] : found;
}
