import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from './report-support.ts';

let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  const { db, notice } = cast.world.service.deps;
  for (const who of ['office-1', 'stranger']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  await openFilled(db, notice.model, {
    period: '2026Q3',
    dueOn: '2026-12-31',
    now: MORNING,
    units: { tax: { status: 'accepted', submittedAt: MORNING, items: { 'group:4': { progress: '=1+1' } } } },
  });
});
afterAll(() => cast.close());

describe('/导出', () => {
  it('gives the office the workbook and its manifest as files', async () => {
    cast.tell('office-1', '/导出 2026年三季度');
    const card = await cast.hears('office-1', '文件在下面', 'SHA-256');
    const file = await cast.hears('office-1', '2026Q3-报送.xlsx');
    await cast.hears('office-1', 'manifest.json');
    const key = file.body.type === 'file' ? file.body.fileKey : '';
    const bytes = cast.world.sandbox.fileBytes(key) ?? new Uint8Array();
    expect(JSON.stringify(card.body)).toContain(createHash('sha256').update(bytes).digest('hex'));
    const [units] = readXlsx(bytes);
    expect(units?.rows.find(({ cells }) => cells[0] === '税务局')?.cells).toContain('=1+1');
  });

  it('is the office’s alone, needs a period, and names those there are', async () => {
    cast.tell('stranger', '/导出 2026Q3');
    await cast.hears('stranger', '只有领导小组办公室成员可以导出');
    cast.tell('office-1', '/导出');
    await cast.hears('office-1', '请写上要导出哪一期');
    cast.tell('office-1', '/导出 2020Q1');
    await cast.hears('office-1', '可以导出：2026Q3');
    cast.tell('office-1', '/export 去年');
    await cast.hears('office-1', '看不懂报送期');
  });

  it('asked for in a group goes to the one who asks', async () => {
    cast.shout('office-2', '/导出 2026Q3');
    await cast.hears('work', '已单独发给您');
    await cast.hears('office-2', '2026Q3-报送.xlsx');
    expect(cast.heard('work')).not.toContain('xlsx');
  });
});
