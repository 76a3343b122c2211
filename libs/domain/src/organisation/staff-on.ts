import type { LocalDate } from '../values.js';
import type { Participant } from '../workflow/chain-definition.js';
import type { OfficeDefinition } from '../workflow/definition.js';
import { tenuresOf, type OwnOffice } from './own-office.js';
import { paidOn } from './as-of.js';
import type { Answering, Staff } from './staff.js';
import type { OrganisationState } from './state.js';
import { unreadAnswering } from './unread-answering.js';

/** All that says who holds what. */
export interface KnownStaff {
  readonly organisation: OrganisationState;
  readonly accounts: readonly OwnOffice[];
  /** Whose premium depends on objectives; `unread`: anybody's may, who does not only evaluate. Absent: nobody asks. */
  readonly answering?: Answering | 'unread' | undefined;
  /** Of the workflow in force. */
  readonly offices: readonly OfficeDefinition[];
  /** Of earlier ones that something under way follows; absent: none. */
  readonly stillEvaluating?: readonly string[] | undefined;
  /** Of that in force; absent: it names nobody. */
  readonly payerInstead?: Participant | undefined;
  /** Whom that in force names to liquidate; absent: that is not known. */
  readonly payers?: readonly Participant[] | undefined;
}

/** Who holds what on a day; the tenures and delegations of other days are there too, each with its own. */
export function staffOn(known: KnownStaff, day: LocalDate): Staff {
  const { organisation, accounts, offices, stillEvaluating = [], payerInstead, payers } = known;
  const tenures = tenuresOf([...organisation.tenures.values()], accounts);
  const answering =
    known.answering === 'unread' ? unreadAnswering(tenures, { offices, stillEvaluating }, day) : known.answering;
  const disabled = disabledAmong(accounts);
  return {
    day,
    offices,
    ...(stillEvaluating.length > 0 && { stillEvaluating }),
    tenures,
    delegations: [...organisation.delegations.values()],
    beneficiaries: paidOn(tenures, day, answering),
    ...(answering && { answering }),
    ...(payerInstead && { payerInstead }),
    ...(payers && { payers }),
    ...(disabled.length > 0 && { disabled }),
  };
}

/** An account that is in use gives its office without an end. */
function disabledAmong(accounts: readonly OwnOffice[]): readonly string[] {
  const last = new Map(accounts.map(({ person, to }) => [person, to]));
  return [...last].flatMap(([person, to]) => (to === null ? [] : [person]));
}
