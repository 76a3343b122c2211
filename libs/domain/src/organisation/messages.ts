import type { ActedByTenure } from './acted-by-tenure.js';
import type { ActReference, Actor, Instant, LocalDate } from '../values.js';
import type { ApprovalSubject, OfficeDefinition } from '../workflow/definition.js';
import type { Alone, Controls } from './controls.js';
import type { OwnOffice } from './own-office.js';
import type { Delegation } from './staff.js';

interface Issued {
  readonly by: Actor;
  /** When it is recorded; what it tells may have begun before, and is then shown as late. */
  readonly at: Instant;
}

/** What the organisation does not know of itself. */
interface Knowing {
  /** Who holds what by their account alone. */
  readonly accounts?: readonly OwnOffice[];
  /** Of the workflow in force: what an office is for. */
  readonly offices?: readonly OfficeDefinition[];
  /** What is under way, and who else could write this; absent: nothing. */
  readonly controls?: Controls;
}

export type OrganisationCommand = Issued &
  (
    | (Knowing & {
        readonly type: 'organisation.take-office';
        readonly tenureId: string;
        readonly person: string;
        readonly office: string;
        /** Roles and qualifications that come with it: `responsabile`, `rpct`, `nucleo`. */
        readonly roles: readonly string[];
        readonly from: LocalDate;
        /** Last day; null: no end is known. */
        readonly to: LocalDate | null;
        readonly act: ActReference | null;
      })
    | (Knowing & {
        readonly type: 'organisation.leave-office';
        readonly tenureId: string;
        /** Last day. */
        readonly to: LocalDate;
        readonly act: ActReference | null;
      })
    /** It was recorded by mistake: nobody ever held it. */
    | (Knowing & {
        readonly type: 'organisation.annul-tenure';
        readonly tenureId: string;
        readonly reason: string;
        readonly act: ActReference | null;
        /** What was done by it; null: nothing; absent: nobody asked. */
        readonly acted?: ActedByTenure | null | undefined;
      })
    | (Knowing & {
        readonly type: 'organisation.delegate';
        readonly delegationId: string;
        readonly kind: Delegation['kind'];
        readonly office: string;
        /** In whose place; absent: of whoever gives their own office, or who alone holds it. */
        readonly holder?: string | undefined;
        readonly person: string;
        readonly from: LocalDate;
        /** Last day. */
        readonly until: LocalDate;
        readonly subjects: readonly ApprovalSubject[] | null;
        readonly act: ActReference | null;
      })
    /** Somebody has acted by it. */
    | { readonly type: 'organisation.take-up-delegation'; readonly delegationId: string }
    /** By who gave it or whom it went to. At once: from the day of the command on it is no delegation any more. */
    | (Knowing & {
        readonly type: 'organisation.revoke-delegation';
        readonly delegationId: string;
        readonly reason: string;
      })
  );

export type OrganisationEvent =
  | {
      readonly type: 'organisation.office-taken.v1';
      readonly data: Alone & {
        readonly tenureId: string;
        readonly person: string;
        readonly office: string;
        readonly roles: readonly string[];
        readonly from: LocalDate;
        readonly to: LocalDate | null;
        readonly act: ActReference | null;
      };
    }
  | {
      readonly type: 'organisation.office-left.v1';
      readonly data: Alone & {
        readonly tenureId: string;
        readonly person: string;
        readonly office: string;
        readonly to: LocalDate;
        readonly act: ActReference | null;
      };
    }
  | {
      readonly type: 'organisation.tenure-annulled.v1';
      readonly data: Alone & {
        readonly tenureId: string;
        readonly person: string;
        readonly office: string;
        readonly reason: string;
        readonly act: ActReference | null;
      };
    }
  | { readonly type: 'organisation.delegated.v1'; readonly data: Delegated }
  | {
      readonly type: 'organisation.delegation-taken-up.v1';
      readonly data: { readonly delegationId: string; readonly office: string; readonly person: string };
    }
  | {
      readonly type: 'organisation.delegation-revoked.v1';
      readonly data: Alone & {
        readonly delegationId: string;
        readonly office: string;
        readonly person: string;
        /** The first day without it. */
        readonly on: LocalDate;
        readonly reason: string;
      };
    };

export interface Delegated extends Alone {
  readonly delegationId: string;
  readonly kind: Delegation['kind'];
  readonly office: string;
  /** In whose place; null: nobody held the office then. Absent in logs of earlier releases. */
  readonly holder?: string | null;
  readonly person: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly subjects: readonly ApprovalSubject[] | null;
  readonly act: ActReference | null;
  /** Nobody has acted by it: whoever received it did not record it. @see `Delegation.takenUp` */
  readonly takenUp?: false;
}
