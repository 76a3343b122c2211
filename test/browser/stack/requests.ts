import { randomUUID } from 'node:crypto';

/** What a story needs done before somebody sits down at a page: over HTTP, as the people of the demonstration. */
export function requestsTo(address: () => string) {
  const send = async (path: string, token: string, body: object): Promise<{ readonly token: string }> => {
    const answer = await fetch(`${address()}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(token !== '' && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { readonly token: string };
  };
  const tokenOf = async (user: string): Promise<string> =>
    (await send('/sessions', '', { user, password: 'solo-per-dimostrazione', as: 'token' })).token;
  return { send, tokenOf };
}
