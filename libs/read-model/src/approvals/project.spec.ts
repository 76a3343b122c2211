import { waitingAt, type Approval, type ObjectiveCommand } from '#domain';
import { replay } from '../runtime/fold.js';
import { chain, headOf, personale, roads, segretario, staff, vice } from '../testing/example.js';
import { begun } from '../testing/stories.js';
import { approvals } from './project.js';
import { shapeOf } from './shape.js';
import { approvalNoticeTable, approvalTable } from './tables.js';

const OBJECTIVE = '2022-2.1.1';
const SHARE = '2.1.1-lavori';
const ON = '2023-02-20';
const AT = `${ON}T08:00:00.000Z`;

/** What waits, and for whom, after these commands on one objective. */
function waiting(...commands: readonly ObjectiveCommand[]) {
  const told = begun();
  for (const command of commands) told.objective(OBJECTIVE, command);
  const rows = replay([approvals], told.events).all(approvalTable);
  return rows.map(({ subject, shape, approval }) => {
    const who = waitingAt(approval, { ...staff, day: ON }, { patronDay: null })?.who.map(({ office }) => office);
    return { subject, who, isOfItsShape: shape === shapeOf(asKept(approval)) };
  });
}

/** As a table gives it back: the fields of each value in an order of its own. */
function asKept(approval: Approval): Approval {
  return JSON.parse(JSON.stringify(approval), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  ) as Approval;
}

describe('the report of a share that a variation added', () => {
  it('given that it is handed in, then it waits as any other does, and who worked on it judges nothing of it', () => {
    const added = { id: '2.1.1-personale', areaId: 'personale', unit: null, weight: '5', funding: null } as const;
    const [source] = roads.shares.map((share) => share.source);
    const objective = {
      ...roads,
      shares: [...roads.shares, { ...added, source: source! }],
      deadlines: roads.deadlines.map((one) => ({ ...one, shareIds: [...one.shareIds, added.id] })),
    };
    const act = { kind: 'DGC', number: '40', date: '2022-06-20' };
    const own = { shareId: added.id, by: headOf('personale'), at: '2022-06-21T08:00:00.000Z' };
    const telling: readonly ObjectiveCommand[] = [
      { type: 'objective.vary', variationId: '1', objective, act, by: segretario, at: own.at },
      { type: 'objective.assign', shareId: added.id, office: 'personale', by: segretario, at: own.at },
      { type: 'objective.acknowledge', ...own },
      {
        type: 'objective.submit-rendicontazione',
        ...own,
        at: AT,
        measurements: [],
        selfDegree: '90',
        note: '',
        evidence: [],
        chain,
        workflow: null,
        staff: { ...staff, day: ON },
      },
    ];
    const told = begun();
    for (const command of telling) told.objective(OBJECTIVE, command);
    const [row] = replay([approvals], told.events).all(approvalTable);
    expect(row).toMatchObject({
      subject: 'rendicontazione',
      share_id: added.id,
      status: 'open',
      set_out_by: 'personale',
    });
    expect(row?.approval.parties.authors).toContain(own.by.id);
  });
});

describe('a justification on its way', () => {
  const by = headOf('lavori');
  const source = roads.shares[0]!.source;
  const joined = { id: 'joined', areaId: segretario.office, unit: null, weight: '5', funding: null, source };
  const objective = {
    ...roads,
    shares: [...roads.shares, joined],
    indicators: roads.indicators.map((one) => ({ ...one, shareIds: [...one.shareIds, joined.id] })),
  };
  const joining = {
    type: 'objective.vary',
    variationId: '1',
    objective,
    act: { kind: 'DGC', number: '40', date: ON },
    by: segretario,
    at: AT,
  } as const;
  const own = { shareId: SHARE, by, at: AT };
  const removed = {
    type: 'objective.remove',
    shareId: SHARE,
    cause: 'force-majeure',
    note: 'alluvione',
    act: { kind: 'DGC', number: '50', date: ON },
    opinion: {
      favourable: true,
      note: 'nessuno poteva evitarlo',
      on: ON,
      document: { kind: 'verbale', number: '4', date: ON },
    },
    weight: 'neutralise',
    staff,
    by: segretario,
    at: AT,
  } as const;
  const given: readonly ObjectiveCommand[] = [
    { type: 'objective.assign', shareId: SHARE, office: 'lavori', by: segretario, at: '2022-06-20T08:00:00.000Z' },
    { type: 'objective.acknowledge', shareId: SHARE, by, at: '2022-06-20T08:00:00.000Z' },
    {
      type: 'objective.justify',
      ...own,
      missed: { deadlineId: 'giunta', instance: '2022-10-31' },
      justification: { reason: 'third-party', note: 'il fornitore' },
      evidence: [],
      through: { chain, workflow: null, staff: { ...staff, day: ON } },
    },
  ];

  it('given that its share is handed to whoever should judge it, then it waits for their substitute', () => {
    expect(waiting(...given)).toEqual([{ subject: 'justification', who: [segretario.office], isOfItsShape: true }]);
    const handed = { type: 'objective.assign', shareId: SHARE, office: segretario.office, by: vice, at: AT } as const;
    expect(waiting(...given, handed)).toEqual([{ subject: 'justification', who: [vice.office], isOfItsShape: true }]);
  });

  it('given a share that joins in its finding, then it waits for somebody else than who has that one, by now too', () => {
    const asked = [{ subject: 'justification', who: [vice.office], isOfItsShape: true }];
    expect(waiting(...given, joining)).toEqual(asked);
    const others = { ...joining.objective, shares: [...roads.shares, { ...joined, areaId: 'polizia' }] };
    const inVain = { ...joining, objective: others };
    expect(waiting(...given, inVain)).toMatchObject([{ who: [segretario.office] }]);
    const handed = {
      type: 'objective.assign',
      shareId: joined.id,
      office: segretario.office,
      by: vice,
      at: AT,
    } as const;
    expect(waiting(...given, inVain, handed)).toEqual(asked);
  });

  it('given that the miss is lifted, then it ends, where nobody had decided it', () => {
    const { id, shareIds, text } = roads.deadlines[1]!;
    const deadlines = [roads.deadlines[0]!, { id, shareIds, text, kind: 'fixed' as const, on: '2023-03-01' }];
    const act = { kind: 'DGC', number: '61', date: '2022-10-20' };
    const objective = { ...roads, deadlines };
    const lifted = { type: 'objective.vary', variationId: '1', objective, act, by: personale, at: AT } as const;
    const told = begun();
    for (const command of [...given, lifted]) told.objective(OBJECTIVE, command);
    const rows = replay([approvals], told.events).all(approvalTable);
    expect(rows.map(({ subject, status, shape }) => [subject, status, shape])).toEqual([
      ['justification', 'withdrawn', null],
    ]);
  });

  it('given that whoever should judge it works on its share, before or since, then it waits for their substitute', () => {
    const asArea = { id: segretario.id, office: by.office };
    const worked: ObjectiveCommand = {
      type: 'objective.report-progress',
      shareId: SHARE,
      progressId: 'p',
      indicatorId: null,
      fulfils: null,
      occurredOn: '2022-06-20',
      value: '40',
      note: 'fatto',
      evidence: [],
      by: asArea,
      at: '2022-06-21T08:00:00.000Z',
    };
    const [assigned, acknowledged, ...told] = given as readonly [ObjectiveCommand, ObjectiveCommand, ObjectiveCommand];
    const asked = [{ subject: 'justification', who: [vice.office], isOfItsShape: true }];
    expect(waiting(...given, { ...worked, at: AT })).toEqual(asked);
    expect(waiting(assigned, acknowledged, worked, ...told)).toEqual(asked);
  });

  it('given one that set out in an earlier release, then who had worked on its share is known beside the events', () => {
    const history = begun();
    for (const command of given) history.objective(OBJECTIVE, command);
    const events = history.events.map((event) => {
      if (event.type === 'objective.acknowledged.v1') {
        const actor = { id: segretario.id, office: by.office };
        return { ...event, type: 'objective.progress-reported.v1', metadata: { ...event.metadata, actor } };
      }
      return event;
    });
    const [row] = replay([approvals], events).all(approvalTable);
    expect(row?.approval.parties.authors).toEqual([by.id, segretario.id]);
    expect(row?.shape).toBe(row && shapeOf(row.approval));
  });

  it('given that its share is removed, then it ends with it, whatever comes of the other shares', () => {
    const told = begun();
    for (const command of [...given, removed, joining]) told.objective(OBJECTIVE, command);
    const rows = replay([approvals], told.events).all(approvalTable);
    expect(rows.map(({ subject, status, shape }) => [subject, status, shape])).toEqual([
      ['justification', 'withdrawn', null],
    ]);
  });
});

describe('a report that came back with a term', () => {
  const own = { shareId: SHARE, by: headOf('lavori'), at: '2022-06-20T08:00:00.000Z' };
  const measurements = ['requests', 'survey'].map((indicatorId) => ({
    indicatorId,
    value: '1',
    notMeasuredBecause: null,
  }));
  const handIn: ObjectiveCommand = {
    type: 'objective.submit-rendicontazione',
    ...own,
    measurements,
    selfDegree: '100',
    note: '',
    evidence: [],
    chain,
    workflow: null,
    staff: { ...staff, day: ON },
  };
  const back = (returnBy: string): readonly ObjectiveCommand[] => [
    { type: 'objective.assign', shareId: SHARE, office: 'lavori', by: segretario, at: own.at },
    { type: 'objective.acknowledge', ...own },
    handIn,
    {
      type: 'objective.return-rendicontazione',
      shareId: SHARE,
      step: 'verifica',
      points: ['manca il verbale'],
      returnBy,
      staff: { ...staff, day: ON },
      by: segretario,
      at: AT,
    },
  ];
  const told = (...commands: readonly ObjectiveCommand[]) => {
    const history = begun();
    for (const command of commands) history.objective(OBJECTIVE, command);
    return replay([approvals], history.events)
      .all(approvalNoticeTable)
      .filter(({ open }) => open)
      .map(({ office, says, day, until }) => [office, says, day, until]);
  };

  it('then its office may be told from the third working day before the last one, and on the working day after', () => {
    expect(told(...back('2023-03-03'))).toEqual([
      ['lavori', 'integration-due', '2023-02-28', '2023-03-03'],
      ['lavori', 'integration-overdue', '2023-03-06', '2023-03-03'],
    ]);
  });

  it('given it is handed in again, then nobody is told any more', () => {
    expect(told(...back('2023-03-03'), { ...handIn, at: AT })).toEqual([]);
  });

  it('given its share goes to another office, then that one is told', () => {
    const given: ObjectiveCommand = {
      type: 'objective.assign',
      shareId: SHARE,
      office: 'polizia',
      by: segretario,
      at: AT,
    };
    expect(new Set(told(...back('2023-03-03'), given).map(([office]) => office))).toEqual(new Set(['polizia']));
  });
});

describe('a step of a premium run that silence would pass', () => {
  const by = personale;
  const at = '2023-03-20T09:00:00.000Z';
  const step = {
    name: { it: 'Controllo', en: 'Check' },
    agreement: { kind: 'one' },
    order: 'parallel',
    substitute: null,
    outcomes: ['approve', 'return'],
    act: null,
  } as const;
  const steps = [
    { ...step, id: 'proposta', who: [{ office: personale.office }], term: null, onTimeout: [] },
    {
      ...step,
      id: 'controllo',
      who: [{ office: segretario.office }],
      term: { workingDays: 2 },
      onTimeout: [{ after: 1, do: 'approve-silently' } as const],
    },
  ];
  const route = { chain: { id: 'premium-run', version: 1, steps }, workflow: null, evaluations: true };
  const period = { from: '2022-01-01', to: '2022-12-31' };
  const share = { objectiveId: OBJECTIVE, shareId: SHARE, areaId: 'lavori', weight: '10', degree: '100' };
  const standing = (...evaluated: readonly string[]) => ({ period, evaluated });

  it('given it is withheld, then its office is told that a person has to answer', () => {
    const told = begun();
    const areas = { kind: 'areas' } as const;
    const asked = { route, claims: [share], evaluations: { ...standing('u-lavori'), staff } };
    const run = { runId: 'areas', planId: '2022', scope: areas, fund: '100.00' };
    told.premium('areas', { type: 'premium.compute', ...run, ...asked, by, at });
    const today = { planStatus: 'in-force', degrees: { [SHARE]: '100' }, ...standing('u-lavori') } as const;
    told.premium('areas', { type: 'premium.propose', documents: [], standing: today, staff, by, at });
    told.premium('areas', {
      type: 'approval.act',
      subject: 'premium-run',
      shareId: null,
      deed: { do: 'time-out', calendar: { patronDay: null } },
      standing: standing(),
      staff,
      by: { id: 'system', office: 'system' },
      at: '2023-03-27T09:00:00.000Z',
    });
    const rows = replay([approvals], told.events);
    expect(rows.all(approvalNoticeTable)).toMatchObject([
      { office: segretario.office, says: 'silence-withheld', open: true },
    ]);
    expect(rows.all(approvalTable)).toMatchObject([{ status: 'open', step: 'controllo', rings_from: null }]);
  });
});
