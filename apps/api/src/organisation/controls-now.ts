import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { isRole, may, OPERATOR_USER, type Account, type Auth } from '#auth';
import { heldBy, romeDayOf, type Actor, type Controls, type Staff } from '#domain';
import type { Clock } from '#engine';
import { tablesAreMissing } from '../http/database-is-away.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import type { StaffRegister } from './staff.js';

const WRITES = 'organisation.change';

/** What is being judged while somebody writes who holds which office, and who else could write it. */
@Injectable()
export class ControlsNow {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(): Promise<Controls> {
    const [underWay, accounts, staff] = await Promise.all([
      this.queries.execute(new Ask('approvalsUnderWay')).catch(noneBeforeTables),
      this.auth.accounts(),
      this.staff.on(romeDayOf(this.clock.now())),
    ]);
    const people = accounts.filter(({ user, disabledAt }) => user !== OPERATOR_USER && disabledAt === null);
    return { underWay, recorders: people.flatMap((account) => writingAs(account, staff)) };
  }
}

/** As which offices of their own somebody may write it; who administers the system needs none. */
function writingAs({ id, office, roles }: Account, staff: Staff): readonly Actor[] {
  const held = heldBy(staff, id).filter((tenure) => {
    const its = tenure.roles.filter(isRole);
    return may({ roles: its.length === 0 ? roles : its }, WRITES);
  });
  const offices = [...held.map((tenure) => tenure.office), ...(roles.includes('amministratore') ? [office] : [])];
  return [...new Set(offices)].map((one) => ({ id, office: one }));
}

/** Before anything was projected nothing is under way. */
function noneBeforeTables(error: unknown): Controls['underWay'] {
  if (tablesAreMissing(error)) return [];
  throw error;
}
