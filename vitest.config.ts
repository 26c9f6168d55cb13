import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

const CHROMIUM = '/usr/bin/chromium';
const IN_BROWSER = [
  'test/sandbox/page{,-chat,-line,-panels}.test.ts',
  'test/sandbox/*.page.test.ts',
  'test/stories/*-page.test.ts',
];
// One file after another in one process: they keep nothing between them, and reading what was learnt takes longer than
// most of them do. The one that measures single answers stays by itself.
const OF_ANSWERS = ['test/{answers,eval,train}/**/!(fuzz).test.ts'];
// Stories that are also lived through in workerd over D1 (`startWorld` chooses the home).
const IN_BOTH_HOMES = [
  'test/stories/{ask,learning,reminders,report,report-review,report-schedule,progress-form}.test.ts',
  'test/stories/{only-you,score,bulletin,bulletin-office,export}.test.ts',
  'test/ranking/{ranking,round,correction}.test.ts',
  'test/briefs/briefs.test.ts',
  'test/ledger/ledger.test.ts',
  'test/amendments/amend.test.ts',
  'test/people/{binding,import}.test.ts',
  'test/progress/progress.test.ts',
  'test/schedule/{pause,rules}.test.ts',
  'test/targets/assign.test.ts',
];
const inCi = Boolean(process.env['CI']);
// On a bare machine the rest still runs; CI installs the browser, and fails without it.
const hasBrowser = inCi || existsSync(CHROMIUM);
if (!hasBrowser) console.warn(`${CHROMIUM} is not installed: the tests of the chat page are left out.`);

const common = {
  // A slow machine is no failure: what is waited for may take its time.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 10_000 } },
};

export default defineConfig({
  test: {
    // Tests wait for timers and the disk more than they compute: three beside each other keep two cores busy.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...common,
          name: 'bot',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...IN_BROWSER, ...OF_ANSWERS, 'test/workers/**'],
        },
      },
      {
        test: {
          ...common,
          name: 'answers',
          include: OF_ANSWERS,
          isolate: false,
        },
      },
      {
        test: {
          ...common,
          name: 'workers',
          include: ['test/workers/**/*.test.ts', ...IN_BOTH_HOMES],
          globalSetup: ['test/support/worker-setup.ts'],
        },
      },
      ...(hasBrowser
        ? // They share two cores with everything else: once more before it counts as a failure.
          [{ test: { ...common, name: 'page', include: IN_BROWSER, retry: inCi ? 2 : 0 } }]
        : []),
    ],
  },
});
