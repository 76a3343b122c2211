import { addDays, addWorkingDays } from '#domain';
import { chain, giunta, headOf, noted, nucleo, segretario, staff } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { begun, SHARES } from '../testing/stories.js';
import { cutoffOf } from './overdue.js';
import { approvalDetail, approvalList } from './query.js';

const AT = '2022-06-20T08:00:00.000Z';
const timed = { ...chain, steps: chain.steps.map((step) => ({ ...step, term: { workingDays: 10 } })) };
const today = (day: string) => ({ staff: { ...staff, day }, calendar: { patronDay: null } });

/** All shares assigned, and the reports on them handed in one day after the other. */
function reported() {
  const told = begun();
  for (const [index, { objectiveId, shareId, office }] of SHARES.entries()) {
    const own = { objectiveId, shareId };
    const by = office === segretario.office ? segretario : headOf(office);
    told.objective(own.objectiveId, { type: 'objective.assign', shareId, office, by: segretario, at: AT });
    told.objective(own.objectiveId, { type: 'objective.acknowledge', shareId, by, at: AT });
    told.objective(own.objectiveId, {
      type: 'objective.submit-rendicontazione',
      shareId,
      selfDegree: '100',
      note: '',
      evidence: [],
      measurements: (INDICATORS[shareId] ?? []).map((indicatorId) => ({
        indicatorId,
        value: '1',
        notMeasuredBecause: null,
      })),
      chain: timed,
      workflow: null,
      staff,
      by,
      at: `2022-07-0${index + 1}T08:00:00.000Z`,
    });
  }
  return told;
}

const INDICATORS: Readonly<Record<string, readonly string[]>> = {
  '2.1.1-polizia': ['survey'],
  '2.1.1-lavori': ['requests', 'survey'],
  '10.2.1-segretario-generale': ['draft'],
};

describe('the list of approvals', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
    await on.load(reported().events);
  });
  afterAll(() => on.strike());

  const list = async (filters: Parameters<typeof approvalList>[1], day = '2022-07-10', of = today(day)) =>
    (await approvalList(on.db, filters, of, null, 100)).approvals.map(({ shareId }) => shareId);

  it('given pages of one, then each approval is on one of them, the one that waits longest first', async () => {
    const seen: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof approvalList>> = await approvalList(
        on.db,
        {},
        today('2022-07-10'),
        cursor,
        1,
      );
      seen.push(...page.approvals.map(({ shareId }) => shareId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(SHARES.map(({ shareId }) => shareId));
  });

  it('given an account, then those where it could act today; its own wait for the substitute', async () => {
    const all = SHARES.map(({ shareId }) => shareId);
    const own = SHARES.filter(({ office }) => office === segretario.office).map(({ shareId }) => shareId);
    expect(await list({ waitingFor: segretario.id })).toEqual(all.filter((shareId) => !own.includes(shareId)));
    expect(await list({ waitingFor: 'nobody' })).toEqual([]);
  });

  it('given an office that nobody holds any more, then what waits for it stands still', async () => {
    expect(await list({ stuck: true })).toEqual([]);
    const left = staff.tenures.map((one) => (one.office === segretario.office ? { ...one, to: '2022-07-05' } : one));
    const gone = { staff: { ...staff, day: '2022-07-10', tenures: left }, calendar: { patronDay: null } };
    const stuck = await list({ stuck: true }, '2022-07-10', gone);
    expect(stuck).not.toEqual([]);
    expect((await list({ stuck: false }, '2022-07-10', gone)).concat(stuck)).toHaveLength(SHARES.length);
  });

  it('given terms, then what is over by the calendar of the body, exactly', async () => {
    const days = SHARES.map((_, index) => addWorkingDays(`2022-07-0${index + 1}`, 10));
    for (const day of ['2022-07-15', '2022-07-16', '2022-07-19', '2022-07-25']) {
      const late = SHARES.filter((_, index) => (days[index] ?? '') < day).map(({ shareId }) => shareId);
      expect(await list({ overdue: true }, day)).toEqual(late);
      expect(await list({ overdue: false }, day)).toHaveLength(SHARES.length - late.length);
    }
  });
});

describe('a report that came back with a term', () => {
  let on: Stage;
  afterAll(() => on.strike());
  const [objectiveId, shareId] = ['2022-2.1.1', '2.1.1-polizia'];
  const back = {
    type: 'objective.return-rendicontazione',
    shareId,
    step: 'verifica',
    points: ['manca il verbale'],
    returnBy: '2022-07-15',
    staff,
    by: segretario,
    at: '2022-07-08T08:00:00.000Z',
  } as const;

  it('given the last day is over, then it is overdue with whoever must integrate, until it is handed in again', async () => {
    on = await stage();
    const told = reported();
    told.objective(objectiveId, back);
    await on.load(told.events);
    const late = async (day: string, status?: 'open' | 'returned') => {
      const filters = { overdue: true, ...(status && { status }) };
      const { approvals } = await approvalList(on.db, filters, today(day), null, 100);
      return approvals.filter((one) => one.shareId === shareId).map(({ integration }) => integration);
    };
    expect(await late('2022-07-15')).toEqual([]);
    expect(await late('2022-07-16')).toEqual([{ office: 'polizia', overdue: true }]);
    expect(await late('2022-07-16', 'returned')).toHaveLength(1);
    expect(await late('2022-07-16', 'open')).toEqual([]);
  });

  it('given whoever reads it, then who sent it back is told, at which step and when; of what is under way nobody is', async () => {
    const all = { id: 'u', office: 'giunta', sees: 'all', conducts: false, inForce: null, staff } as const;
    const ended = async (of: string) => (await approvalDetail(on.db, of, today('2022-07-16'), all))?.ended;
    expect(await ended(`objective~${objectiveId}~rendicontazione~${shareId}`)).toMatchObject({
      step: 'verifica',
      person: segretario.id,
      outcome: 'return',
      reason: '',
      at: back.at,
      votes: [],
    });
    expect(await ended(`objective~${objectiveId}~rendicontazione~2.1.1-lavori`)).toBeNull();
  });
});

describe('a report that was approved', () => {
  let on: Stage;
  afterAll(() => on.strike());

  it('given a reopening by act, then it waits again for who verifies it, with the term of its first step', async () => {
    const [objectiveId, shareId] = ['2022-2.1.1', '2.1.1-polizia'];
    const told = reported();
    for (const [index, { id }] of chain.steps.entries()) {
      told.objective(objectiveId, {
        type: 'objective.approve-rendicontazione',
        shareId,
        step: id,
        note: '',
        act: index === 2 ? noted('2022-07-08T08:00:00.000Z') : null,
        staff,
        by: [segretario, nucleo, giunta][index] ?? nucleo,
        at: '2022-07-08T08:00:00.000Z',
      });
    }
    const at = '2022-07-20T08:00:00.000Z';
    told.objective(objectiveId, {
      type: 'objective.reopen',
      shareId,
      reason: 'errore',
      act: { ...noted(at), number: '104' },
      staff,
      by: segretario,
      at,
    });
    on = await stage();
    await on.load(told.events);
    const { approvals } = await approvalList(on.db, { waitingFor: segretario.id }, today('2022-07-20'), null, 100);
    expect(approvals.find((one) => one.shareId === shareId)).toMatchObject({
      status: 'open',
      passed: [],
      waiting: { step: 'verifica', since: at, until: addWorkingDays('2022-07-20', 10) },
    });
  });
});

describe('the last day on which a step opened whose term is over', () => {
  it.each(['2022-04-26', '2022-06-30', '2022-12-27', '2023-01-02'])('is exact on %s, with the patron’s day', (day) => {
    for (const patronDay of [null, '06-29']) {
      for (const term of [1, 3, 10, 30]) {
        const cutoff = cutoffOf(term, day, { patronDay });
        expect(addWorkingDays(cutoff, term, patronDay) < day).toBe(true);
        expect(addWorkingDays(addDays(cutoff, 1), term, patronDay) < day).toBe(false);
      }
    }
  });
});
