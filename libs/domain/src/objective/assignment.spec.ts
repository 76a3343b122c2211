import type { RefusalCode } from '../refused.js';
import { acknowledge, after, assign, define, report, sendBack, submit, upTo } from '../testing/commands.js';
import { ACT, archive, giunta, head, NEXT_YEAR, REGISTRY, SECRETARY, segretario } from '../testing/example.js';
import { exampleStaff as roles } from '../testing/staff.js';
import type { PlannedObjective } from '../plan/document.js';
import { creditOf } from './moves.js';
import { objective } from './objective.js';
import { eventsOf, given } from '../testing.js';
import { statusOf } from './state.js';
import { usualLifecycle } from './usual-lifecycle.js';

describe('an objective and who answers for it', () => {
  it('given a share that somebody has been given, when a variation gives what is new to its area, then nothing happens', () => {
    const bySystem = assign({ by: { id: 'system', office: 'system' }, act: ACT });
    expect(after(...upTo.defined, assign({ office: 'tributi' })).when(bySystem)).toEqual({ events: [] });
    expect(after(...upTo.defined).when(bySystem)).toMatchObject({ events: [{ data: { office: 'affari-generali' } }] });
  });

  it('given nothing, when defined, then the plan’s own words are kept', () => {
    expect(after().when(define())).toEqual({
      events: [
        {
          type: 'objective.defined.v1',
          data: { planId: 'demo-2022', objective: archive, horizon: '2022-12-31' },
        },
      ],
    });
  });

  it('given a defined objective, when a share is assigned, then that share alone has an office', () => {
    const outcome = after(define()).when(assign());
    expect(outcome).toEqual({
      events: [
        { type: 'objective.assigned.v1', data: { shareId: REGISTRY, office: 'affari-generali', from: '2022-06-20' } },
      ],
    });
    expect(after(...upTo.assigned).state.shares.map((share) => [share.shareId, statusOf(share)])).toEqual([
      [REGISTRY, 'assigned'],
      [SECRETARY, 'defined'],
    ]);
  });

  it('given a body that assigns by act, when a share is given or passed on, then an act of its kind is named and kept', () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'assign' ? { ...one, act: { kinds: ['decreto'] } } : one,
    );
    const workflow = { ...usualLifecycle, transitions };
    const decree = { kind: 'Decreto', number: '7', date: '2022-06-01' };
    const given = after(define({ workflow }));
    expect(given.when(assign())).toMatchObject({ refusal: 'lifecycle/act-missing', facts: { kinds: 'decreto' } });
    expect(given.when(assign({ act: { ...decree, kind: 'DGC' } }))).toMatchObject({
      refusal: 'lifecycle/act-of-another-kind',
    });
    expect(given.when(assign({ act: { ...decree, date: '2099-01-01' } }))).toMatchObject({
      refusal: 'objective/occurred-in-future',
    });
    expect(given.when(assign({ act: decree }))).toMatchObject({ events: [{ data: { act: decree } }] });
    const passedOn = after(define({ workflow }), assign({ act: decree }), acknowledge());
    expect(passedOn.when(assign({ office: 'tributi' }))).toMatchObject({ refusal: 'lifecycle/act-missing' });
    expect(passedOn.when(assign({ office: 'tributi', act: decree }))).toHaveProperty('events');
  });

  it('given a body that names who assigns, when somebody else gives a share or passes it on, then lifecycle/not-yours', () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'assign' ? { ...one, who: [{ office: 'giunta' }] } : one,
    );
    const workflow = { ...usualLifecycle, transitions };
    const defined = after(define({ workflow }));
    const notYours = {
      refusal: 'lifecycle/not-yours',
      facts: { verb: 'assign', office: segretario.office, who: 'giunta' },
    };
    expect(defined.when(assign({ staff: roles }))).toEqual(notYours);
    expect(defined.when(assign({ staff: roles, by: giunta }))).toHaveProperty('events');
    const passedOn = after(define({ workflow }), assign(), acknowledge());
    expect(passedOn.when(assign({ office: 'tributi', staff: roles }))).toEqual(notYours);
    expect(passedOn.when(assign({ office: 'tributi', staff: roles, by: giunta }))).toHaveProperty('events');
    // what follows from a variation nobody does
    expect(defined.when(assign({ staff: roles, by: { id: 'system', office: 'system' } }))).toHaveProperty('events');
  });

  it('given a body that names nobody who assigns, then the permissions alone say who', () => {
    const transitions = usualLifecycle.transitions.map((one) => (one.verb === 'assign' ? { ...one, who: [] } : one));
    const defined = after(define({ workflow: { ...usualLifecycle, transitions } }));
    expect(defined.when(assign({ staff: roles, by: head }))).toHaveProperty('events');
  });

  it('given an assigned share, when its office takes note, then it is acknowledged', () => {
    expect(after(...upTo.assigned).when(acknowledge())).toEqual({
      events: [{ type: 'objective.acknowledged.v1', data: { shareId: REGISTRY } }],
    });
  });

  it('given an acknowledged share, when assigned to another office, then that one has to take note before it reports', () => {
    const tributi = { id: 'u-tributi', office: 'tributi' };
    const moved = after(...upTo.acknowledged, assign({ office: 'tributi' }));
    expect(moved.when(report())).toMatchObject({ refusal: 'objective/not-your-share' });
    expect(moved.when(report({ by: tributi }))).toMatchObject({ refusal: 'objective/not-acknowledged' });
    expect(moved.when(acknowledge({ by: tributi }))).toHaveProperty('events');
  });

  it('given a report sent back, when the share is assigned to another office, then that one submits it again', () => {
    const tributi = { id: 'u-tributi', office: 'tributi' };
    const moved = after(...upTo.submitted, sendBack(), assign({ office: 'tributi' }), acknowledge({ by: tributi }));
    expect(moved.when(submit({ by: tributi }))).toMatchObject({
      events: [{ data: { submission: 2, submittedBy: tributi.id } }],
    });
  });

  it('given a share that goes to another office in mid-year, when asked, then each has the credit of its days', () => {
    const first = assign({ from: '2022-05-16' });
    const { state } = after(define(), first, acknowledge(), assign({ office: 'tributi' }));
    const [share] = state.shares;
    expect(creditOf(share?.holders ?? [], '2022-12-31')).toEqual([
      { office: 'affari-generali', from: '2022-05-16', to: '2022-06-19', days: 35 },
      { office: 'tributi', from: '2022-06-20', to: null, days: 195 },
    ]);
    expect(after(define(), first).when(assign({ office: 'tributi', from: '2022-05-15' }))).toMatchObject({
      refusal: 'objective/before-holder',
      facts: { min: '2022-05-16' },
    });
  });

  it('given a share that was handed on the day on which it was handed back, then nobody has the credit of no days', () => {
    const from = '2022-06-20';
    const handed = [assign({ office: 'tributi', from }), assign({ from })];
    const [share] = after(define(), assign({ from: '2022-05-16' }), ...handed).state.shares;
    expect(creditOf(share?.holders ?? [], '2022-12-31')).toEqual([
      { office: 'affari-generali', from: '2022-05-16', to: '2022-06-19', days: 35 },
      { office: 'affari-generali', from, to: null, days: 195 },
    ]);
  });

  it('given no first day, then it is the one on which it happened, as told or by its act, in the plan’s year', () => {
    const from = (fields: Parameters<typeof assign>[0], ...before: readonly ReturnType<typeof assign>[]) =>
      after(define(), ...before).when(assign(fields));
    const begins = (day: string) => ({ events: [{ data: { from: day } }] });
    const by = (date: string) => ({ act: { kind: 'decreto', number: '91', date } });
    expect(from(by('2022-06-15'))).toMatchObject(begins('2022-06-15'));
    expect(from({ ...by('2022-06-15'), on: '2022-06-17' })).toMatchObject(begins('2022-06-17'));
    expect(from({ ...by('2022-06-15'), from: '2022-06-18' })).toMatchObject(begins('2022-06-18'));
    expect(from({ on: '2022-06-17' })).toMatchObject(begins('2022-06-17'));
    expect(from(by('2021-12-20'))).toMatchObject(begins('2022-01-01'));
    expect(from({ ...by('2021-12-10'), at: '2021-12-20T08:00:00.000Z' })).toMatchObject(begins('2021-12-20'));
    expect(from({ ...by('2022-06-10'), office: 'tributi' }, assign({ from: '2022-06-11' }))).toEqual({
      refusal: 'objective/before-holder',
      facts: { share: REGISTRY, office: 'affari-generali', field: 'from', value: '2022-06-10', min: '2022-06-11' },
    });
  });

  it('given two hand-overs by acts that are recorded later, then the first office keeps the days between', () => {
    const by = (number: string, date: string) => ({ act: { kind: 'decreto', number, date } });
    const { state } = after(
      define(),
      assign({ office: 'tributi', ...by('90', '2022-06-10') }),
      assign({ ...by('91', '2022-06-15') }),
    );
    expect(creditOf(state.shares[0]?.holders ?? [], '2022-12-31')).toEqual([
      { office: 'tributi', from: '2022-06-10', to: '2022-06-14', days: 5 },
      { office: 'affari-generali', from: '2022-06-15', to: null, days: 200 },
    ]);
  });

  it('given a share that was given before the plan’s year, then its days count from the first of that', () => {
    const held = [
      { office: 'tributi', from: '2021-11-01', to: '2021-12-15' },
      { office: 'affari-generali', from: '2021-12-16', to: '2022-01-10' },
      { office: 'tributi', from: '2022-01-11', to: null },
    ];
    const days = (horizon: string, begins?: string) => creditOf(held, horizon, begins).map((one) => one.days);
    expect(days('2022-12-31')).toEqual([0, 10, 355]);
    expect(days('2022-12-31', '2021-01-01')).toEqual([45, 26, 355]);
  });

  it('given a log from before the day was kept, when asked, then the credit of those days is not known', () => {
    const old = { type: 'objective.assigned.v1', data: { shareId: REGISTRY, office: 'affari-generali' } } as const;
    const { state } = given(objective)(...eventsOf(objective, define()), old);
    expect(creditOf(state.shares[0]?.holders ?? [], '2022-12-31')).toEqual([
      { office: 'affari-generali', from: null, to: null, days: null },
    ]);
  });

  const changed = (fields: Partial<PlannedObjective>) => define({ objective: { ...archive, ...fields } });
  const [share] = archive.shares;
  const [indicator] = archive.indicators;
  const deadline = { id: 'd', shareIds: [REGISTRY], text: '' };
  it.each<[RefusalCode, string, ReturnType<typeof define>]>([
    [
      'value/not-unique',
      'a deadline that names a share twice',
      changed({ deadlines: [{ ...deadline, shareIds: [REGISTRY, REGISTRY], kind: 'fixed', on: '2022-07-31' }] }),
    ],
    ['objective/no-shares', 'no shares', changed({ shares: [] })],
    ['value/text-missing', 'no plan', define({ planId: '' })],
    ['value/text-missing', 'no title', changed({ title: ' ' })],
    ['value/text-missing', 'no id', changed({ id: '' })],
    ['value/not-a-date', 'a horizon that does not exist', define({ horizon: '2022-11-31' })],
    ['value/not-unique', 'a share twice', changed({ shares: share ? [share, share] : [] })],
    ['value/out-of-range', 'a weight of zero', changed({ shares: share ? [{ ...share, weight: '0' }] : [] })],
    ['value/not-a-decimal', 'a weight with a comma', changed({ shares: share ? [{ ...share, weight: '2,5' }] : [] })],
    [
      'objective/unknown-share',
      'an indicator of nobody',
      changed({ indicators: indicator ? [{ ...indicator, shareIds: ['x'] }] : [] }),
    ],
    ['value/not-unique', 'an indicator twice', changed({ indicators: indicator ? [indicator, indicator] : [] })],
    [
      'value/not-a-decimal',
      'a target in words',
      changed({
        indicators: indicator ? [{ ...indicator, target: { comparison: 'exactly', value: 'cento', unit: '%' } }] : [],
      }),
    ],
    [
      'objective/unknown-share',
      'a deadline of nobody',
      changed({ deadlines: [{ ...deadline, shareIds: ['x'], kind: 'fixed', on: '2022-07-31' }] }),
    ],
    [
      'value/not-a-date',
      'a fixed day that does not exist',
      changed({ deadlines: [{ ...deadline, kind: 'fixed', on: '2022-06-31' }] }),
    ],
    [
      'value/not-a-date',
      'a horizon day that does not exist',
      changed({ deadlines: [{ ...deadline, kind: 'horizon', on: '' }] }),
    ],
    [
      'value/not-a-date',
      'a start that does not exist',
      changed({ deadlines: [{ ...deadline, kind: 'start', from: '2022-02-29', until: null }] }),
    ],
    [
      'value/out-of-range',
      'a window that ends before it opens',
      changed({ deadlines: [{ ...deadline, kind: 'start', from: '2022-09-01', until: '2022-08-31' }] }),
    ],
    [
      'value/not-a-date',
      'a state as of no day',
      changed({ deadlines: [{ ...deadline, kind: 'as-of', asOf: '2022-09-31', graceDays: 0 }] }),
    ],
    [
      'value/out-of-range',
      'half a day of grace',
      changed({ deadlines: [{ ...deadline, kind: 'as-of', asOf: '2022-09-30', graceDays: 0.5 }] }),
    ],
    [
      'value/out-of-range',
      'reports for eleven years',
      changed({
        deadlines: [
          { ...deadline, kind: 'recurring', every: 'week', from: '2022-01-01', until: '2033-01-01', nilReturn: true },
        ],
      }),
    ],
    [
      'value/not-unique',
      'a deadline twice',
      changed({
        deadlines: [
          { ...deadline, kind: 'after', dependsOn: 'x' },
          { ...deadline, kind: 'after', dependsOn: 'y' },
        ],
      }),
    ],
    ['value/not-a-date', 'an act of no day', changed({ acts: [{ kind: 'DGC', number: '54', date: '2022-03-32' }] })],
  ])('given %s with %s, when defined, then it is refused', (code, _, command) => {
    expect(after().when(command)).toMatchObject({ refusal: code });
  });

  it('given no office, when assigned, then value/text-missing', () => {
    expect(after(define()).when(assign({ office: ' ' }))).toMatchObject({ refusal: 'value/text-missing' });
  });

  it('given a report with its approvers or approved, when assigned to another office, then it is too late', () => {
    const elsewhere = assign({ office: 'tributi', by: head, at: NEXT_YEAR });
    expect(after(...upTo.submitted).when(elsewhere)).toMatchObject({ refusal: 'objective/rendicontazione-open' });
    expect(after(...upTo.approved).when(elsewhere)).toMatchObject({
      refusal: 'objective/rendicontazione-already-approved',
    });
  });
});
