import type { RouteName, WouldHappen } from '#contract';
import type { z } from 'zod';
import { ask, type Request } from './ask.js';

/**
 * What a command would do now; nothing is written.
 *
 * @throws Problem  it would be refused
 */
export async function tryOut<Name extends RouteName>(
  name: Name,
  request: Request<Name>,
): Promise<z.infer<typeof WouldHappen>> {
  const query = { ...(request.query as object | undefined), dryRun: 'true' };
  const answer: unknown = await ask(name, { ...request, query } as Request<Name>);
  return answer as z.infer<typeof WouldHappen>;
}
