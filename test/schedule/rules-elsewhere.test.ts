import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { openService, type Service } from '../../src/service.ts';
import { whatIsDue } from '../../src/tick.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

let cast: ReportCast;
/** Another process on the same database. */
let other: Service;

beforeAll(async () => {
  cast = await startReportCast();
  const { world } = cast;
  cast.at('2026-10-09', '10:00');
  await cast.bound({ 'liaison:审计局': 'audit' });
  const { db, notice } = world.service.deps;
  const now = instantOf('2026-09-28', '09:07');
  await openFilled(db, notice.model, { period: '2026Q3', dueOn: '2026-10-16', now });
  other = await openService({
    lark: world.lark,
    databasePath: world.databasePath,
    officeOpenIds: world.sandbox.officeOpenIds,
    clock: world.sandbox.clock,
  });
});
afterAll(async () => {
  await other.stop();
  await cast.close();
});

const due = async () =>
  (await whatIsDue(other.deps, instantOf('2026-10-12', '14:13')))
    .filter(({ kind }) => kind === 'remind')
    .map(({ key }) => key.split(':').at(-1));

it('a changed rule counts at once in a process that was running before', async () => {
  expect(await due()).toEqual([]);
  cast.tell('office-1', '/日程 规则 催报 T-3 改为 T-4 14:13');
  await cast.hears('office-1', '已改规则：催报 T-4');
  expect(await due()).toEqual(['T-3']);
});

it('costs a tick one query, whatever the number of rules', async () => {
  const { db } = cast.world.service.deps;
  let asked = 0;
  const counting = {
    ...db,
    query: new Proxy(db.query, {
      get(target, name, receiver) {
        const value = Reflect.get(target, name, receiver);
        if (name !== 'selectFrom') return typeof value === 'function' ? value.bind(target) : value;
        return (...of: Parameters<typeof target.selectFrom>) => {
          if (String(of[0]).startsWith('sending_rule as')) asked++;
          return target.selectFrom(...of);
        };
      },
    }),
  };
  await whatIsDue({ ...cast.world.service.deps, db: counting }, instantOf('2026-10-12', '14:13'));
  expect(asked).toBe(1);
});
