import { describe, expect, it } from 'vitest';
import { inTurn } from '../../src/tenants/turns.ts';

describe('turns', () => {
  it('are taken in order, so many at once; who hangs gives his place up', async () => {
    const begun: number[] = [];
    let free = () => {};
    const hangs = new Promise<void>((resolve) => {
      free = resolve;
    });
    const tasks = [0, 1, 2, 3, 4].map((no) => async () => {
      begun.push(no);
      if (no < 2) await hangs;
    });
    await inTurn(tasks, { atOnce: 2, patienceMs: 30 });
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    free();
  });
});
