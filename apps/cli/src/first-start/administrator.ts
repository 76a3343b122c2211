import { operatorToken } from '../simulation/accounts.js';

/** As `whenInWords` of the contract, which would load every route for one line. */
const CLOCK_OF_ITALY = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Rome',
});

export interface Welcome {
  readonly apiUrl: string;
  /** Folder of the body. */
  readonly data: string;
  readonly onProgress: (line: string) => void;
}

/**
 * Shows the link by which the first administrator of a body chooses a password: at each start a new one, which ends
 * the one before, until somebody has. There is no password that anyone could know.
 */
export async function welcomeAdministrator({ apiUrl, data, onProgress }: Welcome): Promise<void> {
  const response = await fetch(`${apiUrl}/api/v1/accounts/first-administrator-link`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operatorToken(data)}`, 'accept-language': 'en' },
  });
  const answer: unknown = await response.json();
  const { url, expiresAt, code, detail } = answer as Answer;
  if (code === 'account/administrator-exists') return;
  if (url === undefined || expiresAt === undefined) {
    throw new Error(`The first administrator cannot be invited: ${detail ?? JSON.stringify(answer)}`);
  }
  const until = CLOCK_OF_ITALY.format(new Date(expiresAt));
  onProgress(`First administrator: open ${url}`);
  onProgress(`  and choose a password. The link works once, until ${until}; the next start shows a new one.`);
}

interface Answer {
  readonly url?: string;
  readonly expiresAt?: string;
  readonly code?: string;
  readonly detail?: string;
}
