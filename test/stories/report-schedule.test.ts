import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodById } from '../../db/queries/periods.ts';
import { type ReportCast, startReportCast } from './report-support.ts';

let cast: ReportCast;
const LIAISON = 'liaison:审计局';
beforeAll(async () => {
  cast = await startReportCast();
});
afterAll(async () => {
  await cast.close();
});
const db = () => cast.world.service.deps.db;

describe('the dry run', () => {
  it('is put off by the office: the next one comes the working day before', async () => {
    await cast.bound({ [LIAISON]: 'audit' });
    cast.at('2026-12-23', '10:00');
    await cast.tick();
    const dry = await cast.hears('office-1', '预演：2026年第四季度报送', '推迟', '取消');
    const saturday = await cast.press('office-1', dry, '推迟', { form: { opens: '2026-12-26' } });
    expect(saturday.toast?.content).toContain('不占用休息日');
    await cast.turns('office-1', dry, '推迟', {
      form: { opens: '2026-12-29' },
      toast: '已推迟到12月29日',
      says: ['12月29日 9:07'],
    });
    const other = await cast.hears('office-2', '预演：2026年第四季度报送');
    expect((await cast.press('office-2', other, '取消')).toast?.content).toContain('已改到12月29日开启');
    cast.at('2026-12-24', '09:07');
    await cast.tick();
    expect(await periodById(db(), '2026Q4')).toMatchObject({ status: 'planned', opens_on: '2026-12-29' });
    cast.at('2026-12-28', '09:07');
    await cast.tick();
    await cast.hears('office-2', '预演：2026年第四季度报送', '12月29日 9:07');
    cast.at('2026-12-29', '09:07');
    await cast.tick();
    await cast.hears(LIAISON, '开始填报');
    expect(await periodById(db(), '2026Q4')).toMatchObject({ status: 'open', due_on: '2027-01-07' });
  });

  it('called off, nothing opens until the office opens it', async () => {
    cast.at('2027-03-23', '09:07');
    await cast.tick();
    const kept = (await cast.hears('office-1', '预演：2027年第一季度报送')) ?? undefined;
    await cast.turns('office-1', kept, '取消', { toast: '已取消', says: ['/报送 开启 2027Q1'] });
    for (const day of ['2027-03-24', '2027-03-25', '2027-03-26']) {
      cast.at(day, '09:07');
      await cast.tick();
    }
    expect((await periodById(db(), '2027Q1'))?.status).toBe('cancelled');
  });
});

describe('what was missed', () => {
  it('a bot that starts too late opens nothing by itself, and says so to the office', async () => {
    cast.at('2027-07-05', '10:00');
    await cast.tick();
    await cast.hears(
      'office-1',
      '2027年第二季度报送没有自动开启',
      '至少提前5个工作日',
      '/报送 开启 2027Q2 截止',
    );
    await cast.tick();
    expect(await periodById(db(), '2027Q2')).toBeUndefined();
  });

  it('nothing goes at night or on a day off', async () => {
    cast.at('2026-12-26', '10:00');
    expect(await cast.tick()).toEqual([]);
  });
});

describe('a liaison who comes later', () => {
  it('gets the card of his unit with the next tick, once', async () => {
    cast.at('2026-12-30', '10:00');
    cast.tell('liaison:财政局', '/绑定 财政局');
    const claim = await cast.hears('office-1', '申请绑定为', '财政局联络员');
    await cast.press('office-1', claim, '确认');
    await cast.tick();
    await cast.tick();
    await cast.hears('liaison:财政局', '季度报送 · 财政局', '开始填报');
    expect(cast.heard('liaison:财政局').split('"content":"季度报送 · 财政局"')).toHaveLength(2);
  });
});
