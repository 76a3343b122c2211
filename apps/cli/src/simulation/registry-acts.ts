import type { Act } from './act.js';
import { OPERATOR } from './accounts.js';
import { officeOf, type Organisation } from './organisation.js';

/** What the demonstration's body says of itself, as an administrator would: name, patron saint's day, offices. */
export function registryActs({ body, patronDay, accounts }: Organisation, at: string): readonly Act[] {
  // several may sit in one office
  const seats = accounts.filter(
    (account, index) => accounts.findIndex((other) => officeOf(other) === officeOf(account)) === index,
  );
  const offices = seats.map((account) => ({ id: officeOf(account), name: account.name, kind: kindOf(account) }));
  return [
    act('body/name', '/body/name', { name: body }, at),
    act('body/patron-day', '/body/patron-day', { patronDay }, at),
    act('body/offices', '/body/offices', { offices }, at),
  ];
}

/** Nothing is left to set up. */
export function setupCompletion(at: string): Act {
  return act('body/setup-completion', '/body/setup-completion', {}, at);
}

function act(key: string, path: string, body: Act['body'], at: string): Act {
  return { key, at, user: OPERATOR, path, body, documents: [], expect: null };
}

/** Areas have letters in the scenario; so has the Segretario, whose shares are no area's. */
function kindOf({ letters, roles }: Organisation['accounts'][number]): 'area' | 'office' {
  return letters !== undefined && !roles.includes('segretario') ? 'area' : 'office';
}
