/**
 * Runs tasks in their order, so many at once. Whoever takes longer than `patienceMs`, where it is given, goes on beside the
 * others and keeps nobody waiting for a place.
 *
 * @returns when all have begun and none of the places is taken any more.
 */
export async function inTurn(
  tasks: readonly (() => Promise<unknown>)[],
  how: { atOnce: number; patienceMs?: number },
): Promise<void> {
  let next = 0;
  const place = async () => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++])
      await (how.patienceMs === undefined ? task() : within(task(), how.patienceMs));
  };
  await Promise.all(Array.from({ length: Math.min(how.atOnce, tasks.length) }, place));
}

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, patience]).finally(() => clearTimeout(timer));
}
