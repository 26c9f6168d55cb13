import type { Handler } from '../handler.ts';
import { answerHelpersTold } from '../query/helpers-told.ts';
import { answerNothingClaimed } from './claims/nothing-claimed.ts';
import { answerMeasuresHeld } from './measures/measures-held.ts';
import { answerPapersAbove } from './paper/papers-above.ts';
import { answerGroupsUnassigned } from './people/assignments.ts';
import { answerLeaderInBoth } from './people/leader-in-both.ts';
import { answerPeopleAmong } from './people/people-among.ts';
import { answerUnitOfPerson } from './people/unit-of-person.ts';
import { answerCountedPlaces } from './places/counted-places.ts';
import { answerSaidTwice } from './places/said-twice.ts';
import { answerBesidesOwn } from './units/besides-own.ts';
import { answerMembersAmong } from './units/members-among.ts';
import { answerPartsTaken } from './units/parts-taken.ts';
import { answerUnitAllParts } from './units/unit-all-parts.ts';
import { answerUnitSpellings } from './units/unit-spellings.ts';

/**
 * What is told in one breath with what is asked of it: a word said in two places, measures held against each other, a
 * unit's own group set aside, a unit told by who heads it.
 */
export const answerHeldApart: Handler = (question, desk) =>
  answerSaidTwice(question, desk) ??
  answerMeasuresHeld(question, desk) ??
  answerBesidesOwn(question, desk) ??
  answerUnitOfPerson(question, desk);

/** What is asked over several clauses and read to the last word: no clause of it is left out or asked by itself. */
export const answerWholly: Handler = (question, desk) =>
  answerPapersAbove(question, desk) ??
  answerHeldApart(question, desk) ??
  answerCountedPlaces(question, desk) ??
  answerNothingClaimed(question, desk) ??
  answerMembersAmong(question, desk) ??
  answerPeopleAmong(question, desk) ??
  answerUnitAllParts(question, desk) ??
  answerUnitSpellings(question, desk) ??
  answerLeaderInBoth(question, desk) ??
  answerGroupsUnassigned(question, desk) ??
  answerPartsTaken(question, desk) ??
  (/^U牵头?的/.test(question.masked) ? answerHelpersTold(question, desk) : undefined);
