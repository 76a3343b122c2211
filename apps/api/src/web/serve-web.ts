import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { serveFile, type PlainServer } from './plain-server.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Names under assets/ change with their content. */
const LASTING = 'public, max-age=31536000, immutable';

/**
 * Serves the built web page, `index.html` at `/`; where none was built, the way to the API's own pages.
 *
 * @param folder  what Vite has built
 */
export function serveWeb(server: PlainServer, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) {
    server.get('/', (_, reply) => reply.status(302).header('Location', '/api/docs').send(''));
    return;
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).split(sep).join('/');
    const cache = path.startsWith('/assets/') ? LASTING : 'no-cache';
    serveFile(server, path === '/index.html' ? '/' : path, { type, content: readFileSync(file), cache });
  }
}
