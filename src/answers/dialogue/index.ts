import type { Turn } from '../turn.ts';
import { bothOfTurns } from './both-of-turns.ts';
import { challenged } from './claims/challenges.ts';
import { claimOfTold } from './claims/claims-of-told.ts';
import { corrected } from './claims/corrections.ts';
import { countClaimed } from './claims/count-claimed.ts';
import { saidOtherwise } from './claims/said-otherwise.ts';
import { compared } from './figures/compared.ts';
import { figureOfOther } from './figures/figure-of-other.ts';
import { figureTold } from './figures/figures-told.ts';
import { measureOfFigure } from './figures/measure-of-figure.ts';
import { ownerOfFigure } from './figures/owner-of-figure.ts';
import { periodInstead } from './figures/period-instead.ts';
import { shareInstead } from './figures/share-instead.ts';
import { withBase } from './figures/with-base.ts';
import { countOfTold } from './lists/counts.ts';
import { ofEach } from './lists/each.ts';
import { equalsInTold } from './lists/equals-in-told.ts';
import { exceptedOfTold } from './lists/excepted.ts';
import { isInTold } from './lists/in-told.ts';
import { itemOfTold } from './lists/item-of-told.ts';
import { lastOfRow } from './lists/last-of.ts';
import { lastSaid } from './lists/last-said.ts';
import { nthBeside } from './lists/nth-beside.ts';
import { countInsideTold, nthInsideTold } from './lists/nth-inside-told.ts';
import { numbersInRow } from './lists/numbers-in-row.ts';
import { othersOfList } from './lists/others.ts';
import { partsOfTold } from './lists/parts-of-told.ts';
import { pickOfTold } from './lists/picks.ts';
import { pickByMatter } from './lists/picks-by-matter.ts';
import { placeInRow } from './lists/place-in-row.ts';
import { rankOfTold } from './lists/rank-of-told.ts';
import { rankedNext } from './lists/ranked-next.ts';
import { partOfUnit, restOfGroup, restOfUnit } from './lists/rest-of.ts';
import { restOfSet } from './lists/rest-of-set.ts';
import { sharedWith } from './lists/shared.ts';
import { thenList } from './lists/then-list.ts';
import { ofTurnsTold } from './of-turns-told.ts';
import { alsoNone } from './people/also-none.ts';
import { postsOfBody } from './people/body-posts.ts';
import { chargedOfTold } from './people/charged-of-told.ts';
import { headOfTold } from './people/head-of-told.ts';
import { hisOrNot } from './people/his-or-not.ts';
import { leadersAlike } from './people/leaders-alike.ts';
import { leadersRole } from './people/leaders-role.ts';
import { roleInBody, seatOfBody } from './people/of-body.ts';
import { officeOfTold } from './people/office-of-told.ts';
import { postOfTold } from './people/posts-of-told.ts';
import { titleOfTold } from './people/titles.ts';
import { figureOfMatter } from './places/matters.ts';
import { nameOfThing } from './places/name-of-thing.ts';
import { namedAgain } from './places/named-again.ts';
import { ofMeasure } from './places/of-measure.ts';
import { otherText } from './places/other-text.ts';
import { paperOfTold } from './places/papers-told.ts';
import { ofSameClause } from './places/same-clause.ts';
import { ofSamePlace } from './places/same-place.ts';
import { thingAskedOn } from './places/thing-asked-on.ts';
import { dutyOfGroup, membersOfGroup } from './slots/duties.ts';
import { slotOfTold } from './slots/group-slots.ts';
import { ofOtherField } from './slots/other-field.ts';
import { slotsAgain } from './slots/slots-again.ts';
import { swapped } from './slots/swapped.ts';
import { stepped } from './steps.ts';
import type { Talk } from './talk.ts';
import { besidesLed } from './units/besides-led.ts';
import { elsewhereClaimed } from './units/elsewhere-claimed.ts';
import { groupsAlike } from './units/groups-alike.ts';
import { numberOfGroup, partInGroup, unitInGroup } from './units/in-group.ts';
import { memberOfBody } from './units/member-of-body.ts';
import { membershipAgain } from './units/membership-again.ts';
import { supportsToo } from './units/supports-too.ts';
import { ofThatUnit } from './units/that-unit.ts';
import { tradeInTold } from './units/trade-in-told.ts';
import { unitElsewhere } from './units/units-elsewhere.ts';

const READERS = [
  besidesLed,
  membershipAgain,
  rankedNext,
  countClaimed,
  lastSaid,
  thingAskedOn,
  partOfUnit,
  periodInstead,
  countInsideTold,
  restOfSet,
  withBase,
  itemOfTold,
  nthInsideTold,
  nthBeside,
  measureOfFigure,
  namedAgain,
  bothOfTurns,
  placeInRow,
  saidOtherwise,
  leadersAlike,
  groupsAlike,
  nameOfThing,
  officeOfTold,
  otherText,
  thenList,
  slotsAgain,
  ofTurnsTold,
  memberOfBody,
  leadersRole,
  elsewhereClaimed,
  rankOfTold,
  equalsInTold,
  paperOfTold,
  partsOfTold,
  alsoNone,
  headOfTold,
  hisOrNot,
  numbersInRow,
  shareInstead,
  swapped,
  corrected,
  exceptedOfTold,
  tradeInTold,
  isInTold,
  chargedOfTold,
  pickOfTold,
  pickByMatter,
  lastOfRow,
  postOfTold,
  ownerOfFigure,
  supportsToo,
  seatOfBody,
  postsOfBody,
  roleInBody,
  unitInGroup,
  claimOfTold,
  unitElsewhere,
  ofOtherField,
  partInGroup,
  numberOfGroup,
  stepped,
  ofThatUnit,
  slotOfTold,
  countOfTold,
  compared,
  ofEach,
  othersOfList,
  ofMeasure,
  sharedWith,
  restOfUnit,
  restOfGroup,
  titleOfTold,
  dutyOfGroup,
  membersOfGroup,
  figureTold,
  figureOfMatter,
  figureOfOther,
  ofSameClause,
  ofSamePlace,
  challenged,
];

/**
 * What a message means that leans on the last answer: one of the things it told, how many they are, the last two held
 * against each other, something asked of each, a doubt. Undefined where it says what it is about, or nobody reads it.
 */
export function inDialogue(talk: Talk): Turn | undefined {
  if (talk.last.reply.kind !== 'answer') return undefined;
  for (const read of READERS) {
    const found = read(talk);
    if (found) return found;
  }
  return undefined;
}
