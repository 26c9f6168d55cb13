import type { Facts } from '../facts.ts';
import type { Mention } from '../names/entities.ts';
import type { Question } from '../question/parse.ts';
import type { Turn } from '../turn.ts';
import { bodyOnlyNamed, postsAsked } from './posts-read.ts';

/** `某事那个呢` after a role in one body: the same role in the body of this matter. */
export function otherBody(now: Mention, last: Turn, facts: Facts): string | undefined {
  const [entity] = now.entities;
  const field = entity?.kind === 'group' ? facts.group(entity.no)?.field : undefined;
  const before = last.question.mentions.find((m) => m.kind === 'body' || m.kind === 'office');
  const body = facts.model.bodies.find(({ name }) => field !== undefined && name.includes(field));
  const { text } = last.question;
  if (!before || !body || !/组长|主任|成员|办公室|设在/.test(text)) return undefined;
  const name = before.kind === 'office' ? (body.office?.name ?? body.name) : body.name;
  return `${text.slice(0, before.start)}${name}${text.slice(before.end)}`;
}

/** `第三个副主任是谁`, as it is put in plain words. */
const NTH = /^那?(副组长|副主任)第\d*[一二三四五六七八九十]*个/;

const HOW_MANY = /^(?:那|这)?(?:一共|总共|合计|拢共|加起来)(?:有|是)?(?:多少|几)(?:个|位|名)?(?:人)?$/;

/** `某事办公室呢` after posts of a body: the same of that one; `一共多少人` after several: counted together. */
function otherBodyAsked(question: Question, last: Turn, facts: Facts): string | undefined {
  const before = postsAsked(last.question, facts);
  const [was] = before?.bodies ?? [];
  if (!before?.isAnchored || !was || before.posts.length === 0) return undefined;
  const isSum = HOW_MANY.test(question.text) && before.posts.length > 1;
  const named = isSum ? { body: was, isOffice: false } : bodyOnlyNamed(question, facts);
  if (!named || (!isSum && named.body === was && !named.isOffice)) return undefined;
  const { body } = named;
  const posts = before.posts.map(({ isHead, isOffice }) =>
    isOffice || named.isOffice
      ? `${body.office?.name ?? `${body.name}办公室`}${isHead ? '' : '副'}主任`
      : `${body.name}${isHead ? '' : '副'}组长`,
  );
  return `${[...new Set(posts)].join('和')}${isSum ? '一共几个人' : '是谁'}`;
}

/** `那正的是谁`, `那办公室呢，谁是主任` after other posts of a body: those of the same body, in full. */
export function postAskedOn(question: Question, last: Turn, facts: Facts): string | undefined {
  const other = otherBodyAsked(question, last, facts);
  if (other !== undefined) return other;
  const asked = postsAsked(question, facts);
  const nth = question.text.match(NTH)?.[1];
  if (nth === undefined && (!asked || asked.isNamed)) return undefined;
  const before = postsAsked(last.question, facts);
  const mention = last.question.mentions.find((m) => m.kind === 'body' || m.kind === 'office');
  const [entity] = mention?.entities ?? [];
  const isBody = entity?.kind === 'body' || entity?.kind === 'office';
  const told = /办公室|领导小组|组长|主任/.test(last.question.text)
    ? facts.model.bodies.find(({ location }) => location === last.reply.cites[0])
    : undefined;
  const named = isBody ? facts.model.bodies[entity.index] : told;
  const body = before?.isAnchored ? before.bodies[0] : named;
  if (!body) return undefined;
  const office = body.office?.name ?? `${body.name}办公室`;
  if (nth !== undefined) return `${nth === '副主任' ? office : body.name}${question.text.replace(/^那/, '')}`;
  if (!asked) return undefined;
  if (asked.isSeat) return `${office}设在哪个单位`;
  const wasOffice =
    before?.posts[0]?.isOffice ?? (mention?.kind === 'office' || /主任/.test(last.question.text));
  const posts = asked.posts.map(({ isHead, isOffice }) => {
    const ofOffice = asked.isBare ? wasOffice : isOffice;
    return `${ofOffice ? office : body.name}${isHead ? '' : '副'}${ofOffice ? '主任' : '组长'}`;
  });
  return `${posts.join('和')}是谁`;
}

/** `设在哪个单位` after who heads an office: where that office is. */
function seatAskedOn(text: string, last: Turn): string | undefined {
  const office = last.question.mentions.find((m) => m.kind === 'office');
  const isSeat = /^(?:那|它|这|又|是|就)*(?:个)?(?:办公室)?(?:设|放|挂)在(?:哪|什么|啥)/.test(text);
  return office && isSeat ? `${office.text}设在哪个单位` : undefined;
}

const ROLE_ALONE =
  /^(?:那|有|还有|又|都)*(?:(?:几|多少|哪些|哪几|谁是)(?:个|位|名)?)?(?:副?组长|成员单位|成员)(?:都|呢|是|有|又|一共|共|些|列了?)*(?:谁|哪[些几]?|几|多少|什么|啥)?(?:个|位|名|家|人)*(?:呢)?$/;

/** `几位副组长`, `设在哪个单位` after who heads a body: of the same body. */
export function roleAskedOn(text: string, last: Turn): string | undefined {
  const seat = seatAskedOn(text, last);
  if (seat !== undefined) return seat;
  const body = last.question.mentions.find((m) => m.kind === 'body');
  const isOfOffice =
    /^(?:那|它的?)?办公室(?:呢)?(?:[,，]?(?:是|归|由)?谁(?:来)?(?:负责|管|当|主持|牵头|主事|当家)?(?:的)?)?$/.test(
      text,
    );
  if (body && isOfOffice) return `${body.text}办公室主任是谁`;
  const paper = last.question.text.match(/附件\d/)?.[0] ?? '';
  const bare = text.replace(/^(?:下面|底下|手下|里[面头])的?/, '');
  return body && ROLE_ALONE.test(bare) ? `${paper}${body.text}${bare}` : undefined;
}

/** `手下几个副的` after who heads a body or its office. */
export function deputiesAskedOn(text: string, last: Turn): string | undefined {
  const before = last.question.mentions.find((m) => m.kind === 'office' || m.kind === 'body');
  if (!before || !/(?:几|多少|哪些|谁)(?:个|位|名)?(?:是)?副(?:的|手|职)?(?:是谁|都是谁)?$/.test(text))
    return undefined;
  const isOffice = before.kind === 'office' || /办公室/.test(last.question.text);
  return `${before.text}${isOffice && before.kind === 'body' ? '办公室' : ''}副${isOffice ? '主任' : '组长'}有几个`;
}

const TITLE_ALONE =
  /^(?:他|她|人家|其|本人|的|各|又|都|分别|具体|现|原来?|本来|全)*(?:职务|头衔|职位|官衔|身份|(?:什么|啥)(?:职务|头衔|官|来头|职位|身份)|(?:还|又|另外?|同时)*(?:当|任|做|干|是|兼|担任)(?:着|了|的)?(?:什么|啥)(?:官|职务?|的|别的)?)/;

/** `办公室主任是谁，职务怎么写`: the title of whom the part before it was answered with. */
export function titleAskedOn(text: string, last: Turn, facts: Facts): string | undefined {
  const [focus, ...more] = last.reply.focus;
  const name = focus?.kind === 'person' && more.length === 0 ? facts.person(focus.id)?.name : undefined;
  return name !== undefined && TITLE_ALONE.test(text) ? `${name}是什么职务` : undefined;
}
