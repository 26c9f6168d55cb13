import type { Notice } from '../index-of.ts';
import type { Clause, Indicator } from '../types.ts';
import { bare } from '../verbatim.ts';
import type { Conflict } from './conflict.ts';
import { texts } from './texts.ts';

/** A number the notice states beside a list of another length. */
export function countsThatDiffer(notice: Notice): Conflict[] {
  return [...assignedFields(notice), ...enumerations(notice), ...children(notice)];
}

function assignedFields(notice: Notice): Conflict[] {
  return notice.model.assignments.flatMap(({ leader, statedCount, items, location }) => {
    if (statedCount === undefined || statedCount === items.length) return [];
    const name = notice.person(leader)?.name ?? leader;
    return [
      differing({ what: texts.fieldOf(name), at: location, stated: statedCount, listed: items.length }),
    ];
  });
}

/** `甲、乙、丙等3项指标` or `甲、乙、丙3项指标`, within one clause between marks of punctuation. */
const ENUMERATION = /([^，。；：（）\n]+、[^，。；：（）\n]+?)等?(\d+)项/g;

function enumerations({ model }: Notice): Conflict[] {
  return model.clauses.flatMap(({ location, text }) =>
    [...bare(text).matchAll(ENUMERATION)].flatMap(([found, list = '', count]) => {
      const listed = list.split('、').length;
      const stated = Number(count);
      return stated === listed ? [] : [differing({ what: found, at: location, stated, listed })];
    }),
  );
}

const STATED_CHILDREN = /以下([一二三四五六七八九])[项条个]/;

/** `做好以下六项工作` above another number of pieces. */
function children({ model }: Notice): Conflict[] {
  const below = Map.groupBy(model.clauses, (clause) => clause.parent);
  return model.clauses.flatMap((clause) => {
    const stated = statedChildren(clause);
    const listed = below.get(clause.location)?.length ?? 0;
    return stated === undefined || stated === listed
      ? []
      : [differing({ what: clause.heading ?? clause.location, at: clause.location, stated, listed })];
  });
}

function statedChildren({ text }: Clause): number | undefined {
  const digit = STATED_CHILDREN.exec(text)?.[1];
  return digit === undefined ? undefined : '一二三四五六七八九'.indexOf(digit) + 1;
}

function differing(of: { what: string; at: string; stated: number; listed: number }): Conflict {
  return {
    about: texts.countOf(of.what),
    locations: [of.at],
    says: [texts.stated(of.at, of.stated), texts.counted(of.at, of.listed)],
  };
}

/** One indicator that is stated twice with different targets. */
export function indicatorsThatDiffer({ model }: Notice): Conflict[] {
  const numeric = model.indicators.filter((indicator) => indicator.value !== undefined);
  const same = Map.groupBy(numeric, (indicator) => bare(indicator.what));
  return [...same.values()].flatMap((indicators) => {
    if (new Set(indicators.map(targetOf)).size < 2) return [];
    return [
      {
        about: indicators[0]?.what ?? '',
        locations: indicators.map((indicator) => indicator.location),
        says: indicators.map(({ location, quote }) => texts.value(location, quote)),
      },
    ];
  });
}

function targetOf({ comparator, value, upTo, unit }: Indicator): string {
  return [comparator, value, upTo, unit].join(' ');
}

/** Targets whose deadline had passed when the notice was issued, by place and deadline. */
export function deadlinesBeforeIssue({ model }: Notice): Conflict[] {
  const { date } = model.document;
  const late = model.indicators.filter(({ deadline }) => deadline !== undefined && deadline < date);
  const issued = model.clauses.find((clause) => bare(clause.text) === writtenOut(date))?.location;
  const together = Map.groupBy(late, ({ location, deadline }) => `${location} ${deadline}`);
  return [...together.values()].map((targets) => {
    const [{ location = '', deadline = '', deadlineText = deadline } = {}] = targets;
    const whats = targets.map((target) => target.what);
    const at = issued ?? location;
    return {
      about: texts.deadline(deadlineText),
      locations: [at, location],
      says: [texts.due(location, deadlineText, whats), texts.issued(at, writtenOut(date))],
    };
  });
}

/** A day as notices write it (`2021年5月26日`). */
function writtenOut(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
