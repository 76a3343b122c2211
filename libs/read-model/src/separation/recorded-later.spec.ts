import type { JsonObject, RecordedEvent } from '#event-store';
import { nucleo, PLAN, roads, rules } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { SHARES, wholeYear } from '../testing/stories.js';
import { separationChecks } from './query.js';

const [EARLIER, LATER] = ['2022-06-15T08:00:00.000Z', '2023-03-01T08:00:00.000Z'];

describe('the proof of who acted for somebody of whom another had recorded it', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const { events } = wholeYear();
  const [first] = events;
  const party = SHARES[0]?.office ?? '';
  const act = { kind: 'decreto', number: '4', date: '2022-06-01' };
  const said = (position: number, type: string, at: string, data: JsonObject): RecordedEvent => {
    if (first === undefined) throw new Error('The story is empty.');
    const metadata = { ...first.metadata, recordedAt: at, occurredOn: at.slice(0, 10) };
    const stream = 'organisation-demo_offices';
    return { ...first, stream, type, data, metadata, position: BigInt(events.length + position) };
  };
  const delegated = (position: number, at: string, office: string, fields: JsonObject = {}) =>
    said(position, 'organisation.delegated.v1', at, {
      delegationId: `d-${position}`,
      kind: 'sostituzione',
      office,
      holder: null,
      person: nucleo.id,
      from: '2022-06-10',
      until: '2023-06-09',
      subjects: null,
      act,
      ...fields,
    });
  const violations = async (...more: readonly RecordedEvent[]) => {
    await on.load([...events, ...more]);
    const { checks } = await separationChecks(on.db, { verdict: 'violation' }, null, 50);
    expect(checks.length).toBeGreaterThan(0);
    expect(new Set(checks.map(({ person }) => person))).toEqual(new Set([nucleo.id]));
    return checks;
  };

  it('given a delegation by act that is recorded after the vote, then it counts from its day, and the proof tells that day and that of the recording', async () => {
    const [found] = await violations(delegated(1, LATER, party));
    expect(found).toMatchObject({
      rule: 'delegate',
      recordedLater: { what: 'delegation', from: '2022-06-10', recordedAt: LATER, act },
    });
  });

  it('given one that was recorded before the vote, then nothing is told of another that is recorded since', async () => {
    const [found] = await violations(delegated(1, EARLIER, party), delegated(2, LATER, party));
    expect(found).toMatchObject({ rule: 'delegate', recordedLater: null });
  });

  it('given one of no party that is recorded since as well, then it tells that of the party', async () => {
    const [found] = await violations(
      delegated(1, LATER, 'archivio', { from: '2022-07-01' }),
      delegated(2, LATER, party),
    );
    expect(found).toMatchObject({ rule: 'delegate', recordedLater: { from: '2022-06-10' } });
  });

  const tenure = (position: number, at: string, office: string, from: string, person: string = nucleo.id) =>
    said(position, 'organisation.office-taken.v1', at, {
      tenureId: `t-${position}`,
      person,
      office,
      roles: [],
      from,
      to: null,
      act,
    });

  it.each([
    ['makes the voter answer for it', party, 'own-office'],
    ['makes whoever gave the voter a delegation answer for it', 'archivio', 'delegate'],
  ])(
    'given a tenure that %s, recorded after the vote, then the proof tells since when it was held, and its recording',
    async (_, office, rule) => {
      const isDelegate = office === 'archivio';
      const giver = isDelegate ? 'u-archivist' : nucleo.id;
      const found = await violations(
        ...(isDelegate ? [tenure(1, EARLIER, 'archivio', '2022-01-01', giver)] : []),
        ...(isDelegate ? [delegated(2, EARLIER, 'archivio', { holder: giver })] : []),
        tenure(3, LATER, party, '2022-07-01', giver),
      );
      expect(found.map((one) => one.rule)).toContain(rule);
      const later = { what: 'tenure', from: '2022-07-01', recordedAt: LATER, act };
      expect(found.filter((one) => one.rule === rule)[0]).toMatchObject({ recordedLater: later });
    },
  );

  it('given a tenure that was recorded before the vote, then nothing is told of another that is recorded since', async () => {
    const found = await violations(
      tenure(1, EARLIER, party, '2022-07-01'),
      tenure(2, LATER, 'archivio', '2022-07-01'),
      delegated(3, LATER, party, { holder: 'u-other' }),
    );
    expect(found.map(({ rule }) => rule)).toContain('own-office');
    expect(new Set(found.map(({ recordedLater }) => recordedLater))).toEqual(new Set([null]));
  });

  it('given a share assigned after the vote to an office that the voter has, from a day before it, then the proof tells that, and its recording', async () => {
    const [, other] = SHARES;
    const stream = `objective-demo_${other?.objectiveId ?? ''}`;
    const its = events.filter((event) => event.stream === stream);
    const [last] = its.slice(-1);
    if (last === undefined || other === undefined) throw new Error('The story has no such objective.');
    const handed = (position: number, at: string) => ({
      ...said(position, 'objective.assigned.v1', at, {
        shareId: other.shareId,
        office: 'protocollo',
        from: '2022-08-11',
        act,
      }),
      stream,
      revision: last.revision + 1,
    });
    const beside = tenure(1, EARLIER, 'protocollo', '2022-08-10');
    const member = said(2, 'organisation.office-taken.v1', EARLIER, {
      tenureId: 't-2',
      person: nucleo.id,
      office: nucleo.office,
      roles: ['nucleo'],
      from: '2022-01-01',
      to: null,
      act,
    });
    const found = await violations(beside, member, handed(3, LATER));
    const later = { what: 'assignment', from: '2022-08-11', recordedAt: LATER, act };
    expect(found.map(({ rule, recordedLater }) => [rule, recordedLater])).toEqual(
      found.map(() => ['evaluator-beneficiary', later]),
    );
  });

  it('given a share that a variation gave to an area of the voter after the vote, then the proof tells that, and its recording', async () => {
    const shareId = '2.1.1-protocollo';
    const [, other] = SHARES;
    const onObjective = (position: number, type: string, data: JsonObject) => {
      const stream = `objective-demo_${other?.objectiveId ?? ''}`;
      const [last] = events.filter((event) => event.stream === stream).slice(-1);
      if (last === undefined) throw new Error('The story has no such objective.');
      return { ...said(position, type, LATER, data), stream, revision: last.revision + position - 3 };
    };
    const objective = [roads, rules].find(({ id }) => other?.objectiveId.endsWith(id)) ?? roads;
    const share = { ...objective.shares[0], id: shareId, areaId: 'protocollo' };
    const planned: JsonObject = JSON.parse(JSON.stringify({ ...objective, shares: [...objective.shares, share] }));
    const [drafted] = events.filter(({ stream }) => stream.startsWith('plan-')).slice(-1);
    const inPlan = { planId: PLAN, variationId: 'v-1', version: 2, act, objectives: [], added: [], removed: [] };
    const member = { tenureId: 't-2', person: nucleo.id, office: nucleo.office, roles: ['nucleo'], from: '2022-01-01' };
    const variation = [
      {
        ...said(3, 'plan.varied.v1', LATER, { ...inPlan, addedShares: [shareId] }),
        stream: drafted?.stream ?? '',
        revision: (drafted?.revision ?? 0) + 1,
      },
      onObjective(4, 'objective.varied.v1', {
        variationId: 'v-1',
        objective: planned,
        horizon: '2022-12-31',
        shareIds: [shareId],
        act,
      }),
      onObjective(5, 'objective.assigned.v1', { shareId, office: 'protocollo', from: '2022-06-01', act }),
    ];
    const found = await violations(
      tenure(1, EARLIER, 'protocollo', '2022-06-01'),
      said(2, 'organisation.office-taken.v1', EARLIER, { ...member, to: null, act }),
      ...variation,
    );
    const later = { what: 'assignment', from: '2022-06-01', recordedAt: LATER, act };
    expect(found.map(({ rule, recordedLater }) => [rule, recordedLater])).toEqual(
      found.map(() => ['evaluator-beneficiary', later]),
    );
  });

  it('given a run taken back before it was proposed, then whoever is told since to have held its office is told as others are', async () => {
    const stream = 'premium-demo_2022-aree';
    const at = '2023-02-01T08:00:00.000Z';
    const entry = { objectiveId: '2022-1.1.1', shareId: '1.1.1-ragioneria', areaId: 'ragioneria', degree: '100' };
    const period = { from: '2022-01-01', to: '2022-12-31' };
    const run = {
      runId: 'aree',
      planId: '2022',
      scope: { kind: 'areas' },
      fund: '1.00',
      total: '1.00',
      savings: '0.00',
    };
    const by = (event: RecordedEvent): RecordedEvent => ({
      ...event,
      stream,
      metadata: { ...event.metadata, actor: { id: 'u-moved', office: 'personale' }, onBehalfOf: null },
    });
    const computed = said(1, 'premium.computed.v1', at, {
      ...run,
      entries: [{ ...entry, weight: '10', amount: '1.00' }],
      period,
    });
    const withdrawn = said(2, 'premium.withdrawn.v1', at, {
      runId: 'aree',
      planId: '2022',
      withdrawnBy: 'u-moved',
      reason: 'no',
      act: null,
    });
    const told = async (...more: readonly RecordedEvent[]) => {
      await on.load([by(computed), by(withdrawn), ...more]);
      const { checks } = await separationChecks(on.db, { subject: 'premium-run' }, null, 50);
      return checks.map(({ step, rule, verdict, recordedLater }) => ({ step, rule, verdict, recordedLater }));
    };
    const held = { tenureId: 't-9', person: 'u-moved', office: 'ragioneria', roles: [], from: '2022-01-01' };
    const since = said(3, 'organisation.office-taken.v1', LATER, { ...held, to: '2022-06-30', act });
    expect(await told(since)).toEqual([
      {
        step: 'withdraw',
        rule: 'beneficiary',
        verdict: 'violation',
        recordedLater: { what: 'tenure', from: '2022-01-01', recordedAt: LATER, act },
      },
      // to divide is no word of anybody's on it
      { step: 'compute', rule: null, verdict: 'ok', recordedLater: null },
    ]);
  });

  it.each([
    ['before it, then whoever took it could know that it pays them', EARLIER, null],
    ['after it, then it is told as others are', LATER, { what: 'tenure', from: '2022-01-01', recordedAt: LATER, act }],
  ])('given a step of a run, and a tenure of a paid office recorded %s', async (_, recordedAt, later) => {
    const at = '2023-02-01T08:00:00.000Z';
    const entry = { objectiveId: '2022-1.1.1', shareId: '1.1.1-ragioneria', areaId: 'ragioneria', degree: '100' };
    const of = { runId: 'aree', planId: '2022', entries: [entry], period: { from: '2022-01-01', to: '2022-12-31' } };
    const step = { subject: 'premium-run', shareId: null };
    // as earlier releases froze them
    const parties = { authors: [], offices: ['ragioneria'], scored: [], beneficiaries: [] };
    const ofRun = [
      said(1, 'premium.computed.v1', at, of),
      said(2, 'premium.approval-opened.v1', at, { ...step, parties, chain: { steps: [{ id: 'controllo' }] } }),
      said(3, 'premium.approval-voted.v1', at, { ...step, kind: 'voted', step: 'controllo', outcome: 'approve' }),
    ].map((event) => {
      const actor = { id: event.type.includes('voted') ? 'u-moved' : 'u-clerk', office: 'controllo' };
      return { ...event, stream: 'premium-demo_2022-aree', metadata: { ...event.metadata, actor, onBehalfOf: null } };
    });
    const held = { tenureId: 't-9', person: 'u-moved', office: 'ragioneria', roles: [], from: '2022-01-01' };
    await on.load([...ofRun, said(4, 'organisation.office-taken.v1', recordedAt, { ...held, to: '2022-06-30', act })]);
    const { checks } = await separationChecks(on.db, { subject: 'premium-run', verdict: 'violation' }, null, 50);
    expect(checks).toMatchObject([{ step: 'controllo', rule: 'beneficiary', recordedLater: later }]);
  });

  it('given a member of the Nucleo who stands in for the Segretario by a list of an earlier release, then each step that they took as the Nucleo is told, and they themselves whatever is asked', async () => {
    const who = { tenureId: 't-1', person: 'u-sg', office: 'segreteria', from: '2022-01-01', to: null, act };
    const holds = said(1, 'organisation.office-taken.v1', EARLIER, { ...who, roles: ['segretario'] });
    const member = said(2, 'organisation.office-taken.v1', EARLIER, {
      ...who,
      tenureId: 't-2',
      person: nucleo.id,
      office: nucleo.office,
      roles: ['nucleo'],
    });
    const found = await violations(holds, member, delegated(3, EARLIER, 'segreteria', { holder: 'u-sg' }));
    expect(new Set(found.map(({ rule, office }) => `${office} ${String(rule)}`))).toEqual(
      new Set([`${nucleo.office} evaluator-segretario`]),
    );
    const { onBothSides } = await separationChecks(on.db, { to: '2000-01-01T00:00:00.000Z' }, null, 1);
    expect(onBothSides).toEqual([
      {
        person: nucleo.id,
        roles: ['nucleo', 'segretario'],
        from: '2022-06-10',
        to: '2023-06-09',
        by: [
          { what: 'tenure', office: nucleo.office, from: '2022-01-01', to: null, recordedAt: EARLIER, act },
          { what: 'delegation', office: 'segreteria', from: '2022-06-10', to: '2023-06-09', recordedAt: EARLIER, act },
        ],
      },
    ]);
  });
});
