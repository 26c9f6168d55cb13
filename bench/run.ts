import { benchIngest } from './ingest.ts';

/** `npm run bench [-- ingest|ask|reports|scores|ticks|tenants|delivery|workers]`: figures of this machine, to be read as ratios within one run. */
const SECTIONS: Record<string, () => Promise<void>> = {
  ingest: benchIngest,
  ask: async () => (await import('./ask.ts')).benchAsk(),
  reports: async () => (await import('./reports.ts')).benchReports(),
  scores: async () => (await import('./scores.ts')).benchScores(),
  tenants: async () => (await import('./tenants.ts')).benchTenants(),
  ticks: async () => (await import('./ticks.ts')).benchTicks(),
  delivery: async () => (await import('./delivery.ts')).benchDelivery(),
  workers: async () => (await import('./workers.ts')).benchWorkers(),
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(SECTIONS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  await run();
}
