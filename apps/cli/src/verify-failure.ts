/** Why a log was not verified; stable and public. */
export type VerifyFailureCode = 'verify/no-address' | 'verify/not-reachable' | 'verify/nothing-to-verify';

interface Where {
  readonly url: string;
  readonly body: string;
}

const sentences: Readonly<Record<VerifyFailureCode, (where: Where) => readonly [it: string, en: string]>> = {
  'verify/no-address': ({ url }) => [
    `«${url}» non è l’indirizzo di un registro degli eventi: scriverlo come esdb://127.0.0.1:2113?tls=false (--url o EVENTSTORE_URL; EVENT_NODE_PORT è una porta). Nulla è stato verificato.`,
    `"${url}" is no address of an event log: write it as in esdb://127.0.0.1:2113?tls=false (--url or EVENTSTORE_URL; EVENT_NODE_PORT is a port). Nothing was verified.`,
  ],
  'verify/not-reachable': ({ url }) => [
    `Nessun registro degli eventi risponde a ${url}: avviare Traguardo (npm start), o dire dove ascolta con --url, EVENTSTORE_URL o EVENT_NODE_PORT. Nulla è stato verificato.`,
    `No event log answers at ${url}: start Traguardo (npm start), or say where it listens with --url, EVENTSTORE_URL or EVENT_NODE_PORT. Nothing was verified.`,
  ],
  'verify/nothing-to-verify': ({ url, body }) => [
    `A ${url} non c’è nulla dell’ente «${body}»: nominarne un altro con --body. Nulla è stato verificato.`,
    `At ${url} there is nothing of the body "${body}": name another with --body. Nothing was verified.`,
  ],
};

/** Nothing was proved, one way or the other; the message is one sentence for whoever asked, in their language. */
export class VerifyFailure extends Error {
  override readonly name = 'VerifyFailure';
  constructor(
    readonly code: VerifyFailureCode,
    where: Where,
    options?: ErrorOptions,
  ) {
    const { LC_ALL, LC_MESSAGES, LANG } = process.env;
    const [it, en] = sentences[code](where);
    super(/^it/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? it : en, options);
  }
}
