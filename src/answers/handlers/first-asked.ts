import type { Handler } from '../handler.ts';
import { answerContained } from '../query/contained.ts';
import { answerHelpersTold } from '../query/helpers-told.ts';
import { answerMemberships } from '../query/memberships.ts';
import { answerNothingClaimed } from './claims/nothing-claimed.ts';
import { answerOnlyClaims } from './claims/only-claims.ts';
import { answerPaperClaims } from './claims/paper-claims.ts';
import { answerItemLeadBesides, answerLeaderBesides } from './groups/besides.ts';
import { answerGroupName } from './groups/group-name.ts';
import { answerGroupsListing } from './groups/groups-listing.ts';
import { answerLastSlot } from './groups/last-slot.ts';
import { answerLedGroup } from './groups/led-group.ts';
import { answerNumberLed } from './numbered.ts';
import { answerCitedContents } from './paper/cited-contents.ts';
import { answerPaperFields } from './paper/documents.ts';
import { answerPapersAbove } from './paper/papers-above.ts';
import { answerGroupsUnassigned } from './people/assignments.ts';
import { answerInOrder } from './people/bodies.ts';
import { answerBodyPosts } from './people/body-posts.ts';
import { answerBesideDeputy } from './people/deputy-order.ts';
import { answerLeaderInBoth, answerLedBesidesAssigned } from './people/leader-in-both.ts';
import { answerLeaderIsUnit } from './people/leader-is-unit.ts';
import { answerTitledOnly, answerTitledWith } from './people/leader-titles.ts';
import { answerMembersRank } from './people/members-rank.ts';
import { answerNamesSpelled } from './people/names-spelled.ts';
import { answerOneLeader } from './people/one-leader.ts';
import { answerPeopleAmong } from './people/people-among.ts';
import { answerStillSo } from './people/still-so.ts';
import { answerEitherField, answerNoFields, answerTitleWritten } from './people/title-claims.ts';
import { answerUnitPeopleInBody } from './people/unit-people-in-body.ts';
import { answerOddOne } from './places/odd-one.ts';
import { answerQuotedItems } from './places/quoted-items.ts';
import { answerRankInList } from './places/rank-in-list.ts';
import { answerRestOfList } from './places/rest-of-list.ts';
import { answerHeldApart } from './read-wholly.ts';
import { answerAbsent, answerLive } from './refusals/refusals.ts';
import { answerStrangers } from './refusals/strangers.ts';
import { answerUnnamed, answerUnnumbered } from './refusals/unnamed.ts';
import { answerUntold } from './refusals/untold.ts';
import { answerSmallTalk } from './small-talk.ts';
import { answerEitherTitle } from './units/alternatives.ts';
import { answerMemberAndGroups, answerMembersNamed } from './units/member-units.ts';
import { answerMembersAmong } from './units/members-among.ts';
import { answerPartsTaken } from './units/parts-taken.ts';
import { answerUnitAllParts } from './units/unit-all-parts.ts';
import { answerGroupsOfClass } from './units/unit-classes.ts';
import { answerLeadAndOther, answerUnitsNamedWith } from './units/units-in-group.ts';
import { answerUnitsMissing } from './units/units-missing.ts';
import { pointed, whole } from './wrapped.ts';

/**
 * Handlers that come before all others, in this order: what is read to the last word, and what no notice of this kind
 * tells.
 */
export const FIRST_ASKED: Readonly<Record<string, Handler>> = {
  answerSmallTalk,
  answerStillSo: pointed(answerStillSo),
  answerNumberLed: pointed(whole(answerNumberLed)),
  answerLeaderInBoth: pointed(answerLeaderInBoth),
  answerHeldApart,
  answerLedBesidesAssigned: pointed(answerLedBesidesAssigned),
  answerGroupsUnassigned: pointed(whole(answerGroupsUnassigned)),
  answerPeopleAmong,
  answerUnitPeopleInBody,
  answerMembersRank,
  answerBodyPosts,
  answerPapersAbove,
  answerPaperFields: pointed(answerPaperFields),
  answerNamesSpelled: pointed(answerNamesSpelled),
  answerOddOne,
  answerPaperClaims,
  answerGroupsListing,
  answerUnitsMissing,
  answerPartsTaken,
  answerLeaderIsUnit,
  answerRankInList: whole(answerRankInList),
  answerRestOfList: pointed(answerRestOfList),
  answerEitherTitle,
  answerTitledWith: pointed(answerTitledWith),
  answerTitledOnly,
  answerUnitAllParts,
  answerLastSlot: pointed(answerLastSlot),
  answerUntold: pointed(answerUntold),
  answerGroupName,
  answerContained,
  answerNothingClaimed,
  answerMembersAmong,
  answerLedGroup: whole(answerLedGroup),
  answerOneLeader,
  answerMemberships,
  answerOnlyClaims,
  answerLeaderBesides,
  answerItemLeadBesides,
  answerTitleWritten,
  answerEitherField,
  answerNoFields,
  answerInOrder,
  answerBesideDeputy,
  answerMembersNamed,
  answerMemberAndGroups,
  answerUnitsNamedWith,
  answerGroupsOfClass,
  answerLeadAndOther,
  answerHelpersTold,
  answerAbsent,
  answerLive,
  answerUnnumbered,
  answerQuotedItems,
  answerCitedContents,
  answerStrangers,
  answerUnnamed,
};
