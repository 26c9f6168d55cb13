import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from './report-support.ts';

let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  for (const who of ['office-1', 'stranger']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  const { db, notice } = cast.world.service.deps;
  await openFilled(db, notice.model, {
    period: '2026Q3',
    dueOn: '2026-12-31',
    now: MORNING,
    units: {
      tax: { status: 'accepted', submittedAt: MORNING, items: { 'group:4': { progress: '<b>=1+1</b>' } } },
    },
  });
});
afterAll(() => cast.close());

describe('/通报', () => {
  it('gives the office the draft, whose figures are the stored ones', async () => {
    cast.tell('office-1', '/通报 2026Q3');
    await cast.hears('office-1', '通报送审稿', '已报送1家');
    const file = await cast.hears('office-1', '2026Q3-通报.docx');
    await cast.hears('office-1', '2026Q3-通报附表.xlsx');
    const bytes = cast.world.sandbox.fileBytes(file.body.type === 'file' ? file.body.fileKey : '');
    const words = strFromU8(unzipSync(bytes ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array());
    const { db } = cast.world.service.deps;
    const units = await db.query.selectFrom('report').selectAll().where('period', '=', '2026Q3').execute();
    const items = await db.query
      .selectFrom('report_item')
      .selectAll()
      .where('period', '=', '2026Q3')
      .execute();
    const values = await db.query
      .selectFrom('report_value')
      .selectAll()
      .where('period', '=', '2026Q3')
      .execute();
    expect(words).toContain(`${units.length}家单位应报送工作进展，已报送1家，其中按时1家、补报0家`);
    expect(words).toContain(`涉及报送事项${items.length}项，已报送内容1项`);
    expect(words).toContain(`量化指标共${values.length}项`);
    expect(words).toContain('&lt;b&gt;=1+1&lt;/b&gt;');
  });

  it('is the office’s alone, and needs a period that was open', async () => {
    cast.tell('stranger', '/通报 2026Q3');
    await cast.hears('stranger', '只有领导小组办公室成员可以起草通报');
    cast.tell('office-1', '/通报 2020Q1');
    await cast.hears('office-1', '没有开过2020年第一季度的报送');
  });
});
