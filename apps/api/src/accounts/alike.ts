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
  const byEmail = grouped(accounts, emailOf);
  const byName = grouped(accounts, nameOf);
  return (account) => {
    const among = (found: ReadonlyMap<string, readonly Known[]>, key: string, likeness: Likeness) =>
      (found.get(key) ?? []).map(({ user }) => ({ user, likeness }));
    const all = [...among(byEmail, emailOf(account), 'email'), ...among(byName, nameOf(account), 'name')];
    return all.filter(
      ({ user }, index) => user !== account.user && all.findIndex((other) => other.user === user) === index,
    );
  };
}

function grouped(accounts: readonly Known[], by: (account: Known) => string): ReadonlyMap<string, readonly Known[]> {
  const groups = new Map<string, Known[]>();
  for (const account of accounts) {
    const key = by(account);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [account]);
    else group.push(account);
  }
  return groups;
}

function emailOf({ email }: Known): string {
  return email?.normalize('NFKC').trim().toLowerCase() ?? '';
}

/** Of a name its words, in whatever order, without what one keyboard writes and another does not: «DUE, NICCOLO'» is «Niccolò Due». */
function nameOf({ name }: Known): string {
  // an accent alone is decomposed into a space
  const apostrophes = (name ?? '').replace(/[’‘ʼ`´]/g, "'");
  const plain = apostrophes.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  // of «D' Angelo» the first letter is no word
  const joined = plain.replace(/(?<![\p{L}'])(d|l|o|dall|dell|sant)'\s+/gu, '$1').replaceAll("'", '');
  return (joined.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted().join(' ');
}
