import fc from 'fast-check';
import type { AccountEvent } from '../account/account.js';
import { addDays } from '../calendar/civil.js';
import { given } from '../testing/given.js';
import { delegation, exampleStaff, tenure } from '../testing/staff.js';
import { actingAs, heldBy } from './acting.js';
import type { OrganisationCommand } from './messages.js';
import { organisation } from './organisation.js';
import { withAccountEvent, type OwnOffice } from './own-office.js';
import { staffOn } from './staff-on.js';
import { initial, type OrganisationState } from './state.js';
import { vacanciesAmong } from './vacancies.js';

const created: AccountEvent = { type: 'account.created.v1', data: { office: 'tributi', roles: ['responsabile'] } };
const changed: AccountEvent = { type: 'account.changed.v1', data: { office: 'personale', roles: ['personale'] } };
const disabled: AccountEvent = { type: 'account.disabled.v1', data: {} };
const enabled: AccountEvent = { type: 'account.enabled.v1', data: {} };

function account(...events: readonly (readonly [string, AccountEvent])[]): readonly OwnOffice[] {
  return events.reduce<readonly OwnOffice[]>((own, [day, event]) => withAccountEvent(own, event, 'u-1', day), []);
}
const staff = (accounts: readonly OwnOffice[], day: string, state: OrganisationState = initial) =>
  staffOn({ organisation: state, accounts, offices: [] }, day);
const offices = (accounts: readonly OwnOffice[], day: string, state: OrganisationState = initial) =>
  heldBy(staff(accounts, day, state), 'u-1').map(({ office }) => office);

describe('the staff of a day', () => {
  it('given an account alone, then its office is held from the day it was made, and only while it is in use', () => {
    const own = account(
      ['2022-03-01', created],
      ['2022-05-01', changed],
      ['2022-07-01', disabled],
      ['2022-09-01', enabled],
    );
    const of = (day: string) => offices(own, day);
    expect(of('2022-02-28')).toEqual([]);
    expect(of('2022-03-01')).toEqual(['tributi']);
    expect(of('2022-04-30')).toEqual(['tributi']);
    expect(of('2022-05-01')).toEqual(['personale']);
    expect(of('2022-06-30')).toEqual(['personale']);
    expect(of('2022-07-01')).toEqual([]);
    expect(of('2022-09-01')).toEqual(['personale']);
  });

  it('given accounts that are not in use, then their persons are told as disabled, whatever they hold, until they are enabled', () => {
    const told = new Map([['t-1', tenure('u-1', 'nucleo', { from: '2022-04-01' })]]);
    const of = (own: readonly OwnOffice[], day: string) => {
      const { disabled, ...rest } = staff(own, day, { ...initial, tenures: told });
      return [disabled, heldBy(rest, 'u-1').map(({ office }) => office)];
    };
    const out = account(['2022-03-01', created], ['2022-05-01', disabled]);
    expect(of(account(['2022-03-01', created]), '2022-05-02')).toEqual([undefined, ['nucleo']]);
    expect(of(out, '2022-05-02')).toEqual([['u-1'], ['nucleo']]);
    expect(of(withAccountEvent(out, changed, 'u-1', '2022-05-03'), '2022-05-04')).toEqual([['u-1'], ['nucleo']]);
    expect(of(withAccountEvent(out, enabled, 'u-1', '2022-05-03'), '2022-05-04')).toEqual([undefined, ['nucleo']]);
  });

  it('given an account changed on the day it was made, or while it is not in use, then the last word counts', () => {
    expect(offices(account(['2022-03-01', created], ['2022-03-01', changed]), '2022-03-01')).toEqual(['personale']);
    const unused = account(['2022-03-01', created], ['2022-04-01', disabled], ['2022-05-01', changed]);
    expect(offices(unused, '2022-05-02')).toEqual([]);
    expect(offices([...withAccountEvent(unused, enabled, 'u-1', '2022-06-01')], '2022-06-01')).toEqual(['personale']);
  });

  it('given events that change nothing, then nothing changes', () => {
    expect(withAccountEvent([], disabled, 'u-1', '2022-01-01')).toEqual([]);
    expect(withAccountEvent([], enabled, 'u-1', '2022-01-01')).toEqual([]);
    const signedIn: AccountEvent = { type: 'account.signed-in.v1', data: { by: 'password' } };
    expect(withAccountEvent([], signedIn, 'u-1', '2022-01-01')).toEqual([]);
  });

  it('given a person of whom the organisation says something, then the account counts until the day before', () => {
    const own = account(['2022-03-01', created]);
    const state = { ...initial, tenures: new Map([['t', tenure('u-1', 'segreteria', { from: '2022-07-01' })]]) };
    expect(offices(own, '2022-06-30', state)).toEqual(['tributi']);
    expect(offices(own, '2022-07-01', state)).toEqual(['segreteria']);
  });

  it('given who answers for objectives, then they are beneficiaries while they do', () => {
    const own = account(['2022-03-01', created], ['2022-05-01', changed]);
    expect(staff(own, '2022-04-01').beneficiaries).toEqual(['u-1']);
    expect(staff(own, '2022-05-01').beneficiaries).toEqual([]);
  });

  it('given that nobody can read who answers, then every office may that does not evaluate, also of the years in which it was held', () => {
    const offices = [{ id: 'nucleo', function: 'evaluation-body', names: [] } as const];
    const tenures = new Map([
      ['a', tenure('u-1', 'nucleo', { from: '2022-01-01' })],
      ['b', tenure('u-1', 'protocollo', { from: '2021-03-01', to: '2022-03-31', roles: [] })],
      ['c', tenure('u-2', 'archivio', { from: '2023-01-01', roles: [] })],
    ]);
    const known = { organisation: { ...initial, tenures }, accounts: [], offices };
    const of = (answering: 'unread' | undefined, day: string) => staffOn({ ...known, answering }, day);
    expect(of('unread', '2022-03-31').beneficiaries).toEqual(['u-1']);
    expect(of('unread', '2022-04-01').beneficiaries).toEqual([]);
    expect(of(undefined, '2022-03-31').beneficiaries).toEqual([]);
    expect(of('unread', '2022-04-01').answering?.credited).toEqual([
      { office: 'protocollo', from: '2021-01-01', to: '2021-12-31' },
      { office: 'protocollo', from: '2022-01-01', to: '2022-12-31' },
    ]);
    const beside = { ...known, stillEvaluating: ['protocollo'], answering: 'unread' } as const;
    expect(staffOn(beside, '2022-03-31').beneficiaries).toEqual([]);
  });
});

/** Every account is. */
const inUse = new Map<string, string>();

describe('a vacancy', () => {
  const ended = { ...exampleStaff, tenures: [tenure('u-head', 'tributi', { to: '2023-01-10' })] };

  it('given an office that nobody holds any more, then it is vacant from the day after', () => {
    const vacant = { office: 'tributi', reason: 'vacant', since: '2023-01-11', holders: [], standIns: [] };
    expect(vacanciesAmong(['tributi'], ended, inUse)).toEqual([vacant]);
    expect(vacanciesAmong(['tributi'], { ...ended, day: '2023-01-10' }, inUse)).toEqual([]);
  });

  it('given an office that nobody ever held, or will hold later, then there is no day', () => {
    const later = { ...ended, tenures: [tenure('u-head', 'tributi', { from: '2023-02-01' })] };
    const vacant = { office: 'tributi', reason: 'vacant', since: null, holders: [], standIns: [] };
    expect(vacanciesAmong(['tributi', 'tributi'], later, inUse)).toEqual([vacant]);
  });

  it('given somebody who stands in, then they are named, and it is vacant all the same', () => {
    const covered = { ...ended, delegations: [delegation('d-1', 'tributi', 'u-vice')] };
    expect(vacanciesAmong(['tributi'], covered, inUse)[0]?.standIns).toEqual(['u-vice']);
  });
});

describe('any organisation', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2022-01-01', n));
  const person = fc.constantFrom('a', 'b', 'c');
  const office = fc.constantFrom('x', 'y', 'z');
  const by = { id: 'admin', office: 'admin' };
  const at = '2023-06-01T08:00:00.000Z';
  const act = { kind: 'DS', number: '1', date: '2022-01-01' };
  const id = fc.integer({ min: 0, max: 12 }).map(String);
  const command: fc.Arbitrary<OrganisationCommand> = fc.oneof(
    fc.record({ tenureId: id, person, office, from: day, to: fc.option(day) }).map((given) => {
      return { type: 'organisation.take-office' as const, roles: [], act, by, at, ...given };
    }),
    fc.record({ tenureId: id, to: day }).map((given) => {
      return { type: 'organisation.leave-office' as const, act, by, at, ...given };
    }),
    fc.record({ delegationId: id, office, person, from: day, until: day }).map((given) => {
      return {
        type: 'organisation.delegate' as const,
        kind: 'sostituzione' as const,
        subjects: null,
        act,
        by,
        at,
        ...given,
      };
    }),
    fc.record({ delegationId: id }).map((given) => {
      return {
        type: 'organisation.revoke-delegation' as const,
        reason: 'r',
        by,
        at: '2022-06-01T08:00:00.000Z',
        ...given,
      };
    }),
  );

  it('given any commands, then its log alone gives the staff of any day, and nobody holds one office twice', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), day, (commands, asked) => {
        let state = organisation.initial;
        const log: string[] = [];
        for (const one of commands) {
          const outcome = given(organisation)(...log.map((line) => JSON.parse(line))).when(one);
          if (!('events' in outcome)) continue;
          for (const event of outcome.events) {
            log.push(JSON.stringify(event));
            state = organisation.evolve(state, event);
          }
        }
        const replayed = log.reduce((before, line) => organisation.evolve(before, JSON.parse(line)), initial);
        const asOf = staff([], asked, replayed);
        expect(asOf).toEqual(staff([], asked, state));
        for (const one of ['a', 'b', 'c']) {
          const held = heldBy(asOf, one).map((each) => each.office);
          expect(new Set(held).size).toBe(held.length);
        }
        for (const one of ['x', 'y', 'z']) {
          const vacant = vacanciesAmong([one], asOf, inUse).length > 0;
          expect(vacant).toBe(!actingAs(asOf, one).some(({ onBehalfOf }) => onBehalfOf === null));
        }
      }),
    );
  });
});
