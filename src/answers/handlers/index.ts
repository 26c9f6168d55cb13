import type { Handler } from '../handler.ts';
import { answerContained } from '../query/contained.ts';
import { answerHelpersTold } from '../query/helpers-told.ts';
import { answerMemberships } from '../query/memberships.ts';
import { answerSameUnit } from '../query/same-unit.ts';
import { answerUnitPlaces } from '../query/unit-places.ts';
import { answerAddedToBase } from './added-to-base.ts';
import { answerAlike } from './alike.ts';
import { answerAlternatives, answerEitherTitle } from './alternatives.ts';
import { answerAskedClause } from './asked-clause.ts';
import { answerAssignments, answerGroupsUnassigned } from './assignments.ts';
import { answerBasisClaims } from './basis-claims.ts';
import { answerBelongs } from './belongs.ts';
import { answerItemLeadBesides, answerLeaderBesides } from './besides.ts';
import { answerAmongDeputies, answerBodies, answerInOrder } from './bodies.ts';
import { answerBodyPosts } from './body-posts.ts';
import { answerBothTexts } from './both-texts.ts';
import { answerCitedContents } from './cited-contents.ts';
import { answerClauses, answerNested, answerSeries } from './clauses.ts';
import { answerCountedPlaces } from './counted-places.ts';
import { answerCountedWords } from './counted-words.ts';
import { answerLabels, answerWholes, answerWholesThere } from './counts.ts';
import { answerCutMore } from './cuts.ts';
import { answerBesideDeputy } from './deputy-order.ts';
import { answerDescribed } from './described.ts';
import { answerDifferences } from './differences.ts';
import { answerDocument, answerPaperFields } from './documents.ts';
import { answerEachClaimed } from './each-claimed.ts';
import { answerEitherFigure } from './either-figure.ts';
import { answerExtraLeads } from './extra-leads.ts';
import { answerFigureMeant, answerFigureSense } from './figure-meant.ts';
import { answerFiguresTogether } from './figures-together.ts';
import { answerFilters } from './filters.ts';
import { answerGaps } from './gaps.ts';
import { answerGoalCounts } from './goal-counts.ts';
import { answerGoalOwners } from './goal-owners.ts';
import { answerGoalMembers, answerGoals } from './goals.ts';
import { answerGroupName } from './group-name.ts';
import { answerGroups, answerSubLeads } from './groups.ts';
import { answerGroupsListing } from './groups-listing.ts';
import { answerGroupsSaying } from './groups-saying.ts';
import { answerGroupsWithItems } from './groups-with-items.ts';
import { answerHolders } from './holders.ts';
import { answerInside } from './inside.ts';
import { answerItemHolding } from './item-holding.ts';
import { answerItemsAndGroups } from './items-and-groups.ts';
import { answerItemsOfClause } from './items-of-clause.ts';
import { answerLastNumber } from './last-number.ts';
import { answerLastSlot } from './last-slot.ts';
import { answerLeaderInBoth, answerLedBesidesAssigned } from './leader-in-both.ts';
import { answerLeaderIsUnit } from './leader-is-unit.ts';
import { answerItemsOfLeader } from './leader-items.ts';
import { answerLeaderTitles, answerTitledOnly, answerTitledWith } from './leader-titles.ts';
import { answerLedGroup } from './led-group.ts';
import { answerLists } from './lists.ts';
import { answerMatterMeasures } from './matter-measures.ts';
import { answerMeasureBlocks } from './measure-blocks.ts';
import { answerMeasureClaims, answerPartInMeasure } from './measure-claims.ts';
import { answerGroupOfMeasure, answerPartOfMeasure, answerUnitsOfMeasures } from './measure-group.ts';
import { answerMeasures, answerThatMeasure } from './measures.ts';
import { answerMemberAndGroups, answerMembersNamed } from './member-units.ts';
import { answerMembersAmong } from './members-among.ts';
import { answerMembersRank } from './members-rank.ts';
import { answerMoreOf } from './more-of.ts';
import { answerNamesSpelled } from './names-spelled.ts';
import { answerNeighbours } from './neighbours.ts';
import { answerNotMembers } from './not-members.ts';
import { answerNothingClaimed } from './nothing-claimed.ts';
import { answerNoSuchGroup, answerNowhere } from './nowhere.ts';
import { answerBareNumber, answerNumbered, answerNumberLed } from './numbered.ts';
import { answerOddOne } from './odd-one.ts';
import { answerOneLeader } from './one-leader.ts';
import { answerOnlyClaims } from './only-claims.ts';
import { answerOpenSets } from './open-sets.ts';
import { answerOthersOfUnit } from './others-of-unit.ts';
import { answerPaperClaims } from './paper-claims.ts';
import { answerPapersAbove } from './papers-above.ts';
import { answerOrdinal, answerPartOf, answerPartRanges, answerParts, answerPartTargets } from './parts.ts';
import { answerPartsTaken } from './parts-taken.ts';
import { answerPeople, answerSurnames } from './people.ts';
import { answerPeopleAmong } from './people-among.ts';
import { answerPeriods } from './periods.ts';
import { answerPlaceClaims } from './place-claims.ts';
import { answerPlaces } from './places.ts';
import { answerPlanCounts } from './plan-counts.ts';
import { answerPlans } from './plans.ts';
import { answerQuotedItems } from './quoted-items.ts';
import { answerRankInList } from './rank-in-list.ts';
import { answerRanksApart } from './ranks-apart.ts';
import { answerHeldApart } from './read-wholly.ts';
import { answerRecurring } from './recurring.ts';
import { answerAbsent, answerLive } from './refusals.ts';
import { answerRestOfList } from './rest-of-list.ts';
import { answerRosters } from './rosters.ts';
import { answerSaidThere } from './said-there.ts';
import { answerSameFigures } from './same-figures.ts';
import { answerSamePost } from './same-post.ts';
import { answerScenario } from './scenario.ts';
import { answerLedByEach, answerSets } from './sets.ts';
import { answerBodySize, answerDeputiesCharged, answerGroupSize, answerItemLeads } from './sizes.ts';
import { answerSmallTalk } from './small-talk.ts';
import { answerStillSo } from './still-so.ts';
import { answerStrangers } from './strangers.ts';
import { answerExactly, answerSuperlatives } from './superlatives.ts';
import { answerTargets, answerTargetsOfMeasure, answerTargetsSideBySide } from './targets.ts';
import { answerEitherField, answerNoFields, answerTitleWritten } from './title-claims.ts';
import { answerTogether } from './together.ts';
import { answerUnitAllParts } from './unit-all-parts.ts';
import { answerGroupsOfClass, answerSoleUnit, answerUnitClasses } from './unit-classes.ts';
import { answerUnitInGroup } from './unit-in-group.ts';
import { answerUnitLists } from './unit-lists.ts';
import { answerUnitPeopleInBody } from './unit-people-in-body.ts';
import { answerUnitSpellings } from './unit-spellings.ts';
import { answerUnitThere } from './unit-there.ts';
import { answerUnits } from './units.ts';
import { answerUnitsByPart } from './units-by-part.ts';
import { answerLeadAndOther, answerUnitsNamedWith } from './units-in-group.ts';
import { answerUnitsMissing } from './units-missing.ts';
import { answerUnnamed, answerUnnumbered } from './unnamed.ts';
import { answerUntold } from './untold.ts';
import { answerClaims } from './verify.ts';
import { answerSamePlace, answerSpeakingOf, answerWhereabouts } from './whereabouts.ts';
import { answerWhichGroup } from './which-group.ts';
import { answerWhichItem } from './which-item.ts';
import { answerWordsWith } from './words-with.ts';
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
