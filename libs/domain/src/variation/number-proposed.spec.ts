import { document, head, SECRETARY } from '../testing/example.js';
import { propose, returnProposal, validate } from '../testing/commands.js';
import type { ObjectiveCommand } from '../objective/messages.js';
import type { PlanChange } from '../variation/changes.js';
import type { VariationCommand } from '../variation/messages.js';
import { usualLifecycle } from '../objective/usual-lifecycle.js';
import type { LifecycleState, LifecycleVerb } from '../workflow/lifecycle.js';
import {
  asks,
  decide,
  proposedMuseum,
  request,
  resubmit,
  stateAfter,
  surroundings,
  take,
  told,
  types,
} from '../testing/variation.js';
import { people, who } from '../testing/approval.js';

const museum = proposedMuseum;
const NUMBER = museum.id;
const add = (fields: Partial<typeof museum> = {}): PlanChange => ({
  kind: 'add-objective',
  objective: { ...museum, ...fields },
});

/** What stands at the number, once these were done to the proposal of it. */
const proposed = (...then: readonly ObjectiveCommand[]) => {
  const state = stateAfter(propose({ objective: museum }), ...then);
  return { objectives: { '6.1.1': surroundings().objectives['6.1.1']!, [NUMBER]: state } };
};
const validated = proposed(validate());

describe('a variation that adds an objective, and a proposal that has its number', () => {
  it.each([
    ['is judged', proposed(), 0],
    ['came back', proposed(returnProposal()), 0],
    ['was validated', validated, 1],
  ])(
    'given that it %s, when another objective is asked for, then it is refused and says whose it is',
    (_, around, ready) => {
      expect(asks({ changes: [add({ title: 'Tutto altro' })], around })).toMatchObject({
        refusal: 'variation/number-proposed',
        facts: { objective: NUMBER, title: museum.title, office: head.office, ready },
      });
    },
  );

  it('given that it was validated, when it is asked for as it was, then it may be', () => {
    expect(types(asks({ changes: [add()], around: validated }))).toContain('variation.requested.v1');
  });

  it.each([
    ['is judged', proposed()],
    ['came back', proposed(returnProposal())],
  ])('given that it %s, when it is asked for as it was proposed, then it waits until it is validated', (_, around) => {
    expect(asks({ changes: [add()], around })).toMatchObject({ refusal: 'variation/number-proposed' });
  });

  it('given a body that brings in published plans as they are, when it is asked for and nobody has validated it, then it waits too', () => {
    const approves = (from: LifecycleState[], without: LifecycleVerb | null) => {
      const others = usualLifecycle.transitions.filter(({ verb }) => verb !== 'approve' && verb !== without);
      const approve = usualLifecycle.transitions.filter(({ verb }) => verb === 'approve');
      const transitions = [...others, ...approve.map((one) => ({ ...one, from }))];
      const state = stateAfter(propose({ objective: museum, workflow: { ...usualLifecycle, transitions } }));
      return asks({ changes: [add()], around: { objectives: { ...surroundings().objectives, [NUMBER]: state } } });
    };
    expect(approves(['proposed', 'validated'], null)).toMatchObject({ refusal: 'variation/number-proposed' });
    expect(types(approves(['proposed'], 'validate'))).toContain('variation.requested.v1');
    expect(approves(['validated'], 'validate')).toMatchObject({ refusal: 'variation/number-proposed' });
  });

  it.each<[string, Partial<typeof museum>]>([
    ['title', { title: 'Tutto altro' }],
    ['words', { indicators: museum.indicators.map((one) => ({ ...one, text: 'Altro' })) }],
    ['target', { indicators: museum.indicators.map((one) => ({ ...one, target: null })) }],
    ['day', { deadlines: museum.deadlines.slice(1) }],
    ['weight', { shares: museum.shares.map((one) => ({ ...one, weight: '1' })) }],
    ['area', { shares: museum.shares.map((one) => ({ ...one, areaId: 'affari-generali' })) }],
  ])('given that it was validated, when it is asked for with another %s, then it is refused', (_, fields) => {
    expect(asks({ changes: [add(fields)], around: validated })).toMatchObject({ refusal: 'variation/number-proposed' });
  });

  it('given an area at its ceiling, when its weight comes from another share in the same request, then it may be', () => {
    const [, secretary] = museum.shares;
    const shares = museum.shares.map((one) => (one === secretary ? { ...one, weight: '0' } : one));
    const objectives = document.objectives.map((one) => ({
      ...one,
      shares: one.shares.map((share) => (share.id === SECRETARY ? { ...share, weight: '10' } : share)),
    }));
    const areas = document.areas.map((area) => (area.id === 'segretario' ? { ...area, ceiling: '10' } : area));
    const around = { ...validated, document: { ...document, areas, objectives } };
    const moving = (points: string): PlanChange => ({
      kind: 'move-weight',
      from: SECRETARY,
      to: secretary!.id,
      points,
    });
    expect(asks({ changes: [add()], around })).toMatchObject({ refusal: 'plan/weights-over-ceiling' });
    expect(asks({ changes: [add({ shares }), moving('2')], around })).toMatchObject({
      refusal: 'variation/number-proposed',
    });
    expect(types(asks({ changes: [add({ shares }), moving('2.50')], around }))).toContain('variation.requested.v1');
    // what nobody gives a weight has none
    expect(asks({ changes: [add({ shares })], around })).toMatchObject({
      refusal: 'variation/no-points-given',
      facts: { share: '6.1.2-segretario' },
    });
  });

  describe('on a day before it was validated', () => {
    const VALIDATED = '2022-07-05';
    const JULY = '2022-07-06T08:00:00.000Z';
    const july = proposed(validate({ at: '2022-07-05T08:00:00.000Z' }));
    const asking = { changes: [add()], around: july, at: JULY };
    const before = { refusal: 'value/before-its-fact', facts: { needs: 'proposal-validated', min: VALIDATED } };

    it('is not asked for; on that day it may be', () => {
      expect(told().when({ ...request(asking), on: '2022-07-04' })).toMatchObject(before);
      expect(types(told().when({ ...request(asking), on: VALIDATED }))).toContain('variation.requested.v1');
    });

    it('is not submitted again', () => {
      const points = ['Quale sala?'];
      const back = take('parere-segretario', who.vice, { outcome: 'return', points });
      expect(told(request(), back).when({ ...resubmit(asking), on: '2022-07-04' })).toMatchObject(before);
    });

    it('is told to have been asked for by no correction, either', () => {
      const correction = (day: string): VariationCommand => ({
        type: 'approval.act',
        subject: 'variation',
        shareId: null,
        deed: { do: 'correct-day', step: null, person: null, day, reason: 'fu chiesta prima' },
        planApprovedOn: '2022-01-20',
        staff: people,
        by: head,
        at: JULY,
      });
      const asked = told(request(asking));
      expect(asked.when(correction('2022-07-04'))).toMatchObject(before);
      expect(types(asked.when(correction(VALIDATED)))).toEqual(['variation.approval-day-corrected.v1']);
      // of what is no proposal the approval of the plan alone counts
      const other = told(request({ at: JULY })).when(correction('2022-06-30'));
      expect(types(other)).toEqual(['variation.approval-day-corrected.v1']);
    });
  });

  it('given that the Segretario proposed it for an area, when the area brings it in, then who proposed it gives no opinion on it', () => {
    const ofArea = <One extends { readonly shareIds: readonly string[] }>(all: readonly One[]) =>
      all
        .filter(({ shareIds }) => shareIds[0] === museum.shares[0]?.id)
        .map((one) => ({ ...one, shareIds: one.shareIds.slice(0, 1) }));
    const [indicators, deadlines] = [ofArea(museum.indicators), ofArea(museum.deadlines)];
    const areas = { ...museum, shares: museum.shares.slice(0, 1), indicators, deadlines };
    const bringing = (by: typeof head) => {
      const state = stateAfter(propose({ objective: areas, by }), validate({ by: who.nucleo }));
      const around = { objectives: { '6.1.1': surroundings().objectives['6.1.1']!, [NUMBER]: state } };
      return told(request({ changes: [{ kind: 'add-objective', objective: areas }], around }));
    };
    expect(bringing(who.segretario).state.approval).toMatchObject({
      parties: { authors: [head.id, who.segretario.id], offices: ['affari-generali', 'segretario'] },
      panels: { 'parere-segretario': { offices: ['vicesegretario'] } },
    });
    expect(bringing(who.segretario).when(take('parere-segretario', who.segretario))).toHaveProperty('refusal');
    expect(bringing(head).state.approval).toMatchObject({
      parties: { authors: [head.id], offices: ['affari-generali'] },
      panels: { 'parere-segretario': { offices: ['segretario'] } },
    });
  });

  it('given a number that is proposed between request and decision, then it is not decided', () => {
    const asked = request({ changes: [add({ title: 'Tutto altro' })] });
    const judged = told(asked, take('parere-segretario', who.vice), take('parere-nucleo', who.nucleo));
    expect(judged.when(decide({ surroundings: surroundings(proposed()) }))).toMatchObject({
      refusal: 'variation/number-proposed',
    });
    expect(types(judged.when(decide()))).toContain('variation.approved.v1');
  });
});
