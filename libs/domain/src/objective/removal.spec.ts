import type { Opinion } from './lifecycle-messages.js';
import {
  acknowledge,
  after,
  alarm,
  approve,
  assign,
  close,
  liquidate,
  remove,
  reopen,
  report,
  resume,
  score,
  secretaryToTheEnd,
  sendBack,
  submit,
  suspend,
  upTo,
} from '../testing/commands.js';
import { MORNING, REGISTRY, segretario } from '../testing/example.js';
import { exampleStaff } from '../testing/staff.js';
import { objectiveStatusOf, statusOf } from './state.js';
import { waitingOn } from './waiting.js';

/** What was over before the act is marked. */
const underWay = [...upTo.acknowledged, alarm('2022-07-09T08:00:00.000Z')];

describe('a share that is removed (stralciata)', () => {
  it('given a share under way, when the Giunta removes it, heard the Nucleo, then cause, act, opinion and what becomes of its weight are kept', () => {
    expect(after(...underWay).when(remove())).toEqual({
      events: [
        {
          type: 'objective.removed.v1',
          data: {
            shareId: REGISTRY,
            cause: 'force-majeure',
            note: 'alluvione',
            act: { kind: 'DGC', number: '50', date: '2022-07-10' },
            opinion: {
              favourable: true,
              note: 'nessuno poteva evitarlo',
              on: '2022-07-08',
              document: { kind: 'verbale', number: '4', date: '2022-07-08' },
            },
            weight: 'neutralise',
          },
        },
      ],
    });
  });

  it('given the last day of variations, when it is removed by a later act, then its weight is neutralised and goes to nobody', () => {
    const cutOff = '2022-07-09';
    const of = (fields: Parameters<typeof remove>[0]) => after(...underWay).when(remove({ cutOff, ...fields }));
    expect(of({ weight: 'redistribute' })).toEqual({
      refusal: 'objective/weight-after-cut-off',
      facts: { share: REGISTRY, to: cutOff, decidedOn: '2022-07-10' },
    });
    expect(of({ weight: 'neutralise' })).toHaveProperty('events');
    expect(of({ weight: 'redistribute', cutOff: '2022-07-10' })).toHaveProperty('events');
  });

  const heard = {
    favourable: true,
    note: 'nessuno poteva evitarlo',
    on: '2022-07-08',
    document: { kind: 'verbale', number: '4', date: '2022-07-08' },
  };
  const removedUpon = (opinion: Opinion) => after(...underWay).when(remove({ opinion }));

  it('given an opinion that nobody could look up, then it is refused', () => {
    const { document, ...typed } = heard;
    expect(removedUpon(typed)).toEqual({ refusal: 'objective/opinion-missing', facts: { share: REGISTRY } });
    const of = (fields: Partial<typeof document>) => removedUpon({ ...heard, document: { ...document, ...fields } });
    expect(of({ kind: ' ' })).toMatchObject({ facts: { field: 'opinion.document.kind' } });
    expect(of({ number: '' })).toMatchObject({ facts: { field: 'opinion.document.number' } });
    expect(removedUpon({ ...heard, document: { ...document, date: null } })).toMatchObject({
      facts: { field: 'opinion.document.date' },
    });
    expect(of({ date: '2022-07-11' })).toEqual({
      refusal: 'objective/opinion-after-act',
      facts: { value: '2022-07-11', to: '2022-07-10' },
    });
    expect(of({ date: '2022-07-10' })).toHaveProperty('events');
  });

  it('given an opinion against it, then whoever removes says why all the same, and that is kept', () => {
    const contrary = { ...heard, favourable: false };
    expect(removedUpon(contrary)).toEqual({ refusal: 'value/text-missing', facts: { field: 'opinion.against' } });
    const told = removedUpon({ ...contrary, against: 'lo impone la legge' });
    expect(told).toMatchObject({ events: [{ data: { opinion: { against: 'lo impone la legge' } } }] });
  });

  it.each([true, false])(
    'given an opinion that says nothing, favourable (%s) or not, then it is refused',
    (favourable) => {
      const opinion = { ...heard, favourable, note: ' ' };
      expect(after(...underWay).when(remove({ opinion }))).toMatchObject({ facts: { field: 'opinion.note' } });
    },
  );

  it('given it was removed, when asked, then it is still there with all that was said of it, and asks nothing of anybody', () => {
    const { state } = after(...upTo.acknowledged, report(), alarm('2022-06-27T00:00:00.000Z'), remove());
    const [share] = state.shares;
    expect(share).toMatchObject({ shareId: REGISTRY, progress: [{ progressId: 'p-1' }] });
    expect(share?.deadlines.filter(({ status }) => status === 'missed').map(({ dueOn }) => dueOn)).toEqual([
      '2022-06-26',
      '2022-07-03',
    ]);
    expect(state.shares.map(statusOf)).toEqual(['removed', 'defined']);
    expect(waitingOn(state).filter(({ shareId }) => shareId === REGISTRY)).toEqual([]);
  });

  it('given it was removed, when alarms ring, then nothing of it is missed any more', () => {
    expect(after(...upTo.acknowledged, remove()).when(alarm('2022-12-31T23:00:00.000Z'))).toEqual({ events: [] });
  });

  const said = { favourable: true, note: '', on: '2022-07-12' };
  const carried = remove({
    variationId: '2022-1',
    by: { id: 'system', office: 'system' },
    opinion: said,
    act: { kind: 'decreto', number: '3', date: '2022-07-10' },
  });

  it('given a variation that decided it, then its act and the opinion that it gathered are enough', () => {
    expect(after(...underWay).when(carried)).toMatchObject({
      events: [{ type: 'objective.removed.v1', data: { variationId: '2022-1', opinion: said } }],
    });
    expect(after(...upTo.acknowledged).when({ ...carried, cause: 'pigrizia' })).toMatchObject({
      refusal: 'objective/cause-under-control',
    });
    expect(after(...upTo.acknowledged).when({ ...carried, opinion: null })).toMatchObject({
      refusal: 'objective/opinion-missing',
    });
  });

  it.each([
    ['handed in', upTo.submitted],
    ['certified', upTo.approved],
    ['scored', upTo.scored],
  ])(
    'given a variation that decided it, and a share that was %s meanwhile, then it is removed all the same',
    (_, life) => {
      expect(statusOf(after(...life, carried).state.shares[0]!)).toBe('removed');
    },
  );

  it('given a variation that decided it, and a share that was paid meanwhile, then it is refused, also judged anew', () => {
    expect(after(...upTo.liquidated).when(carried)).toMatchObject({ refusal: 'objective/already-liquidated' });
    expect(after(...upTo.liquidated, reopen()).when(carried)).toMatchObject({ refusal: 'objective/adjustment-needed' });
  });

  it('given a report that is judged when its share is removed, then nobody judges it any more, and silence says nothing', () => {
    const gone = after(...upTo.submitted, carried);
    const act = { subject: 'rendicontazione', shareId: REGISTRY, staff: exampleStaff } as const;
    for (const judging of [approve(), sendBack()])
      expect(gone.when(judging)).toMatchObject({ refusal: 'objective/removed' });
    const by = segretario;
    const claim = { type: 'approval.act', ...act, deed: { do: 'claim', step: 'verifica' }, by, at: MORNING } as const;
    expect(gone.when(claim)).toMatchObject({ refusal: 'objective/removed' });
    const silence = { ...claim, deed: { do: 'time-out', calendar: { patronDay: null } } } as const;
    expect(gone.when(silence)).toEqual({ events: [] });
    expect(after(...upTo.approved, carried).when(score())).toMatchObject({ refusal: 'objective/removed' });
  });

  it.each([
    ['handed in', upTo.submitted],
    ['approved', upTo.approved],
  ])(
    'given a report that was %s, when the share is removed, then handing it in or giving it away says so',
    (_, commands) => {
      const gone = after(...commands, carried);
      for (const command of [submit(), assign({ office: 'tributi' })])
        expect(gone.when(command)).toMatchObject({ refusal: 'objective/removed' });
    },
  );

  it('given a suspended share, when it is removed, then it rests no longer', () => {
    const { state } = after(...upTo.acknowledged, suspend(), remove());
    expect(state.shares[0]).toMatchObject({ suspension: null, removal: { cause: 'force-majeure' } });
  });

  it('given a share was removed, when the others are paid, then the objective closes with it', () => {
    const ended = after(...upTo.acknowledged, remove(), ...secretaryToTheEnd);
    expect(objectiveStatusOf(ended.state)).toBe('liquidated');
    expect(ended.when(close())).toHaveProperty('events');
  });

  it.each([
    report(),
    submit(),
    approve(),
    score(),
    liquidate(),
    resume(),
    assign({ office: 'tributi' }),
    acknowledge(),
  ])('given it was removed, when $type, then it is refused', (command) => {
    expect(after(...upTo.acknowledged, remove()).when(command)).toHaveProperty('refusal');
  });
});
