import { given } from '../testing.js';
import { who } from '../testing/approval.js';
import { head, REGISTRY, SECRETARY } from '../testing/example.js';
import {
  AUGUST,
  decide,
  heard,
  request,
  resubmit,
  surroundings,
  system,
  take,
  told,
  withdraw,
} from '../testing/variation.js';
import type { VariationCommand } from './messages.js';
import { isUnderWay, variation } from './variation.js';

const variationId = '2022-1';
const applied: VariationCommand = { type: 'variation.mark-applied', planVersion: 2, by: system, at: AUGUST };

describe('a variation on its way', () => {
  it('given it concerns two areas, then their offices are on the other side, and who asks stands in each relation', () => {
    expect(told().when(request())).toMatchObject({
      events: [
        {
          type: 'variation.requested.v1',
          data: { before: ['2022-07-31'], touched: { '6.1.1': [REGISTRY, SECRETARY] } },
        },
        {
          type: 'variation.approval-opened.v1',
          data: {
            subject: 'variation',
            parties: { authors: [head.id], offices: ['affari-generali', 'segretario'], scored: [], beneficiaries: [] },
            relations: {
              proposer: [head.office],
              'head-of-area': [head.office],
              assignee: [head.office],
              'other-areas': ['segretario'],
            },
          },
        },
      ],
    });
  });

  it('given a colleague of who asked, or who asked from another office, then it is theirs to withdraw', () => {
    expect(told(request()).when(withdraw({ id: 'u-colleague', office: head.office }))).toHaveProperty('events');
    expect(told(request()).when(withdraw({ ...head, office: 'tributi' }))).toHaveProperty('events');
  });

  it('given a return, when a colleague submits it again, then neither may judge it, and it is open', () => {
    const returned = [request(), take('parere-segretario', who.vice, { outcome: 'return', points: ['quanto?'] })];
    expect(told(...returned).state.status).toBe('returned');
    expect(told(...returned).when(withdraw())).toHaveProperty('events');
    const again = told(...returned, resubmit({ by: { id: 'u-colleague', office: head.office } }));
    expect(again.state).toMatchObject({
      status: 'open',
      requesters: [head.id, 'u-colleague'],
      requestId: 'r-1',
      submission: 2,
      opinions: [],
    });
    expect(again.state.approval?.parties.authors).toEqual([head.id, 'u-colleague']);
  });

  it('given it is over, when an alarm rings late or somebody still acts, then nothing happens, or nothing is open', () => {
    const over = told(...heard, decide());
    const by = { id: 'system', office: 'system' };
    const rings = {
      type: 'approval.act',
      subject: 'variation',
      shareId: null,
      deed: { do: 'time-out', calendar: { patronDay: null } },
      staff: request().staff,
      by,
      at: AUGUST,
    } as const;
    expect(over.when(rings)).toEqual({ events: [] });
    expect(told(request(), withdraw()).when(rings)).toEqual({ events: [] });
    const claims = { ...rings, deed: { do: 'claim', step: 'delibera' }, by: who.giunta } as const;
    expect(over.when(claims)).toMatchObject({ refusal: 'approval/not-open', facts: { status: 'approved' } });
    expect(told(...heard).when(claims)).toMatchObject({ events: [{ type: 'variation.approval-claimed.v1' }] });
  });

  it('given a plan that was closed meanwhile, then no step agrees any more; it is sent back, rejected or withdrawn all the same', () => {
    const closed = { surroundings: surroundings({ planStatus: 'closed' }) } as const;
    const asked = told(request());
    expect(asked.when(take('parere-segretario', who.vice, closed))).toEqual({
      refusal: 'plan/closed',
      facts: { plan: '2022' },
    });
    expect(told(...heard).when(decide(closed))).toMatchObject({ refusal: 'plan/closed' });
    const points = ['quanto?'];
    expect(asked.when(take('parere-segretario', who.vice, { ...closed, outcome: 'return', points }))).toHaveProperty(
      'events',
    );
    const rejected = { ...closed, outcome: 'reject', reason: 'piano chiuso', act: null } as const;
    expect(told(...heard).when(decide(rejected))).toHaveProperty('events');
    expect(asked.when(withdraw())).toHaveProperty('events');
  });

  it.each<[readonly VariationCommand[], boolean]>([
    [[request()], true],
    [[request(), take('parere-segretario', who.vice, { outcome: 'return', points: ['quanto?'] })], true],
    [[...heard, decide()], true],
    [[...heard, decide(), applied], false],
    [[...heard, decide({ outcome: 'reject', reason: 'no', act: null })], false],
    [[request(), withdraw()], false],
  ])('given how far it has come, then the plan waits for it until it is over', (commands, waits) => {
    expect(isUnderWay(told(...commands).state)).toBe(waits);
  });

  it('given a first step that agrees too late for the plan, then only the last is asked whether it can still be', () => {
    const late = { surroundings: surroundings({ cutOff: '2022-06-20' }), at: '2022-06-21T08:00:00.000Z' };
    const dgc = (date: string) => ({ kind: 'DGC', number: '140', date }) as const;
    expect(told(request()).when(take('parere-segretario', who.vice, late))).toHaveProperty('events');
    expect(told(...heard).when(decide({ ...late, act: dgc('2022-06-21') }))).toMatchObject({
      refusal: 'variation/after-cut-off',
    });
    const returning = { ...late, outcome: 'reject', reason: 'non serve', act: null } as const;
    expect(told(...heard).when(decide(returning))).toMatchObject({
      events: [{}, {}, { type: 'variation.rejected.v1', data: { reason: 'non serve', variationId, planId: '2022' } }],
    });
  });

  it('given an act of the last day for variations, when it is typed in on the next, then it came in time', () => {
    const typedIn = { surroundings: surroundings({ cutOff: '2022-06-20' }), at: '2022-06-21T08:00:00.000Z' };
    const act = { kind: 'DGC', number: '140', date: '2022-06-20' } as const;
    expect(told(...heard).when(decide({ ...typedIn, act }))).toHaveProperty('events');
  });

  it('given the plan took it or did not, then in which version, or why', () => {
    const by = { id: 'system', office: 'system' };
    const approved = told(...heard, decide());
    expect(approved.when({ type: 'variation.mark-applied', planVersion: 2, by, at: AUGUST })).toEqual({
      events: [{ type: 'variation.applied.v1', data: { variationId, planId: '2022', planVersion: 2 } }],
    });
    expect(approved.when({ ...withdraw() })).toMatchObject({ refusal: 'variation/decided' });
    expect(told(request()).when(withdraw())).toEqual({
      events: [{ type: 'variation.withdrawn.v1', data: { variationId, planId: '2022', reason: 'non serve più' } }],
    });
  });

  it('given an event newer than this code, then the state stays', () => {
    const { state } = told(request());
    expect(variation.evolve(state, { type: 'variation.praised.v1', data: {} } as never)).toBe(state);
    expect(given(variation)().state).toMatchObject({ status: 'none', requesters: [], before: [], opinions: [] });
  });
});
