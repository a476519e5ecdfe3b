import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/atelier/moteur.ts', 'test/atelier/chromium.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A process for each file: the compilers that some of them load leave native threads behind, which a worker thread may not survive.
    pool: 'forks',
    maxWorkers: 2,
    // On a shared machine a browser may be slow once; slow twice is a fault. Elsewhere the first failure shows.
    retry: process.env.CI ? 1 : 0,
  },
});
