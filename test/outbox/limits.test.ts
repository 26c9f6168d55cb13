import { describe, expect, it } from 'vitest';
import {
  NOTHING_RESERVED,
  type Reserved,
  reserved,
  room,
  seenAt,
  without,
} from '../../src/outbox/windows.ts';

/** Reserves for a list of lanes, one after the other, with time standing still. */
function instants(lanes: string[], start = 0): { lane: string; at: number }[] {
  const found = reserved({ ...NOTHING_RESERVED, at: start }, lanes, start);
  return lanes.map((lane, i) => ({ lane, at: found.instants[i] ?? Number.NaN }));
}

function most(times: readonly number[], windowMs: number): number {
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + windowMs).length));
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `oc_${i}`);

describe('sending limits', () => {
  it('let no chat have more than 5 in any second', () => {
    const at = instants(Array.from({ length: 23 }, () => 'oc_1')).map((each) => each.at);
    expect(most(at, 1000)).toBe(5);
    expect(at.at(-1)).toBeLessThan(4.3 * 1000);
  });

  it('let the app have 50 a second and 1,000 a minute, whatever the lanes wait for', () => {
    const lanes = Array.from({ length: 1600 }, (_, i) => (i % 4 === 0 ? `busy${i % 3}` : `oc_${i}`));
    const all = instants(lanes);
    const at = all.map((each) => each.at).sort((a, b) => a - b);
    expect(most(at, 1000)).toBeLessThanOrEqual(50);
    expect(most(at, 60_000)).toBeLessThanOrEqual(1000);
    for (const lane of new Set(lanes)) {
      const own = all.filter((each) => each.lane === lane).map((each) => each.at);
      expect(most(own, 1000)).toBeLessThanOrEqual(5);
    }
  });

  it('use at least 95 % of the rate that 50 a second allow', () => {
    const at = instants(many(900)).map((each) => each.at);
    expect(Math.max(...at)).toBeLessThanOrEqual((900 / 50) * 1000 * (1 / 0.95));
  });

  it('hold for all who reserve one after the other, each from what the one before has left', () => {
    const times: number[] = [];
    let kept: Reserved = NOTHING_RESERVED;
    for (let now = 0; now < 5_000; now += 90) {
      const lanes = many(7).map((lane) => `${lane}:${now}`);
      const { after, instants: given } = reserved(seenAt(kept, now), lanes, now);
      kept = JSON.parse(JSON.stringify(after));
      times.push(...given);
    }
    expect(most(times, 1000)).toBeLessThanOrEqual(50);
    expect(Math.max(...times)).toBeLessThan((times.length / 50) * 1100);
  });

  it('say how many calls there is room for, and when the next one may be', () => {
    const full = { ...NOTHING_RESERVED, app: Array.from({ length: 50 }, () => 0) };
    expect(room(NOTHING_RESERVED, 0, 1_000).calls).toBe(50);
    expect(room(full, 0, 1_000)).toMatchObject({ calls: 0, at: 1_040 });
    expect(room(full, 0, 1_500).calls).toBeGreaterThanOrEqual(20);
    const minute = reserved(NOTHING_RESERVED, many(1000), 0).after;
    expect(room(seenAt(minute, 25_000), 25_000, 26_500).calls).toBe(0);
  });

  it('give the place of a call that came too late to another', () => {
    const { after, instants: given } = reserved(NOTHING_RESERVED, many(1000), 0);
    const full = reserved(after, ['oc_new'], 100).instants[0] ?? 0;
    expect(full).toBeGreaterThan(60_000);
    const left = without(after, 'oc_999', given[999] ?? 0);
    expect(left.app).toHaveLength(999);
    expect(left.lanes['oc_999']).toEqual([]);
    expect(reserved(left, ['oc_new'], 100).instants[0]).toBeLessThan(22_000);
  });

  it('fall silent when the platform asks for it', () => {
    const { instants: given } = reserved({ ...NOTHING_RESERVED, blockedUntil: 5_000 }, ['oc_1'], 100);
    expect(given).toEqual([5_000]);
  });

  it('keep nobody waiting for a clock that was set back by an hour, and still hold', () => {
    const hour = 3_600_000;
    const at = 2 * hour;
    const before = { ...NOTHING_RESERVED, at, app: Array.from({ length: 50 }, () => at) };
    const { instants: given } = reserved(seenAt(before, hour), many(10), hour);
    expect(given).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4].map((i) => hour + 1_040 + i * 41));
  });
});
