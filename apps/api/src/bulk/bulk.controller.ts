import { Controller, Inject } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { routes, type Route, type RouteName } from '#contract';
import { Supposed } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Dispatch, type Dispatched, type Outcome, type Sender } from '../http/dispatch.js';
import { ProblemWords } from '../http/problem-words.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';

type Item = Call<'bulk'>['body']['items'][number];

/** Many commands in one request, each through its own door. */
@Controller()
export class BulkController {
  constructor(
    @Inject(Dispatch) private readonly dispatch: Dispatch,
    @Inject(ProblemWords) private readonly words: ProblemWords,
  ) {}

  /**
   * One after the other, since two items may be about the same thing. Each has a key of its own, made of the request's
   * and its place: what was done before is answered as before, what was refused or never reached is tried. Only asked, each
   * is asked as those before it would leave its subject.
   */
  @Answers('bulk')
  async bulk(@Called() { body, query, attempt, session, onBehalfOf, language }: Call<'bulk'>): Promise<Answer<'bulk'>> {
    const dryRun = query.dryRun === 'true';
    if (attempt === undefined && !dryRun) throw new Refusal('request/idempotency-key-missing');
    const sender = { session, onBehalfOf, language, id: attempt?.key ?? session.sessionId };
    const supposing = dryRun ? new Supposed() : undefined;
    const results: { index: number; status: number; body: Record<string, unknown> }[] = [];
    for (const [index, item] of body.items.entries()) {
      const key = attempt === undefined ? {} : { key: uuidv5(String(index), attempt.key) };
      const { status, body: answer } = await this.outcomeOf({ ...item, ...key, dryRun, supposing }, sender);
      results.push({ index, status, body: { ...answer } });
    }
    const done = results.filter(({ status }) => status < 300).length;
    return { results, done, refused: results.length - done };
  }

  private async outcomeOf(
    { route, ...command }: Item & Pick<Dispatched, 'key' | 'dryRun' | 'supposing'>,
    sender: Sender,
  ): Promise<Outcome> {
    if (isSimpleCommand(route)) return this.dispatch.send({ ...command, name: route }, sender);
    const { language, id } = sender;
    const { details } = await this.words.tell(new Refusal('bulk/not-a-command', { route }), {
      language,
      id,
      params: {},
    });
    return { status: details.status, body: details };
  }
}

/** A route that reads a document first is asked by itself: what it shows is for a person to look at. */
function isSimpleCommand(name: string): name is RouteName {
  if (!Object.hasOwn(routes, name)) return false;
  const route: Route = routes[name as RouteName];
  return route.kind === 'command' && route.query?.shape['dryRun'] === undefined;
}
