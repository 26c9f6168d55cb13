import type { Handler } from '../../handler.ts';
import { answerListLengths } from '../groups/list-lengths.ts';
import { answerLeadersCounted } from '../people/leaders-counted.ts';
import { answerOutsideMembers } from '../people/outside-members.ts';
import { answerJointLeads } from './joint-leads.ts';
import { answerOneRoleUnits } from './one-role-units.ts';
import { answerUnnamedHelpers } from './unnamed-helpers.ts';

/** Units, groups and leaders of the whole notice by the part they take in the groups (sections 一 to 三), read whole. */
export const answerPartsTaken: Handler = (question, desk) =>
  answerOutsideMembers(question, desk) ??
  answerUnnamedHelpers(question, desk) ??
  answerJointLeads(question, desk) ??
  answerListLengths(question, desk) ??
  answerLeadersCounted(question, desk) ??
  answerOneRoleUnits(question, desk);
