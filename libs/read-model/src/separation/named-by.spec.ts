import type { JsonObject, RecordedEvent } from '#event-store';
import { stage } from '../testing.js';
import { wholeYear } from '../testing/stories.js';
import { separationChecks, type SeparationFilters } from './query.js';

const ACT = { kind: 'decreto', number: '7', date: '2023-03-01' };
const OFFICES = 'organisation-demo_offices';

describe('the proof of who named whoever judges them', () => {
  const [like] = wholeYear().events;
  const said =
    (stream: string, type: string, by: readonly [id: string, office: string], data: JsonObject) =>
    (index: number): RecordedEvent => {
      if (like === undefined) throw new Error('The story is empty.');
      const [id, office] = by;
      const metadata = { ...like.metadata, actor: { id, office }, commandId: `c-${index}` };
      return { ...like, stream, type, data, metadata, position: BigInt(index + 1) };
    };
  const segretario = ['u-segretario', 'segretario'] as const;
  const admin = ['u-admin', 'sistema'] as const;
  type By = readonly [string, string];
  const opens = (authors: readonly string[] = ['u-segretario']) =>
    said('plan-demo_2023', 'plan.approval-opened.v1', segretario, {
      subject: 'plan',
      shareId: null,
      chain: { steps: [{ id: 'parere' }] },
      panels: {},
      parties: { authors, offices: [], scored: [], beneficiaries: [] },
    });
  const votes = (id: string) =>
    said('plan-demo_2023', 'plan.approval-voted.v1', [id, 'nucleo'], {
      subject: 'plan',
      shareId: null,
      kind: 'voted',
      step: 'parere',
      outcome: 'approve',
    });
  const tenure = { tenureId: 't-1', person: 'u-friend', office: 'nucleo', act: ACT };
  const names = (by: By, data: JsonObject = {}) =>
    said(OFFICES, 'organisation.office-taken.v1', by, {
      ...tenure,
      roles: ['nucleo'],
      from: '2023-03-01',
      to: null,
      ...data,
    });
  const dismisses = (by: By) => said(OFFICES, 'organisation.office-left.v1', by, { ...tenure, to: '2023-03-02' });
  const delegation = { delegationId: 'd-1', office: 'nucleo', person: 'u-friend' };
  const lends = (by: By, holder: string) =>
    said(OFFICES, 'organisation.delegated.v1', by, {
      ...delegation,
      kind: 'delega',
      holder,
      from: '2023-03-01',
      until: '2023-06-30',
      subjects: null,
      act: ACT,
      takenUp: false,
    });
  const revokes = (by: By) =>
    said(OFFICES, 'organisation.delegation-revoked.v1', by, { ...delegation, on: '2023-03-05', reason: 'rientro' });

  /** By a file whose plans the Giunta approves by its resolution. */
  const chains = {
    plan: {
      steps: [
        { id: 'parere', act: null },
        { id: 'delibera', act: { kinds: ['DGC'] } },
      ],
    },
  };
  const file = { workflow_id: 'comune', version: 1, definition: { offices: [], chains }, revision: 0 };
  const proved = async (filters: SeparationFilters, ...told: readonly ReturnType<typeof said>[]) => {
    const on = await stage();
    try {
      await on.load(told.map((event, index) => event(index)));
      await on.db
        .insertInto('read.workflow')
        .values({ ...file, published_at: '2000-01-01T00:00:00.000Z' })
        .execute();
      return (await separationChecks(on.db, filters, null, 50)).checks;
    } finally {
      await on.strike();
    }
  };
  const written = async (...told: readonly ReturnType<typeof said>[]) =>
    (await proved({ subject: 'organisation' }, ...told)).map(({ step, person, rule, verdict }) => [
      step,
      person,
      rule,
      verdict,
    ]);

  it('given a member whom a party named under way and who judged, then it is a violation, and the step says by whom', async () => {
    const told = [opens(), names(segretario), votes('u-friend')];
    expect(await written(...told)).toEqual([['take-office', 'u-segretario', 'judges-own', 'violation']]);
    const [step] = await proved({ planId: '2023' }, ...told);
    expect(step).toMatchObject({
      step: 'parere',
      verdict: 'ok',
      namedBy: { person: 'u-segretario', office: 'segretario', what: 'tenure', from: '2023-03-01', act: ACT },
    });
  });

  it('given one named by others, before it set out, after the step, or who took none, then it is none', async () => {
    const named = [['take-office', 'u-segretario', null, 'ok']];
    expect(await written(names(segretario), opens(), votes('u-friend'))).toEqual(named);
    expect(await written(opens(), votes('u-friend'), names(segretario))).toEqual(named);
    expect(await written(opens(), names(segretario), votes('u-other'))).toEqual(named);
    expect(await written(opens(['u-head']), names(segretario), votes('u-friend'))).toEqual(named);
    const [step, ...others] = await proved({}, opens(), names(admin), votes('u-friend'));
    expect(step).toMatchObject({ step: 'parere', namedBy: null });
    expect(others).toMatchObject([{ step: 'take-office', person: 'u-admin', rule: null, verdict: 'ok' }]);
  });

  it('given that nobody else could, then it is told, and no violation', async () => {
    const told = [opens(), names(segretario, { nobodyElse: true }), votes('u-friend')];
    expect(await written(...told)).toEqual([['take-office', 'u-segretario', 'judges-own', 'ok']]);
  });

  it('given one whom a party dismissed, then whoever judges in their place makes it one', async () => {
    const told = [names(admin), opens(), dismisses(segretario), votes('u-other')];
    expect(await written(...told)).toEqual([
      ['leave-office', 'u-segretario', 'judges-own', 'violation'],
      ['take-office', 'u-admin', null, 'ok'],
    ]);
  });

  it('given a delegation that others recorded, then there is a row of it and of its revocation, and of no other', async () => {
    expect(await written(opens(), lends(segretario, 'u-nucleo'), votes('u-friend'), revokes(admin))).toEqual([
      ['end-delegation', 'u-admin', null, 'ok'],
      ['delegate', 'u-segretario', 'judges-own', 'violation'],
    ]);
    const holder = ['u-nucleo', 'nucleo'] as const;
    expect(await written(lends(holder, 'u-nucleo'), revokes(['u-friend', 'nucleo']))).toEqual([]);
  });

  it('given a plan that its act alone approved, then who recorded it is told, and that they wrote it', async () => {
    const drafts = said('plan-demo_2023', 'plan.drafted.v1', segretario, { planId: '2023', document: {} });
    const approves = (kind: string) =>
      said('plan-demo_2023', 'plan.approved.v1', segretario, { planId: '2023', act: { ...ACT, kind } });
    const rows = async (kind: string) =>
      (await proved({ planId: '2023' }, drafts, approves(kind))).map(({ step, person, authors, rule, verdict }) => [
        step,
        person,
        ...authors,
        rule,
        verdict,
      ]);
    expect(await rows('DGC')).toEqual([['approve', 'u-segretario', 'u-segretario', 'author', 'ok']]);
    const other = ['approve', 'u-segretario', 'u-segretario', 'act-of-other-kind', 'violation'];
    expect(await rows('determina')).toEqual([other]);
  });

  it('given a chain that approved it, then its votes tell it', async () => {
    const approved = said('plan-demo_2023', 'plan.approved.v1', ['u-friend', 'nucleo'], { planId: '2023', act: ACT });
    const ofOneCommand = (index: number) => {
      const event = approved(index);
      return { ...event, metadata: { ...event.metadata, commandId: `c-${index - 1}` } };
    };
    const rows = await proved({ planId: '2023' }, opens(['u-head']), votes('u-friend'), ofOneCommand);
    expect(rows.map(({ step }) => step)).toEqual(['parere']);
  });
});
