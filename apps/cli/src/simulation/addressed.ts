import { z } from 'zod';
import { OPERATOR } from './accounts.js';
import type { Act } from './act.js';
import type { TownHall } from './town-hall.js';

const Accounts = z.object({ accounts: z.array(z.object({ id: z.string(), user: z.string() })) });

/** Asked once: who has an account keeps its id. */
const known = new WeakMap<TownHall, Promise<ReadonlyMap<string, string>>>();

/** An act with the ids of the accounts that it names. */
export async function addressed(
  { path, body }: Act,
  townHall: TownHall,
): Promise<{ readonly path: string; readonly body: Act['body'] }> {
  const said = JSON.stringify({ path, body });
  if (!said.includes('{account:')) return { path, body };
  const ids = await idsOf(townHall);
  const filled = said.replaceAll(/\{account:([^}]+)\}/g, (_, user: string) => ids.get(user) ?? user);
  return JSON.parse(filled) as { path: string; body: Act['body'] };
}

function idsOf(townHall: TownHall): Promise<ReadonlyMap<string, string>> {
  const asked = known.get(townHall) ?? ask(townHall);
  known.set(townHall, asked);
  return asked;
}

async function ask(townHall: TownHall): Promise<ReadonlyMap<string, string>> {
  const { accounts } = await townHall.query(OPERATOR, '/accounts', Accounts);
  return new Map(accounts.map(({ id, user }) => [user, id]));
}
