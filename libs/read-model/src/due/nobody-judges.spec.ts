import type { ChainDefinition, ObjectiveCommand, StepDefinition } from '#domain';
import { objectiveDetail } from '../objectives/query.js';
import { replay } from '../runtime/fold.js';
import { stage, type Stage } from '../testing.js';
import { headOf, nucleo, segretario, staff, system } from '../testing/example.js';
import { begun } from '../testing/stories.js';
import { due } from './project.js';
import { dueTable } from './table.js';

// The only one of the Nucleo acts for an office too, and did its work late: on why nobody else may decide.
const OBJECTIVE = '2022-2.1.1';
const SHARE = '2.1.1-lavori';
const AT = '2022-11-05T08:00:00.000Z';
const missed = { deadlineId: 'giunta', instance: '2022-10-31' };

const decides: StepDefinition = {
  id: 'decisione',
  name: { it: 'decisione', en: 'decision' },
  who: [{ office: nucleo.office }],
  agreement: { kind: 'one' },
  order: 'parallel',
  substitute: null,
  term: null,
  onTimeout: [],
  outcomes: ['approve', 'reject', 'return'],
  act: null,
};
const chain: ChainDefinition = { id: 'justification', version: 1, steps: [decides] };
const through = { chain, workflow: null, staff };
const why = { justification: { reason: 'third-party', note: 'gara deserta' }, evidence: [] } as const;
const assigned = {
  type: 'objective.assign',
  shareId: SHARE,
  office: 'lavori',
  by: segretario,
  at: '2022-06-20T08:00:00.000Z',
} as const;
const underWay: readonly ObjectiveCommand[] = [
  assigned,
  { type: 'objective.acknowledge', shareId: SHARE, by: headOf('lavori'), at: '2022-06-20T08:00:00.000Z' },
  { type: 'objective.mark-missed-deadlines', by: system, at: '2022-11-03T08:00:00.000Z' },
];
const late = {
  type: 'objective.fulfil-late',
  shareId: SHARE,
  fulfils: missed,
  occurredOn: '2022-11-04',
  ...why,
  through,
  by: { id: nucleo.id, office: 'lavori' },
  at: AT,
} as const;
const justified = {
  type: 'objective.justify',
  shareId: SHARE,
  missed,
  ...why,
  through,
  by: headOf('lavori'),
  at: AT,
} as const;
const rejected = {
  type: 'approval.act',
  subject: 'justification',
  shareId: SHARE,
  missed,
  deed: {
    do: 'take-step',
    step: 'decisione',
    outcome: 'reject',
    note: '',
    act: null,
    points: [],
    returnBy: null,
    degree: null,
    reason: 'evitabile',
  },
  staff,
  by: nucleo,
  at: AT,
} as const;

function told(...commands: readonly ObjectiveCommand[]) {
  const history = begun();
  for (const command of [...underWay, ...commands]) history.objective(OBJECTIVE, command);
  return history.events;
}

function rowOf(...commands: readonly ObjectiveCommand[]) {
  return replay([due], told(...commands))
    .all(dueTable)
    .find(({ share_id, instance }) => share_id === SHARE && instance === missed.instance);
}

describe('why a deadline was missed, while it waits', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  async function judging(today = staff) {
    const detail = await objectiveDetail(on.db, OBJECTIVE, today);
    const share = detail?.shares.find(({ shareId }) => shareId === SHARE);
    return share?.due.find(({ instance }) => instance === missed.instance)?.judging;
  }

  it('given nobody who may decide, then the objective says where it is stuck and whose step it is, until somebody else comes', async () => {
    await on.load(told(late));
    const waits = { step: 'decisione', office: nucleo.office, offices: [nucleo.office] };
    expect(await judging()).toEqual({ ...waits, stuck: 'barred' });
    const another = { person: 'u-new', office: nucleo.office, roles: [], from: '2022-01-01', to: null, act: null };
    expect(await judging({ ...staff, tenures: [...staff.tenures, another] })).toEqual(waits);
  });

  it('given that it is said again after a rejection, then that is kept: it holds off no degree', () => {
    expect(rowOf(justified)).toMatchObject({ justification: 'submitted', said_again: false });
    expect(rowOf(justified, rejected, justified)).toMatchObject({ justification: 'submitted', said_again: true });
  });

  it('given a share that is handed over, then its new office is a party, also of what was done late', () => {
    const handed = { ...assigned, office: 'polizia', at: '2022-11-06T08:00:00.000Z' };
    expect(rowOf(late, handed)?.weighing?.parties.offices).toEqual(['lavori', 'polizia']);
    expect(rowOf(justified, handed)?.weighing?.parties.offices).toEqual(['lavori', 'polizia']);
  });
});
