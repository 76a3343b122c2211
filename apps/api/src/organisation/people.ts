import { OPERATOR_USER, type Auth } from '#auth';
import { Refusal } from '../http/refusal.js';

/** Accounts by what people call them; names come from here alone, for no event has one. */
export interface People {
  of(person: string): { readonly name: string | null; readonly user: string | null };
  /** The account with this id or user name; null: there is none. */
  find(written: string): string | null;
  /** Not the account of the system itself. */
  isPerson(person: string): boolean;
}

export async function namesOf(auth: Pick<Auth, 'accounts'>): Promise<People> {
  const people = (await auth.accounts()).filter(({ user }) => user !== OPERATOR_USER);
  const byId = new Map(people.map((account) => [account.id, account]));
  return {
    of(person) {
      const { name = null, user = null } = byId.get(person) ?? {};
      return { name, user };
    },
    find: (written) => (byId.get(written) ?? people.find(({ user }) => user === written))?.id ?? null,
    isPerson: (person) => byId.has(person),
  };
}

/** @throws Refusal `organisation/unknown-person` */
export async function personOf(auth: Pick<Auth, 'accounts'>, written: string): Promise<string> {
  const person = (await namesOf(auth)).find(written);
  if (person === null) throw new Refusal('organisation/unknown-person', { person: written });
  return person;
}
