import fc from 'fast-check';
import { romeDayOf, type ObjectiveCommand } from '#domain';
import { replay } from '../runtime/fold.js';
import { chain, giunta, headOf, noted, nucleo, roads, segretario, staff, system } from '../testing/example.js';
import { begun, DEEDS, SHARES, storyOf } from '../testing/stories.js';
import type { History } from '../testing/history.js';
import { due } from './project.js';
import { dueTable } from './table.js';

const OBJECTIVE = '2022-2.1.1';
const SHARE = '2.1.1-lavori';
const AT = '2022-06-20T08:00:00.000Z';

/** The days of a share and what became of them. */
function standings({ events }: History, shareId = SHARE): readonly (readonly [string, string])[] {
  const rows = replay([due], events).all(dueTable);
  return rows.filter(({ share_id }) => share_id === shareId).map(({ due_on, status }) => [due_on, status]);
}

function told(...commands: readonly ObjectiveCommand[]): History {
  const history = begun();
  for (const command of commands) history.objective(OBJECTIVE, command);
  return history;
}

const assign = { type: 'objective.assign', shareId: SHARE, office: 'lavori', by: segretario, at: AT } as const;
const underWay: readonly ObjectiveCommand[] = [
  assign,
  { type: 'objective.acknowledge', shareId: SHARE, by: headOf('lavori'), at: AT },
];
const submitted: readonly ObjectiveCommand[] = [
  ...underWay,
  {
    type: 'objective.submit-rendicontazione',
    shareId: SHARE,
    measurements: [
      { indicatorId: 'requests', value: '100 %', notMeasuredBecause: null },
      { indicatorId: 'survey', value: '100 %', notMeasuredBecause: null },
    ],
    selfDegree: '100',
    note: '',
    evidence: [],
    chain,
    workflow: null,
    staff,
    by: headOf('lavori'),
    at: AT,
  },
];
const approval = {
  type: 'objective.approve-rendicontazione',
  shareId: SHARE,
  note: '',
  act: null,
  staff,
  at: AT,
} as const;
const verified: readonly ObjectiveCommand[] = [
  ...submitted,
  { ...approval, step: 'verifica', by: segretario },
  { ...approval, step: 'certificazione', by: nucleo },
];
const approved: readonly ObjectiveCommand[] = [
  ...verified,
  { ...approval, step: 'presa-d-atto', act: noted(AT), by: giunta },
];
const mark = { type: 'objective.mark-missed-deadlines', by: system, at: '2023-01-10T08:00:00.000Z' } as const;

const removal: ObjectiveCommand = {
  type: 'objective.remove',
  shareId: SHARE,
  cause: 'resources',
  note: 'fondi revocati',
  weight: 'neutralise',
  opinion: {
    favourable: true,
    note: 'sì',
    on: '2022-05-10',
    document: { kind: 'verbale', number: '4', date: '2022-05-10' },
  },
  act: noted(AT),
  staff,
  by: segretario,
  at: mark.at,
};

describe('the projection of what falls due', () => {
  it('given a share that nobody was given, then none of its days asks for anything', () => {
    expect(standings(told())).toEqual([['2022-10-31', 'void']]);
    expect(standings(told(mark))).toEqual([['2022-10-31', 'void']]);
  });

  it('given a share that is assigned, then its days are open, and those of the others are not', () => {
    expect(standings(told(assign))).toEqual([['2022-10-31', 'open']]);
    expect(new Set(standings(told(assign), '2.1.1-polizia').map(([, status]) => status))).toEqual(new Set(['void']));
  });

  describe('given a miss that an act lifts which came in time', () => {
    const late = { ...mark, at: '2022-11-03T08:00:00.000Z' };
    const missed = { deadlineId: 'giunta', instance: '2022-10-31' };
    const why = { justification: { reason: 'third-party', note: 'gara deserta' }, evidence: [] } as const;
    const said = { shareId: SHARE, ...why, by: headOf('lavori'), at: '2022-11-05T08:00:00.000Z' };
    const justified = { type: 'objective.justify', missed, ...said } as const;
    const fulfilled = { type: 'objective.fulfil-late', fulfils: missed, occurredOn: '2022-11-05', ...said } as const;
    const to = (on: string): ObjectiveCommand => {
      const { id, shareIds, text } = roads.deadlines[1]!;
      const deadlines = [roads.deadlines[0]!, { id, shareIds, text, kind: 'fixed' as const, on }];
      const act = { kind: 'DGC', number: '61', date: '2022-10-20' };
      const at = '2022-11-06T08:00:00.000Z';
      return { type: 'objective.vary', variationId: '1', objective: { ...roads, deadlines }, act, by: system, at };
    };
    const rowsOf = ({ events }: History) =>
      replay([due], events)
        .all(dueTable)
        .filter((row) => row.share_id === SHARE);

    it('then its day was moved, why it was missed is asked no more, and the new day is due', () => {
      expect(rowsOf(told(...underWay, late, justified, to('2022-12-01')))).toMatchObject([
        {
          due_on: '2022-10-31',
          status: 'moved',
          justification: null,
          late_note: null,
          answered_on: null,
          marked_at: late.at,
          lifted: {
            on: '2022-10-20',
            recordedAt: '2022-11-06T08:00:00.000Z',
            act: { kind: 'DGC', number: '61', date: '2022-10-20' },
            variationId: '1',
          },
        },
        { due_on: '2022-12-01', missed_at: '2022-12-01T23:00:00.000Z', status: 'open', justification: null },
      ]);
      expect(standings(told(...underWay, late, to('2022-12-01'), mark))).toContainEqual(['2022-12-01', 'missed']);
    });

    it('then what was done late counts by the new day, and says when', () => {
      const done = [...underWay, late, fulfilled]; // on the fifth of November
      expect(rowsOf(told(...done, to('2022-12-01')))[1]).toMatchObject({ status: 'met', answered_on: '2022-11-05' });
      expect(rowsOf(told(...done, to('2022-11-04')))[1]).toMatchObject({ status: 'late', answered_on: '2022-11-05' });
      expect(rowsOf(told(...done, to('2022-11-04')))[0]).toMatchObject({ status: 'moved', answered_on: null });
    });
  });

  describe('given a miss of a day on which work rested, by an act that is recorded later', () => {
    const late = { ...mark, at: '2022-11-03T08:00:00.000Z' };
    const missed = { deadlineId: 'giunta', instance: '2022-10-31' };
    const said = { reason: 'third-party', note: 'gara deserta' } as const;
    const fulfilled: ObjectiveCommand = {
      type: 'objective.fulfil-late',
      shareId: SHARE,
      fulfils: missed,
      justification: said,
      evidence: [],
      occurredOn: '2022-11-03',
      by: headOf('lavori'),
      at: '2022-11-03T10:00:00.000Z',
    };
    const act = { kind: 'DGC', number: '61', date: '2022-10-31' };
    const rest = (until: string, from = '2022-10-31', by: typeof act | null = act): ObjectiveCommand => ({
      type: 'objective.suspend',
      shareId: SHARE,
      reason: 'lavori',
      from,
      until,
      act: by,
      staff,
      by: segretario,
      at: '2022-11-06T08:00:00.000Z',
    });
    const rowsOf = ({ events }: History) =>
      replay([due], events)
        .all(dueTable)
        .filter((row) => row.share_id === SHARE);
    const rings = { ...mark, at: '2022-11-07T08:00:00.000Z' };

    it('then it rests, tells that it was marked, and falls due once work goes on; missed again it is missed', () => {
      const lived = [...underWay, late, rest('2022-11-06')];
      const lifted = { on: '2022-10-31', act, variationId: null, dueOn: '2022-10-31' };
      expect(rowsOf(told(...lived))).toMatchObject([
        { status: 'open', frozen: true, missed_at: '2022-11-06T23:00:00.000Z', marked_at: late.at, lifted },
      ]);
      expect(rowsOf(told(...lived, rings))).toMatchObject([
        { due_on: '2022-11-07', status: 'open', frozen: false, missed_at: '2022-11-07T23:00:00.000Z', lifted },
      ]);
      expect(rowsOf(told(...lived, mark))).toMatchObject([
        { due_on: '2022-11-07', status: 'missed', marked_at: mark.at, lifted: null },
      ]);
    });

    it('then what was done late was done in time, if its new day is not before', () => {
      const done = (until: string) => rowsOf(told(...underWay, late, fulfilled, rest(until), rings))[0];
      expect(rowsOf(told(...underWay, late, fulfilled, rest('2022-11-06')))[0]).toMatchObject({
        status: 'met',
        answered_on: '2022-11-03',
        late_reason: null,
      });
      expect(done('2022-11-02')).toMatchObject({ due_on: '2022-11-03', status: 'met', frozen: false });
      expect(done('2022-11-01')).toMatchObject({ due_on: '2022-11-02', status: 'late', frozen: false });
    });

    it('then so it is where the act ratifies what had begun without one', () => {
      const urgent = rest('2022-11-09', '2022-10-30', null);
      const ratify = { type: 'objective.ratify-suspension', shareId: SHARE, act, staff, by: segretario } as const;
      const ratified = [...underWay, late, urgent, { ...ratify, at: '2022-11-06T09:00:00.000Z' }];
      expect(rowsOf(told(...underWay, late, urgent))).toMatchObject([{ status: 'missed', frozen: false }]);
      expect(rowsOf(told(...ratified))).toMatchObject([
        { status: 'open', frozen: true, missed_at: '2022-11-09T23:00:00.000Z', lifted: { act } },
      ]);
    });
  });

  it('given a miss of a day on which work rested without an act, when one of then ratifies it once it is over, then it falls due as many days later', () => {
    const act = { kind: 'DGC', number: '61', date: '2022-10-31' };
    const suspended = {
      type: 'objective.suspend',
      shareId: SHARE,
      reason: 'lavori',
      act: null,
      staff,
      by: segretario,
    } as const;
    const urgent = { ...suspended, from: '2022-10-29', until: '2022-11-05', at: '2022-11-04T08:00:00.000Z' };
    const ratify = { type: 'objective.ratify-suspension', shareId: SHARE, act, staff, by: segretario } as const;
    const late = { ...mark, at: '2022-11-03T08:00:00.000Z' };
    const over = { ...mark, at: '2022-11-06T08:00:00.000Z' };
    const ratified = [...underWay, late, urgent, over, { ...ratify, at: '2022-11-06T09:00:00.000Z' }];
    const rowsOf = (...commands: readonly ObjectiveCommand[]) =>
      replay([due], told(...commands).events)
        .all(dueTable)
        .filter((row) => row.share_id === SHARE);
    expect(rowsOf(...ratified.slice(0, -1))).toMatchObject([{ due_on: '2022-10-31', status: 'missed', frozen: false }]);
    expect(rowsOf(...ratified)).toMatchObject([
      { due_on: '2022-11-08', missed_at: '2022-11-08T23:00:00.000Z', status: 'open', frozen: false, lifted: { act } },
    ]);
    expect(rowsOf(...ratified, { ...mark, at: '2022-11-09T08:00:00.000Z' })).toMatchObject([
      { due_on: '2022-11-08', status: 'missed', lifted: null },
    ]);
  });

  it('given a share that goes to another office, then what was missed stays missed and goes along', () => {
    const history = told(assign, mark, { ...assign, office: 'polizia' });
    expect(standings(history)).toEqual([['2022-10-31', 'missed']]);
  });

  it('given a rendicontazione, then days stay open until its last step is approved', () => {
    expect(standings(told(...verified))).toEqual([['2022-10-31', 'open']]);
    expect(standings(told(...approved))).toEqual([['2022-10-31', 'void']]);
    expect(standings(told(...submitted, mark, ...approved.slice(submitted.length)))).toEqual([
      ['2022-10-31', 'missed'],
    ]);
  });

  it('for any history, an alarm that rings leaves nothing open and past: none rings for ever', () => {
    const deeds = fc.array(fc.record({ what: fc.nat(DEEDS - 1), share: fc.nat(3), number: fc.nat(1000) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(deeds, (random) => {
        const story = storyOf(random);
        const before = replay([due], story.events).all(dueTable).filter(rings);
        for (const objectiveId of new Set(SHARES.map((share) => share.objectiveId))) story.objective(objectiveId, mark);
        expect(replay([due], story.events).all(dueTable).filter(rings)).toEqual([]);
        // only what was to ring is touched
        const missed = story.events.filter(
          ({ type, metadata }) => type.includes('missed') && metadata['recordedAt'] === mark.at,
        );
        expect(missed.length).toBeLessThanOrEqual(before.length);
      }),
      { numRuns: 100 },
    );
  });

  it('given work at rest, then its days ring when it goes on by itself, and fall due later once it does', () => {
    const rest: ObjectiveCommand = {
      type: 'objective.suspend',
      shareId: SHARE,
      reason: 'lavori',
      from: '2022-06-21',
      until: '2022-07-20',
      act: noted(AT),
      staff,
      by: segretario,
      at: '2022-06-21T08:00:00.000Z',
    };
    const frozen = replay([due], told(...underWay, rest).events).all(dueTable);
    expect(frozen.filter(({ share_id }) => share_id === SHARE)).toMatchObject([
      { due_on: '2022-10-31', frozen: true, missed_at: '2022-07-20T22:00:00.000Z' },
    ]);
    const marked = told(...underWay, rest, { ...mark, at: '2022-07-21T08:00:00.000Z' });
    expect(
      replay([due], marked.events)
        .all(dueTable)
        .filter(({ share_id }) => share_id === SHARE),
    ).toMatchObject([
      { due_on: '2022-11-30', instance: '2022-10-31', frozen: false, missed_at: '2022-11-30T23:00:00.000Z' },
    ]);
  });

  describe('given work at rest and a day that an act gives meanwhile', () => {
    const act = { kind: 'DGC', number: '61', date: '2022-11-03' };
    const rest = (from: string): ObjectiveCommand => ({
      type: 'objective.suspend',
      shareId: SHARE,
      reason: 'lavori',
      from,
      until: '2022-11-10',
      act: { ...act, date: '2022-11-01' },
      staff,
      by: segretario,
      at: '2022-11-02T08:00:00.000Z',
    });
    const fixed = (on: string): ObjectiveCommand => {
      const { id, shareIds, text } = roads.deadlines[1]!;
      const deadlines = [roads.deadlines[0]!, { id, shareIds, text, kind: 'fixed' as const, on }];
      const at = '2022-11-04T08:00:00.000Z';
      return { type: 'objective.vary', variationId: '1', objective: { ...roads, deadlines }, act, by: system, at };
    };
    const rowsOf = (...commands: readonly ObjectiveCommand[]) =>
      replay([due], told(...underWay, ...commands).events)
        .all(dueTable)
        .filter((row) => row.share_id === SHARE && row.status !== 'moved');
    const missed = { ...mark, at: '2022-11-01T08:00:00.000Z' };
    const over = { ...mark, at: '2022-11-11T08:00:00.000Z' };

    it('then it rests too, though nothing else of the share does, and is called to mind once work goes on', () => {
      expect(rowsOf(missed, rest('2022-11-01'), fixed('2022-12-01'))).toMatchObject([
        { due_on: '2022-10-31', status: 'missed', frozen: false },
        { due_on: '2022-12-01', status: 'open', frozen: true, missed_at: '2022-11-10T23:00:00.000Z' },
      ]);
    });

    it('then days of rest since that act alone move it', () => {
      expect(rowsOf(missed, rest('2022-11-01'), fixed('2022-12-01'), over)[1]).toMatchObject({
        due_on: '2022-12-09',
        missed_at: '2022-12-09T23:00:00.000Z',
        frozen: false,
        rest: null,
      });
    });

    it('given that work has gone on, then what is given afterwards does not rest', () => {
      expect(rowsOf(missed, rest('2022-11-01'), over, fixed('2022-12-01'))[1]).toMatchObject({
        due_on: '2022-12-09',
        frozen: false,
      });
    });
  });

  it('given a share that is removed, then what was missed stays and the rest asks for nothing', () => {
    expect(standings(told(...underWay, { ...removal, at: AT }))).toEqual([['2022-10-31', 'void']]);
    const later = { ...removal, act: noted(mark.at) };
    expect(standings(told(...underWay, mark, later))).toEqual([['2022-10-31', 'missed']]);
  });

  it('given a share that was removed by an act of before the miss, then that asks for nothing, and tells that it was lifted', () => {
    const [row] = replay([due], told(...underWay, mark, removal).events)
      .all(dueTable)
      .filter(({ share_id }) => share_id === SHARE);
    expect(row).toMatchObject({
      status: 'void',
      marked_at: mark.at,
      lifted: { on: romeDayOf(AT), act: noted(AT), variationId: null, isRemoved: true, dueOn: '2022-10-31' },
    });
  });
});

function rings({ status, missed_at }: { readonly status: string; readonly missed_at: string }): boolean {
  return status === 'open' && missed_at <= mark.at;
}
