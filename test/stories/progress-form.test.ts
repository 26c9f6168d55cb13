import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceOfPeriod } from '../../db/queries/evidence.ts';
import { reportSheet } from '../../db/queries/reports.ts';
import type { SandboxMessage } from '../../sandbox/contract.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { writeXlsx } from '../../src/files/xlsx-write.ts';
import { filledIn, zipBomb } from '../report-files/workbook.ts';
import { type ReportCast, startReportCast } from './report-support.ts';

const FINANCE = { period: '2026Q4', unit: 'finance' };
let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
  await cast.bound({ 'liaison:财政局': 'finance', 'head:财政局': 'finance', 'liaison:税务局': 'tax' });
  for (const who of ['office-1', 'liaison:财政局', 'head:财政局', 'liaison:税务局', 'stranger']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  cast.at('2026-12-28', '10:00');
  cast.tell('office-1', '/报送 开启 2026Q4 截止 1.8');
  await cast.hears('office-1', '2026年第四季度');
});
afterAll(() => cast.close());

const db = () => cast.world.service.deps.db;
const finance = async () => (await reportSheet(db(), FINANCE))?.items ?? [];

function send(who: string, name: string, bytes: Uint8Array): void {
  const { sandbox } = cast.world;
  sandbox.as(cast.id(who)).attach(sandbox.directChatId(cast.id(who)), { name, bytes });
}

function bytesOf(file: SandboxMessage): Uint8Array {
  return (file.body.type === 'file' && cast.world.sandbox.fileBytes(file.body.fileKey)) || new Uint8Array();
}

async function template(who = 'liaison:财政局', unit = '财政局'): Promise<Uint8Array> {
  const before = cast.heard(who).split('-报送表.xlsx').length;
  cast.tell(who, '/报送 模板');
  await cast.world.sandbox.waitFor(() => cast.heard(who).split('-报送表.xlsx').length > before);
  return bytesOf(await cast.hears(who, `2026Q4-${unit}-报送表.xlsx`));
}

describe('the form as a spreadsheet', () => {
  it('has a row for each item and for each indicator, and names itself', async () => {
    const sheets = readXlsx(await template());
    const items = await finance();
    expect(sheets.map((sheet) => sheet.name)).toEqual(['填报', '指标']);
    const rows = sheets[0]?.rows.slice(4) ?? [];
    expect(rows.map(({ cells }) => cells[0])).toEqual(items.map((item) => `${item.item}@0`));
    const indicators = items.flatMap((item) => item.values.map((value) => value.what));
    expect(sheets[1]?.rows.slice(4).map(({ cells }) => cells[2])).toEqual(indicators);
  });

  it('is previewed with its errors by cell, and written into the draft once it is confirmed', async () => {
    const file = filledIn(await template(), {
      填报: {
        E5: '=HYPERLINK("http://x") 合同签订期限已压缩',
        F5: '字'.repeat(1204),
        H5: '也许',
        G6: '下季度培训',
        H6: '是',
      },
      指标: { G5: '12,5', G6: '２' },
    });
    send('liaison:财政局', '表格（填好）.xlsx', file);
    const card = await cast.hears('liaison:财政局', '收到报送表', '有3格没有读进来', '「填报」F5', '1,204字');
    const says = JSON.stringify(card.body);
    for (const cell of ['「填报」H5', '「指标」G5', '将写入']) expect(says).toContain(cell);
    expect((await finance()).every((item) => item.version === 0)).toBe(true);
    await cast.turns('liaison:财政局', card, '确认写入（跳过有问题的）', {
      says: ['已写入草稿'],
      toast: '已写入',
    });
    const [first, second] = await finance();
    expect(first).toMatchObject({
      progress: '=HYPERLINK("http://x") 合同签订期限已压缩',
      problems: '',
      coordinate: 0,
      version: 1,
    });
    expect(second).toMatchObject({ next_steps: '下季度培训', coordinate: 1 });
    const values = (await finance()).flatMap((item) => item.values).map(({ raw, value }) => ({ raw, value }));
    expect(values.slice(0, 2)).toEqual([
      { raw: '', value: null },
      { raw: '２', value: 2 },
    ]);
  });

  it('is written once, however often the button is pressed', async () => {
    send('liaison:财政局', '再来.xlsx', filledIn(await template(), { 填报: { E6: '第二张' } }));
    const card = await cast.hears('liaison:财政局', '收到报送表', '将写入1项');
    const presses = await Promise.all(
      [1, 2, 3].map(() => cast.press('liaison:财政局', card, '确认写入').catch(() => undefined)),
    );
    expect(presses.filter((press) => press?.toast?.type === 'success')).toHaveLength(1);
    expect((await finance())[1]).toMatchObject({ progress: '第二张', version: 2 });
  });

  it('filled in by several hands is joined; what two changed is kept twice, to be chosen', async () => {
    const sheet = await template();
    const hers = filledIn(sheet, { 填报: { E5: '她写的进展', G5: '她写的打算' } });
    const his = filledIn(sheet, { 填报: { E5: '他写的进展', F5: '他写的问题' } });
    for (const [who, file] of [
      ['liaison:财政局', hers],
      ['head:财政局', his],
    ] as const) {
      send(who, '2026Q4-财政局-报送表 (1).xlsx', file);
      const card = await cast.hears(who, '收到报送表', who === 'head:财政局' ? '别人也改过' : '将写入1项');
      await cast.turns(who, card, '确认写入', { says: ['报送表', '继续填报'] });
    }
    const [first] = await finance();
    expect(first).toMatchObject({ progress: '她写的进展', problems: '他写的问题', next_steps: '她写的打算' });
    const done = await cast.hears('head:财政局', '两份内容都留着');
    await cast.turns('head:财政局', done, '继续填报', {
      says: ['她写的进展', '他写的进展', '用我的', '用对方的'],
    });
  });

  it.each([
    ['报送表.xlsx', () => zipSync({ 'a.txt': new Uint8Array(3) }), '不是有效的 xlsx'],
    ['报送表.xlsx', () => new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), '不是有效的 xlsx'],
    ['报送表.xlsx', zipBomb, '表格太大'],
    ['报送表.xlsx', () => new Uint8Array(6 * 1024 * 1024), '最大5 MB'],
    ['报送表.pdf', () => new Uint8Array(10), '只收 docx、xlsx、pdf'],
    ['报送表.xls', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), '旧版 xls'],
  ])('%s that is none: %#', async (name, make, says) => {
    send('liaison:财政局', name, make());
    await cast.hears('liaison:财政局', says);
  });

  it('a workbook that only looks like it, another unit’s and another quarter’s are told so', async () => {
    const other = await writeXlsx([{ name: '填报', columns: [{ title: '编号', width: 5 }], rows: [['x']] }]);
    send('liaison:财政局', '报送表.xlsx', other);
    await cast.hears('liaison:财政局', '没有“表格编号”');
    const taxes = await template('liaison:税务局', '税务局');
    send('liaison:财政局', '借来的.xlsx', taxes);
    await cast.hears('liaison:财政局', '没有绑定到税务局');
    const old = await writeXlsx([
      {
        name: '填报',
        preface: ['表格编号：2026Q1/finance'],
        columns: [{ title: '编号', width: 5 }],
        rows: [['group:6@0']],
      },
    ]);
    send('liaison:财政局', '上次的报送表.xlsx', old);
    await cast.hears('liaison:财政局', '这个报送期没有开启');
  });
});

describe('evidence', () => {
  const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7 ${text}`);

  it('belongs to the item in hand; the card puts it elsewhere or takes it away', async () => {
    cast.tell('liaison:财政局', '/报送');
    const home = await cast.hears('liaison:财政局', '季度报送', '继续填报');
    await cast.turns('liaison:财政局', home, '继续填报', { says: ['第 1/'] });
    send('liaison:财政局', '签订期限<at id=all>.pdf', pdf('one'));
    const [first, second] = await finance();
    const card = await cast.hears('liaison:财政局', '已作为佐证放在', `1. ${first?.title}`);
    expect(JSON.stringify(card.body)).not.toContain('**签订期限<at');
    const place = `2026Q4|finance|${second?.item}`;
    await cast.turns('liaison:财政局', card, '改放到所选事项', {
      form: { place },
      says: [`2. ${second?.title}`],
    });
    const [kept] = await evidenceOfPeriod(db(), '2026Q4');
    expect(kept).toMatchObject({ item: second?.item, size: 12, type: 'file', removed_at: null });
    expect(kept?.sha256).toMatch(/^[0-9a-f]{64}$/);
    cast.tell('liaison:财政局', '/报送');
    const again = await cast.hears('liaison:财政局', '季度报送', '预览');
    await cast.turns('liaison:财政局', again, '预览', { says: ['佐证材料：签订期限'] });
    send('liaison:财政局', '又一次.pdf', pdf('one'));
    const twice = await cast.hears('liaison:财政局', '已经存过了');
    expect(JSON.stringify(twice.body)).not.toContain('<at');
    await cast.turns('liaison:财政局', card, '不作佐证', { form: { place }, says: ['已移除'] });
    expect((await evidenceOfPeriod(db(), '2026Q4'))[0]?.removed_at).not.toBeNull();
  });

  it('without an item in hand waits for the choice', async () => {
    send('head:财政局', '照片.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]));
    const card = await cast.hears('head:财政局', '佐证材料');
    expect(JSON.stringify(card.body)).toMatch(/请选它属于哪一项|已作为佐证放在/);
  });

  it.each([
    ['说明.txt', new TextEncoder().encode('只是文字'), '只收 docx、xlsx、pdf、jpg、png'],
    ['装作.pdf', zipSync({ 'word/document.xml': new Uint8Array(3) }), '内容却是 docx'],
    ['旧的.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), '另存为 docx'],
    ['太大.pdf', new Uint8Array(21 * 1024 * 1024), '最大20 MB'],
  ])('%s is refused with a sentence', async (name, bytes, says) => {
    send('liaison:财政局', name, bytes);
    await cast.hears('liaison:财政局', says);
  });

  it('of a stranger is none of its business', async () => {
    send('stranger', '证明.pdf', pdf('stranger'));
    await cast.hears('stranger', '没有等着收文件的事项');
  });
});

describe('after the report was submitted', () => {
  it('neither a form nor a file changes it', async () => {
    const sheet = filledIn(await template(), { 填报: { E5: '太晚了' } });
    send('liaison:财政局', '先看看.xlsx', sheet);
    const waiting = await cast.hears('liaison:财政局', '收到报送表', '将写入1项', '确认写入');
    await db().apply([
      db()
        .query.updateTable('report')
        .set({ status: 'submitted', version: 99 })
        .where('unit', '=', 'finance')
        .where('period', '=', '2026Q4'),
    ]);
    const pressed = await cast.press('liaison:财政局', waiting, '确认写入');
    expect(pressed.toast?.content).toContain('没有写入');
    send('liaison:财政局', '报送表.xlsx', sheet);
    await cast.hears('liaison:财政局', '撤回修改', '表里的内容没有写入');
    send('liaison:财政局', '新的.pdf', new TextEncoder().encode('%PDF-1.7 late'));
    await cast.hears('liaison:财政局', '文件没有存为佐证', '撤回修改');
    expect((await finance())[0]?.progress).toBe('她写的进展');
  });
});
