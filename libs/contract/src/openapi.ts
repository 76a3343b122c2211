import { z } from 'zod';
import { DryRun, OccurredOn, WouldHappen } from './dry-run.js';
import type { Language, Text } from './language.js';
import { ProblemDetails } from './problems/problem-details.js';
import { problems, type ProblemCode } from './problems/problems.js';
import { isRaw, type Raw, type Route } from './route.js';

type Json = { [key: string]: unknown };

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

/** Codes that every route of a kind may answer, besides its own. */
const usualProblems: Readonly<Record<Route['kind'] | 'guarded', readonly ProblemCode[]>> = {
  guarded: [
    'session/missing',
    'session/expired',
    'session/cross-site',
    'session/too-many-requests',
    'permission/denied',
    'office/not-yours',
  ],
  command: [
    'request/idempotency-key-missing',
    'request/idempotency-key-malformed',
    'request/if-match-malformed',
    'command/key-reused',
    'command/stale-revision',
    'command/contended',
    'log/unavailable',
    'log/outcome-unknown',
    'value/before-its-fact',
    'act/dated-otherwise',
  ],
  query: ['query/not-caught-up', 'query/rebuilding', 'database/unavailable'],
  direct: [],
};

/**
 * The API as an OpenAPI 3.1 document, made of the routes that are enforced.
 *
 * @param version  of the application
 */
export function openApiDocument(routes: Readonly<Record<string, Route>>, language: Language, version: string) {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route, language, schemas) };
  }
  schemaOf(ProblemDetails, 'output', schemas);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Traguardo',
      version,
      description: about[language],
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(Object.values(routes).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: sessionText[language] },
        page: { type: 'apiKey', in: 'cookie', name: 'traguardo', description: cookieText[language] },
      },
    },
  };
}

const about: Text = {
  it: 'Gli obiettivi di performance di un ente, dalla pubblicazione del piano al premio. Ogni comando porta Idempotency-Key e risponde con revisione e posizione; un’interrogazione può attendere una posizione con minPosition. Gli errori seguono RFC 9457 e hanno un codice stabile.',
  en: 'The performance objectives of a public body, from the published plan to the premium. Every command carries an Idempotency-Key and answers revision and position; a query may wait for a position with minPosition. Errors follow RFC 9457 and have a stable code.',
};

const sessionText: Text = {
  it: 'Il token che si riceve accedendo con POST /api/v1/sessions.',
  en: 'The token received when signing in with POST /api/v1/sessions.',
};

const cookieText: Text = {
  it: 'Il cookie che si riceve accedendo con «as: cookie» (con TLS: __Host-traguardo). Le richieste che cambiano qualcosa portano «X-Traguardo: web» e vengono dalla stessa origine.',
  en: 'The cookie received when signing in with "as: cookie" (over TLS: __Host-traguardo). Requests that change something carry "X-Traguardo: web" and come from the same origin.',
};

function operation(name: string, route: Route, language: Language, schemas: Json): Json {
  const open = route.action === 'public';
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary[language],
    ...(open ? { security: [] } : { security: [{ session: [] }, { page: [] }], 'x-action': route.action }),
    parameters: [
      ...parameters(route.params, 'path', schemas),
      ...parameters(route.query, 'query', schemas),
      ...(route.kind === 'command' ? commandQuery(route, schemas) : []),
      ...(route.kind === 'query' ? [minPosition[language]] : []),
      ...(open || route.kind === 'direct' ? [] : [actingAs[language]]),
      ...(route.kind === 'command' ? commandHeaders[language] : []),
      ...(route.keyed === true ? [optionalKey[language]] : []),
    ],
    ...(route.body && {
      requestBody: { required: isNeeded(route.body), content: contentOf(route.body, 'input', schemas) },
    }),
    responses: { ...answers(route, language, schemas), ...refusals(route, language) },
  };
}

/** Whether a request without a body is none. */
function isNeeded(body: NonNullable<Route['body']>): boolean {
  return isRaw(body) || !body.safeParse(undefined).success;
}

function parameters(shape: z.ZodObject | undefined, place: 'path' | 'query', schemas: Json): Json[] {
  if (shape === undefined) return [];
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType, 'input', schemas),
  }));
}

/** A route that reads its document first describes it in its own query. */
function commandQuery({ query }: Route, schemas: Json): Json[] {
  return Object.entries({ dryRun: DryRun, occurredOn: OccurredOn })
    .filter(([name]) => query?.shape[name] === undefined)
    .map(([name, schema]) => {
      return { name, in: 'query', required: false, schema: schemaOf(schema, 'input', schemas) };
    });
}

function header(name: string, required: boolean, schema: Json, description: string): Json {
  return { name, in: 'header', required, schema, description };
}

const uuid = { type: 'string', format: 'uuid' };
const revision = { type: 'string', pattern: '^"\\d+"$' };

const commandHeaders: Readonly<Record<Language, readonly Json[]>> = {
  it: [
    header('Idempotency-Key', true, uuid, 'Nuovo per ogni comando, lo stesso quando si riprova.'),
    header('If-Match', false, revision, 'La revisione su cui si è deciso, fra virgolette.'),
  ],
  en: [
    header('Idempotency-Key', true, uuid, 'New for every command, the same when it is tried again.'),
    header('If-Match', false, revision, 'The revision decided upon, in quotes.'),
  ],
};

const actingAs: Readonly<Record<Language, Json>> = {
  it: header(
    'Traguardo-Office',
    false,
    { type: 'string' },
    'L’ufficio per cui si agisce, se non è il proprio: lo si ricopre o lo si ha in delega oggi.',
  ),
  en: header(
    'Traguardo-Office',
    false,
    { type: 'string' },
    'The office as which to act, if not one’s usual one: held or delegated today.',
  ),
};

const optionalKey: Readonly<Record<Language, Json>> = {
  it: header('Idempotency-Key', false, uuid, 'La stessa quando si riprova: nulla è fatto due volte.'),
  en: header('Idempotency-Key', false, uuid, 'The same when it is tried again: nothing is made twice.'),
};

const minPositionOf = (description: string): Json => ({
  name: 'minPosition',
  in: 'query',
  required: false,
  schema: { type: 'string', pattern: '^\\d{1,20}$' },
  description,
});

const minPosition: Readonly<Record<Language, Json>> = {
  it: minPositionOf('Attende, 5 secondi al massimo, che i dati siano arrivati a questa posizione del registro.'),
  en: minPositionOf('Waits, 5 seconds at most, until the data have reached this position of the log.'),
};

function answers(route: Route, language: Language, schemas: Json): Json {
  return Object.fromEntries(
    Object.entries(answersOf(route)).map(([status, schema]) => [
      status,
      {
        description: (route.kind === 'command' && Number(status) !== route.status ? tried : done)[language],
        ...(route.kind === 'command' && Number(status) === route.status && { headers: { ETag: { schema: revision } } }),
        ...(schema && { content: contentOf(schema, 'output', schemas) }),
      },
    ]),
  );
}

const done: Text = { it: 'Fatto', en: 'Done' };
const tried: Text = { it: 'Che cosa accadrebbe: nulla è stato scritto', en: 'What would happen: nothing was written' };

/** With what a dry run answers, where the route does not say so itself. */
function answersOf(route: Route): Route['answers'] {
  if (route.kind !== 'command' || route.query?.shape['dryRun'] !== undefined) return route.answers;
  const usual = route.answers[200];
  return { ...route.answers, 200: usual && !isRaw(usual) ? z.union([usual, WouldHappen]) : WouldHappen };
}

function refusals(route: Route, language: Language): Json {
  const codes: readonly ProblemCode[] = [
    ...route.problems,
    ...usualProblems[route.kind],
    ...(route.action === 'public' ? [] : usualProblems.guarded),
    ...(route.keyed === true ? (['request/idempotency-key-malformed', 'command/key-reused'] as const) : []),
    ...(route.strict === true ? (['session/too-many-requests'] as const) : []),
    ...(route.body || route.query || route.params ? (['request/invalid'] as const) : []),
    'internal/fault',
  ];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes)) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `- \`${code}\`: ${problems[code].title[language]}`).join('\n'),
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** Of raw bytes there is nothing to say but their media type. */
function contentOf(content: z.ZodType | Raw, io: 'input' | 'output', schemas: Json): Json {
  return isRaw(content) ? { [content.mediaType]: {} } : { [JSON_TYPE]: { schema: schemaOf(content, io, schemas) } };
}

/** The schema in JSON Schema 2020-12; schemas with an id become components and are referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $schema: _, $defs, ...own } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, reused: 'inline' });
  for (const [id, definition] of Object.entries($defs ?? {})) keep(schemas, id, definition as Json);
  const id = schema.meta()?.id;
  if (id === undefined) return referring(own);
  keep(schemas, id, own);
  return { $ref: `#/components/schemas/${id}` };
}

function keep(schemas: Json, id: string, definition: Json): void {
  const { id: _, ...rest } = definition;
  schemas[id] ??= referring(rest);
}

function referring(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
