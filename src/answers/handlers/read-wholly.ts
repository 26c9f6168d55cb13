import type { Handler } from '../handler.ts';
import { answerGroupsUnassigned } from './assignments.ts';
import { answerCountedPlaces } from './counted-places.ts';
import { answerLeaderInBoth } from './leader-in-both.ts';
import { answerMembersAmong } from './members-among.ts';
import { answerNothingClaimed } from './nothing-claimed.ts';
import { answerPapersAbove } from './papers-above.ts';
import { answerPartsTaken } from './parts-taken.ts';
import { answerPeopleAmong } from './people-among.ts';
import { answerUnitAllParts } from './unit-all-parts.ts';
import { answerUnitSpellings } from './unit-spellings.ts';

/** What is asked over several clauses and read to the last word: no clause of it is left out or asked by itself. */
export const answerWholly: Handler = (question, desk) =>
  answerPapersAbove(question, desk) ??
  answerCountedPlaces(question, desk) ??
  answerNothingClaimed(question, desk) ??
  answerMembersAmong(question, desk) ??
  answerPeopleAmong(question, desk) ??
  answerUnitAllParts(question, desk) ??
  answerUnitSpellings(question, desk) ??
  answerLeaderInBoth(question, desk) ??
  answerGroupsUnassigned(question, desk) ??
  answerPartsTaken(question, desk);
