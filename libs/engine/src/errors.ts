import type { Revision } from '#event-store';

/** The caller named a revision (`If-Match`) that is no longer the stream's. Nothing was written. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';
  constructor(
    readonly stream: string,
    readonly expected: Revision,
    /** -1 when the stream does not exist. */
    readonly actual: Revision,
    /** What happened meanwhile: the types of the events that the caller has not seen, each once. */
    readonly changed: readonly string[] = [],
    /** Who did the last of it, and when it was recorded; absent: the log does not say. */
    readonly last?: { readonly office: string; readonly at: string } | undefined,
  ) {
    super(`${stream} is at revision ${actual}, not ${expected}`);
  }
}

/** The same command id came before with another content. Nothing was written. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
  constructor(
    readonly stream: string,
    readonly commandId: string,
  ) {
    super(`command ${commandId} was already used on ${stream} for something else`);
  }
}

/** Others kept writing to the stream at every try. Nothing was written. */
export class Contended extends Error {
  override readonly name = 'Contended';
  constructor(readonly stream: string) {
    super(`${stream} is written to by others; try again`);
  }
}
