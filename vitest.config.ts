import { defineConfig } from 'vitest/config';

/** What loads no compiler and starts no program shares the processes that run it: its modules are read once, not once a file. */
const ENSEMBLE = ['test/functions/**/*.test.ts', 'test/web/**/*.test.ts', 'test/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/atelier/moteur.ts', 'test/atelier/chromium.ts'],
    setupFiles: ['test/atelier/environnement.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    // On a shared machine a browser may be slow once; slow twice is a fault. Elsewhere the first failure shows.
    retry: process.env.CI ? 1 : 0,
    projects: [
      { extends: true, test: { name: 'ensemble', include: ENSEMBLE, isolate: false } },
      // A process for each file: the compilers that some of them load leave native threads behind, which another would not survive.
      { extends: true, test: { name: 'à part', include: ['test/**/*.test.ts'], exclude: ENSEMBLE } },
    ],
  },
});
