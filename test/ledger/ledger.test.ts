import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeLedgerEntry, ledgerEntry, stepsOfEntry } from '../../db/queries/ledger.ts';
import { GuardError } from '../../src/errors.ts';
import { overdueLedgerEntries } from '../../src/ledger/overdue.ts';
import { factsOf } from '../../src/scoring/scores.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

const NO = '2026-001';
let cast: ReportCast;
const deps = () => cast.world.service.deps;

beforeAll(async () => {
  cast = await startReportCast();
  for (const who of ['office-1', 'office-2', 'liaison:财政局', 'stranger']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  await cast.bound({ 'liaison:财政局': 'tax' });
});
afterAll(() => cast.close());

describe('/台账', () => {
  it('the office enters a problem with a deadline at least five working days away; the unit is told', async () => {
    cast.tell('office-1', '/台账 新增 税务局 窗口排队久 整改 增设两个窗口 期限 12月1日');
    await cast.hears('office-1', '至少要有5个工作日', '最早12月2日');
    cast.tell('stranger', '/台账 新增 税务局 窗口排队久 整改 增设两个窗口 期限 12月2日');
    await cast.hears('stranger', '可以登记台账');
    cast.tell('office-1', '/台账 新增 税务局 窗口排队久');
    await cast.hears('office-1', '请写全单位、问题、整改措施和期限');
    cast.tell('office-1', '/台账 新增 税务局 整改 7月以来窗口排队久 整改 增设 2 个窗口 期限 12月2日');
    await cast.hears('office-1', '台账 2026-001：登记', '已告知单位联络员');
    await cast.hears('liaison:财政局', '台账 2026-001：登记', '增设 2 个窗口', '申请销号');
  });

  it('is seen by the office and the unit, by nobody else', async () => {
    cast.tell('liaison:财政局', '/台账');
    await cast.hears('liaison:财政局', '问题台账', '🟢 整改中 1');
    cast.tell('stranger', '/台账');
    await cast.hears('stranger', '没有您可以看的问题');
    cast.tell('stranger', `/台账 ${NO}`);
    await cast.hears('stranger', '台账里没有您可以看的2026-001');
    cast.tell('office-2', '/台账 税务局');
    await cast.hears('office-2', '问题台账 · ', '2026-001');
  });

  it('in a group the card goes to the person alone', async () => {
    cast.shout('liaison:财政局', `/台账 ${NO}`);
    await cast.sees('liaison:财政局', '窗口', '已发到单聊');
    await cast.hears('liaison:财政局', '经过', '登记');
    expect(cast.heard('work')).not.toContain('窗口');
  });

  it('the unit reports progress and applies; nobody does so for it', async () => {
    cast.tell('office-2', `/台账 ${NO} 进展 50% 已增设`);
    await cast.hears('office-2', '自己的人可以报进展');
    cast.tell('liaison:财政局', `／台账 ２０２６－１ 进展 ４０％ 已增设1个窗口`);
    await cast.hears('liaison:财政局', '进展', '完成40%');
    await cast.hears('office-1', '台账 2026-001：进展', '已增设1个窗口');
    cast.tell('liaison:财政局', `/台账 ${NO} 进展 140% 做多了`);
    await cast.hears('liaison:财政局', '应在0～100之间');
    cast.tell('office-2', `/台账 ${NO} 销号`);
    await cast.hears('office-2', '还没有申请销号');
    cast.tell('liaison:财政局', `/台账 ${NO} 申请销号 两个窗口都开了`);
    await cast.hears('liaison:财政局', '待核');
    await cast.hears('office-2', '台账 2026-001：申请销号', '两个窗口都开了');
    cast.tell('liaison:财政局', `/台账 ${NO} 进展 90% 又来`);
    await cast.hears('liaison:财政局', '正等办公室核对');
  });

  it('only a second person of the office returns and closes', async () => {
    cast.tell('office-1', `/台账 ${NO} 销号`);
    await cast.hears('office-1', '这一条是您登记的');
    cast.tell('liaison:财政局', `/台账 ${NO} 销号`);
    await cast.hears('liaison:财政局', '可以核对销号');
    cast.tell('office-2', `/台账 ${NO} 退回`);
    await cast.hears('office-2', '请写上退回的理由');
    cast.tell('office-2', `/台账 ${NO} 退回 还差照片`);
    await cast.hears('liaison:财政局', '台账 2026-001：退回', '还差照片');
    await cast.bound({ 'office-2': 'tax' });
    cast.tell('office-2', `/台账 ${NO} 申请销号 补了照片`);
    await cast.hears('office-2', '台账 2026-001：申请销号', '补了照片');
    cast.tell('office-2', `/台账 ${NO} 销号`);
    await cast.hears('office-2', '销号是您申请的');
  });

  it('the office moves the deadline with a reason; the days before stay overdue', async () => {
    cast.tell('office-2', `/台账 ${NO} 退回 请等第三位同志`);
    await cast.hears('office-2', '销号是您申请的');
    cast.tell('office-1', `/台账 ${NO} 延期 12月2日 一样`);
    await cast.hears('office-1', '新的期限应晚于原来的');
    cast.tell('office-1', `/台账 ${NO} 延期 12月30日`);
    await cast.hears('office-1', '请写上延期的理由');
    cast.tell('office-1', `/台账 ${NO} 延期 12月30日 设备12月20日到货`);
    await cast.hears('liaison:财政局', '台账 2026-001：延期', '12月30日', '设备12月20日到货');
  });

  it('keeps every step, and audits it', async () => {
    const steps = await stepsOfEntry(deps().db, NO);
    expect(steps.map(({ what }) => what)).toEqual([
      'entered',
      'progress',
      'applied',
      'returned',
      'applied',
      'due-moved',
    ]);
    const audited = await deps()
      .db.query.selectFrom('audit')
      .select('action')
      .where('subject', '=', `ledger:${NO}`)
      .execute();
    expect(audited.map(({ action }) => action)).toEqual(steps.map(({ what }) => `ledger-${what}`));
  });

  it('what was decided on an older state is refused whole', async () => {
    const { db } = deps();
    const entry = await ledgerEntry(db, NO);
    if (entry === undefined) throw new Error('no entry');
    const change = {
      ...{ what: 'progress' as const, words: 'x', by: 'ou_x', at: MORNING },
      ...{ status: entry.status, percent: 1, due_on: entry.due_on },
    };
    const stale = changeLedgerEntry(db, { ...entry, version: entry.version - 1 }, change);
    await expect(db.apply(stale)).rejects.toThrow(GuardError);
    expect(await ledgerEntry(db, NO)).toEqual(entry);
  });

  it('what is overdue in the quarter takes points off, from the day after the deadline', async () => {
    const { notice, db } = deps();
    await openFilled(db, notice.model, { period: '2026Q4', dueOn: '2027-01-08', now: MORNING });
    cast.tell('office-1', '/台账 新增 税务局 咨询电话占线 整改 加坐席 期限 12月10日');
    await cast.hears('office-1', '台账 2026-002：登记');
    const overdue = async () =>
      (await factsOf(deps(), { id: '2026Q4' })).find(({ unit }) => unit === 'tax')?.overdue;
    cast.at('2026-12-10', '23:00');
    expect(await overdue()).toEqual([]);
    cast.at('2026-12-11', '09:00');
    expect(await overdue()).toEqual([{ no: '2026-002', problem: '咨询电话占线', dueOn: '2026-12-10' }]);
    expect(await overdueLedgerEntries(db, { from: '2026-07-01', to: '2026-09-30' })).toEqual([]);
    cast.tell('liaison:财政局', '/台账');
    await cast.hears('liaison:财政局', '🔴 逾期 1');
  });

  it('is closed by a second person of the office, listed under its unit, and no more changed', async () => {
    cast.tell('liaison:财政局', '/台账 2026-002 申请销号 坐席已加');
    await cast.hears('office-2', '台账 2026-002：申请销号', '坐席已加');
    cast.tell('office-2', '/台账 2026-002 销号');
    await cast.hears('office-2', '台账 2026-002：销号', '已销号');
    await cast.hears('liaison:财政局', '台账 2026-002：销号');
    cast.tell('office-1', '/台账 2026-002 延期 2027-01-20 再看看');
    await cast.hears('office-1', '2026-002已经销号，不能再改');
    cast.tell('office-1', '/台账 税务局');
    await cast.hears('office-1', '问题台账 · 税务局', '⚪ 已销号 1');
  });
});
