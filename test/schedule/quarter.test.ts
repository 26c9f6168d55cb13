import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrivedOf, expectedOf } from './quarter-expected.ts';
import { IS_EVERY_MINUTE, Quarter } from './quarter-world.ts';

/** A dead process's claims are taken over after a minute, and who takes them over may die too. */
const LATEST_MINUTES = 12;

/**
 * September to November 2026, with the Mid-Autumn and National Day holidays and their make-up days: every minute in which
 * something may come due, those around it, and some at random.
 */
describe.each([
  {
    processes: 2,
    seed: 1,
    how: 'by two processes that die at random, in the middle of ticks and deliveries',
  },
  { processes: 1, seed: 2, how: 'by one process that rests while nothing can be due' },
])('a quarter lived through $how', ({ processes, seed }) => {
  let quarter: Quarter;
  beforeAll(
    async () => {
      quarter = await Quarter.open(seed);
      await quarter.run(processes);
    },
    (IS_EVERY_MINUTE ? 10 : 1) * 300_000,
  );
  afterAll(() => quarter.close());

  it('everything that has to arrive has, once, and nothing else', async () => {
    const arrived = arrivedOf(quarter);
    expect(arrived.map(({ line }) => line).sort()).toEqual(await expectedOf(quarter));
    expect(arrived.length).toBeGreaterThan(150);
  });

  it('nothing came before its time, at night or on a day off, and little later than it should', () => {
    const arrived = arrivedOf(quarter);
    const days = arrived.map(({ line }) => line.slice(0, 10));
    expect(days.filter((day) => !quarter.calendar.isWorkday(day))).toEqual([]);
    expect(arrived.filter(({ time }) => time < '08:00' || time >= '20:00')).toEqual([]);
    const isLive = (line: string) => line.includes(' status ');
    expect(arrived.filter(({ late, line }) => late < 0 || (late > LATEST_MINUTES && !isLive(line)))).toEqual(
      [],
    );
  });

  it('and the processes have died often, where they should', () => {
    if (processes > 1) expect(quarter.deaths).toBeGreaterThan(50);
    else expect(quarter.deaths).toBe(0);
  });
});
