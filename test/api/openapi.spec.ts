import { problems, routes, type Route } from '#contract';
import { startTestApi, type TestApi } from '../support/api.js';

interface Operation {
  operationId: string;
  summary: string;
  security: object[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

describe('the description of the API', () => {
  let api: TestApi;
  let document: Document;
  beforeAll(async () => {
    api = await startTestApi();
    document = (await api.anyone.get('/api/openapi.json')).body as Document;
  });
  afterAll(() => api.close());

  it('then it is OpenAPI 3.1 and says so', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: 'Traguardo', version: expect.any(String) });
  });

  it.each(Object.entries<Route>(routes))('then %s is described: path, parameters, body, answers', (name, route) => {
    const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
    expect(operation).toMatchObject({ operationId: name, summary: route.summary.it });
    const parameters = operation?.parameters ?? [];
    const inPath = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
    expect(inPath).toEqual([...route.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter));
    expect(operation?.requestBody !== undefined).toBe(route.body !== undefined);
    expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(Object.keys(route.answers)));
    const key = parameters.find((parameter) => parameter.name === 'Idempotency-Key');
    expect(key?.required ?? false).toBe(route.kind === 'command');
    expect(operation?.security).toEqual(route.action === 'public' ? [] : [{ session: [] }, { page: [] }]);
  });

  it('then nothing is described that is not there', () => {
    const described = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(described.toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  it('then every reference leads somewhere, and no keyword of 3.0 is left', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(text).not.toContain('"$defs"');
    expect(text).not.toMatch(/"nullable":|"exclusiveMinimum":(true|false)/);
  });

  it('then the schemas are JSON Schema 2020-12: types as lists or unions, constants, no stray ids', () => {
    const { PlanSummary, Deadline } = document.components.schemas;
    expect(PlanSummary).toMatchObject({
      type: 'object',
      properties: { act: { anyOf: [{ $ref: '#/components/schemas/ActReference' }, { type: 'null' }] } },
    });
    expect(JSON.stringify(Deadline)).toContain('"const":"recurring"');
    for (const schema of Object.values(document.components.schemas)) expect(schema).not.toHaveProperty('id');
  });

  it('then every refusal that a route may give is told, with words in both languages', () => {
    for (const route of Object.values<Route>(routes)) {
      const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
      for (const code of route.problems) {
        expect(operation?.responses[problems[code].status]?.description).toContain(`\`${code}\``);
      }
    }
  });

  it('then it also comes in English', async () => {
    const english = (await api.anyone.get('/api/openapi.json', { 'accept-language': 'en' })).body as Document;
    expect(english.paths['/api/v1/sessions']?.['post']?.summary).toBe('Sign in');
  });

  it('given its page, then all it loads comes from here and the policy allows nothing else', async () => {
    const page = await api.anyone.get('/api/docs');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(String(page.body)).not.toMatch(/(src|href)="(https?:)?\/\//);
    const loaded = [...String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    for (const path of loaded) expect((await api.anyone.get(path)).status).toBe(200);
  });
});
