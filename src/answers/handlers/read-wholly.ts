import type { Handler } from '../handler.ts';
import { answerHelpersTold } from '../query/helpers-told.ts';
import { answerGroupsUnassigned } from './assignments.ts';
import { answerBesidesOwn } from './besides-own.ts';
import { answerCountedPlaces } from './counted-places.ts';
import { answerLeaderInBoth } from './leader-in-both.ts';
import { answerMeasuresHeld } from './measures-held.ts';
import { answerMembersAmong } from './members-among.ts';
import { answerNothingClaimed } from './nothing-claimed.ts';
import { answerPapersAbove } from './papers-above.ts';
import { answerPartsTaken } from './parts-taken.ts';
import { answerPeopleAmong } from './people-among.ts';
import { answerSaidTwice } from './said-twice.ts';
import { answerUnitAllParts } from './unit-all-parts.ts';
import { answerUnitOfPerson } from './unit-of-person.ts';
import { answerUnitSpellings } from './unit-spellings.ts';

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
