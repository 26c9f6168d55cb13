import { digestReaders, lastDigestAt } from '../../db/queries/digest.ts';
import { rightsOf } from '../../db/queries/people.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { scopeOf } from '../progress/scope.ts';
import { type Rule, type Rules, ruleOf } from '../schedule/rule.ts';
import { weekBefore, weekOf } from '../schedule/weekly.ts';
import { opened, sentenceOf } from '../schedule/wording.ts';
import { calendarOf } from './china.ts';
import { digestOf } from './digest.ts';
import { digestCard } from './digest-card.ts';
import { whenToTell } from './quiet.ts';

/** 每周动态: once a week to each of the office and each bound leader; decided without a message when nothing changed. */
export async function weeklyDigests(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const rule = ruleOf(rules, 'digest');
  const calendar = await calendarOf(deps.db);
  const { monday, dueAt, isDue, isTooLate } = weekOf(rule, { now, calendar });
  if (!isDue || whenToTell(now, calendar) !== now) return [];
  const people = await digestReaders(deps.db, {
    office: rule.to.includes('office') ? deps.office : [],
    kinds: rule.to.filter((one) => one === 'office' || one === 'leader'),
    boundBy: dueAt,
  });
  return people.map((person) => {
    const key = `digest:${monday}:${person}`;
    return {
      key,
      kind: 'digest',
      to: person,
      dueAt,
      ...(isTooLate && { skip: `错过应发时间已有${rule.latest}个工作日，与下一次合并` }),
      outcome: () =>
        digestOutcome(deps, { key, person, now, first: weekBefore(rule, { now, calendar }), rule }),
    };
  });
}

async function digestOutcome(
  deps: Deps,
  of: { key: string; person: string; now: number; first: number; rule: Rule },
): Promise<Outcome> {
  const { key, person, now } = of;
  // A person's first digest begins when the one before it would have been sent.
  const since = (await lastDigestAt(deps.db, person)) ?? of.first;
  const rights = await rightsOf(deps.db, person, { day: dayAt(now), office: deps.office });
  const reader = { scope: scopeOf(rights, deps.notice), notice: deps.notice };
  const periods = await digestOf(deps, { scope: reader.scope, since });
  if (periods.length === 0) return { messages: [], writes: [] };
  const card = opened(digestCard(periods, { reader, since, now }), sentenceOf(of.rule, {}));
  return { messages: [{ key, to: { person: person as OpenId }, body: { type: 'card', card } }], writes: [] };
}
