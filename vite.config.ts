import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';
import { manifeste } from './web/routes.plugin.ts';

const web = path.resolve(import.meta.dirname, 'web');
const entrees = ['index.html', 'agents/index.html']
  .map((page) => path.join(web, page))
  .filter((page) => existsSync(page));

export default defineConfig({
  root: web,
  plugins: [manifeste()],
  resolve: {
    alias: [
      { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
      { find: 'react-dom/client', replacement: 'preact/compat/client' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
      // Preact has the real hook: the shim would only weigh.
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'preact/compat' },
    ],
  },
  build: {
    outDir: path.resolve(web, '../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: entrees },
  },
});
