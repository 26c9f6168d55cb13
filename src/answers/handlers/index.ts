import type { Handler } from '../handler.ts';
import { answerContained } from '../query/contained.ts';
import { answerHelpersTold } from '../query/helpers-told.ts';
import { answerMemberships } from '../query/memberships.ts';
import { answerSameUnit } from '../query/same-unit.ts';
import { answerUnitPlaces } from '../query/unit-places.ts';
import { answerBasisClaims } from './claims/basis-claims.ts';
import { answerEachClaimed } from './claims/each-claimed.ts';
import { answerMeasureClaims, answerPartInMeasure } from './claims/measure-claims.ts';
import { answerNothingClaimed } from './claims/nothing-claimed.ts';
import { answerOnlyClaims } from './claims/only-claims.ts';
import { answerPaperClaims } from './claims/paper-claims.ts';
import { answerPlaceClaims } from './claims/place-claims.ts';
import { answerClaims } from './claims/verify.ts';
import { answerAddedToBase } from './figures/added-to-base.ts';
import { answerCutMore } from './figures/cuts.ts';
import { answerDifferences } from './figures/differences.ts';
import { answerEitherFigure } from './figures/either-figure.ts';
import { answerFigureMeant, answerFigureSense } from './figures/figure-meant.ts';
import { answerFiguresTogether } from './figures/figures-together.ts';
import { answerGoalCounts } from './figures/goal-counts.ts';
import { answerGoalOwners } from './figures/goal-owners.ts';
import { answerGoalMembers, answerGoals } from './figures/goals.ts';
import { answerMoreOf } from './figures/more-of.ts';
import { answerOpenSets } from './figures/open-sets.ts';
import { answerPeriods } from './figures/periods.ts';
import { answerRecurring } from './figures/recurring.ts';
import { answerSameFigures } from './figures/same-figures.ts';
import { answerTargets, answerTargetsOfMeasure, answerTargetsSideBySide } from './figures/targets.ts';
import { answerItemLeadBesides, answerLeaderBesides } from './groups/besides.ts';
import { answerGroupName } from './groups/group-name.ts';
import { answerGroups, answerSubLeads } from './groups/groups.ts';
import { answerGroupsListing } from './groups/groups-listing.ts';
import { answerGroupsSaying } from './groups/groups-saying.ts';
import { answerGroupsWithItems } from './groups/groups-with-items.ts';
import { answerItemsAndGroups } from './groups/items-and-groups.ts';
import { answerLastSlot } from './groups/last-slot.ts';
import { answerLedGroup } from './groups/led-group.ts';
import { answerScenario } from './groups/scenario.ts';
import { answerBodySize, answerDeputiesCharged, answerGroupSize, answerItemLeads } from './groups/sizes.ts';
import { answerWhichGroup } from './groups/which-group.ts';
import { answerMatterMeasures } from './measures/matter-measures.ts';
import { answerMeasureBlocks } from './measures/measure-blocks.ts';
import {
  answerGroupOfMeasure,
  answerPartOfMeasure,
  answerUnitsOfMeasures,
} from './measures/measure-group.ts';
import { answerMeasures, answerThatMeasure } from './measures/measures.ts';
import { answerPlanCounts } from './measures/plan-counts.ts';
import { answerPlans } from './measures/plans.ts';
import { answerBareNumber, answerNumbered, answerNumberLed } from './numbered.ts';
import { answerBothTexts } from './paper/both-texts.ts';
import { answerCitedContents } from './paper/cited-contents.ts';
import { answerDocument, answerPaperFields } from './paper/documents.ts';
import { answerPapersAbove } from './paper/papers-above.ts';
import { answerAssignments, answerGroupsUnassigned } from './people/assignments.ts';
import { answerAmongDeputies, answerBodies, answerInOrder } from './people/bodies.ts';
import { answerBodyPosts } from './people/body-posts.ts';
import { answerBesideDeputy } from './people/deputy-order.ts';
import { answerDescribed } from './people/described.ts';
import { answerHolders } from './people/holders.ts';
import { answerLeaderInBoth, answerLedBesidesAssigned } from './people/leader-in-both.ts';
import { answerLeaderIsUnit } from './people/leader-is-unit.ts';
import { answerItemsOfLeader } from './people/leader-items.ts';
import { answerLeaderTitles, answerTitledOnly, answerTitledWith } from './people/leader-titles.ts';
import { answerMembersRank } from './people/members-rank.ts';
import { answerNamesSpelled } from './people/names-spelled.ts';
import { answerNotMembers } from './people/not-members.ts';
import { answerOneLeader } from './people/one-leader.ts';
import { answerPeople, answerSurnames } from './people/people.ts';
import { answerPeopleAmong } from './people/people-among.ts';
import { answerSamePost } from './people/same-post.ts';
import { answerStillSo } from './people/still-so.ts';
import { answerEitherField, answerNoFields, answerTitleWritten } from './people/title-claims.ts';
import { answerUnitPeopleInBody } from './people/unit-people-in-body.ts';
import { answerClauses, answerNested, answerSeries } from './places/clauses.ts';
import { answerCountedPlaces } from './places/counted-places.ts';
import { answerCountedWords } from './places/counted-words.ts';
import { answerGaps } from './places/gaps.ts';
import { answerInside } from './places/inside.ts';
import { answerItemHolding } from './places/item-holding.ts';
import { answerItemsOfClause } from './places/items-of-clause.ts';
import { answerLastNumber } from './places/last-number.ts';
import { answerNeighbours } from './places/neighbours.ts';
import { answerOddOne } from './places/odd-one.ts';
import {
  answerOrdinal,
  answerPartOf,
  answerPartRanges,
  answerParts,
  answerPartTargets,
} from './places/parts.ts';
import { answerPlaces } from './places/places.ts';
import { answerQuotedItems } from './places/quoted-items.ts';
import { answerRankInList } from './places/rank-in-list.ts';
import { answerRestOfList } from './places/rest-of-list.ts';
import { answerSaidThere } from './places/said-there.ts';
import { answerTogether } from './places/together.ts';
import { answerSamePlace, answerSpeakingOf, answerWhereabouts } from './places/whereabouts.ts';
import { answerWhichItem } from './places/which-item.ts';
import { answerWordsWith } from './places/words-with.ts';
import { answerHeldApart } from './read-wholly.ts';
import { answerNoSuchGroup, answerNowhere } from './refusals/nowhere.ts';
import { answerAbsent, answerLive } from './refusals/refusals.ts';
import { answerStrangers } from './refusals/strangers.ts';
import { answerUnnamed, answerUnnumbered } from './refusals/unnamed.ts';
import { answerUntold } from './refusals/untold.ts';
import { answerAskedClause } from './rules/asked-clause.ts';
import { answerAlike } from './sets/alike.ts';
import { answerLabels, answerWholes, answerWholesThere } from './sets/counts.ts';
import { answerFilters } from './sets/filters.ts';
import { answerLists } from './sets/lists.ts';
import { answerRanksApart } from './sets/ranks-apart.ts';
import { answerLedByEach, answerSets } from './sets/sets.ts';
import { answerExactly, answerSuperlatives } from './sets/superlatives.ts';
import { answerSmallTalk } from './small-talk.ts';
import { answerAlternatives, answerEitherTitle } from './units/alternatives.ts';
import { answerBelongs } from './units/belongs.ts';
import { answerExtraLeads } from './units/extra-leads.ts';
import { answerMemberAndGroups, answerMembersNamed } from './units/member-units.ts';
import { answerMembersAmong } from './units/members-among.ts';
import { answerOthersOfUnit } from './units/others-of-unit.ts';
import { answerPartsTaken } from './units/parts-taken.ts';
import { answerRosters } from './units/rosters.ts';
import { answerUnitAllParts } from './units/unit-all-parts.ts';
import { answerGroupsOfClass, answerSoleUnit, answerUnitClasses } from './units/unit-classes.ts';
import { answerUnitInGroup } from './units/unit-in-group.ts';
import { answerUnitLists } from './units/unit-lists.ts';
import { answerUnitSpellings } from './units/unit-spellings.ts';
import { answerUnitThere } from './units/unit-there.ts';
import { answerUnits } from './units/units.ts';
import { answerUnitsByPart } from './units/units-by-part.ts';
import { answerLeadAndOther, answerUnitsNamedWith } from './units/units-in-group.ts';
import { answerUnitsMissing } from './units/units-missing.ts';
import { pointed, whole } from './wrapped.ts';

/** Asked in this order; the first that answers speaks for the structure of the notice. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
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
  answerOpenSets,
  answerNoSuchGroup,
  answerUnitPlaces: pointed(answerUnitPlaces),
  answerUnitSpellings,
  answerUnitThere,
  answerItemHolding: whole(answerItemHolding),
  answerItemsOfLeader,
  answerCountedPlaces,
  answerItemsOfClause,
  answerGroupSize,
  answerBodySize,
  answerGroupsWithItems,
  answerItemLeads,
  answerDeputiesCharged,
  answerSameUnit: whole(answerSameUnit),
  answerExtraLeads,
  answerWhichGroup,
  answerItemsAndGroups: pointed(whole(answerItemsAndGroups)),
  answerLastNumber: whole(answerLastNumber),
  answerGaps: pointed(whole(answerGaps)),
  answerMeasureBlocks: whole(answerMeasureBlocks),
  answerPartOf: pointed(whole(answerPartOf)),
  answerOrdinal: whole(answerOrdinal),
  answerWhichItem,
  answerPartRanges: pointed(whole(answerPartRanges)),
  answerPartTargets: whole(answerPartTargets),
  answerAddedToBase: pointed(whole(answerAddedToBase)),
  answerGoalOwners: pointed(whole(answerGoalOwners)),
  answerRanksApart: pointed(whole(answerRanksApart)),
  answerGoalCounts: whole(answerGoalCounts),
  answerGoals: whole(answerGoals),
  answerPeriods: whole(answerPeriods),
  answerSameFigures: whole(answerSameFigures),
  answerCountedWords,
  answerWordsWith: pointed(answerWordsWith),
  answerFiguresTogether: pointed(whole(answerFiguresTogether)),
  answerEitherFigure: pointed(whole(answerEitherFigure)),
  answerFigureSense: whole(answerFigureSense),
  answerFigureMeant: whole(answerFigureMeant),
  answerSamePlace: whole(answerSamePlace),
  answerRecurring: whole(answerRecurring),
  answerCutMore: whole(answerCutMore),
  answerInside,
  answerPlanCounts: whole(answerPlanCounts),
  answerBasisClaims: whole(answerBasisClaims),
  answerPlans: pointed(answerPlans),
  answerSaidThere,
  answerPlaceClaims: whole(answerPlaceClaims),
  answerWhereabouts: whole(answerWhereabouts),
  answerSpeakingOf: whole(answerSpeakingOf),
  answerMeasureClaims: whole(answerMeasureClaims),
  answerPartInMeasure: whole(answerPartInMeasure),
  answerTargetsOfMeasure: whole(answerTargetsOfMeasure),
  answerLedByEach: whole(answerLedByEach),
  answerRosters: pointed(whole(answerRosters)),
  answerDescribed: whole(answerDescribed),
  answerPlaces: pointed(whole(answerPlaces)),
  answerAlike: whole(answerAlike),
  answerFilters: pointed(whole(answerFilters)),
  answerTogether,
  answerBothTexts: pointed(answerBothTexts),
  answerUnitsOfMeasures: pointed(whole(answerUnitsOfMeasures)),
  answerUnitLists: whole(answerUnitLists),
  answerWholesThere: whole(answerWholesThere),
  answerBelongs,
  answerUnitClasses: pointed(answerUnitClasses),
  answerEachClaimed: whole(answerEachClaimed),
  answerAmongDeputies,
  answerClaims,
  answerNotMembers,
  answerGoalMembers: whole(answerGoalMembers),
  answerMatterMeasures: whole(answerMatterMeasures),
  answerAlternatives: whole(answerAlternatives),
  answerGroupsSaying: whole(answerGroupsSaying),
  answerBareNumber,
  answerLeaderTitles: pointed(answerLeaderTitles),
  answerSamePost: pointed(answerSamePost),
  answerSurnames: whole(answerSurnames),
  answerLabels: whole(answerLabels),
  answerAssignments: whole(answerAssignments),
  answerSoleUnit,
  answerNeighbours: whole(answerNeighbours),
  answerLists: pointed(whole(answerLists)),
  answerExactly: pointed(whole(answerExactly)),
  answerUnitsByPart: pointed(whole(answerUnitsByPart)),
  answerMoreOf: pointed(whole(answerMoreOf)),
  answerSuperlatives: pointed(whole(answerSuperlatives)),
  answerTargetsSideBySide: whole(answerTargetsSideBySide),
  answerDifferences: pointed(whole(answerDifferences)),
  answerSets,
  answerNumbered,
  answerTargets: whole(answerTargets),
  answerOthersOfUnit,
  answerPartOfMeasure: whole(answerPartOfMeasure),
  answerThatMeasure: whole(answerThatMeasure),
  answerGroupOfMeasure: whole(answerGroupOfMeasure),
  answerSubLeads: pointed(answerSubLeads),
  answerAskedClause,
  answerUnitInGroup,
  answerDocument,
  answerBodies,
  answerNested: pointed(whole(answerNested)),
  answerSeries: pointed(whole(answerSeries)),
  answerMeasures,
  answerClauses,
  answerGroups,
  answerHolders: pointed(whole(answerHolders)),
  answerPeople,
  answerParts: whole(answerParts),
  answerWholes: whole(answerWholes),
  answerUnits,
  answerNowhere,
  answerScenario,
};
