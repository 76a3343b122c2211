import type { Kysely } from 'kysely';
import { usualLifecycle, type Actor, type Delegation } from '#domain';
import type { ReadTables } from '#postgres';
import {
  chain,
  giunta,
  headOf,
  noted,
  nucleo,
  personale,
  PLAN,
  segretario,
  staff,
  system,
  vice,
} from '../testing/example.js';
import type { History } from '../testing/history.js';
import { stage, type Stage } from '../testing.js';
import { begun, SHARES, wholeYear } from '../testing/stories.js';
import { inbox } from './query.js';
import type { InboxAction } from './reader.js';

/** What each of these roles may ask for. */
const ALLOWED: Readonly<Record<string, readonly InboxAction[]>> = {
  segretario: ['objective.assign', 'objective.suspend'],
  nucleo: ['objective.score'],
  personale: ['premium.compute', 'premium.liquidate', 'premium.propose'],
};

const AT = '2022-06-20T08:00:00.000Z';

function assigned(told: History): History {
  for (const { objectiveId, shareId, office } of SHARES) {
    told.objective(objectiveId, { type: 'objective.assign', shareId, office, by: segretario, at: AT });
  }
  return told;
}

function acknowledged(told: History): History {
  for (const { objectiveId, shareId, office } of SHARES) {
    told.objective(objectiveId, { type: 'objective.acknowledge', shareId, by: headOf(office), at: AT });
  }
  return told;
}

function submitted(told: History): History {
  const measurements = [{ indicatorId: 'draft', value: 'adottata', notMeasuredBecause: null }];
  const report = { selfDegree: '100', note: '', evidence: [], chain, workflow: null, staff, at: AT } as const;
  told.objective('2022-10.2.1', {
    ...report,
    type: 'objective.submit-rendicontazione',
    shareId: '10.2.1-segretario-generale',
    measurements,
    by: segretario,
  });
  told.objective('2022-10.2.1', {
    ...report,
    type: 'objective.submit-rendicontazione',
    shareId: '10.2.1-lavori',
    measurements: [],
    by: headOf('lavori'),
  });
  return told;
}

describe('the inbox', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const today = { staff, calendar: { patronDay: null } };
  function opened(db: Kysely<ReadTables>, office: string, roles: readonly string[], now: string, who = today) {
    const id = who.staff.tenures.find((tenure) => tenure.office === office)?.person ?? office;
    const actions = roles.flatMap((role) => ALLOWED[role] ?? []);
    return inbox(db, { by: { id, office }, onBehalfOf: null, roles, actions }, who, now);
  }

  async function asks(db: Kysely<ReadTables>, office: string, roles: readonly string[], now = AT) {
    const { items } = await opened(db, office, roles, now);
    return items.map(({ action, shareId, deadline }) =>
      deadline === null ? [action, shareId] : [action, shareId, deadline.dueOn],
    );
  }

  it('given a plan in force, then the segretario has all shares to assign and nobody else has anything', async () => {
    await on.load(begun().events);
    expect(await asks(on.db, 'segretario-generale', ['segretario'])).toHaveLength(SHARES.length);
    expect(await asks(on.db, 'lavori', ['responsabile'])).toEqual([]);
  });

  it('given shares just assigned, then each office has its own to acknowledge', async () => {
    await on.load(assigned(begun()).events);
    expect(await asks(on.db, 'lavori', ['responsabile'])).toEqual([
      ['acknowledge', '2.1.1-lavori'],
      ['acknowledge', '10.2.1-lavori'],
    ]);
  });

  it('given a share in progress that is handed over, then it waits for its new office since it has it', async () => {
    const told = acknowledged(assigned(begun()));
    const share = { shareId: '2.1.1-lavori' } as const;
    told.objective('2022-2.1.1', {
      ...share,
      type: 'objective.report-progress',
      progressId: 'p-1',
      indicatorId: null,
      fulfils: null,
      occurredOn: '2022-07-27',
      value: '40',
      note: 'Avviato',
      evidence: [],
      by: headOf('lavori'),
      at: '2022-07-27T08:00:00.000Z',
    });
    const at = '2022-10-03T08:00:00.000Z';
    told.objective('2022-2.1.1', { type: 'objective.assign', ...share, office: 'polizia', by: segretario, at });
    await on.load(told.events);
    const { items } = await opened(on.db, 'polizia', ['responsabile'], at);
    expect(items).toContainEqual(expect.objectContaining({ action: 'acknowledge', ...share, since: at }));
  });

  it('given shares of an office, then whoever has left it has nothing of it, though their account still names it', async () => {
    await on.load(assigned(begun()).events);
    const tenures = staff.tenures.map((one) => (one.office === 'lavori' ? { ...one, to: '2023-01-09' } : one));
    const left = { ...today, staff: { ...staff, tenures } };
    expect((await opened(on.db, 'lavori', ['responsabile'], AT)).items).toHaveLength(2);
    expect((await opened(on.db, 'lavori', ['responsabile'], AT, left)).items).toEqual([]);
  });

  it('given a definition that names who assigns, then it waits for them, and not for whom the role would do', async () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'assign' ? { ...one, who: [{ office: 'vicesegretario' }] } : one,
    );
    await on.load(begun({ ...usualLifecycle, transitions }).events);
    const asking = { onBehalfOf: null, roles: [], actions: ['objective.assign'] } as const;
    const offered = async (by: Actor) => (await inbox(on.db, { ...asking, by }, today, AT)).items.length;
    expect([await offered(vice), await offered(segretario)]).toEqual([SHARES.length, 0]);
  });

  it('given a weekly deadline, then the next fifteen days are there, and what was missed until it is justified', async () => {
    const told = acknowledged(assigned(begun()));
    told.objective('2022-2.1.1', {
      type: 'objective.mark-missed-deadlines',
      by: system,
      at: '2022-06-27T08:00:00.000Z',
    });
    await on.load(told.events);
    expect(await asks(on.db, 'polizia', ['responsabile'], '2022-06-27T08:00:00.000Z')).toEqual([
      ['fulfil-late', '2.1.1-polizia', '2022-06-26'],
      ['answer-deadline', '2.1.1-polizia', '2022-07-03'],
      ['answer-deadline', '2.1.1-polizia', '2022-07-10'],
    ]);
  });

  it('given the Segretario’s own report, then his substitute has it, and he has the others', async () => {
    await on.load(submitted(acknowledged(assigned(begun()))).events);
    const own = await opened(on.db, 'vicesegretario', ['vicesegretario'], AT);
    expect(own.items).toMatchObject([
      {
        action: 'approve-rendicontazione',
        shareId: '10.2.1-segretario-generale',
        approval: { step: 'verifica', office: 'vicesegretario' },
        asSubstitute: true,
      },
    ]);
    expect(await asks(on.db, 'segretario-generale', ['segretario'])).toEqual([
      ['approve-rendicontazione', '10.2.1-lavori'],
    ]);
  });

  it('given whoever stands in for the Segretario today, then it waits for them too, as that office and in all approvals', async () => {
    await on.load(submitted(acknowledged(assigned(begun()))).events);
    const standIn: Delegation = {
      id: 'd1',
      kind: 'sostituzione',
      office: segretario.office,
      to: { person: personale.id },
      from: '2023-01-01',
      until: '2023-01-31',
      subjects: null,
      act: null,
    };
    const reader = { by: { id: personale.id, office: segretario.office }, onBehalfOf: null, roles: [], actions: [] };
    const todays = { ...today, staff: { ...staff, delegations: [standIn] } };
    const found = await inbox(on.db, reader, todays, AT);
    expect(found.items).toMatchObject([{ action: 'approve-rendicontazione', shareId: '10.2.1-lavori' }]);
    const own = await inbox(on.db, { ...reader, by: personale }, todays, AT);
    expect(own.items).toEqual([]);
    expect(own.approvals).toMatchObject([{ subject: 'rendicontazione', shareId: '10.2.1-lavori' }]);
    const over = { ...today, staff: { ...todays.staff, day: '2023-02-01' } };
    expect((await inbox(on.db, reader, over, AT)).approvals).toEqual([]);
  });

  it('given a report sent back, then its office has it to integrate, by the day that was set', async () => {
    const told = submitted(acknowledged(assigned(begun())));
    told.objective('2022-10.2.1', {
      type: 'objective.return-rendicontazione',
      shareId: '10.2.1-lavori',
      step: 'verifica',
      points: ['manca il verbale'],
      returnBy: '2023-02-10',
      staff,
      by: segretario,
      at: AT,
    });
    await on.load(told.events);
    const { items } = await opened(on.db, 'lavori', ['responsabile'], AT);
    const sentBack = { action: 'integrate-rendicontazione', shareId: '10.2.1-lavori', returnBy: '2023-02-10' };
    expect(items).toContainEqual(expect.objectContaining(sentBack));
  });

  it('given the year is over, then what was not reported on is to be submitted', async () => {
    await on.load(acknowledged(assigned(begun())).events);
    expect(await asks(on.db, 'lavori', ['responsabile'], '2023-01-05T08:00:00.000Z')).toContainEqual([
      'submit-rendicontazione',
      '2.1.1-lavori',
    ]);
    expect(await asks(on.db, 'lavori', ['responsabile'])).toEqual([]);
  });

  it('given a report approved before its deadline, then its office has nothing left to answer', async () => {
    const told = submitted(acknowledged(assigned(begun())));
    const approval = {
      type: 'objective.approve-rendicontazione',
      shareId: '10.2.1-lavori',
      note: '',
      staff,
      at: AT,
    } as const;
    const late = '2022-12-30T08:00:00.000Z';
    told.objective('2022-10.2.1', { ...approval, step: 'verifica', act: null, by: segretario });
    told.objective('2022-10.2.1', { ...approval, step: 'certificazione', act: null, by: nucleo });
    await on.load(told.events);
    const due = ['answer-deadline', '10.2.1-lavori', '2022-12-31'];
    expect(await asks(on.db, 'lavori', ['responsabile'], late)).toContainEqual(due);
    const before = told.events.length;
    told.objective('2022-10.2.1', { ...approval, step: 'presa-d-atto', act: noted(AT), by: giunta });
    await on.load(told.events.slice(before));
    expect(await asks(on.db, 'lavori', ['responsabile'], late)).not.toContainEqual(due);
  });

  it('given reports approved by the whole chain, then the nucleo has them to score', async () => {
    const { events } = wholeYear();
    const scored = events.findIndex(({ type }) => type === 'objective.scored.v1');
    await on.load(events.slice(0, scored));
    expect(await asks(on.db, nucleo.office, ['nucleo'])).toEqual([['score', '2.1.1-polizia']]);
  });

  it('given a report that is to be scored, when whoever evaluates worked on the share, then they have it not', async () => {
    const { events } = wholeYear();
    const scored = events.findIndex(({ type }) => type === 'objective.scored.v1');
    const byThem = events.slice(0, scored).map((event) => {
      const isWork = event.type === 'objective.progress-reported.v1' && event.data['shareId'] === '2.1.1-polizia';
      return isWork
        ? { ...event, metadata: { ...event.metadata, actor: { id: nucleo.id, office: 'polizia' } } }
        : event;
    });
    expect(byThem).not.toEqual(events.slice(0, scored));
    await on.load(byThem);
    expect(await asks(on.db, nucleo.office, ['nucleo'])).toEqual([]);
  });

  it('given a run that is computed, then personnel has it to liquidate; given reminders, then their office has them', async () => {
    const told = wholeYear();
    const { events } = told;
    const paid = events.findIndex(({ type }) => type === 'premium.liquidated.v1');
    await on.load(events.slice(0, paid));
    const { premiumRuns } = await opened(on.db, personale.office, ['personale'], AT);
    expect(premiumRuns).toMatchObject([{ runId: 'areas-2022', planId: PLAN, status: 'computed' }]);

    const about = {
      kind: 'suspension-over',
      objectiveId: `${PLAN}-2.1.1`,
      shareId: '2.1.1-polizia',
      title: 'Strade',
      on: '2022-09-01',
      days: 12,
      unratified: false,
    } as const;
    const system = { id: 'system', office: 'system' };
    const day = '2022-09-01';
    told.reminder('n-1', { type: 'reminder.give-notice', office: 'polizia', day, about, by: system, at: AT });

    const whole = await stage();
    await whole.load(told.events);
    expect((await opened(whole.db, personale.office, ['personale'], AT)).premiumRuns).toEqual([]);
    const { reminders, notices } = await opened(whole.db, 'polizia', ['responsabile'], AT);
    expect(reminders).toMatchObject([
      { reminderId: 'polizia_2022-07-22', day: '2022-07-22', items: [{ step: '-1', text: 'Report settimanali' }] },
    ]);
    expect(notices).toEqual([{ noticeId: 'n-1', day, about }]);
    await whole.strike();
  });
});
