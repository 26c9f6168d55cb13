import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { type Reply, refuse, reply } from '../../replies/reply.ts';
import { at, personName } from '../../replies/texts.ts';
import { bodyMeant } from '../claims/verify-people.ts';
import { needing } from '../needing.ts';
import { titlesOf } from './people.ts';

const LISTED = /副组长|副主任|名单|顺序|次序|排|摆|座次|名序/;
/** `某某前面是谁`: only a list has such places. */
const PLAINLY =
  /^P(?:同志)?(?:的)?(?:紧|挨|接|跟|着)*(?:前|后|上一|下一)(?:面|头|边|一位|一个|位|个)?(?:的)?(?:是|那位是|那个是)(?:谁|哪位)[?？]*$/;
const SIDE = '(?:面|头|边|一位|一个|手)?';
const WHO =
  '(?:的|那|这|一|个|位|名|是|写|坐|站|放|叫|该|又|人|着|了|就|副组长|副主任|同志)*(?:谁|哪(?:一)?[位个])';
/** `某某后面一个是谁`, `排某某前头的是谁`, `某某下一位是谁`. */
const NEXT_TO = new RegExp(
  `P(?:同志)?(?:的)?(?:紧|挨|接|跟|着|在)*(?:(后|下一|往后|之后|紧跟|挨着)|(前|上一|往前|之前))${SIDE}(?:紧|挨|接|跟|着|的)*[,，]?${WHO}`,
);
/** `某某排第几`. */
const RANK =
  /P(?:同志)?(?:在|名字)?[^,，GUBO]{0,10}(?:排|列|摆|写|座次|位次|顺序|名次|是|坐|放)(?:在|是|到|了|名单|里|的)*第几/;

const PUT = '(?:同志|名字|应该?|该|得|是|被|要|就|还|又|也|排|列|写|放|摆|站|坐|印|的|在|到|了|不)*';
/** `某某排在某某前头`, `某某在前某某在后`: one said to stand before or behind the other. */
const ORDERED = new RegExp(
  `P${PUT}P(?:同志)?(?:的|之)?(?:(前)|(后))(?:面|头|边)?(?!任)|P${PUT}(?:(前)|(后))(?:面|头|边)?[,，、]?P${PUT}[前后]`,
);
/** `某某和某某谁排前面`, `…在前面还是后面`: the order is asked, none is claimed. */
const WHICH_FIRST =
  /P(?:和|跟|与|、|同)P(?:的名字|这俩|两人|俩人)?[,，]?(?:到底|究竟|在)?(?:谁|哪(?:一)?[个位])(?:的名字)?(?:的)?(?:排|列|写|放|站|在|名次|位次|得)*(?:在|得|是)?(?:前|后|先|靠前|靠后)/;

/** Of two deputies who stands before the other: a claim is held against the list. */
function orderOfTwo(question: Question, facts: Facts): Reply | undefined {
  const { masked } = question;
  const [found, , back, , backFirst] = masked.match(ORDERED) ?? [];
  if (found === undefined && !WHICH_FIRST.test(masked)) return undefined;
  if (found !== undefined && /谁|哪|第几|几[位个]|中间|之间/.test(masked)) return undefined;
  const ids = mentioned(question, 'person').map(({ id }) => id);
  const [a, b] = ids;
  if (a === undefined || b === undefined || ids.length !== 2 || a === b) return undefined;
  const body = bodyMeant(question, facts);
  const lists = [
    { role: '副组长', held: body.deputies, place: body.location },
    {
      role: '办公室副主任',
      held: body.office?.deputies ?? [],
      place: body.office?.location ?? body.location,
    },
  ];
  const list = lists.find(({ held }) => held.includes(a) && held.includes(b));
  if (!list) return undefined;
  const [rankA, rankB] = [list.held.indexOf(a), list.held.indexOf(b)];
  const isBehind = back !== undefined || backFirst !== undefined;
  const isDenied = /P[^P]{0,6}不[^P]{0,4}P/.test(masked);
  const isOpen = found === undefined || /还是/.test(masked);
  const isSo = (isBehind ? rankA > rankB : rankA < rankB) !== isDenied;
  const [first, second] = rankA < rankB ? [a, b] : [b, a];
  const said = `${list.role}名单里，${personName(facts, first)}（第${Math.min(rankA, rankB) + 1}位）排在${personName(facts, second)}（第${Math.max(rankA, rankB) + 1}位）前面`;
  return reply(`${isOpen ? '' : verdict(isSo)}${said}。${at(list.place)}`, [list.place], {
    focus: [a, b].map((id) => ({ kind: 'person' as const, id })),
    spoken: question.residue,
    readsAll: true,
  });
}

/** Who stands before or behind somebody among the deputies, and the how manieth he is. */
export const answerBesideDeputy: Handler = needing(
  () => ({
    masked: [
      [LISTED, PLAINLY, ORDERED, WHICH_FIRST],
      [NEXT_TO, RANK, ORDERED, WHICH_FIRST],
    ],
  }),
  (question, { facts }) => {
    const { masked } = question;
    const ordered = /[GUSMC]/.test(masked) ? undefined : orderOfTwo(question, facts);
    if (ordered) return ordered;
    if (!(LISTED.test(masked) || PLAINLY.test(masked)) || /[GUSMC]/.test(masked) || isClaim(question))
      return undefined;
    const [next, after] = masked.match(NEXT_TO) ?? [];
    if (next === undefined && !RANK.test(masked)) return undefined;
    const [one, ...others] = new Set(mentioned(question, 'person').map(({ id }) => id));
    const body = bodyMeant(question, facts);
    const isOffice = /副主任/.test(masked);
    const ids = (isOffice ? body.office?.deputies : body.deputies) ?? [];
    const place = (isOffice ? body.office?.location : undefined) ?? body.location;
    const rank = ids.indexOf(one ?? '');
    if (rank < 0 || others.length > 0) return undefined;
    const role = isOffice ? '办公室副主任' : '副组长';
    const name = facts.person(one ?? '')?.name ?? '';
    const focusOn = (id: string) => ({
      focus: [{ kind: 'person' as const, id }],
      spoken: question.residue,
      readsAll: true,
    });
    if (next === undefined)
      return reply(
        `${name}在${role}名单里排第${rank + 1}位，共${ids.length}位。${at(place)}`,
        [place],
        focusOn(one ?? ''),
      );
    const isAfter = after !== undefined;
    const person = facts.person(ids[isAfter ? rank + 1 : rank - 1] ?? '');
    if (!person)
      return refuse(`${name}已经是${role}名单里的${isAfter ? '最后' : '第1'}位。${at(place)}`, [place]);
    return reply(
      `${role}名单里排在${name}${isAfter ? '后面' : '前面'}的是${person.name}（${titlesOf(person, facts)}）。${at(place)}`,
      [place],
      focusOn(person.id),
    );
  },
);
