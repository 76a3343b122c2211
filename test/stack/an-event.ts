import { operatorToken } from '../../apps/cli/src/simulation/accounts.js';
import type { Stack } from '../../apps/cli/src/supervisor/start-stack.js';
import { clientOf } from '../support/client.js';
import { accepted } from '../support/story.js';

/** Something in the log: the body has a name, `Ente di prova`. */
export async function givenAnEvent({ apiUrl, folder }: Stack): Promise<void> {
  const operator = clientOf(() => apiUrl, operatorToken(folder));
  const { position } = accepted(await operator.command('/api/v1/body/name', { name: 'Ente di prova' }));
  accepted(await operator.get(`/api/v1/audit-trail?minPosition=${String(position)}`));
}
