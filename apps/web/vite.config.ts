import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig, defaultClientConditions, type Plugin } from 'vite';

/** bootstrap-italia brings the font of a video player inside its style sheet: nothing here plays, and the page's policy lets no such font in. */
const withoutPlayerFont: Plugin = {
  name: 'without-player-font',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('bootstrap-italia.min.css') ? code.replace(/@font-face\s*\{[^}]*VideoJS[^}]*\}/g, '') : undefined,
};

/** Built into `dist/web`, which the API serves. For work on the page alone: `npx vite apps/web` beside a running API. */
const config = defineConfig({
  root: import.meta.dirname,
  plugins: [react(), withoutPlayerFont],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: resolve(import.meta.dirname, '../../dist/web'),
    emptyOutDir: true,
    rolldownOptions: {
      // refusals come worded from the server: their texts, and the OpenAPI document, stay out of the page
      treeshake: { moduleSideEffects: [{ test: /libs\/contract\/src\/(problems|openapi)/, sideEffects: false }] },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/health': 'http://127.0.0.1:3000' } },
});

export default config;
