import type { Account } from '#auth';

type Known = Pick<Account, 'user' | 'name' | 'email'>;

/** What two accounts have in common that people seldom do. */
export type Likeness = 'email' | 'name';

/** Of an account: the user names of others that look like its person's, and by what; those with the e-mail first. */
export type AlikeTo = (account: Known) => readonly { readonly user: string; readonly likeness: Likeness }[];

/**
 * Finds accounts that may be one person's: duties are kept apart by account, so that somebody with two would be on both
 * sides of a control. An address may be an office's, a name may be two people's: it is told, nothing is refused.
 */
export function alikeAmong(accounts: readonly Known[]): AlikeTo {
  const byEmail = grouped(accounts, ({ email }) => folded(email));
  const byName = grouped(accounts, ({ name }) => folded(name));
  return ({ user, email, name }) => {
    const among = (found: ReadonlyMap<string, readonly Known[]>, value: string | null, likeness: Likeness) =>
      value === null ? [] : (found.get(folded(value)) ?? []).map((other) => ({ user: other.user, likeness }));
    const all = [...among(byEmail, email, 'email'), ...among(byName, name, 'name')];
    return all.filter((one, index) => one.user !== user && all.findIndex((other) => other.user === one.user) === index);
  };
}

function grouped(accounts: readonly Known[], by: (account: Known) => string): ReadonlyMap<string, readonly Known[]> {
  const groups = new Map<string, Known[]>();
  for (const account of accounts) {
    const key = by(account);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [account]);
    else group.push(account);
  }
  return groups;
}

function folded(text: string | null): string {
  return text?.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase() ?? '';
}
