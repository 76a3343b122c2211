import type { z } from 'zod';
import type { Text } from './language.js';
import type { ProblemCode } from './problems/problems.js';

type Shape = z.ZodObject;

/** Bytes that are no JSON, such as a document: they pass as a stream, unchecked by the contract. */
export interface Raw {
  readonly mediaType: string;
}

export function isRaw(content: z.ZodType | Raw): content is Raw {
  return 'mediaType' in content;
}

/** One route of the API, as data: the server enforces it, the document and the clients are made of it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `:name` where `params` has a name. */
  readonly path: string;
  /**
   * `command`: becomes an event; takes Idempotency-Key and If-Match, answers revision and position.
   * `query`: reads; takes minPosition. `direct`: acts outside the log (sessions, accounts, probes).
   */
  readonly kind: 'command' | 'query' | 'direct';
  /** What a role must be allowed to do; `public`: no session needed; `signed-in`: any session. */
  readonly action: string;
  /** Few tries a minute from one address: what guessing would need many of. */
  readonly strict?: true;
  /** Of a `direct` route that makes something: with an Idempotency-Key it is made once. */
  readonly keyed?: true;
  readonly tag: string;
  readonly summary: Text;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: z.ZodType | Raw;
  /** Of the usual answer. */
  readonly status: number;
  /** By status; null where nothing is answered. */
  readonly answers: Readonly<Record<number, z.ZodType | Raw | null>>;
  /** What it may say besides what every route may. */
  readonly problems: readonly ProblemCode[];
}

/** Keeps the exact type of a table of routes while checking each. */
export function defineRoutes<const Table extends Readonly<Record<string, Route>>>(table: Table): Table {
  return table;
}

/** How raw bytes look to the one who gets them. */
type Bytes = AsyncIterable<Uint8Array>;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Schema extends Raw ? Bytes : undefined;
type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : Schema extends Raw ? Bytes : undefined;
type Field<R, Name extends PropertyKey> = R extends Readonly<Record<Name, infer Schema>> ? Schema : undefined;

/** What a handler gets, checked. */
export interface RequestOf<R extends Route> {
  readonly params: Parsed<Field<R, 'params'>>;
  readonly query: Parsed<Field<R, 'query'>>;
  readonly body: Parsed<Field<R, 'body'>>;
}

/** What a client sends as the body; of raw bytes, a file. */
export type BodyOf<R extends Route> = Field<R, 'body'> extends Raw ? Blob : Sent<Field<R, 'body'>>;

/** What a client sends in the address: the names in the path, and after the question mark. */
export type ParamsOf<R extends Route> = Sent<Field<R, 'params'>>;
export type QueryOf<R extends Route> = Sent<Field<R, 'query'>>;

/** What a client gets when all is well. */
export type AnswerOf<R extends Route> = {
  [Status in keyof R['answers']]: R['answers'][Status] extends Raw ? Blob : Parsed<R['answers'][Status]>;
}[keyof R['answers']];

/** What a server answers, before it is checked. */
export type SentOf<R extends Route> = {
  [Status in keyof R['answers']]: Sent<R['answers'][Status]>;
}[keyof R['answers']];
