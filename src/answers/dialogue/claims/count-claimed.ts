import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import { verdict } from '../../question/claims.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList } from '../../replies/texts.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Somebody else, and whether he has as many (`某局也是俩么`, `某某也是这么多吗`). */
const AS_MANY = new RegExp(
  `^(?:那|那么|可)?[UP](?:那边|这边|那家|呢)?[,，]?(?:是不是|是否)?(?:也|同样|一样)(?:是|有|在|包|管|分包|牵头|参加)*(?:了)?(?:(?<many>俩|仨|${NUMERAL})(?:个|项|家|摊|块)?(?:组)?|(?:这|那)么(?:多|些)|一样多|同样多)(?:组|项)?(?:的)?(?:吗|么|嘛|不|吧|没有?|[?？])+$`,
);
const COUNTED = /几|多少|哪/;
const OF_GROUPS = /组|牵头|分[包管]|配合|责任单位|几项|包|管/;
const LONGEST = 18;

/** After how many groups (or matters) somebody has: whether another has as many. */
export function countClaimed({ question, last, facts }: Talk): Turn | undefined {
  const { text, masked } = question;
  const match = text.length > LONGEST ? undefined : masked.match(AS_MANY);
  const [now, ...others] = firmOf(question).flatMap(({ entities }) => entities);
  // `哪俩` in between asks on.
  const counted = [last, last.before].find((turn) => turn && asksCount(turn));
  const [before, ...more] = counted ? firmOf(counted.question).flatMap(({ entities }) => entities) : [];
  if (!match || !now || !before || others.length + more.length > 0 || now.kind !== before.kind)
    return undefined;
  const asked = counted?.question.text ?? '';
  const said = match.groups?.['many'];
  const [own, theirs] = [heldBy(now, asked, facts), heldBy(before, asked, facts)];
  if (!own || !theirs) return undefined;
  const claimed = said === undefined ? theirs.groups.length : (HOW_MANY[said] ?? parseNumeral(said));
  const { name, does, groups, home } = own;
  const list = groups.length > 0 ? `：${groupList(groups)}` : '';
  const line = `${verdict(groups.length === claimed)}${name}${does}${groups.length}个组${list}。${at(home)}`;
  return exactly({
    question,
    reply: reply(line, [home, ...groups.map(({ location }) => location)], {
      focus: [now, ...groups.map(({ no }) => ({ kind: 'group' as const, no }))],
    }),
  });
}

const asksCount = ({ question: { text } }: Turn) => COUNTED.test(text) && OF_GROUPS.test(text);

const HOW_MANY: Record<string, number> = { 俩: 2, 仨: 3 };

/** The groups that a unit or a leader has in the part that was asked for. */
function heldBy(entity: Turn['reply']['focus'][number], asked: string, facts: Facts) {
  if (entity.kind === 'person')
    return {
      name: facts.person(entity.id)?.name,
      does: '分包',
      groups: facts.groupsOfLeader(entity.id),
      home: '二',
    };
  if (entity.kind !== 'unit') return undefined;
  const part = /牵头/.test(asked) ? 'lead' : /配合|责任单位/.test(asked) ? 'responsible' : undefined;
  const does = { lead: '牵头', responsible: '当责任单位的有', any: '在' }[part ?? 'any'];
  return { name: facts.unit(entity.id)?.name, does, groups: facts.groupsOfUnit(entity.id, part), home: '三' };
}
