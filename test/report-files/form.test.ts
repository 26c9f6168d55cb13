import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertFits } from '../../src/cards/limits.ts';
import { instantOf } from '../../src/clock.ts';
import type { Sheet } from '../../src/files/sheet.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import type { OpenId } from '../../src/ids.ts';
import { formFile } from '../../src/report-files/form.ts';
import { formPreviewCard } from '../../src/report-files/form-card.ts';
import { formChanges } from '../../src/report-files/form-plan.ts';
import { formIdentity, readForm } from '../../src/report-files/form-read.ts';
import { actOf } from '../../src/reports/act.ts';
import { type Desk, desk } from '../../src/reports/desk.ts';
import { openFilled } from '../progress/filled.ts';
import { startWorld, type World } from '../support/world.ts';

const NOW = instantOf('2026-12-28', '10:00');
let world: World;
let housing: Desk;

beforeAll(async () => {
  world = await startWorld();
  world.sandbox.clock.set(NOW);
  const { deps } = world.service;
  await openFilled(deps.db, deps.notice.model, { period: '2026Q4', dueOn: '2027-01-08', now: NOW });
  const act = await actOf(deps, { sender: 'ou_x' as OpenId, key: 'k' });
  housing = await desk(act, { period: '2026Q4', unit: 'housing' });
});
afterAll(() => world.close());

const sheets = async (): Promise<Sheet[]> => readXlsx(await formFile(housing));

/** The sheets with one cell changed. */
async function sheetsWith(cells: Record<string, Record<number, Record<number, string>>>): Promise<Sheet[]> {
  return (await sheets()).map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => {
      const changed = [...row.cells];
      for (const [column, text] of Object.entries(cells[sheet.name]?.[row.no] ?? {})) {
        while (changed.length <= Number(column)) changed.push('');
        changed[Number(column)] = text;
      }
      return { ...row, cells: changed };
    }),
  }));
}

describe('a form that is read back', () => {
  it('as it was made changes nothing', async () => {
    const made = await sheets();
    expect(formIdentity(made)).toEqual({ period: '2026Q4', unit: 'housing' });
    const { rows, faults } = readForm(made, housing.sheet.items);
    expect(faults).toEqual([]);
    expect(rows.map((row) => row.item)).toEqual(housing.sheet.items.map((item) => item.item));
    expect(await formChanges(housing, { rows })).toEqual([]);
  });

  it('is understood with columns moved, rows added and rows deleted', async () => {
    const moved = (await sheetsWith({ 填报: { 6: { 4: '进展' } } })).map((sheet) => ({
      ...sheet,
      rows: sheet.rows
        .filter((row) => row.no !== 5)
        .map((row) => ({ no: row.no + 2, cells: [...row.cells].reverse() })),
    }));
    const { rows, faults } = readForm(moved, housing.sheet.items);
    expect(faults).toEqual([]);
    expect(rows.find((row) => row.item === housing.sheet.items[1]?.item)?.fields.progress).toBe('进展');
  });

  it('names the sheet and the cell of what it does not understand', async () => {
    const { faults, rows } = readForm(
      await sheetsWith({
        填报: { 5: { 0: 'group:99@0', 4: 'x' }, 6: { 7: '看情况' }, 7: { 4: '字'.repeat(1001) } },
        指标: { 5: { 6: '38天左右吧' }, 6: { 6: '暂无数据' }, 7: { 6: '39' } },
      }),
      housing.sheet.items,
    );
    expect(faults.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual([
      '填报!A5',
      '填报!H6',
      '填报!E7',
      '指标!G5',
      '指标!G6',
    ]);
    for (const { says } of faults) expect(says).toMatch(/请/);
    const read = rows.find((row) => row.item === 'measure:6');
    expect(Object.values(read?.fields ?? {})).toContain('39');
  });

  it('takes a row once', async () => {
    const made = await sheets();
    const twice = made.map((sheet) => ({
      ...sheet,
      rows: [...sheet.rows, ...sheet.rows.slice(4, 5).map((row) => ({ ...row, no: 90 }))],
    }));
    expect(readForm(twice, housing.sheet.items).faults.map(({ cell }) => cell)).toEqual(['A90', 'A90']);
  });

  it('is no form without its number', () => {
    expect(formIdentity([])).toBeUndefined();
    expect(formIdentity([{ name: '填报', rows: [{ no: 1, cells: ['编号', '表格编号'] }] }])).toBeUndefined();
    expect(formIdentity([{ name: '', rows: [{ no: 1, cells: ['表格编号:2026Q1/tax'] }] }])).toEqual({
      period: '2026Q1',
      unit: 'tax',
    });
  });

  it('its preview fits into a card, however much is in it', () => {
    const faults = Array.from({ length: 300 }, (_, no) => ({
      sheet: '填报',
      cell: `E${no}`,
      says: '*[字很多](x)_'.repeat(40),
    }));
    const [item] = housing.sheet.items;
    if (item === undefined) throw new Error('no item');
    const mine = {
      progress: '*'.repeat(1000),
      problems: '',
      next_steps: '_',
      coordinate: true,
      values: {},
    };
    const changes = Array.from({ length: 60 }, (_, no) => ({
      item: { ...item, position: no, title: '一*[题](x)_'.repeat(20) },
      mine,
      base: 0,
      content: mine,
      fields: ['progress', 'problems', 'next_steps', 'coordinate'] as const,
      clashes: ['progress', 'problems', 'next_steps'] as const,
      isCarried: no % 2 === 0,
    })).map((change) => ({ ...change, fields: [...change.fields], clashes: [...change.clashes] }));
    const card = formPreviewCard(housing, { id: 'x', plan: { rows: [], faults }, changes });
    expect(() => assertFits(card)).not.toThrow();
  });
});
