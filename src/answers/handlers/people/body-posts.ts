import { type BodyPost, type PostsAsked, postsAsked } from '../../conversation/posts-read.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at, personName } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { titleReply } from './people.ts';

/** A leading body of the notice. */
export type LeadingBody = Facts['mainBody'];

const people = (facts: Facts, ids: readonly string[]) => ids.map((id) => personName(facts, id)).join('、');
const focusOn = (ids: readonly string[]) => ({ focus: ids.map((id) => ({ kind: 'person' as const, id })) });

/** Who heads a body. */
export const headReply = ({ name, head, location }: LeadingBody, facts: Facts): Reply =>
  reply(`${name}组长是${personName(facts, head)}。${at(location)}`, [location], focusOn([head]));

/** The deputies of who heads a body. */
export const deputiesReply = ({ name, deputies, location }: LeadingBody, facts: Facts): Reply =>
  reply(
    `${name}副组长共${deputies.length}名：${people(facts, deputies)}。${at(location)}`,
    [location],
    focusOn(deputies),
  );

/** Who heads the office of a body, where it has one. */
export function officeHeadReply({ office }: LeadingBody, facts: Facts): Reply[] {
  if (!office) return [];
  const name = personName(facts, office.head);
  const isAlso = facts.clause(office.location)?.text.includes(`${name}兼任`) === true;
  const text = `${office.name}主任是${name}${isAlso ? '（兼任）' : ''}。${at(office.location)}`;
  return [reply(text, [office.location], focusOn([office.head]))];
}

/** The deputies in the office of a body; none named is said to be so. */
export function officeDeputiesReply({ office }: LeadingBody, facts: Facts): Reply[] {
  if (!office) return [];
  const { deputies, location, name } = office;
  if (deputies.length === 0) return [refuse(`通知里没有写${name}副主任，只写了主任。`, [location])];
  const text = `${name}副主任共${deputies.length}名：${people(facts, deputies)}。${at(location)}`;
  return [reply(text, [location], focusOn(deputies))];
}

/** The unit that the office of a body is in. */
export function seatReply({ office }: LeadingBody, facts: Facts): Reply[] {
  if (!office) return [];
  const { location, name, seat } = office;
  if (!seat) return [refuse(`通知里没有写${name}设在哪个单位。`, [location])];
  return [reply(`${name}设在${facts.unit(seat)?.name ?? seat}。${at(location)}`, [location])];
}

function postReplies(body: LeadingBody, { isOffice, isHead }: BodyPost, facts: Facts): Reply[] {
  if (isOffice) return isHead ? officeHeadReply(body, facts) : officeDeputiesReply(body, facts);
  return [isHead ? headReply(body, facts) : deputiesReply(body, facts)];
}

const ITS_ROLE =
  /P(?:还|也)*(?:干|当|任|兼|挂)(?:着|过)?(?:别的|其他|啥|什么|哪)[^,，]{0,4}[,，]?在[BGO]|P(?:自己|也|还|又)*在[BGO](?:那|这|个|块|边|摊|里|头|上|专项|行动|工作|小组|领导小组|组|办公室)*(?:有没有|有|挂|任|担|兼|当)[^,，]{0,4}(?:头衔|职务|职|名分|身份|角色|衔|官)|[BOG](?:那|这|个|的|工作|专项|小组|组|办公室)*(?:里|中|当中|上)(?:头|面|边)?.{0,6}(?:是|当|任|做|干|挂|担任|扮演|算).{0,4}(?:啥|什么|哪|何)|P.{0,6}在(?:[BOG]|[两俩2]个?(?:办公室|领导小组)).{0,10}(?:(?:啥|什么|何)(?:角色|身份|职务|职)?|(?:有没有|有无|有啥|有什么|挂没挂|兼没兼|担不担)(?:任|个)*(?:职务|职|角色|名))/;

/** `他在某事那个小组里是啥角色`: the offices of somebody in a body, named by its matter too. */
function roleOfPerson(question: Question, facts: Facts): Reply | undefined {
  const [entity, ...others] = mentioned(question, 'person');
  const person = entity && facts.person(entity.id);
  if (!person || others.length > 0 || !ITS_ROLE.test(question.masked)) return undefined;
  const fields = mentioned(question, 'group').flatMap(({ no }) => facts.group(no)?.field ?? []);
  const isIn = person.roles.some(({ body }) => fields.length === 0 || fields.some((f) => body.includes(f)));
  return isIn ? { ...titleReply(person, facts), spoken: question.residue } : undefined;
}

/** `正副主任一共几个人`: the holders of the posts counted. */
function sumReply(bodies: readonly LeadingBody[], posts: readonly BodyPost[]): Reply {
  const counts = bodies.flatMap((body) =>
    posts.flatMap(({ isOffice, isHead }) => {
      const of = isOffice ? body.office : body;
      const ids = of ? (isHead ? [of.head] : of.deputies) : [];
      return of ? { of, said: `${isHead ? '' : '副'}${isOffice ? '主任' : '组长'}${ids.length}名`, ids } : [];
    }),
  );
  const total = counts.reduce((sum, { ids }) => sum + ids.length, 0);
  const said = counts.map(({ of, said }, i) => (of === counts[i - 1]?.of ? said : `${of.name}${said}`));
  const places = counts.map(({ of }) => of.location);
  return reply(
    `${said.join('、')}，共${total}名。${at(...new Set(places))}`,
    places,
    focusOn(counts.flatMap(({ ids }) => ids)),
  );
}

/** `办公室主任也是他？`: whether somebody holds the one post, and what he is where he does not. */
function claimReply(
  { claimed, posts }: PostsAsked,
  replies: readonly Reply[],
  question: Question,
  facts: Facts,
): Reply | undefined {
  const [only, ...others] = replies;
  const isAsked = /吗|吧|么$|是不是|是否|对不对|也是|就是|不是|[?？]/.test(question.folded);
  if (!only || others.length > 0 || posts.length !== 1 || only.kind !== 'answer' || !isAsked)
    return undefined;
  const isHeld = only.focus.some((entity) => entity.kind === 'person' && entity.id === claimed);
  // `不是某某吗` supposes that it is he.
  const isSupposed = /是不是P|不是P(?:同志)?(?:兼|当|任)?(?:的|着)?(?:吗|么|嘛)/.test(question.masked);
  const isDenied = /(?:没有?|不包括|不含|不是)P/.test(question.masked) && !isSupposed;
  const own = isHeld ? undefined : ownPost(claimed, only.cites, facts);
  const lines = [`${verdict(isHeld !== isDenied)}${own ?? ''}${only.lines[0]}`];
  return { ...only, lines, spoken: question.residue };
}

/** What somebody is in the body where he does not hold the post that is claimed. */
function ownPost(id: string | undefined, places: readonly string[], facts: Facts): string | undefined {
  const person = id === undefined ? undefined : facts.person(id);
  const held = person?.roles.filter(({ location }) => places.includes(location)) ?? [];
  return held.length > 0 ? `${person?.name}是${held.map(({ role }) => role).join('、')}；` : undefined;
}

/** `五名副主任各自单位`: the holders with their titles. */
function titledReply(replies: readonly Reply[], facts: Facts, { residue }: Question): Reply | undefined {
  const focus = replies.flatMap((each) => each.focus);
  const people = focus.flatMap((e) => (e.kind === 'person' ? (facts.person(e.id) ?? []) : []));
  if (people.length === 0) return replies[0];
  const said = people.map(({ name, titles }) => `${name}（${titles.map(({ text }) => text).join('，')}）`);
  const lines = [...replies.flatMap((each) => each.lines), `职务：${said.join('、')}。`];
  return reply(
    lines,
    replies.flatMap((each) => each.cites),
    { focus, spoken: residue },
  );
}

/** Posts asked for in words of which none is of another matter (`常设办公室谁兼着主任`, `两边主任是一个人不`). */
export const answerBodyPosts: Handler = needing(
  () => ({ masked: [/[BO组办副正P]|主任|头|一号|负责人/] }),
  (question, { facts }) => {
    const role = roleOfPerson(question, facts);
    if (role) return role;
    const asked = postsAsked(question, facts);
    if (!asked?.isAnchored) return undefined;
    const replies = asked.bodies.flatMap((body) => [
      ...asked.posts.flatMap((post) => postReplies(body, post, facts)),
      ...(asked.isSeat ? seatReply(body, facts) : []),
    ]);
    if (asked.claimed !== undefined) return claimReply(asked, replies, question, facts);
    if (asked.isTitled) return titledReply(replies, facts, question);
    const [first, ...others] = replies;
    if (first === undefined || others.length === 0) return first && { ...first, spoken: question.residue };
    if (asked.isSum) return { ...sumReply(asked.bodies, asked.posts), readsAll: true };
    const holders = new Set(replies.flatMap((each) => each.focus.map((entity) => JSON.stringify(entity))));
    const isHeads = asked.posts.every(({ isHead }) => isHead);
    const lines = replies.flatMap((each) => each.lines);
    return reply(
      asked.isSame && isHeads
        ? lines.map((line, i) => (i === 0 ? `${verdict(holders.size === 1)}${line}` : line))
        : lines,
      replies.flatMap((each) => each.cites),
      { focus: replies.flatMap((each) => each.focus), spoken: question.residue },
    );
  },
);
