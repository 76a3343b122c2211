import type { JsonObject, RecordedEvent } from '#event-store';
import { segretario } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { SHARES, wholeYear } from '../testing/stories.js';
import { separationChecks } from './query.js';

describe('the proof of one objective', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const { events } = wholeYear();
  const [first] = events;
  const objectives = [...new Set(SHARES.map(({ objectiveId }) => objectiveId))];
  const [one = '', other = ''] = objectives;
  const number = one.slice('2022-'.length);
  const said = (position: number, stream: string, type: string, data: JsonObject): RecordedEvent => {
    if (first === undefined) throw new Error('The story is empty.');
    const metadata = { ...first.metadata, actor: { ...segretario }, commandId: `c-${position}` };
    return { ...first, stream, type, data, metadata, position: BigInt(events.length + position) };
  };
  const variation = (position: number, type: string, data: JsonObject = {}) =>
    said(position, 'variation-demo_2022-1', `variation.${type}.v1`, data);
  const varied = [
    variation(1, 'requested', { variationId: '2022-1', planId: '2022', touched: { [number]: [] } }),
    variation(2, 'approval-opened', { subject: 'variation', shareId: null, chain: { steps: [] }, panels: {} }),
    variation(3, 'approval-voted', { subject: 'variation', shareId: null, step: 'parere', outcome: 'approve' }),
  ];
  const planned = said(4, 'plan-demo_2022', 'plan.approval-voted.v1', {
    subject: 'plan',
    shareId: null,
    step: 'parere',
    outcome: 'approve',
  });
  const computed = (position: number, data: JsonObject) =>
    said(position, 'premium-demo_2022-c', 'premium.computed.v1', {
      planId: '2022',
      entries: [{ objectiveId: one, areaId: 'polizia', degree: '90', amount: '5.00' }],
      ...data,
    });
  const stepsOf = async (filters: Parameters<typeof separationChecks>[1]) => {
    const { checks, checked } = await separationChecks(on.db, filters, null, 500);
    expect(checked).toBe(checks.length);
    return checks.map(({ subject, step }) => `${subject} ${step}`);
  };

  it('given a run, its adjustment and a variation, then they are in the proof of whichever objective they decide on, and of no other', async () => {
    await on.load([...events, ...varied, planned, computed(5, { adjusts: { runId: 'areas-2022', before: '9.00' } })]);
    const [ofOne, ofOther] = [await stepsOf({ objectiveId: one }), await stepsOf({ objectiveId: other })];
    expect(ofOne.slice(0, 2)).toEqual(['premium-run adjust', 'variation parere']);
    expect(ofOther.filter((step) => /adjust|^variation/.test(step))).toEqual([]);
    expect(ofOne.filter((step) => step === 'premium-run liquidate')).toHaveLength(1);
    // the run pays nothing of it
    expect(ofOther).not.toContain('premium-run liquidate');
    expect(ofOne).toContain('rendicontazione verifica');
  });

  it('given a run without a share of it, or a run that sets money aside for one, then the one is in its proof and the other is not', async () => {
    const entry = { objectiveId: other, areaId: 'polizia', degree: '90', amount: '5.00' };
    const withdrawn = said(6, 'premium-demo_2022-c', 'premium.withdrawn.v1', { planId: '2022', act: null });
    await on.load([computed(5, { entries: [], awaited: [entry] }), withdrawn]);
    expect(await stepsOf({ objectiveId: other })).toEqual(['premium-run withdraw', 'premium-run compute']);
    expect(await stepsOf({ objectiveId: one })).toEqual([]);
  });

  it('given the approval of the plan, of a variation and a run, then the plan has them all', async () => {
    await on.load([...varied, planned]);
    expect(await stepsOf({ planId: '2022' })).toEqual(['plan parere', 'variation parere']);
  });
});
