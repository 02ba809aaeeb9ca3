import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What is learned from the real facts takes seconds, and the machine may be slow.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    // Tests of the running bot wait more than they work.
    maxWorkers: '100%',
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
});
