/** What a request is answered with; without a body when there is nothing to say. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const said = (status: number, text: string): Answer => ({ status, body: { text } });
