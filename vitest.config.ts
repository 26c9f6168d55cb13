import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Browser tests share two cores with everything else: once more before it counts as a failure.
    retry: process.env['CI'] ? 2 : 0,
    // A slow machine is no failure: what is waited for may take its time.
    expect: { poll: { timeout: 10_000 } },
  },
});
