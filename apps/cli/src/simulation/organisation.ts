import { z } from 'zod';

const Account = z.strictObject({
  user: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/, 'a user is written in lower case with hyphens'),
  /** Its office, where that is not the user's own name. */
  office: z.string().optional(),
  roles: z.array(z.string()).min(1),
  /** How the scenario calls the area it heads: AG, LP. */
  letters: z
    .string()
    .regex(/^[A-Z]{2}$/, 'letters are two capitals')
    .optional(),
  name: z.string(),
});

/** Who works in an example's body. */
export const Organisation = z
  .strictObject({
    body: z.string(),
    /** The patron saint's, `MM-DD`. */
    patronDay: z.string().regex(/^\d\d-\d\d$/, 'a day is month and day, as 06-24'),
    /** One password for all: it opens nothing but a demonstration. */
    password: z.string().min(15),
    accounts: z.array(Account).min(1),
  })
  .refine(({ accounts }) => new Set(accounts.map(({ user }) => user)).size === accounts.length, 'a user stands twice');

export type Organisation = z.infer<typeof Organisation>;
export type OrganisationAccount = Organisation['accounts'][number];

/** @returns the office of an account, which is also the id of the area it heads */
export function officeOf({ user, office }: OrganisationAccount): string {
  return office ?? user;
}

/** @returns the user who usually acts in a role: the first that has it */
export function usually({ accounts }: Organisation, role: string): string {
  const found = accounts.find(({ roles }) => roles.includes(role));
  if (found === undefined) throw new Error(`Nobody in the organisation has the role ${role}.`);
  return found.user;
}
