import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig, defaultClientConditions } from 'vite';

/** Built into `dist/web`, which the API serves. */
const config = defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: { outDir: resolve(import.meta.dirname, '../../dist/web'), emptyOutDir: true },
});

export default config;
