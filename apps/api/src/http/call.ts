import type { Attempt, SignedIn } from '#auth';
import type { Language, RequestOf, RouteName, Routes, SentOf } from '#contract';
import type { Actor } from '#domain';
import type { CommandContext } from '#engine';
import type { HttpReply, HttpRequest } from './exchange.js';

type Exact<Name extends RouteName> = Routes[Name] extends infer R extends Routes[RouteName] ? R : never;

/** A checked request as a handler gets it. */
export interface Call<Name extends RouteName> extends RequestOf<Exact<Name>> {
  /** Who acts. */
  readonly by: Actor;
  readonly session: SignedIn;
  /** Whose office it is, where somebody acts for another. */
  readonly onBehalfOf: string | null;
  /** In which to speak to whoever asks. */
  readonly language: Language;
  /** Of the session, however it was sent. */
  readonly token: string;
  /** Of whoever has the thing already: its ETag. */
  readonly ifNoneMatch: string | undefined;
  /** Of a page that has listened before: the last change it was told. */
  readonly lastEventId: string | undefined;
  /** Of a command: its key, the expected revision, what was sent. */
  readonly context: CommandContext;
  /** Of what is made outside the log once: its key, if one was sent, and what was sent. */
  readonly attempt: Attempt | undefined;
}

/** Hands the checked request to the handler: `assign(@Called() call: Call<'assign'>)`. */
export const Called = (): ParameterDecorator => takes('call');

/** The exchange underneath, for what is no body: cookies, headers, another status. */
export const Exchanged = (): ParameterDecorator => takes('exchange');

const ARGUMENTS = 'traguardo:arguments';

type Argument = 'call' | 'exchange';

function takes(argument: Argument): ParameterDecorator {
  return (controller, method = '', index) => {
    const taken = argumentsOf(controller, method);
    Reflect.defineMetadata(ARGUMENTS, { ...taken, [index]: argument }, controller, method);
  };
}

/** What a handler takes, in its order. */
export function argumentsOf(controller: object, method: string | symbol): Readonly<Record<number, Argument>> {
  return (Reflect.getMetadata(ARGUMENTS, controller, method) ?? {}) as Record<number, Argument>;
}

export interface Exchange {
  readonly request: HttpRequest;
  readonly reply: HttpReply;
}

/** What a handler answers: as the contract has it, and nothing that it could change later. */
export type Answer<Name extends RouteName> = Immutable<SentOf<Exact<Name>>>;

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;
