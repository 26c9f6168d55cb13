import type { Turn } from '../turn.ts';
import { alsoNone } from './also-none.ts';
import { besidesLed } from './besides-led.ts';
import { postsOfBody } from './body-posts.ts';
import { bothOfTurns } from './both-of-turns.ts';
import { challenged } from './challenges.ts';
import { chargedOfTold } from './charged-of-told.ts';
import { claimOfTold } from './claims-of-told.ts';
import { compared } from './compared.ts';
import { corrected } from './corrections.ts';
import { countClaimed } from './count-claimed.ts';
import { countOfTold } from './counts.ts';
import { dutyOfGroup, membersOfGroup } from './duties.ts';
import { ofEach } from './each.ts';
import { elsewhereClaimed } from './elsewhere-claimed.ts';
import { equalsInTold } from './equals-in-told.ts';
import { exceptedOfTold } from './excepted.ts';
import { figureOfOther } from './figure-of-other.ts';
import { figureTold } from './figures-told.ts';
import { slotOfTold } from './group-slots.ts';
import { groupsAlike } from './groups-alike.ts';
import { headOfTold } from './head-of-told.ts';
import { hisOrNot } from './his-or-not.ts';
import { numberOfGroup, partInGroup, unitInGroup } from './in-group.ts';
import { isInTold } from './in-told.ts';
import { itemOfTold } from './item-of-told.ts';
import { lastOfRow } from './last-of.ts';
import { lastSaid } from './last-said.ts';
import { leadersAlike } from './leaders-alike.ts';
import { leadersRole } from './leaders-role.ts';
import { figureOfMatter } from './matters.ts';
import { measureOfFigure } from './measure-of-figure.ts';
import { memberOfBody } from './member-of-body.ts';
import { membershipAgain } from './membership-again.ts';
import { nameOfThing } from './name-of-thing.ts';
import { namedAgain } from './named-again.ts';
import { nthBeside } from './nth-beside.ts';
import { countInsideTold, nthInsideTold } from './nth-inside-told.ts';
import { numbersInRow } from './numbers-in-row.ts';
import { roleInBody, seatOfBody } from './of-body.ts';
import { ofMeasure } from './of-measure.ts';
import { ofTurnsTold } from './of-turns-told.ts';
import { officeOfTold } from './office-of-told.ts';
import { ofOtherField } from './other-field.ts';
import { otherText } from './other-text.ts';
import { othersOfList } from './others.ts';
import { ownerOfFigure } from './owner-of-figure.ts';
import { paperOfTold } from './papers-told.ts';
import { partsOfTold } from './parts-of-told.ts';
import { periodInstead } from './period-instead.ts';
import { pickOfTold } from './picks.ts';
import { pickByMatter } from './picks-by-matter.ts';
import { placeInRow } from './place-in-row.ts';
import { postOfTold } from './posts-of-told.ts';
import { rankOfTold } from './rank-of-told.ts';
import { rankedNext } from './ranked-next.ts';
import { partOfUnit, restOfGroup, restOfUnit } from './rest-of.ts';
import { restOfSet } from './rest-of-set.ts';
import { saidOtherwise } from './said-otherwise.ts';
import { ofSameClause } from './same-clause.ts';
import { ofSamePlace } from './same-place.ts';
import { shareInstead } from './share-instead.ts';
import { sharedWith } from './shared.ts';
import { slotsAgain } from './slots-again.ts';
import { stepped } from './steps.ts';
import { supportsToo } from './supports-too.ts';
import { swapped } from './swapped.ts';
import type { Talk } from './talk.ts';
import { ofThatUnit } from './that-unit.ts';
import { thenList } from './then-list.ts';
import { thingAskedOn } from './thing-asked-on.ts';
import { titleOfTold } from './titles.ts';
import { tradeInTold } from './trade-in-told.ts';
import { unitElsewhere } from './units-elsewhere.ts';
import { withBase } from './with-base.ts';

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
