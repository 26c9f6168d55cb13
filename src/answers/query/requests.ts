import type { Facts } from '../facts.ts';
import type { Question } from '../question/parse.ts';
import type { Reply } from '../replies/reply.ts';
import { slotsOfGroups } from './group-slots.ts';
import { claimedOfHolder } from './holder-claims.ts';
import { partsOfHolders } from './holder-parts.ts';
import { claimedLeads, claimedRoles } from './role-claims.ts';
import { askedRow, REQUESTS } from './set-aside.ts';
import { unreadWith } from './unread.ts';

/** Something is set aside, wanted of several, claimed of several, or compared. */
const MAY_BE =
  /[UGP].*[UGP]|除|外|别|不|没|甭|抛|撇|刨|去掉|扣|剔|排除|知道|晓得|清楚|有数|只当|只是|各|分别|分开|分着|[只就光仅][^,，]{0,6}[一两二三四五六七八九十俩仨]|(?:牵|进|参加|在|当|配合)[^,，]{0,4}[一两二三四五六七八九十俩仨]|[一两二三四五六七八九十俩仨]个?[组项头]/;

const unread = unreadWith(REQUESTS);

/** What the letters of this reader do not stand for. */
const OTHER_MATTER = /[MSCBOEq]/;

/**
 * Questions with something done to what is asked: slots of several groups, what is set aside, several claims, each by
 * itself, more or fewer. Answers only what it has read to the last word.
 */
export function requested(question: Question, facts: Facts): Reply | undefined {
  if (!MAY_BE.test(question.masked) || unread(question.masked) > 0) return undefined;
  const asked = askedRow(question);
  if (!asked || OTHER_MATTER.test(asked.row.letters)) return undefined;
  return (
    (asked.isApart
      ? undefined
      : (claimedRoles(asked.row, question.text, facts) ?? claimedLeads(asked.row, facts))) ??
    claimedOfHolder(asked, facts) ??
    slotsOfGroups(asked, facts) ??
    partsOfHolders(asked, facts)
  );
}
