import fc from 'fast-check';
import { instancesOf } from '../deadline/instances.js';
import { formatHundredths, parseHundredths } from '../decimal.js';
import { objective } from '../objective/objective.js';
import type { ObjectiveState } from '../objective/state.js';
import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import { withVaried } from '../plan/vary.js';
import { weightByArea } from '../plan/weights.js';
import { Refused } from '../refused.js';
import { acknowledge, alarm, assign, define, report } from '../testing/commands.js';
import { ACT, document, MORNING, REGISTRY, SECRETARY } from '../testing/example.js';
import type { PlanChange } from './changes.js';
import { variedBy } from './varied.js';
import { moveDraft, reword, museum, remove, stateAfter, system, addShare } from '../testing/variation.js';

describe('laws of variations', () => {
  const cents = (text: string) => parseHundredths(text, 'weight');
  const shareId = fc.constantFrom(REGISTRY, SECRETARY, '6.1.1-affari-generali', '6.1.2-affari-generali');
  const points = fc.integer({ min: 1, max: 2000 }).map((hundredths) => formatHundredths(BigInt(hundredths)));
  const change: fc.Arbitrary<PlanChange> = fc.oneof(
    fc.record({ from: shareId, to: shareId, points }).map((of): PlanChange => ({ kind: 'move-weight', ...of })),
    points.map((weight): PlanChange => ({ ...addShare, share: { ...addShare.share, weight } }) as PlanChange),
    points.map((weight): PlanChange => ({
      kind: 'add-objective',
      objective: { ...museum, shares: museum.shares.map((share) => ({ ...share, weight })) },
    })),
    fc.constantFrom(moveDraft, reword, remove),
  );

  it('given any variations, then in every version no area is over its ceiling and no objective is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 8 }), (variations) => {
        let version: PlanDocument = document;
        for (const changes of variations) {
          const before = version.objectives.map(({ id }) => id);
          try {
            const { objectives, removed } = variedBy(changes, version);
            version = withVaried(version, { objectives, removed });
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
          }
          const sums = weightByArea(version);
          for (const { id, ceiling } of version.areas)
            expect(cents(sums[id] ?? '0') <= cents(ceiling ?? '0')).toBe(true);
          expect(version.objectives.map(({ id }) => id)).toEqual(expect.arrayContaining(before));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('given any variation of an objective, then what was missed or answered stays so, but for misses that its act undoes in time', () => {
    const lived = [
      define(),
      assign(),
      acknowledge(),
      report({ fulfils: { deadlineId: 'weekly', instance: '2022-06-26' } }),
      alarm('2022-07-12T08:00:00.000Z'),
    ];
    const before = stateAfter(...lived);
    const settledIn = (state: ObjectiveState) =>
      state.shares.flatMap(({ shareId: share, deadlines }) =>
        deadlines.filter(({ status }) => status !== 'open').map((standing) => ({ share, ...standing })),
      );
    const day = fc
      .integer({ min: 0, max: 200 })
      .map((days) => new Date(Date.parse('2022-06-01') + days * 86_400_000).toISOString().slice(0, 10));
    const moves = fc.array(
      fc
        .record({ deadlineId: fc.constantFrom('weekly', 'draft', 'after'), to: day })
        .map((of): PlanChange => ({ kind: 'move-deadline', objectiveId: '6.1.1', ...of })),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(moves, day, (changes, date) => {
        let planned: PlannedObjective | undefined;
        try {
          [planned] = variedBy(changes, document).objectives;
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
        if (planned === undefined) return;
        const command = {
          type: 'objective.vary',
          variationId: '2022-1',
          objective: planned,
          act: { ...ACT, date },
          by: system,
          at: MORNING,
        } as const;
        const varied = objective
          .decide(command, before)
          .reduce((state, event) => objective.evolve(state, event), before);
        expect(settledIn(before).length).toBeGreaterThan(1);
        const days = planned.deadlines.flatMap((one) => instancesOf(one).map(({ instance }) => [one.id, instance]));
        const isPlanned = (id: string, on: string) => days.some(([one, instance]) => one === id && instance === on);
        const staying = settledIn(before).filter(
          ({ status, deadlineId, instance, dueOn }) =>
            status === 'answered' || dueOn < date || isPlanned(deadlineId, instance),
        );
        expect(settledIn(varied)).toEqual(staying);
        expect(objective.decide(command, varied)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
