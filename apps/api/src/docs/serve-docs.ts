import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openApiDocument, routes, type Language } from '#contract';
import { headerOf } from '../http/exchange.js';
import { languageOf } from '../http/language.js';
import { serveFile, type PlainServer } from '../web/plain-server.js';
import { PAGE, START } from './page.js';

const SCRIPT = 'text/javascript; charset=utf-8';
const files = {
  'swagger-ui-bundle.js': SCRIPT,
  'swagger-ui.css': 'text/css; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const;

/**
 * Serves the API's description at /api/openapi.json and, to be read and tried, at /api/docs.
 *
 * @param version  of the application
 */
export function serveDocs(server: PlainServer, version: string): void {
  // seldom asked for, and a tenth of a start to write
  const documents = new Map<Language, string>();
  const documentIn = (language: Language): string => {
    const document = documents.get(language) ?? JSON.stringify(openApiDocument(routes, language, version));
    documents.set(language, document);
    return document;
  };
  server.get('/api/openapi.json', (request, reply) => {
    const language = languageOf(headerOf(request, 'accept-language'));
    return reply
      .header('Content-Type', 'application/json; charset=utf-8')
      .header('Content-Language', language)
      .header('Vary', 'Accept-Language')
      .send(documentIn(language));
  });
  const page = { type: 'text/html; charset=utf-8', content: PAGE, cache: 'no-cache' };
  serveFile(server, '/api/docs', page);
  serveFile(server, '/api/docs/', page);
  serveFile(server, '/api/docs/start.js', { type: SCRIPT, content: START, cache: 'no-cache' });
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  for (const [name, type] of Object.entries(files)) {
    const cache = 'public, max-age=3600';
    serveFile(server, `/api/docs/${name}`, { type, content: readFileSync(join(folder, name)), cache });
  }
}
