import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { openTownHall, TownHallClosed } from './town-hall.js';
import { OPERATOR, operatorToken } from './accounts.js';
import { nameUuid } from './identity.js';

const Accounts = z.object({ accounts: z.array(z.object({ user: z.string() })) });
const ADMINISTRATOR = 'admin';

export interface Welcome {
  readonly apiUrl: string;
  /** Folder of the body. */
  readonly data: string;
  readonly onProgress: (line: string) => void;
}

/** Gives a new body its first administrator, whose password is shown this once and kept nowhere. */
export async function welcomeAdministrator({ apiUrl, data, onProgress }: Welcome): Promise<void> {
  const townHall = openTownHall(apiUrl, () => Promise.resolve(operatorToken(data)));
  const { accounts } = await townHall.query(OPERATOR, '/accounts', Accounts);
  if (accounts.some(({ user }) => user !== OPERATOR)) return;
  const password = randomBytes(15).toString('base64url');
  const body = { user: ADMINISTRATOR, password, office: ADMINISTRATOR, roles: ['amministratore'] };
  const answer = await townHall.command(OPERATOR, '/accounts', body, nameUuid('account', ADMINISTRATOR));
  if (answer.refused !== null) throw new TownHallClosed(`The first administrator cannot be created: ${answer.detail}`);
  onProgress(`First administrator: user ${ADMINISTRATOR}, password ${password}   (shown this once: write it down)`);
}
