import { describe, expect, it } from 'vitest';
import { SendingLimits } from '../../src/outbox/limits.ts';

/** Reserves for a list of lanes with time standing still. */
function instants(lanes: string[], start = 0): { lane: string; at: number }[] {
  const limits = new SendingLimits(() => start);
  return lanes.map((lane) => ({ lane, at: start + limits.reserve(lane) }));
}

function most(times: number[], windowMs: number): number {
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + windowMs).length));
}

describe('sending limits', () => {
  it('let no chat have more than 5 in any second', () => {
    const at = instants(Array.from({ length: 23 }, () => 'oc_1')).map((each) => each.at);
    expect(most(at, 1000)).toBe(5);
    expect(at.at(-1)).toBeLessThan(4.3 * 1000);
  });

  it('let the app have 50 a second and 1,000 a minute, whatever the lanes wait for', () => {
    const lanes = Array.from({ length: 1600 }, (_, i) => (i % 4 === 0 ? `busy${i % 3}` : `oc_${i}`));
    const reserved = instants(lanes);
    const at = reserved.map((each) => each.at).sort((a, b) => a - b);
    expect(most(at, 1000)).toBeLessThanOrEqual(50);
    expect(most(at, 60_000)).toBeLessThanOrEqual(1000);
    for (const lane of new Set(lanes)) {
      expect(
        most(
          reserved.filter((each) => each.lane === lane).map((each) => each.at),
          1000,
        ),
      ).toBeLessThanOrEqual(5);
    }
  });

  it('use at least 95 % of the rate that 50 a second allow', () => {
    const at = instants(Array.from({ length: 900 }, (_, i) => `oc_${i}`)).map((each) => each.at);
    expect(Math.max(...at)).toBeLessThanOrEqual((900 / 50) * 1000 * (1 / 0.95));
  });

  it('come to an end also when the clock counts in fractions of a millisecond', () => {
    let now = 0.1;
    const limits = new SendingLimits(() => now);
    for (let i = 0; i < 3000; i++) {
      now += 0.3 + (i % 7) / 3;
      expect(limits.reserve(`oc_${i % 5}`)).toBeGreaterThanOrEqual(0);
    }
  });

  it('fall silent when the platform asks for it', () => {
    const limits = new SendingLimits(() => 100);
    limits.block(5000);
    expect(limits.reserve('oc_1')).toBe(5000);
  });
});
