import { who } from '../testing/approval.js';
import { archive, document, REGISTRY } from '../testing/example.js';
import { eventsOf, given } from '../testing/given.js';
import { addObjective, addShare, asks, changed, decide, museum, request, reword, take } from '../testing/variation.js';
import type { PlanChange } from './changes.js';
import { foundAnew } from './found-anew.js';
import { variation } from './variation.js';

const anew = (fields: Partial<typeof museum>): PlanChange => ({
  kind: 'add-objective',
  objective: { ...museum, ...fields },
});
const without = (one: (typeof museum.indicators)[number]) => ({ ...one, target: null });
const SHARE = museum.shares[0]!.id;

describe('what comes into a plan by a variation', () => {
  it.each<[string, PlanChange, string, string]>([
    ['a share without an indicator', changed(addShare, { indicatorIds: [] }), '6.1.1-affari-generali-2', 'indicator'],
    ['a share without a deadline', changed(addShare, { deadlineIds: [] }), '6.1.1-affari-generali-2', 'deadline'],
    [
      'a share with neither weight nor money',
      changed(addShare, { share: { ...addShare.share, weight: null } }),
      '6.1.1-affari-generali-2',
      'weight',
    ],
    ['an objective without an indicator', anew({ indicators: [] }), SHARE, 'indicator'],
    ['an objective without a target', anew({ indicators: museum.indicators.map(without) }), SHARE, 'target'],
    ['an objective without a day', anew({ deadlines: [] }), SHARE, 'deadline'],
    ['the only target taken away', changed(reword, { target: null }), REGISTRY, 'target'],
  ])('given %s, then it is refused with what is missing', (_, change, share, missing) => {
    expect(asks({ changes: [change] })).toEqual({ refusal: 'variation/share-incomplete', facts: { share, missing } });
  });

  it.each<[string, PlanChange]>([
    ['a complete objective', addObjective],
    ['a share that joins an indicator which the plan words without a target', addShare],
    ['other words of an indicator that never had a target', changed(reword, { indicatorId: 'rules', target: null })],
  ])('given %s, then it is on its way', (_, change) => {
    expect(asks({ changes: [change] })).toHaveProperty('events');
  });

  it('given another indicator of the share that says how much, then one target is taken away', () => {
    const indicators = archive.indicators.map((one) =>
      one.id === 'rules' ? { ...one, target: { comparison: 'at-least', value: '1', unit: 'count' } as const } : one,
    );
    const plan = { ...document, objectives: [{ ...archive, indicators }] };
    const change = changed(reword, { target: null });
    expect(asks({ changes: [change], around: { document: plan } })).toHaveProperty('events');
  });

  it('given a request of an earlier release that lacks something, then it is decided as it was asked', () => {
    const heard = [take('parere-segretario', who.segretario), take('parere-nucleo', who.nucleo)];
    const events = eventsOf(variation, request({ changes: [addObjective] }), ...heard);
    const changes = [anew({ indicators: [], deadlines: [] })];
    const earlier = events.map((event) =>
      event.type === 'variation.requested.v1' ? { ...event, data: { ...event.data, changes } } : event,
    );
    expect(given(variation)(...earlier).when(decide())).toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({ type: 'variation.approved.v1' })]) as unknown,
    });
  });

  it('given what the check of the plan would find that it does not find in it now, then that is told, and nothing else', () => {
    const sunday = anew({ deadlines: museum.deadlines.map((one) => ({ ...one, kind: 'fixed', on: '2022-10-30' })) });
    const found = (...changes: readonly PlanChange[]) =>
      foundAnew(changes, document, { today: '2022-06-20' }).map(({ rule, shareIds }) => [rule, shareIds]);
    expect(found(sunday)).toEqual([['lint/closed-day', [SHARE]]]);
    expect(found(addObjective)).toEqual([]);
    expect(found(changed(addShare, { objectiveId: 'none' }))).toEqual([]);
  });
});
