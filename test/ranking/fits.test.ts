import { describe, expect, it } from 'vitest';
import type { ObjectionRow } from '../../db/queries/objections.ts';
import { assertFits } from '../../src/cards/limits.ts';
import { rankingCard } from '../../src/ranking/card.ts';
import { changesBetween } from '../../src/ranking/changes.ts';
import { correctionDryRun, correctionNote } from '../../src/ranking/correction-cards.ts';
import { LONGEST_OBJECTION, queueCard } from '../../src/ranking/round-cards.ts';
import { snapshotOf } from '../../src/ranking/snapshot.ts';
import { placed } from '../../src/scoring/rounding.ts';

/** 200 units with long names, all of which move. */
const snapshot = (shift: number) => {
  const scores = placed(
    Array.from({ length: 200 }, (_, no) => {
      const shown = (no * 7 + shift) % 101;
      return { unit: `u${no}`, period: '2026Q4', rubric: 1, rows: [], total: shown, shown };
    }),
  );
  const made = snapshotOf('2026Q4', scores, (unit) => `${unit}行政审批与大数据管理服务局`);
  if (made === undefined) throw new Error('no snapshot');
  return made;
};

describe('the cards of a large district fit the platform', () => {
  const changes = changesBetween(snapshot(0), snapshot(13));
  const reason = '更'.repeat(200);

  it('a correction of everything, before and after', () => {
    expect(changes.totals).toHaveLength(200);
    const warnings = Array.from({ length: 8 }, () => '2026年第四季度还没有锁定，分数还可能变。');
    assertFits(correctionDryRun({ span: '2026Q4', revision: 2, hash: 'h', changes, reason, warnings }));
    const above = correctionNote({ revision: 2, reason, changes });
    const shown = assertFits(
      rankingCard(snapshot(13), { hash: 'h'.repeat(64), moves: undefined, revision: 2, newer: 3, above }),
    );
    expect(shown).toContain('……总分有变的共200家');
  });

  it('a queue of two hundred objections of the greatest length, a few at a time', () => {
    const rows = Array.from({ length: 200 }, (_, no) => ({
      id: `o-${no}`,
      span: '2026Q4',
      unit: 'u',
      kind: 'objection' as const,
      words: '*'.repeat(LONGEST_OBJECTION),
      by: `ou_${'x'.repeat(32)}`,
      at: 0,
      verdict: no < 100 ? ('rejected' as const) : null,
      verdict_words: no < 100 ? '<at id=all></at>'.repeat(31) : '',
      decided_by: null,
      decided_at: null,
    })) satisfies ObjectionRow[];
    const shown = assertFits(
      queueCard({
        span: '2026Q4',
        title: '异议期已满',
        left: '异议期已于2026年11月30日 18:00结束。',
        open: rows.slice(100),
        answered: rows.slice(0, 100),
        nameOf: () => '行政审批与大数据管理服务局',
        labels: (openId) => openId,
      }),
    );
    expect(shown).toContain('还有95条');
    expect(shown).not.toContain('<at id=all>');
  });
});
