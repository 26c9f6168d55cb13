import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { configureLogging } from '../src/logger.ts';
import { type ReportCast, startReportCast } from './stories/report-support.ts';

const LIAISON = 'liaison:财政局';
/** What people write; none of it may stand in the log. */
const WRITTEN = [
  '政府采购合同电子签章',
  '某重点项目停工',
  '数据年后才出',
  '窗口排队久得很',
  '今晚专题会急用',
  '13812345678',
];

let cast: ReportCast;
let log: string;
beforeEach(async () => {
  log = '';
  vi.spyOn(console, 'error').mockImplementation((line: string) => {
    log += `${line}\n`;
  });
  cast = await startReportCast();
  await configureLogging('debug', [cast.world.lark.credentials.appSecret]);
  await cast.bound({ [LIAISON]: 'finance' });
});
afterEach(async () => {
  await cast.close();
  vi.restoreAllMocks();
  await configureLogging('error');
});

const acts = () => {
  const [report, urgent, postponed, problem, buzz, phone] = WRITTEN;
  cast.tell(LIAISON, `/报送 政府采购 ${report}`);
  cast.tell(LIAISON, `/报送 即报 ${urgent}，请打 ${phone}`);
  cast.tell('office-1', `/报送 延期 2026Q4 1.20 ${postponed}`);
  cast.tell('office-1', `/台账 新增 财政局 ${problem} 整改 增开窗口 期限 12月30日`);
  cast.tell('office-1', `/催报 财政局 加急 ${buzz}`);
  cast.tell('office-1', '/绑定 财政局');
  cast.tell('leader-head', '财政局牵头哪几个组');
};
const failuresLogged = () => log.split('\n').filter((line) => line.includes('failed')).length;

it('what fails is logged by ids and reasons: no text of anybody, no name, no number', async () => {
  const { sandbox, service } = cast.world;
  const { db } = service.deps;
  // The platform knows this person no more, and no answer can be stored.
  sandbox.setInRange(cast.id('office-2'), false);
  acts();
  await sandbox.idle();
  await db.apply([
    CompiledQuery.raw(
      `create trigger broken before insert on outbox begin select raise(abort, 'disk I/O error'); end`,
    ),
  ]);
  acts();
  await expect.poll(failuresLogged).toBeGreaterThan(3);
  await cast.tick();
  await db.apply([CompiledQuery.raw('drop trigger broken')]);
  await sandbox.idle();

  expect(log).toContain('disk I/O error');
  const names = sandbox.people().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(5);
  for (const word of [...WRITTEN, ...names, '财政局', cast.world.lark.credentials.appSecret])
    expect(log.includes(word) ? word : '').toBe('');
});
