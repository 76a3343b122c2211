import type { AccountEvent } from '../account/account.js';
import { delegation, exampleStaff, tenure } from '../testing/staff.js';
import { tenuresOf, withAccountEvent, type OwnOffice } from './own-office.js';
import { initial } from './state.js';
import { staffOn } from './staff-on.js';
import { vacanciesAmong } from './vacancies.js';

const given = { office: 'tributi', roles: ['responsabile'] };
const created: AccountEvent = { type: 'account.created.v1', data: given };
const changed: AccountEvent = { type: 'account.changed.v1', data: { office: 'anagrafe', roles: [] } };
const disabled: AccountEvent = { type: 'account.disabled.v1', data: {} };
const enabled: AccountEvent = { type: 'account.enabled.v1', data: {} };
const left: AccountEvent = { type: 'account.signed-out.v1', data: { sessions: 'all' } };

type Told = readonly (readonly [AccountEvent, string])[];

/** What the account gave its person after these events, each on its day. */
const own = (...events: Told) =>
  events.reduce<readonly OwnOffice[]>((before, [event, day]) => withAccountEvent(before, event, 'u-1', day), []);

describe('the office that an account gives', () => {
  const first = { person: 'u-1', ...given, from: '2022-03-01', to: null };

  it('given an account, then its person holds the office from that day on', () => {
    expect(own([created, '2022-03-01'])).toEqual([first]);
    expect(own([created, '2022-03-01'], [left, '2022-04-01'])).toEqual([first]);
  });

  it('given another office, then the first ends on the day before', () => {
    expect(own([created, '2022-03-01'], [changed, '2022-06-01'])).toEqual([
      { ...first, to: '2022-05-31' },
      { person: 'u-1', office: 'anagrafe', roles: [], from: '2022-06-01', to: null },
    ]);
  });

  it('given an account out of use, then the office ends on the day before, and once', () => {
    const out = [{ ...first, to: '2022-05-31' }];
    expect(own([created, '2022-03-01'], [disabled, '2022-06-01'])).toEqual(out);
    expect(own([created, '2022-03-01'], [disabled, '2022-06-01'], [disabled, '2022-07-01'])).toEqual(out);
    expect(own([disabled, '2022-06-01'])).toEqual([]);
  });

  it('given it comes into use again, then the office begins anew, and once', () => {
    const again = [
      { ...first, to: '2022-05-31' },
      { ...first, from: '2022-08-01' },
    ];
    const story = [
      [created, '2022-03-01'],
      [disabled, '2022-06-01'],
      [enabled, '2022-08-01'],
    ] as const;
    expect(own(...story)).toEqual(again);
    expect(own(...story, [enabled, '2022-09-01'])).toEqual(again);
    expect(own([enabled, '2022-08-01'])).toEqual([]);
    expect(own([created, '2022-03-01'], [enabled, '2022-08-01'])).toEqual([first]);
  });

  it('given who is to hold it only later, then not before, whatever is corrected of the account meanwhile', () => {
    const later: AccountEvent = { type: 'account.created.v1', data: { ...given, from: '2022-06-01' } };
    const same: AccountEvent = { type: 'account.changed.v1', data: given };
    const held = (...events: Told) =>
      tenuresOf([], own([later, '2022-03-01'], ...events)).map(({ office, from, to }) => [office, from, to]);
    expect(held()).toEqual([['tributi', '2022-06-01', null]]);
    expect(held([same, '2022-04-01'])).toEqual([['tributi', '2022-06-01', null]]);
    expect(held([disabled, '2022-04-01'])).toEqual([]);
    expect(held([disabled, '2022-04-01'], [enabled, '2022-05-01'])).toEqual([['tributi', '2022-06-01', null]]);
    expect(held([changed, '2022-04-01'])).toEqual([['anagrafe', '2022-04-01', null]]);
    expect(held([same, '2022-07-01'])).toEqual([
      ['tributi', '2022-06-01', '2022-06-30'],
      ['tributi', '2022-07-01', null],
    ]);
  });

  it('given another office while out of use, then it is held once the account is enabled', () => {
    const story = own(
      [created, '2022-03-01'],
      [disabled, '2022-06-01'],
      [changed, '2022-07-01'],
      [enabled, '2022-08-01'],
    );
    expect(story.at(-1)).toEqual({ person: 'u-1', office: 'anagrafe', roles: [], from: '2022-08-01', to: null });
    expect(tenuresOf([], story).map(({ office, from, to }) => [office, from, to])).toEqual([
      ['tributi', '2022-03-01', '2022-05-31'],
      ['anagrafe', '2022-08-01', null],
    ]);
  });
});

describe('who holds what by the organisation and the accounts together', () => {
  const account = { person: 'u-1', ...given, from: '2022-03-01', to: null };
  const held = (told: Parameters<typeof tenuresOf>[0], of: OwnOffice = account) =>
    tenuresOf(told, [of]).map(({ person, office, from, to }) => [person, office, from, to]);

  it('given nothing told of a person, then the account stands as it is, by no act', () => {
    expect(tenuresOf([tenure('u-2', 'nucleo')], [account])).toEqual([
      tenure('u-2', 'nucleo'),
      { ...account, act: null, byAccount: true },
    ]);
  });

  it('given something told from a day on, then the account’s own office ends before the first such day', () => {
    const told = [tenure('u-1', 'nucleo', { from: '2022-09-01' }), tenure('u-1', 'giunta', { from: '2022-06-01' })];
    for (const order of [told, told.toReversed()]) {
      expect(held(order).at(-1)).toEqual(['u-1', 'tributi', '2022-03-01', '2022-05-31']);
    }
  });

  it.each([
    ['it had ended before', '2022-04-30', '2022-06-01', '2022-04-30'],
    ['it would have ended on that very day', '2022-05-31', '2022-06-01', '2022-05-31'],
    ['it would have ended later', '2022-12-31', '2022-06-01', '2022-05-31'],
    ['one day of it is left', null, '2022-03-02', '2022-03-01'],
  ])('given that %s, then the earlier end counts', (_, to, from, end) => {
    expect(held([tenure('u-1', 'nucleo', { from })], { ...account, to }).at(-1)).toEqual([
      'u-1',
      'tributi',
      '2022-03-01',
      end,
    ]);
  });

  it('given something told from its first day or before, then the account’s own office never was', () => {
    for (const from of ['2022-03-01', '2022-01-01']) {
      expect(held([tenure('u-1', 'nucleo', { from })])).toEqual([['u-1', 'nucleo', from, null]]);
    }
  });

  it('given who is paid on objectives, then it is the heads and the Segretario of the day', () => {
    const accounts = [
      account,
      { ...account, person: 'u-2', roles: ['altro', 'segretario'] },
      { ...account, person: 'u-3', roles: ['nucleo'] },
      { ...account, person: 'u-4', to: '2022-03-31' },
      { ...account, person: 'u-1', office: 'anagrafe' },
    ];
    const delegations = new Map([['d-1', delegation('d-1', 'tributi', 'u-3')]]);
    const staff = staffOn({ organisation: { ...initial, delegations }, accounts, offices: [] }, '2022-06-20');
    expect(staff.beneficiaries).toEqual(['u-1', 'u-2']);
    expect(staff).toMatchObject({ day: '2022-06-20', offices: [], delegations: [{ id: 'd-1' }] });
  });
});

describe('offices that nobody holds', () => {
  const day = '2022-06-20';
  const among = (
    needed: readonly string[],
    fields: Partial<typeof exampleStaff>,
    outOfUse: Readonly<Record<string, string>> = {},
  ) => {
    const staff = { ...exampleStaff, day, tenures: [], delegations: [], ...fields };
    return vacanciesAmong(needed, staff, new Map(Object.entries(outOfUse)));
  };
  const vacant = (office: string, since: string | null, standIns: readonly string[] = []) => ({
    office,
    reason: 'vacant',
    since,
    holders: [],
    standIns,
  });
  const ended = (to: string) => tenure('u-1', 'tributi', { to });

  it('given an office held today, also for the last day, then it is not vacant', () => {
    expect(among(['tributi'], { tenures: [ended(day)] })).toEqual([]);
    expect(among(['tributi'], { tenures: [tenure('u-1', 'tributi')] })).toEqual([]);
  });

  it('given offices that ended, then it is vacant since the day after the last', () => {
    const tenures = [ended('2022-05-31'), ended('2022-03-31'), tenure('u-2', 'nucleo', { to: '2022-06-10' })];
    expect(among(['tributi', 'anagrafe', 'tributi'], { tenures })).toEqual([
      vacant('anagrafe', null),
      vacant('tributi', '2022-06-01'),
    ]);
  });

  it('given one that is still to come, then it was never held before', () => {
    const tenures = [tenure('u-1', 'tributi', { from: '2022-07-01', to: '2022-12-31' })];
    expect(among(['tributi'], { tenures })).toEqual([vacant('tributi', null)]);
  });

  describe('given that nobody who holds it has an account in use', () => {
    const [one, other] = [tenure('u-1', 'tributi'), tenure('u-2', 'tributi', { from: '2022-05-01' })];
    const told = (tenures: readonly (typeof one)[], outOfUse: Readonly<Record<string, string>>) =>
      among(['tributi'], { tenures }, outOfUse);
    const disabled = (since: string, holders: readonly string[] = ['u-1'], standIns: readonly string[] = []) => [
      { office: 'tributi', reason: 'disabled', since, holders, standIns },
    ];

    it('then that is told, since when, and whose accounts they are', () => {
      expect(told([one], { 'u-1': '2022-06-10' })).toEqual(disabled('2022-06-10'));
      expect(told([one], { 'u-1': '2021-06-10' })).toEqual(disabled('2022-01-01'));
      expect(told([one, other], { 'u-1': '2022-06-10', 'u-2': '2022-04-01' })).toEqual(
        disabled('2022-06-10', ['u-1', 'u-2']),
      );
    });

    it('then it counts from the day after whoever else could act had left', () => {
      const left = { ...other, to: '2022-06-14' };
      expect(told([one, left], { 'u-1': '2022-06-10' })).toEqual(disabled('2022-06-15'));
      expect(told([one, left], { 'u-1': '2022-06-10', 'u-2': '2022-06-12' })).toEqual(disabled('2022-06-12'));
    });

    it('and one of them has, or the account goes out of use only later, then nothing is told', () => {
      expect(told([one, other], { 'u-1': '2022-06-10' })).toEqual([]);
      expect(told([one], { 'u-1': '2022-06-21' })).toEqual([]);
      expect(told([one], { 'u-1': '2022-06-20' })).toEqual(disabled('2022-06-20'));
    });

    it('then who acts for it is told, unless their account is not in use either', () => {
      const period = { from: '2022-01-01', until: '2022-12-31' };
      const delegations = [delegation('d-1', 'tributi', 'u-8', period), delegation('d-2', 'tributi', 'u-9', period)];
      const out = { 'u-1': '2022-06-10', 'u-9': '2022-06-10' };
      expect(among(['tributi'], { tenures: [one], delegations }, out)).toEqual(
        disabled('2022-06-10', ['u-1'], ['u-8']),
      );
      expect(among(['tributi'], { delegations }, out)).toEqual([vacant('tributi', null, ['u-8'])]);
    });
  });

  it.each([
    ['from today', '2022-06-20', '2022-06-30', ['u-9']],
    ['to today', '2022-06-01', '2022-06-20', ['u-9']],
    ['from tomorrow', '2022-06-21', '2022-06-30', []],
    ['to yesterday', '2022-06-01', '2022-06-19', []],
  ])('given somebody who acts for it %s, then that counts for the day', (_, from, until, standIns) => {
    const delegations = [
      delegation('d-1', 'tributi', 'u-9', { from, until }),
      delegation('d-2', 'tributi', 'u-9', { from, until }),
      delegation('d-3', 'anagrafe', 'u-8', { from: '2022-01-01', until: '2022-12-31' }),
    ];
    expect(among(['tributi'], { delegations })).toEqual([vacant('tributi', null, standIns)]);
  });
});
