import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameUuid } from './identity.js';
import { officeOf, type Organisation } from './organisation.js';
import { openTownHall, signInWithPassword, TownHallClosed, type TownHall } from './town-hall.js';

/** The account that the API leaves a token for, in the body's own folder: whoever may read it runs the system. */
export const OPERATOR = 'operatore';

/** The API's door for everybody in the organisation, and for the operator. */
export function enterAs({ password }: Organisation, apiUrl: string, folder: string): TownHall {
  return openTownHall(apiUrl, (user) =>
    user === OPERATOR ? Promise.resolve(operatorToken(folder)) : signInWithPassword(apiUrl, user, password),
  );
}

/** Gives everybody an account; who has one keeps it. */
export async function createAccounts({ accounts, password }: Organisation, townHall: TownHall): Promise<void> {
  for (const account of accounts) {
    const { user, name, roles } = account;
    const body = { user, name, password, office: officeOf(account), roles };
    const answer = await townHall.command(OPERATOR, '/accounts', body, nameUuid('account', user));
    if (answer.refused !== null && answer.refused !== 'account/exists') {
      throw new TownHallClosed(`The account ${user} cannot be created: ${answer.detail}`);
    }
  }
}

/** @param folder  of the body */
export function operatorToken(folder: string): string {
  return readFileSync(join(folder, 'operator.token'), 'utf8').trim();
}
