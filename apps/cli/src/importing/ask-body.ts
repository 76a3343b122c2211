import { z } from 'zod';
import { romeDayOf, type LintOptions } from '#domain';
import type { KnownOffice, Language, Wording } from '#plan-import';
import { ImportFailure } from './import-failure.js';
import { bodiesWithToken, tokenFor } from './read-files.js';

/** What a running instance knows by which it would read a plan, or why it could not be asked. */
export type BodyAsked =
  | {
      readonly url: string;
      readonly offices: { readonly called: readonly KnownOffice[]; readonly known: readonly KnownOffice[] };
      readonly lint: LintOptions;
    }
  | { readonly url: null; readonly why: Wording };

const PATIENCE_MS = 5_000;
const NO_TOKEN = 'Non c’è un token per chiederli: avviare Traguardo (npm start), o impostare TRAGUARDO_TOKEN.';

/** An instance that answers, but not to whom the token is of. */
class NotTaken extends Error {}

const Office = z.looseObject({ id: z.string(), name: z.string() });
const Body = z.looseObject({ patronDay: z.string().nullable(), offices: z.array(Office) });
const Workflows = z.looseObject({
  workflows: z.array(z.looseObject({ id: z.string(), version: z.number(), inForce: z.boolean() })),
});
const Shown = z.looseObject({
  definition: z.looseObject({ offices: z.array(z.looseObject({ id: z.string(), names: z.array(z.string()) })) }),
});
const Clock = z.looseObject({ now: z.iso.datetime() });

/** Asks the instance for the offices by which its own import reads a plan, and for the days by which it lints one. */
export async function askBody(
  wanted: { readonly url?: string | undefined; readonly body: string },
  env: NodeJS.ProcessEnv,
): Promise<BodyAsked> {
  const url = addressOf(wanted, env);
  try {
    const token = tokenFor(env, wanted.body);
    const get = async <Answer>(path: string, answer: z.ZodType<Answer>): Promise<Answer> => {
      const response = await fetch(`${url.replace(/\/+$/, '')}/api/v1${path}`, {
        headers: { accept: 'application/json', authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (response.status === 401 || response.status === 403) throw new NotTaken();
      return answer.parse(await response.json());
    };
    const [body, { workflows }, { now }] = await Promise.all([
      get('/body', Body),
      get('/workflows', Workflows),
      get('/clock', Clock),
    ]);
    const inForce = workflows.find((workflow) => workflow.inForce);
    const { definition } = await get(`/workflows/${inForce?.id}/versions/${inForce?.version}`, Shown);
    return {
      url,
      offices: {
        called: definition.offices.flatMap(({ id, names }) =>
          (names.length > 0 ? names : [id]).map((name) => ({ id, name })),
        ),
        // of an office that only an account names, nobody has said what it is called
        known: body.offices.filter(({ id, name }) => id !== name).map(({ id, name }) => ({ id, name })),
      },
      lint: { patronDay: body.patronDay, today: romeDayOf(now) },
    };
  } catch (error) {
    const bodies = env['TRAGUARDO_TOKEN'] ? NO_BODIES : bodiesInWords(bodiesWithToken(env));
    if (error instanceof ImportFailure)
      return { url: null, why: { it: NO_TOKEN + bodies.it, en: error.message + bodies.en } };
    if (error instanceof NotTaken) {
      const taken = env['TRAGUARDO_TOKEN'] ? 'TRAGUARDO_TOKEN' : `«${wanted.body}»`;
      return {
        url: null,
        why: {
          it: `A ${url} risponde un altro ente, che non accetta il token di ${taken}.${bodies.it}`,
          en: `Another body answers at ${url}, which does not take the token of ${taken}.${bodies.en}`,
        },
      };
    }
    return {
      url: null,
      why: {
        it: `A ${url} non risponde l'ente: avviare Traguardo (npm start), o darne l'indirizzo con --url.`,
        en: `No body answers at ${url}: start Traguardo (npm start), or give its address with --url.`,
      },
    };
  }
}

const NO_BODIES: Wording = { it: '', en: '' };

function bodiesInWords(bodies: readonly string[]): Wording {
  if (bodies.length === 0) return NO_BODIES;
  const names = bodies.join(', ');
  return {
    it: ` Con un token ci sono ${names}: scegliere con --body.`,
    en: ` With a token there are ${names}: choose with --body.`,
  };
}

/** Where the running instance is. */
export function addressOf({ url }: { readonly url?: string | undefined }, env: NodeJS.ProcessEnv): string {
  return url ?? `http://127.0.0.1:${env['PORT'] || 3000}`;
}

/** By whose offices a plan was read, for a person. */
export function bodyAskedLine(asked: BodyAsked, language: Language): string {
  if (asked.url !== null) {
    return language === 'it'
      ? `Letto con gli uffici dell'ente in ${asked.url}, come fa la sua importazione.`
      : `Read with the offices of the body at ${asked.url}, as its own import does.`;
  }
  return language === 'it'
    ? `Letto senza gli uffici dell'ente: la sua importazione può dare ad aree e quote altri codici. ${asked.why.it}`
    : `Read without the offices of the body: its own import may give areas and shares other codes. ${asked.why.en}`;
}

/** The same for a program. */
export function bodyAskedReport(asked: BodyAsked, language: Language) {
  return asked.url === null ? { from: null, why: asked.why[language] } : { from: asked.url };
}
