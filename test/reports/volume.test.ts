import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClashes, saveItem } from '../../db/queries/drafts.ts';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { openPeriod } from '../../db/queries/periods.ts';
import { insertReports, reportSheet } from '../../db/queries/reports.ts';
import { keepRevision, reviewQueue } from '../../db/queries/reviews.ts';
import { assertFits } from '../../src/cards/limits.ts';
import { instantOf } from '../../src/clock.ts';
import { handleClick } from '../../src/inbox/handle.ts';
import { actOf } from '../../src/reports/act.ts';
import { clashCard } from '../../src/reports/clash-card.ts';
import { contentOf } from '../../src/reports/content.ts';
import { EMPTY_REVIEW, REASON_CHIPS } from '../../src/reports/decision-form.ts';
import { desk } from '../../src/reports/desk.ts';
import { keptAside } from '../../src/reports/fill.ts';
import { otherTexts } from '../../src/reports/flags.ts';
import { homeCard } from '../../src/reports/home-card.ts';
import { pageCard } from '../../src/reports/page-card.ts';
import { previewCard } from '../../src/reports/preview-card.ts';
import { queueCard } from '../../src/reports/queue.ts';
import { reviewCard } from '../../src/reports/review-card.ts';
import { revisionOf } from '../../src/reports/revision.ts';
import { startWorld, type World } from '../support/world.ts';

const PERIODS = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'];
const ITEMS = 12;
const VALUES = 6;
let world: World;
const person = () => world.sandbox.openIdOf('liaison:财政局');

/** Texts as long and as awkward as they come: every character is escaped somewhere. */
const worst = (salt: number) => `${salt}*[_]"\\<>$ 测试`.repeat(120).slice(0, 1000);

beforeAll(async () => {
  world = await startWorld();
  world.sandbox.clock.set(instantOf('2026-12-28', '10:00'));
  const { deps } = world.service;
  const units = deps.notice.model.units.slice(0, 40).map((unit) => unit.id);
  const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const items = units.flatMap((unit) =>
    range(ITEMS).map((no) => ({
      unit,
      item: `measure:${no}`,
      position: no,
      kind: 'measure' as const,
      title: `措施${no} ${'标题'.repeat(12)}`,
      asks: '要求'.repeat(140),
      location: `附件1·${no}`,
      group_no: null,
      measure_no: no,
    })),
  );
  const values = items.flatMap(({ unit, item }) =>
    range(VALUES).map((no) => ({
      unit,
      item,
      indicator: `${item}-${no}`,
      position: no,
      what: `指标${no}${'名称'.repeat(10)}`,
      comparator: '<=',
      target: 21,
      up_to: null,
      measured_in: '个工作日',
      deadline: null,
    })),
  );
  const reports = units.map((unit, index) => ({ unit, no: index + 1 }));
  for (const [quarter, period] of PERIODS.entries()) {
    await deps.db.apply([
      ...openPeriod(
        deps.db,
        { id: period, opens_on: '2026-12-24', due_on: '2027-01-07' },
        { by: 'test', now: 0 },
      ),
      ...insertReports(deps.db, period, { reports, items, values }),
    ]);
    for (const [index, unit] of units.entries()) {
      const texts = worst(quarter * 100 + index);
      const writes = range(ITEMS).flatMap((no) =>
        saveItem(
          deps.db,
          { period, unit, item: `measure:${no}`, version: 0 },
          {
            fields: {
              progress: `${no}${texts}`.slice(0, 1000),
              problems: texts,
              next_steps: texts,
              coordinate: 1,
            },
            values: range(VALUES).map((value) => ({
              indicator: `measure:${no}-${value}`,
              raw: `暂无数据：${'原因'.repeat(90)}`,
              value: null,
              no_data: '原因'.repeat(90),
            })),
            content: '{}',
            by: 'test',
            now: 1,
          },
        ),
      );
      await deps.db.apply(writes);
      const sheet = await reportSheet(deps.db, { period, unit });
      const content = JSON.stringify(revisionOf(sheet?.items ?? []));
      await deps.db.apply([
        keepRevision(deps.db, {
          period,
          unit,
          round: 1,
          receipt: `${period}-${index}-1`,
          content,
          submitted_by: 'test',
          submitted_at: 1,
        }),
      ]);
    }
  }
  await deps.db.apply([
    insertBinding(deps.db, {
      id: 'test',
      kind: 'unit',
      subject: 'finance',
      role: 'liaison',
      openId: person(),
      status: 'confirmed',
      by: 'test',
      now: 0,
    }),
    deps.db.query
      .updateTable('report')
      .set({ status: 'submitted', round: 1, submitted_at: 1, first_submitted_at: 1, submitted_by: 'ou_1' })
      .where('unit', '!=', 'finance'),
    deps.db.query.updateTable('report').set({ status: 'draft' }).where('unit', '=', 'finance'),
  ]);
});
afterAll(async () => {
  await world.close();
});

describe('40 units × 12 items × 4 quarters, each field as long as it may be', () => {
  it('no card is over the platform’s limits, and the pages hold everything', async () => {
    const { deps } = world.service;
    const act = await actOf(deps, { sender: person() as never, key: 'volume' });
    const own = await desk(act, { period: '2026Q4', unit: 'finance' });
    const [item] = own.sheet.items;
    if (item === undefined) throw new Error('no item');
    assertFits(homeCard(own));
    for (const one of own.sheet.items) assertFits(pageCard(own, one));
    const shown = pagesOf((page) => previewCard(own, page));
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.join('')).toContain('12. ');

    const mine = { ...contentOf(item), progress: worst(7), problems: worst(8), next_steps: worst(9) };
    await deps.db.apply(
      keptAside(own, item, { mine, base: 0, fields: ['progress', 'problems', 'next_steps'] }),
    );
    const [clash] = await openClashes(deps.db, own.key);
    if (clash === undefined) throw new Error('no clash');
    assertFits(clashCard(own, item, clash));

    const other = await desk(act, { period: '2026Q4', unit: 'tax' });
    const typed = { mark: '优', chips: REASON_CHIPS, reason: worst(1), noData: [] };
    const reviews = pagesOf((page) => reviewCard(other, { others: [], page, typed }));
    expect(reviews.length).toBeGreaterThan(5);
    assertFits(queueCard(act, await reviewQueue(deps.db)));
  });

  it('the texts of the others are compared', async () => {
    const { deps } = world.service;
    const { textsOfOthers } = await import('../../db/queries/reviews.ts');
    const act = await actOf(deps, { sender: person() as never, key: 'volume' });
    const own = await desk(act, { period: '2026Q4', unit: 'finance' });
    const others = otherTexts(await textsOfOthers(deps.db, own.key));
    reviewCard(own, { others, page: 0, typed: EMPTY_REVIEW });
    expect(others.length).toBeGreaterThan(1000);
  });

  it('a click is answered', async () => {
    const { deps } = world.service;
    for (let no = 0; no < 100; no++) {
      const item = `measure:${(no % ITEMS) + 1}`;
      const sheet = await reportSheet(deps.db, { period: '2026Q4', unit: 'finance' });
      const version = sheet?.items.find((one) => one.item === item)?.version ?? 0;
      const toast = await handleClick(deps, {
        kind: 'click',
        eventId: `volume-${no}`,
        appId: '',
        operator: person() as never,
        messageId: 'om_volume' as never,
        chatId: 'oc_volume' as never,
        value: { action: 'report-page', period: '2026Q4', unit: 'finance', item, version, go: 'next' },
        form: { progress: `${no} ${worst(no)}`.slice(0, 1000), coordinate: 'no' },
        option: undefined,
      });
      expect(toast?.type).not.toBe('error');
    }
  });
});

/** Every page of a card, each held against the platform's limits. */
function pagesOf(make: (page: number) => Parameters<typeof assertFits>[0]): string[] {
  const pages: string[] = [];
  for (;;) {
    const shown = assertFits(make(pages.length));
    if (pages.at(-1) === shown) return pages;
    pages.push(shown);
  }
}
