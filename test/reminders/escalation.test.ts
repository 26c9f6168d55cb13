import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { botMessages, wordsOf } from '../support/world.ts';

const HEAD = 'stranger';
const LEADER = 'leader-power';
const LATE = ['audit', 'finance', 'tax'];
let cast: ReportCast;
let ledUnits: string[];

beforeAll(async () => {
  cast = await startReportCast();
  const { db, notice } = cast.world.service.deps;
  const now = instantOf('2026-09-28', '09:07');
  await openFilled(db, notice.model, { period: '2026Q3', dueOn: '2026-10-16', now });
  for (const unit of LATE) await cast.bound({ [HEAD]: unit }, 'unit-head');
  // A leader with several groups, bound as the head of one of the units that lead them too.
  const { model } = notice;
  const leadersGroups = Map.groupBy(model.groups, (group) => group.leader);
  const [leader = '', groups = []] = [...leadersGroups].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  ledUnits = [...new Set(groups.flatMap((group) => group.leadUnits))].map(
    (unit) => notice.unit(unit)?.name ?? unit,
  );
  await cast.bound({ [LEADER]: leader }, 'leader');
  await cast.bound({ [LEADER]: groups[0]?.leadUnits[0] ?? '' }, 'unit-head');
});
afterAll(() => cast.close());

const reminders = (who: string) =>
  botMessages(cast.world.sandbox, cast.world.sandbox.directChatId(cast.id(who)))
    .map(wordsOf)
    .filter((words) => words.includes('2026年第三季度报送 ·'));

async function tickAt(day: string, time: string): Promise<void> {
  cast.at(day, time);
  await cast.tick();
  await cast.tick();
  await cast.world.sandbox.idle();
}

it('T+1: a head of several late units has one card that names them all', async () => {
  await tickAt('2026-10-19', '09:07');
  await cast.hears(HEAD, '审计局', '财政局', '税务局');
  expect(reminders(HEAD)).toHaveLength(1);
});

it('T+3: a leader of several late units has one card, also when he heads one of them', async () => {
  expect(ledUnits.length).toBeGreaterThan(2);
  await cast.world.sandbox.waitFor(() => reminders(LEADER).length === 1 || undefined);
  await tickAt('2026-10-21', '09:07');
  await cast.world.sandbox.waitFor(() => reminders(LEADER).length === 2 || undefined);
  await tickAt('2026-10-21', '09:20');
  expect(reminders(LEADER)).toHaveLength(2);
  const words = reminders(LEADER)[1] ?? '';
  for (const unit of ledUnits) expect(words).toContain(unit);
  expect(words).toContain('您分包的小组，牵头单位未报');
  expect(words).toContain('报送进度');
  expect(reminders(HEAD)).toHaveLength(2);
});
