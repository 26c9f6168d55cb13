import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../src/clock.ts';
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
