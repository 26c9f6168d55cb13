import { afterAll, beforeAll, expect, it } from 'vitest';
import { ledgerEvidence } from '../../db/queries/evidence.ts';
import { changeLedgerEntry, insertLedgerEntry, ledgerEntry } from '../../db/queries/ledger.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { handleClick } from '../../src/inbox/handle.ts';
import { ledgerWorkbook } from '../../src/ledger/workbook.ts';
import { MORNING } from '../people/cast.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { wordsOf } from '../support/world.ts';

const NO = '2026-001';
const TAX = 'liaison:财政局';
const PDF = Buffer.from('%PDF-1.7 整改照片');
let cast: ReportCast;
const deps = () => cast.world.service.deps;

beforeAll(async () => {
  cast = await startReportCast();
  await cast.bound({ [TAX]: 'tax' });
  const { db } = deps();
  const entry = {
    ...{ no: NO, unit: 'tax', problem: '窗口排队久', measure: '增设窗口', due_on: '2026-12-11' },
    ...{
      percent: null,
      status: 'open' as const,
      entered_by: cast.id('office-1'),
      entered_at: MORNING,
      version: 1,
    },
  };
  await db.apply(insertLedgerEntry(db, entry, ''));
});
afterAll(() => cast.close());

const send = (who: string, name: string, bytes: Uint8Array) =>
  void cast.world.sandbox
    .as(cast.id(who))
    .attach(cast.world.sandbox.directChatId(cast.id(who)), { name, bytes: Buffer.from(bytes) });
const names = async () => (await ledgerEvidence(deps().db, NO)).map(({ name }) => name);
const click = (who: string, value: Record<string, unknown>, id: string) =>
  handleClick(deps(), {
    kind: 'click',
    eventId: id,
    appId: '',
    operator: cast.id(who) as never,
    messageId: 'om_forwarded' as never,
    chatId: 'oc_forwarded' as never,
    value,
    form: {},
    option: undefined,
  });

it('a file that was not asked for is not taken for evidence', async () => {
  send(TAX, '照片.pdf', PDF);
  await cast.hears(TAX, '现在没有等着收文件的事项');
  expect(await names()).toEqual([]);
});

it('after 传佐证材料 the unit’s files belong to the entry, each once', async () => {
  cast.tell(TAX, `/台账 ${NO}`);
  const card = await cast.hears(TAX, '经过', '传佐证材料');
  expect((await cast.press(TAX, card, '传佐证材料')).toast?.content).toContain(`30分钟内都记到${NO}`);
  send(TAX, '整改照片<at id=all></at>.pdf', PDF);
  const kept = await cast.hears(TAX, '台账 2026-001 · 佐证材料', '已存为这一条的佐证');
  expect(wordsOf(kept)).not.toContain('<at id=all>');
  send(TAX, '同一张.pdf', PDF);
  await cast.hears(TAX, '这个文件已经存过了');
  send(TAX, '程序.exe', Buffer.from('MZ'));
  await cast.hears(TAX, '佐证材料只收');
  expect(await names()).toEqual(['整改照片<at id=all></at>.pdf']);
});

it('the office sees the names, has no button, and others can neither add nor take away', async () => {
  cast.tell('office-1', `/台账 ${NO}`);
  const card = await cast.hears('office-1', '佐证材料', '整改照片');
  expect(wordsOf(card)).not.toContain('传佐证材料');
  expect((await click('office-1', { action: 'ledger-evidence', no: NO }, 'a'))?.content).toContain(
    '自己的人',
  );
  const [row] = await ledgerEvidence(deps().db, NO);
  const value = { action: 'ledger-evidence-remove', id: row?.id };
  expect((await click('stranger', value, 'b'))?.content).toContain('自己的人');
  expect(await names()).toHaveLength(1);
});

it('stands in the export with its hash, until it is taken away', async () => {
  const sheet = async () => {
    const made = await ledgerWorkbook(deps(), '2026Q4');
    return readXlsx(made?.content ?? new Uint8Array())[2]?.rows.map(({ cells }) => cells) ?? [];
  };
  const [row] = await ledgerEvidence(deps().db, NO);
  expect((await sheet())[1]?.slice(0, 5)).toEqual([
    NO,
    '税务局',
    row?.name,
    String(PDF.length),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
  const card = await cast.hears(TAX, '已存为这一条的佐证');
  await cast.press(TAX, card, '不作佐证');
  await cast.becomes(card, '已移除');
  expect(await sheet()).toHaveLength(1);
  expect((await click(TAX, { action: 'ledger-evidence-remove', id: row?.id }, 'c'))?.content).toContain(
    '已经不是佐证',
  );
});

it('after half an hour, and once the entry is closed, nothing is taken any more', async () => {
  cast.world.sandbox.clock.set(MORNING + 3 * 60 * 60_000);
  send(TAX, '迟到.pdf', Buffer.from('%PDF-1.7 b'));
  await cast.world.sandbox.idle();
  expect(await names()).toEqual([]);
  expect((await click(TAX, { action: 'ledger-evidence', no: NO }, 'd'))?.type).toBe('success');
  const { db } = deps();
  const entry = await ledgerEntry(db, NO);
  if (entry === undefined) throw new Error('no entry');
  const done = { what: 'closed', words: '', by: 'ou_y', at: MORNING, percent: null } as const;
  await db.apply(changeLedgerEntry(db, entry, { ...done, due_on: entry.due_on, status: 'closed' }));
  send(TAX, '已销号.pdf', Buffer.from('%PDF-1.7 c'));
  await cast.hears(TAX, '已经销号，不能再改');
  expect(await names()).toEqual([]);
});
