import type { Decider } from '../decider.js';
import type { Actor, Instant, LocalDate } from '../values.js';

/** How somebody proved to be who they say. */
export type SignInBy = 'password' | 'link';

export type PasswordLinkPurpose = 'first-administrator' | 'invitation' | 'reset';

/**
 * What befell an account. Ids, offices and roles only: names, addresses and what was typed are in no event. What may
 * come in floods carries how often it came. `from`: the first day in the office, of who is to hold it only later.
 */
export type AccountEvent =
  | Event<'created', { readonly office: string; readonly roles: readonly string[]; readonly from?: LocalDate }>
  | Event<'changed', { readonly office: string; readonly roles: readonly string[] }>
  | Event<'disabled', object>
  | Event<'enabled', object>
  | Event<'signed-in', { readonly by: SignInBy }>
  | Event<'sign-in-refused', { readonly reason: SignInRefusal; readonly count: number }>
  | Event<'signed-out', { readonly sessions: 'current' | 'one' | 'others' | 'all' }>
  | Event<'password-changed', { readonly by: 'current-password' | 'link' | 'administrator' }>
  | Event<'link-made', { readonly purpose: PasswordLinkPurpose }>
  | Event<'link-used', { readonly purpose: PasswordLinkPurpose }>
  | Event<'action-refused', { readonly action: string; readonly count: number }>;

/** `waiting`: too soon after earlier failures, the password was not even looked at. */
export type SignInRefusal = 'wrong-password' | 'unknown-user' | 'no-password' | 'disabled' | 'waiting';

interface Event<Name extends string, Data> {
  readonly type: `account.${Name}.v1`;
  readonly data: Data;
}

/** Accounts live outside the log; what befalls them is decided there and noted here. */
export interface AccountCommand {
  readonly type: 'account.note';
  readonly event: AccountEvent;
  readonly by: Actor;
  readonly at: Instant;
}

export type AccountState = null;

/** The part of the audit trail that tells of access: it decides nothing and forgets nothing. */
export const account: Decider<AccountState, AccountCommand, AccountEvent> = {
  initial: null,
  decide: ({ event }) => [event],
  evolve: (state) => state,
};
