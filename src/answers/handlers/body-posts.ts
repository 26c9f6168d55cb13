import { verdict } from '../claims.ts';
import type { Facts } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type BodyPost, postsAsked } from '../posts-read.ts';
import { type Reply, refuse, reply } from '../reply.ts';
import { at, personName } from '../texts.ts';

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
  const text = `${office.name}主任是${personName(facts, office.head)}。${at(office.location)}`;
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

/** Posts asked for in words of which none is of another matter (`常设办公室谁兼着主任`, `两边主任是一个人不`). */
export const answerBodyPosts: Handler = (question, { facts }) => {
  const asked = postsAsked(question, facts);
  if (!asked?.isAnchored) return undefined;
  const replies = asked.bodies.flatMap((body) => [
    ...asked.posts.flatMap((post) => postReplies(body, post, facts)),
    ...(asked.isSeat ? seatReply(body, facts) : []),
  ]);
  const [first, ...others] = replies;
  if (first === undefined || others.length === 0) return first && { ...first, spoken: question.residue };
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
};
