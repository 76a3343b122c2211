import {
  acknowledge,
  after,
  alarm,
  assign,
  define,
  fulfilLate,
  ratify,
  report,
  resume,
  submit,
  suspend,
  upTo,
} from '../testing/commands.js';
import { archive, giunta, REGISTRY, SECRETARY, segretario } from '../testing/example.js';
import { objectiveStatusOf, statusOf } from './state.js';
import type { ObjectiveCommand } from './messages.js';
import { usualLifecycle } from './usual-lifecycle.js';

const share = (commands: readonly ObjectiveCommand[]) => {
  const [registry] = after(...commands).state.shares;
  if (registry === undefined) throw new Error('The example has no shares');
  return registry;
};
const dueOf = (commands: readonly ObjectiveCommand[], instance: string) =>
  share(commands).deadlines.find((standing) => standing.instance === instance);

describe('a share on which work is suspended', () => {
  it('given a plan whose name only ends in digits, then they are no year before which nothing happened', () => {
    const undated = { ...archive, deadlines: [] };
    const named = after(define({ planId: '5f1c-4d3e7312', objective: undated }), ...upTo.acknowledged.slice(1));
    expect(named.when(suspend())).toHaveProperty('events');
  });

  it('given work under way, when the Giunta suspends it, then that share alone rests, and it says until when', () => {
    expect(after(...upTo.acknowledged).when(suspend())).toEqual({
      events: [
        {
          type: 'objective.suspended.v1',
          data: {
            shareId: REGISTRY,
            reason: 'archivio inagibile',
            from: '2022-07-01',
            until: '2022-09-30',
            act: { kind: 'DGC', number: '40', date: '2022-06-30' },
            urgent: false,
          },
        },
      ],
    });
    const { state } = after(...upTo.acknowledged, suspend());
    expect(state.shares.map(statusOf)).toEqual(['suspended', 'defined']);
    expect(objectiveStatusOf(state)).toBe('defined');
  });

  it('given an urgent suspension without act, when the Giunta ratifies it, then it has one', () => {
    const urgent = after(...upTo.acknowledged, suspend({ act: null }));
    expect(urgent.state.shares[0]?.suspension).toMatchObject({ urgent: true, act: null });
    expect(after(...upTo.acknowledged, suspend({ act: null }), ratify()).state.shares[0]?.suspension).toMatchObject({
      urgent: true,
      act: { kind: 'DGC', number: '41' },
    });
  });

  it('given a body where urgent rests last so many days, when nobody ratifies one in time, then work goes on by itself', () => {
    const workflow = { ...usualLifecycle, suspension: { maximumDays: 180, unratifiedDays: 10 } };
    const urgent = [define({ workflow }), assign(), acknowledge(), suspend({ act: null })] as const;
    expect(after(...urgent).state.shares[0]?.suspension).toMatchObject({ unratifiedUntil: '2022-07-10' });
    const late = alarm('2022-07-11T08:00:00.000Z');
    expect(after(...urgent).when(alarm('2022-07-10T20:00:00.000Z'))).not.toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({ type: 'objective.resumed.v1' })]),
    });
    expect(after(...urgent).when(late)).toMatchObject({
      events: [
        { type: 'objective.resumed.v1', data: { on: '2022-07-11', days: 10, reason: '', act: null } },
        { type: 'objective.deadline-missed.v1' },
      ],
    });
    expect(after(...urgent, late).state.shares[0]?.rests).toMatchObject([{ act: null, resumedOn: '2022-07-11' }]);
    expect(after(...urgent, ratify(), late).state.shares[0]?.suspension).toMatchObject({ until: '2022-09-30' });
  });

  it('given a rest that nobody had ratified in time, when an act of that time is recorded later, then it was ratified, and work stays gone on', () => {
    const workflow = { ...usualLifecycle, suspension: { maximumDays: 180, unratifiedDays: 10 } };
    const urgent = [define({ workflow }), assign(), acknowledge(), suspend({ act: null })] as const;
    const lapsed = [...urgent, alarm('2022-07-11T08:00:00.000Z')] as const;
    const dated = (date: string) => ({ kind: 'DGC', number: '41', date });
    const late = (date: string) => ratify({ act: dated(date), at: '2022-07-20T08:00:00.000Z' });
    const data = { shareId: REGISTRY, act: dated('2022-07-10') };
    const ratified = { type: 'objective.suspension-ratified.v1', data } as const;
    expect(after(...lapsed).when(late('2022-07-10'))).toEqual({ events: [ratified] });
    const { state } = after(...lapsed, late('2022-07-10'));
    expect(state.shares[0]).toMatchObject({
      suspension: null,
      rests: [{ act: { number: '41' }, resumedOn: '2022-07-11', days: 10 }],
    });
    expect(after(...lapsed, late('2022-07-10')).when(late('2022-07-10'))).toMatchObject({
      refusal: 'objective/suspension-already-ratified',
    });
    // whether the alarm has rung already makes no difference
    expect(after(...urgent).when(late('2022-07-10'))).toMatchObject({
      events: [{ type: 'objective.resumed.v1', data: { on: '2022-07-11' } }, ratified],
    });
    expect(after(...lapsed).when(late('2022-07-11'))).toEqual({
      refusal: 'objective/ratified-too-late',
      facts: { field: 'act.date', share: REGISTRY, value: '2022-07-11', max: '2022-07-10', from: '2022-07-11' },
    });
    expect(after(...lapsed).when(late('2022-06-30'))).toMatchObject({ refusal: 'objective/before-its-fact' });
    // what of the rest goes on by that act is a rest of its own, from where work went on
    const again = suspend({ from: '2022-07-11', act: dated('2022-07-10'), at: '2022-07-20T08:00:00.000Z' });
    const both = after(...lapsed, again);
    expect(both.when(late('2022-07-10'))).toEqual({ events: [ratified] });
    const { shares } = after(...lapsed, again, late('2022-07-10')).state;
    expect(shares[0]).toMatchObject({ suspension: { from: '2022-07-11' }, rests: [{ act: { number: '41' } }] });
  });

  it('given a body that sets no time for it, or a rest that somebody ended, then its act may be recorded later as well', () => {
    const { suspension: _, ...unlimited } = usualLifecycle;
    const urgent = [define({ workflow: unlimited }), assign(), acknowledge(), suspend({ act: null })] as const;
    const act = { kind: 'DGC', number: '41', date: '2022-07-19' };
    const late = ratify({ act, at: '2022-07-20T08:00:00.000Z' });
    expect(after(...urgent, resume()).when(late)).toHaveProperty('events');
    expect(after(...urgent.slice(0, 3)).when(late)).toMatchObject({ refusal: 'objective/not-suspended' });
  });

  it('given a plan whose year is over, then no share of it is suspended from then on, unless a deadline lies ahead', () => {
    const at = '2023-01-20T08:00:00.000Z';
    const late = (from: string) => suspend({ from, until: '2023-02-20', at });
    expect(after(...upTo.acknowledged).when(late('2023-01-20'))).toEqual({
      refusal: 'objective/suspension-after-year',
      facts: { field: 'from', share: REGISTRY, value: '2023-01-20', until: '2022-12-31' },
    });
    expect(after(...upTo.acknowledged).when(late('2023-01-01'))).toMatchObject({
      refusal: 'objective/suspension-after-year',
    });
    expect(after(...upTo.acknowledged).when(late('2022-12-31'))).toHaveProperty('events');
    const ahead = [
      ...archive.deadlines,
      { ...(archive.deadlines[0] as object), id: 'report', kind: 'fixed', on: '2023-01-31' },
    ];
    const bound = after(
      define({ objective: { ...archive, deadlines: ahead as typeof archive.deadlines } }),
      ...upTo.acknowledged.slice(1),
    );
    expect(bound.when(late('2023-01-20'))).toHaveProperty('events');
    expect(
      bound.when(suspend({ from: '2023-02-01', until: '2023-02-20', at: '2023-02-01T08:00:00.000Z' })),
    ).toMatchObject({ refusal: 'objective/suspension-after-year' });
  });

  it('given a suspension, when an alarm rings meanwhile, then nothing that fell due since is missed; what fell due before is', () => {
    const resting = [...upTo.acknowledged, suspend({ from: '2022-07-04', at: '2022-07-04T08:00:00.000Z' })];
    const outcome = after(...resting).when(alarm('2022-08-15T08:00:00.000Z'));
    expect(outcome).toMatchObject({
      events: [
        { type: 'objective.deadline-missed.v1', data: { instance: '2022-06-26' } },
        { type: 'objective.deadline-missed.v1', data: { instance: '2022-07-03' } },
      ],
    });
  });

  it('given ten days of rest, when work resumes, then open deadlines fall due ten days later under their old names, missed ones stay', () => {
    const missed = alarm('2022-06-27T00:00:00.000Z');
    const resumed = [...upTo.acknowledged, missed, suspend(), resume()] as const;
    expect(after(...upTo.acknowledged, missed, suspend()).when(resume())).toMatchObject({
      events: [{ type: 'objective.resumed.v1', data: { on: '2022-07-11', days: 10 } }],
    });
    expect(dueOf([...resumed], '2022-06-26')).toMatchObject({ status: 'missed', dueOn: '2022-06-26' });
    expect(dueOf([...resumed], '2022-07-31')).toMatchObject({ status: 'open', dueOn: '2022-08-10' });
    expect(share([...resumed]).deadlines.filter(({ deadlineId }) => deadlineId === 'weekly')).toHaveLength(28);
    expect(after(...resumed).when(alarm('2022-08-02T08:00:00.000Z'))).not.toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({ data: expect.objectContaining({ deadlineId: 'draft' }) }),
      ]),
    });
  });

  it('given the last day of a suspension is over, when anything is asked, then work went on by itself, first of all', () => {
    const resting = after(...upTo.acknowledged, suspend());
    expect(resting.when(alarm('2022-09-30T20:00:00.000Z'))).toEqual({
      events: [expect.objectContaining({ type: 'objective.deadline-missed.v1' })],
    });
    expect(resting.when(report({ occurredOn: '2022-10-01', at: '2022-10-01T08:00:00.000Z' }))).toMatchObject({
      events: [
        { type: 'objective.resumed.v1', data: { on: '2022-10-01', days: 92, reason: '', act: null } },
        { type: 'objective.progress-reported.v1' },
      ],
    });
  });

  it('given work at rest, when it is reported on, then not before it resumes; what was missed before may be answered', () => {
    const resting = after(...upTo.acknowledged, suspend({ from: '2022-08-02', at: '2022-08-02T08:00:00.000Z' }));
    const at = '2022-08-03T08:00:00.000Z';
    expect(resting.when(report({ at }))).toMatchObject({
      refusal: 'objective/suspended',
      facts: { until: '2022-09-30' },
    });
    expect(resting.when(submit({ at }))).toMatchObject({
      refusal: 'lifecycle/not-allowed',
      facts: { state: 'suspended', verb: 'submit-rendicontazione', possible: 'resume, remove' },
    });
    expect(resting.when(fulfilLate())).toHaveProperty('events');
  });

  it('given two shares, when one rests, then the other goes on', () => {
    const both = after(
      ...upTo.acknowledged,
      assign({ shareId: SECRETARY, office: 'segretario' }),
      acknowledge({ shareId: SECRETARY, by: { id: 'u-segretario', office: 'segretario' } }),
      suspend(),
    );
    expect(both.when(alarm('2022-08-01T08:00:00.000Z'))).toMatchObject({
      events: [
        { data: { shareId: REGISTRY, instance: '2022-06-26' } },
        { data: { shareId: SECRETARY, deadlineId: 'draft' } },
      ],
    });
  });

  it('given rests one after the other, when another would make them too long together, then it is refused with how long', () => {
    const rested = after(...upTo.acknowledged, suspend(), alarm('2022-10-01T08:00:00.000Z'));
    const next = suspend({ from: '2022-10-10', until: '2023-01-15', at: '2022-10-10T08:00:00.000Z' });
    expect(rested.when(next)).toMatchObject({
      refusal: 'objective/suspension-too-long',
      facts: { days: 92 + 98, limit: 180 },
    });
    expect(rested.when({ ...next, until: '2022-12-31' })).toHaveProperty('events');
  });

  it('given urgent rests that nobody ratified, when there is another, then their days count together, and none is left', () => {
    const workflow = { ...usualLifecycle, suspension: { maximumDays: 180, unratifiedDays: 10 } };
    const urgent = (from: string) => suspend({ act: null, from, until: '2022-10-30', at: `${from}T08:00:00.000Z` });
    const first = [
      define({ workflow }),
      assign(),
      acknowledge(),
      urgent('2022-07-01'),
      resume({ at: '2022-07-07T08:00:00.000Z' }),
    ] as const;
    const second = [...first, urgent('2022-07-20')] as const;
    expect(after(...second).state.shares[0]?.suspension).toMatchObject({ unratifiedUntil: '2022-07-23' });
    const rested = after(...second, alarm('2022-07-24T08:00:00.000Z'));
    expect(rested.when(urgent('2022-08-01'))).toEqual({
      refusal: 'objective/unratified-too-long',
      facts: { share: REGISTRY, days: 10, limit: 10, left: 0 },
    });
    expect(rested.when(suspend({ from: '2022-08-01', at: '2022-08-01T08:00:00.000Z' }))).toHaveProperty('events');
    const ratified = [
      ...second,
      ratify({ act: { kind: 'DGC', number: '41', date: '2022-07-21' }, at: '2022-07-21T08:00:00.000Z' }),
    ];
    const again = after(...ratified, resume({ at: '2022-07-24T08:00:00.000Z' }), urgent('2022-08-01'));
    expect(again.state.shares[0]?.suspension).toMatchObject({ unratifiedUntil: '2022-08-04' });
  });

  it('given a rest that begins on the day of a deadline, then that one rests too, and the one of the day before does not', () => {
    const from = '2022-07-03';
    const resting = [...upTo.acknowledged, suspend({ from, at: '2022-07-03T08:00:00.000Z' })];
    expect(after(...resting).when(alarm('2022-07-10T08:00:00.000Z'))).toMatchObject({
      events: [{ data: { instance: '2022-06-26' } }],
    });
    expect(dueOf([...resting, resume({ at: '2022-07-05T08:00:00.000Z' })], from)).toMatchObject({
      dueOn: '2022-07-05',
    });
  });

  it('given deadlines that were answered, when work resumes, then those stay on their days, and all stand by day', () => {
    const answered = report({ fulfils: { deadlineId: 'draft', instance: '2022-07-31' } });
    const { deadlines } = share([...upTo.acknowledged, answered, suspend(), resume()]);
    expect(deadlines.find(({ deadlineId }) => deadlineId === 'draft')).toMatchObject({ dueOn: '2022-07-31' });
    const days = deadlines.map(({ dueOn }) => dueOn);
    expect(days).toEqual(days.toSorted());
  });

  it('given a resumption by act that is recorded later, then work went on from the day of the act, or from the one that is told', () => {
    const rested = after(...upTo.acknowledged, suspend());
    const act = { kind: 'DGC', number: '41', date: '2022-07-05' };
    expect(rested.when(resume({ act }))).toMatchObject({ events: [{ data: { on: '2022-07-05', days: 4 } }] });
    expect(rested.when(resume({ act, on: '2022-07-07' }))).toMatchObject({ events: [{ data: { on: '2022-07-07' } }] });
    expect(rested.when(resume())).toMatchObject({ events: [{ data: { on: '2022-07-11', days: 10 } }] });
    // once the rest is over no act of a day within it brings its deadlines forward: the refusal says what does
    const over = after(...upTo.acknowledged, suspend(), alarm('2022-10-05T08:00:00.000Z'));
    const { resumedOn = '' } = over.state.shares[0]?.rests.at(-1) ?? {};
    const at = '2022-10-05T08:00:00.000Z';
    expect(over.when(resume({ act, at }))).toMatchObject({ refusal: 'objective/rest-over', facts: { resumedOn } });
    expect(over.when(resume({ act: { ...act, date: resumedOn }, at }))).toMatchObject({
      refusal: 'lifecycle/not-allowed',
    });
  });

  it('given two deadlines of one day, when work resumes, then they stand by name', () => {
    const { deadlines } = share([...upTo.acknowledged, suspend(), resume()]);
    expect(deadlines.filter(({ dueOn }) => dueOn === '2022-08-10').map(({ deadlineId }) => deadlineId)).toEqual([
      'draft',
      'weekly',
    ]);
  });

  it.each([
    ['2022-12-27', true],
    ['2022-12-28', false],
  ])('given half a year as the limit, when a rest would last until %s, then it may: %s', (until, may) => {
    expect('events' in after(...upTo.acknowledged).when(suspend({ until }))).toBe(may);
  });

  it('given a rest of one day, then it may be', () => {
    expect(after(...upTo.acknowledged).when(suspend({ until: '2022-07-01' }))).toHaveProperty('events');
  });

  it('given a body that sets no limit to rests, then they last as long as it says, and an urgent one as it was meant', () => {
    const { suspension: _, ...unlimited } = usualLifecycle;
    const governed = [define({ workflow: unlimited }), assign(), acknowledge()];
    const long = suspend({ until: '2023-12-31', act: null });
    expect(after(...governed).when(long)).toMatchObject({ events: [{ data: { until: '2023-12-31', urgent: true } }] });
    expect(after(...governed, long).state.shares[0]?.suspension).not.toHaveProperty('unratifiedUntil');
  });

  it('given an urgent rest, when it is ratified, then by whoever the body lets suspend, and by nobody else', () => {
    const who = [{ role: 'giunta' }];
    const transitions = usualLifecycle.transitions.map((one) => (one.verb === 'suspend' ? { ...one, who } : one));
    const urgent = after(
      define({ workflow: { ...usualLifecycle, transitions } }),
      ...upTo.acknowledged.slice(1),
      suspend({ act: null, by: giunta }),
    );
    expect(urgent.when(ratify({ by: segretario }))).toMatchObject({
      refusal: 'lifecycle/not-yours',
      facts: { verb: 'suspend', who: 'giunta' },
    });
    expect(urgent.when(ratify({ by: giunta }))).toHaveProperty('events');
  });

  it('given a body where any act ratifies, or one of several kinds, then such an act does', () => {
    const ratifying = (act: { readonly kinds: readonly string[] } | null) => {
      const transitions = usualLifecycle.transitions.map((one) => (one.verb === 'suspend' ? { ...one, act } : one));
      return after(
        define({ workflow: { ...usualLifecycle, transitions } }),
        assign(),
        acknowledge(),
        suspend({ act: null }),
      );
    };
    const letter = ratify({ act: { kind: 'lettera', number: '1', date: '2022-07-05' } });
    expect(ratifying(null).when(letter)).toHaveProperty('events');
    expect(ratifying({ kinds: ['DGC', 'Lettera'] }).when(letter)).toHaveProperty('events');
    expect(ratifying({ kinds: ['DGC', 'DCC'] }).when(letter)).toMatchObject({
      refusal: 'lifecycle/act-of-another-kind',
      facts: { kinds: 'DGC, DCC' },
    });
    const tomorrows = ratify({ act: { kind: 'DGC', number: '1', date: '2022-07-07' } });
    expect(ratifying(null).when(tomorrows)).toMatchObject({ refusal: 'objective/occurred-in-future' });
  });
});
