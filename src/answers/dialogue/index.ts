import type { Turn } from '../turn.ts';
import { challenged } from './challenges.ts';
import { compared } from './compared.ts';
import { countOfTold } from './counts.ts';
import { dutyOfGroup, membersOfGroup } from './duties.ts';
import { ofEach } from './each.ts';
import { exceptedOfTold } from './excepted.ts';
import { numberOfGroup, unitInGroup } from './in-group.ts';
import { isInTold } from './in-told.ts';
import { lastOfRow } from './last-of.ts';
import { figureOfMatter } from './matters.ts';
import { roleInBody, seatOfBody } from './of-body.ts';
import { ofMeasure } from './of-measure.ts';
import { othersOfList } from './others.ts';
import { pickOfTold } from './picks.ts';
import { restOfGroup, restOfUnit } from './rest-of.ts';
import { ofSameClause } from './same-clause.ts';
import { sharedWith } from './shared.ts';
import { stepped } from './steps.ts';
import { swapped } from './swapped.ts';
import type { Talk } from './talk.ts';
import { ofThatUnit } from './that-unit.ts';
import { titleOfTold } from './titles.ts';

const READERS = [
  swapped,
  exceptedOfTold,
  isInTold,
  pickOfTold,
  lastOfRow,
  seatOfBody,
  roleInBody,
  unitInGroup,
  numberOfGroup,
  stepped,
  ofThatUnit,
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
  figureOfMatter,
  ofSameClause,
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
