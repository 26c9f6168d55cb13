import type { Handler } from '../../handler.ts';
import { reply } from '../../replies/reply.ts';
import { at } from '../../replies/texts.ts';
import { bodyMeant } from '../claims/verify-people.ts';
import { needing } from '../needing.ts';
import { headsOf } from './unit-people-in-body.ts';

const RANK =
  '(?:一把手|p|正职|副职|正的|副的|主要领导|主要负责人|主要负责同志|负责人|负责同志|分管领导|分管负责人|分管的?|主官|副手|科长|普通干部)';
const MEMBERS = '成员(?!单位(?:的)?(?:名单|有|共|是哪))';
/** Of which rank those are who come from the member units. */
const ASKS = [
  new RegExp(`${MEMBERS}.*${RANK}.{0,3}还是.{0,4}${RANK}`),
  new RegExp(`${RANK}.{0,3}还是.{0,4}${RANK}.*(?:当|做|任|是|进).{0,6}${MEMBERS}`),
  new RegExp(
    `${MEMBERS}(?:单位)?(?:的)?(?:是|由|都由|都是|得|要|该)*(?:各单位|单位)?(?:的)?(?:什么人|啥人|什么级别|谁)(?:来)?(?:担任|当|做|出任)`,
  ),
];

/** `进领导小组当成员的，是一把手还是分管`: who of the member units are the members. */
export const answerMembersRank: Handler = needing(
  () => ({ masked: [ASKS] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!ASKS.some((asks) => asks.test(masked)) || /[UGM]|联络员|副?组长|主任/.test(masked)) return undefined;
    const body = bodyMeant(question, facts);
    const heads = body.memberUnits.length > 0 ? `各成员单位的${headsOf(body, facts)}` : body.membersText;
    return reply(`${body.name}成员是${heads}。${at(body.location)}`, [body.location], {
      spoken: question.residue,
      readsAll: true,
    });
  },
);
