import type { Handler } from '../handler.ts';
import { answerSameUnit } from '../query/same-unit.ts';
import { answerUnitPlaces } from '../query/unit-places.ts';
import { answerBasisClaims } from './claims/basis-claims.ts';
import { answerEachClaimed } from './claims/each-claimed.ts';
import { answerMeasureClaims, answerPartInMeasure } from './claims/measure-claims.ts';
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
import { FIRST_ASKED } from './first-asked.ts';
import { answerGroups, answerSubLeads } from './groups/groups.ts';
import { answerGroupsSaying } from './groups/groups-saying.ts';
import { answerGroupsWithItems } from './groups/groups-with-items.ts';
import { answerItemsAndGroups } from './groups/items-and-groups.ts';
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
import { answerBareNumber, answerNumbered } from './numbered.ts';
import { answerBothTexts } from './paper/both-texts.ts';
import { answerDocument } from './paper/documents.ts';
import { answerAssignments } from './people/assignments.ts';
import { answerAmongDeputies, answerBodies } from './people/bodies.ts';
import { answerDescribed } from './people/described.ts';
import { answerHolders } from './people/holders.ts';
import { answerItemsOfLeader } from './people/leader-items.ts';
import { answerLeaderTitles } from './people/leader-titles.ts';
import { answerNotMembers } from './people/not-members.ts';
import { answerPeople, answerSurnames } from './people/people.ts';
import { answerSamePost } from './people/same-post.ts';
import { answerClauses, answerNested, answerSeries } from './places/clauses.ts';
import { answerCountedPlaces } from './places/counted-places.ts';
import { answerCountedWords } from './places/counted-words.ts';
import { answerGaps } from './places/gaps.ts';
import { answerInside } from './places/inside.ts';
import { answerItemHolding } from './places/item-holding.ts';
import { answerItemsOfClause } from './places/items-of-clause.ts';
import { answerLastNumber } from './places/last-number.ts';
import { answerNeighbours } from './places/neighbours.ts';
import {
  answerOrdinal,
  answerPartOf,
  answerPartRanges,
  answerParts,
  answerPartTargets,
} from './places/parts.ts';
import { answerPlaces } from './places/places.ts';
import { answerSaidThere } from './places/said-there.ts';
import { answerTogether } from './places/together.ts';
import { answerSamePlace, answerSpeakingOf, answerWhereabouts } from './places/whereabouts.ts';
import { answerWhichItem } from './places/which-item.ts';
import { answerWordsWith } from './places/words-with.ts';
import { answerNoSuchGroup, answerNowhere } from './refusals/nowhere.ts';
import { answerAskedClause } from './rules/asked-clause.ts';
import { answerAlike } from './sets/alike.ts';
import { answerLabels, answerWholes, answerWholesThere } from './sets/counts.ts';
import { answerFilters } from './sets/filters.ts';
import { answerLists } from './sets/lists.ts';
import { answerRanksApart } from './sets/ranks-apart.ts';
import { answerLedByEach, answerSets } from './sets/sets.ts';
import { answerExactly, answerSuperlatives } from './sets/superlatives.ts';
import { answerAlternatives } from './units/alternatives.ts';
import { answerBelongs } from './units/belongs.ts';
import { answerExtraLeads } from './units/extra-leads.ts';
import { answerOthersOfUnit } from './units/others-of-unit.ts';
import { answerRosters } from './units/rosters.ts';
import { answerSoleUnit, answerUnitClasses } from './units/unit-classes.ts';
import { answerUnitInGroup } from './units/unit-in-group.ts';
import { answerUnitLists } from './units/unit-lists.ts';
import { answerUnitSpellings } from './units/unit-spellings.ts';
import { answerUnitThere } from './units/unit-there.ts';
import { answerUnits } from './units/units.ts';
import { answerUnitsByPart } from './units/units-by-part.ts';
import { pointed, whole } from './wrapped.ts';

/** Asked in this order; the first that answers speaks for the structure of the notice. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  ...FIRST_ASKED,
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
