import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../src/clock.ts';
import { JOBS, JOBS_OF_ANY_HOUR } from '../src/jobs.ts';
import { calendarOf } from '../src/reminders/china.ts';
import { defaultDays, type PeriodId } from '../src/reports/period.ts';
import { ruleOf } from '../src/schedule/rule.ts';
import { rulesNow } from '../src/schedule/rules-now.ts';
import { tick, whatIsDue } from '../src/tick.ts';
import { type ReportCast, startReportCast } from './stories/report-support.ts';

let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
});
afterAll(() => cast.close());

it('at night and on days off no job but those of any hour has anything to do', async () => {
  const { deps } = cast.world.service;
  const rules = await rulesNow(deps.db);
  // What was due this morning, and was missed.
  const { opens } = defaultDays('2026Q3' as PeriodId, await calendarOf(deps.db), ruleOf(rules, 'open'));
  const at = async (day: string, time: string) => {
    const found = await Promise.all(
      JOBS.map(async (job) => [job, await job(deps, instantOf(day, time), rules)] as const),
    );
    return found.filter(([, due]) => due.length > 0).map(([job]) => job);
  };
  expect((await at(opens, '19:59')).length).toBeGreaterThan(0);
  for (const [day, time] of [
    [opens, '20:00'],
    [opens, '00:30'],
    [opens, '07:59'],
    ['2026-09-26', '10:00'],
    ['2026-10-05', '09:07'],
  ] as const) {
    const working = await at(day, time);
    expect([day, time, working.filter((job) => !JOBS_OF_ANY_HOUR.includes(job))]).toEqual([day, time, []]);
  }
});

it('one job in trouble keeps no other from its work, and is named', async () => {
  const { deps } = cast.world.service;
  const { opens } = defaultDays(
    '2026Q3' as PeriodId,
    await calendarOf(deps.db),
    ruleOf(await rulesNow(deps.db), 'open'),
  );
  cast.at(opens, '09:07');
  await deps.db.apply([CompiledQuery.raw('alter table ledger_entry rename to ledger_entry_elsewhere')]);
  const due = await whatIsDue(deps, instantOf(opens, '09:07'));
  const failed = due.filter(({ status }) => status === 'failed');
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.map(({ because }) => because).join()).toContain('ledger_entry');
  expect(due.map(({ kind }) => kind)).toContain('open');
  const done = await tick(deps);
  expect(done.find(({ kind }) => kind === 'open')).toMatchObject({ status: 'done' });
});
