import type { JsonObject, RecordedEvent } from '#event-store';
import { nucleo } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { SHARES, wholeYear } from '../testing/stories.js';
import { separationChecks } from './query.js';

/** Of the Nucleo's, as `wholeYear` has them: certified and scored on this day. */
const GIVEN = '2023-01-20';
const ACT = { kind: 'decreto', number: '7', date: '2021-12-30' };

describe('the proof, from the facts alone', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const { events } = wholeYear();
  const said = (position: number, stream: string, type: string, data: JsonObject, at = '2023-03-01T08:00:00.000Z') => {
    const [like] = events;
    if (like === undefined) throw new Error('The story is empty.');
    const metadata = { ...like.metadata, recordedAt: at, occurredOn: at.slice(0, 10) };
    return { ...like, stream, type, data, metadata, position: BigInt(events.length + position) } as RecordedEvent;
  };
  const taken = (from: string, roles: readonly string[] = []) =>
    said(1, 'organisation-demo_offices', 'organisation.office-taken.v1', {
      tenureId: 't-1',
      person: nucleo.id,
      office: nucleo.office,
      roles: [...roles],
      from,
      to: null,
      act: roles.length > 0 ? ACT : null,
    });
  const left = (to: string) =>
    said(2, 'organisation-demo_offices', 'organisation.office-left.v1', { tenureId: 't-1', to, act: null });
  const account = (type: string, position: number, at: string, office: string = nucleo.office) =>
    said(position, `account-demo_${nucleo.id}`, type, { user: 'n', name: null, email: null, office, roles: [] }, at);
  const found = (...more: readonly RecordedEvent[]) => foundIn([...events, ...more]);
  const foundIn = async (log: readonly RecordedEvent[]) => {
    await on.load(log);
    const { checks, violations } = await separationChecks(on.db, { verdict: 'violation' }, null, 50);
    expect(violations).toBe(checks.length);
    return checks.map(({ office, occurredOn, rule }) => [office, occurredOn, rule]);
  };

  it('given a tenure that is ended, later on, with a day before a vote of its holder, then the proof says so', async () => {
    const violations = await found(taken('2022-01-01'), left('2023-01-19'));
    expect(violations).not.toEqual([]);
    expect(new Set(violations.map((row) => row.join(' ')))).toEqual(new Set([`nucleo ${GIVEN} office-left`]));
  });

  it('given the last day of a tenure, then it was held on it', async () => {
    expect(await found(taken('2022-01-01'), left(GIVEN))).toEqual([]);
  });

  describe('given who had another office for some days of the year, in whatever role', () => {
    const first = SHARES[0]?.office ?? '';
    const beside = (office: string) =>
      said(3, 'organisation-demo_offices', 'organisation.office-taken.v1', {
        tenureId: 't-2',
        person: nucleo.id,
        office,
        roles: ['personale'],
        from: '2022-03-01',
        to: '2022-04-30',
        act: null,
      });

    it('when it had a share, then nothing of that plan was theirs to certify', async () => {
      const broken = await found(taken('2022-01-01', ['nucleo']), beside(first));
      expect(new Set(broken.map((row) => row.join(' ')))).toEqual(new Set([`nucleo ${GIVEN} evaluator-beneficiary`]));
      const { checks } = await separationChecks(on.db, {}, null, 50);
      expect(broken).toHaveLength(checks.filter(({ office }) => office === 'nucleo').length);
    });

    it('when the plan is a draft, then it pays nobody', async () => {
      const isOfDraft = ({ type }: RecordedEvent) => !['plan.approved.v1', 'plan.entered-into-force.v1'].includes(type);
      const log = [...events.filter(isOfDraft), taken('2022-01-01', ['nucleo']), beside(first)];
      const broken = await foundIn(log);
      const { checks } = await separationChecks(on.db, {}, null, 50);
      // by the days of the very share alone
      const its = checks.filter(({ office, credited }) => office === 'nucleo' && credited.includes(first));
      expect(broken).toHaveLength(its.length);
    });

    it('when it had none, then all of it was', async () => {
      expect(await found(taken('2022-01-01', ['nucleo']), beside('protocollo'))).toEqual([]);
    });
  });

  describe('given a vote that is said to be of an earlier day', () => {
    const day = '2023-01-19';
    const act = { kind: 'verbale', number: '1', date: day };
    const [share] = SHARES;
    const isVote = ({ type, data, metadata }: RecordedEvent) =>
      type === 'objective.approval-voted.v1' &&
      data['shareId'] === share?.shareId &&
      (metadata['actor'] as JsonObject)['id'] === nucleo.id;
    const votedSo = (data: JsonObject) => (event: RecordedEvent) =>
      isVote(event)
        ? { ...event, data: { ...event.data, ...data }, metadata: { ...event.metadata, occurredOn: day } }
        : event;
    const answers = (on: string) =>
      said(3, 'organisation-demo_offices', 'organisation.office-taken.v1', {
        tenureId: 't-2',
        person: nucleo.id,
        office: share?.office ?? '',
        roles: [],
        from: on,
        to: on,
        act: null,
      });

    it.each<[string, string, JsonObject, boolean]>([
      ['answered for it that day', day, { on: day }, true],
      ['answered for it that day, with an act of that day as well', day, { on: day, act }, true],
      ['answered for it that day, in an older log', day, {}, true],
      ['answers for it on the day of the recording', GIVEN, { on: day }, true],
      ['answered for it before', '2023-01-18', { on: day }, false],
      ['answered for it on the day of the act alone, which is no day of the vote', day, { act }, false],
    ])('when the voter %s, then the proof knows', async (_, on, data, isBroken) => {
      expect(events.filter(isVote)).toHaveLength(1);
      const rows = await foundIn([...events.map(votedSo(data)), answers(on)]);
      const ofVote = rows.filter(([, occurredOn]) => occurredOn === day);
      expect(ofVote).toEqual(isBroken ? [['nucleo', day, 'own-office']] : []);
    });
  });

  it('given a log that knows of no tenure by then, then nothing is said of it', async () => {
    expect(await found(taken('2023-02-01'))).toEqual([]);
  });

  it('given an account that is changed or disabled, then its office lasts for that whole day', async () => {
    const made = account('account.created.v1', 1, '2022-01-01T08:00:00.000Z');
    const sameDay = account('account.changed.v1', 2, `${GIVEN}T18:00:00.000Z`, 'archivio');
    expect(await found(made, sameDay)).toEqual([]);
  });

  const tenure = (position: number, office: string, from: string, to: string | null, roles: readonly string[] = []) =>
    said(position, 'organisation-demo_offices', 'organisation.office-taken.v1', {
      tenureId: `t-${position}`,
      person: nucleo.id,
      office,
      roles,
      from,
      to,
      act: ACT,
    });

  const area = (() => {
    const office = events.find(({ type }) => type === 'objective.assigned.v1')?.data['office'];
    if (typeof office !== 'string') throw new Error('The story assigns nothing.');
    return office;
  })();

  it.each([
    ['whoever evaluates', ['nucleo'], 'evaluator-beneficiary'],
    ['others', [], 'beneficiary'],
  ])(
    'given a step by somebody who held the office in a part of the year, then %s were paid for it',
    async (_, roles, rule) => {
      const since = tenure(2, nucleo.office, '2022-07-01', null, roles);
      const violations = await found(tenure(1, area, '2022-01-01', '2022-06-30'), since);
      expect(violations).toContainEqual([nucleo.office, GIVEN, rule]);
      expect(violations.every((row) => row[2] === rule)).toBe(true);
    },
  );

  it('given somebody who held it in the year before, then nothing is said of it', async () => {
    const before = tenure(1, area, '2021-01-01', '2021-12-31');
    expect(await found(before, tenure(2, nucleo.office, '2022-01-01', null, ['nucleo']))).toEqual([]);
  });

  it('given the delegate of somebody who held it then, then they acted for them', async () => {
    const former = tenure(1, area, '2022-01-01', '2022-06-30');
    const given = said(3, 'organisation-demo_offices', 'organisation.delegated.v1', {
      delegationId: 'd-1',
      kind: 'sostituzione',
      office: 'archivio',
      holder: 'u-former',
      person: nucleo.id,
      from: '2022-07-01',
      until: '2023-12-31',
      subjects: null,
      act: null,
    });
    const ofOther = ({ data, ...event }: RecordedEvent) => ({ ...event, data: { ...data, person: 'u-former' } });
    const now = tenure(4, 'archivio', '2022-07-01', null);
    const violations = await found(
      ofOther(former),
      tenure(2, nucleo.office, '2022-01-01', null, ['nucleo']),
      given,
      ofOther(now),
    );
    expect(violations).toContainEqual([nucleo.office, GIVEN, 'delegate']);
  });

  it('given an account’s office, when the organisation says since when its person has another, then it counted until then', async () => {
    const made = account('account.created.v1', 1, '2022-01-01T08:00:00.000Z');
    const elsewhere = { ...taken('2023-01-02'), position: BigInt(events.length + 2) };
    const other = { ...elsewhere, data: { ...elsewhere.data, office: 'archivio' } };
    expect(await found(made, other)).toContainEqual(['nucleo', GIVEN, 'office-left']);
  });

  it('given what a party gives to whoever judges them, then it breaks nothing until somebody has acted by it, and then from then on', async () => {
    const office = 'polizia';
    const period = { from: '2022-01-01', until: '2023-12-31' };
    const to = { person: nucleo.id, office, holder: null, ...period };
    const given = said(0, 'organisation-demo_offices', 'organisation.delegated.v1', {
      delegationId: 'd-1',
      kind: 'delega',
      ...to,
      subjects: null,
      act: null,
      takenUp: false,
    });
    const used = (position: bigint) => ({
      ...said(1, 'organisation-demo_offices', 'organisation.delegation-taken-up.v1', { delegationId: 'd-1', ...to }),
      position,
    });
    const before = { ...given, position: 0n };
    const broken = async (...all: readonly RecordedEvent[]) => {
      await on.load(all);
      const { checks } = await separationChecks(on.db, { verdict: 'violation' }, null, 50);
      return new Set(checks.map(({ person, rule }) => `${person} ${String(rule)}`));
    };
    expect(await broken(before, ...events, used(BigInt(events.length + 1)))).toEqual(new Set());
    await on.strike();
    on = await stage();
    expect(await broken(before, used(0n), ...events)).toEqual(new Set([`${nucleo.id} delegate`]));
  });
});
