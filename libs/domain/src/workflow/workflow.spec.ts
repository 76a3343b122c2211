import fc from 'fast-check';
import { given } from '../testing/given.js';
import { MORNING, staff } from '../testing/example.js';
import { town, withStep } from '../testing/workflow.js';
import type { WorkflowDefinition } from './definition.js';
import { sameContent } from './same-content.js';
import { workflow } from './workflow.js';

const publish = (definition: WorkflowDefinition) =>
  ({ type: 'workflow.publish', definition, known: { roles: [] }, by: staff, at: MORNING }) as const;
const published = (definition: WorkflowDefinition) =>
  ({ type: 'workflow.published.v1', data: { definition } }) as const;
const versioned = (version: number): WorkflowDefinition => ({ ...town, version });

describe('publishing a workflow', () => {
  it('given nothing, when a definition is published, then it is there as it is', () => {
    expect(given(workflow)().when(publish(town))).toEqual({ events: [published(town)] });
    expect(given(workflow)(published(town)).state.versions).toEqual([town]);
  });

  it('given a version, when it is published again, then nothing happens', () => {
    expect(given(workflow)(published(town)).when(publish(structuredClone(town)))).toEqual({ events: [] });
  });

  it('given a version, when it comes with another content, then it is refused', () => {
    const other = withStep('plan', 0, { name: { it: 'Altro', en: 'Other' } });
    expect(given(workflow)(published(town)).when(publish(other))).toEqual({
      refusal: 'workflow/version-published',
      facts: { workflow: 'borgo', version: 1 },
    });
  });

  it('given a later version, when an earlier one comes that was never published, then it is refused', () => {
    expect(given(workflow)(published(versioned(3))).when(publish(versioned(2)))).toEqual({
      refusal: 'workflow/version-too-low',
      facts: { workflow: 'borgo', version: 2, latest: 3 },
    });
  });

  it('given a definition with mistakes, when it is published, then it is refused', () => {
    expect(given(workflow)().when(publish(withStep('plan', 0, { act: null })))).toEqual({
      refusal: 'workflow/has-mistakes',
      facts: { count: 1, mistake: 'limit/plan-without-act' },
    });
  });

  it('given any order of publications, then versions only grow and none ever changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ version: fc.integer({ min: 1, max: 5 }), name: fc.constantFrom('A', 'B') })),
        (all) => {
          let state = workflow.initial;
          for (const { version, name } of all) {
            const before = state.versions;
            const outcome = given(workflow)(...before.map(published)).when(
              publish({ ...town, version, name: { it: name, en: name } }),
            );
            if ('events' in outcome) state = outcome.events.reduce((now, event) => workflow.evolve(now, event), state);
            expect(state.versions.slice(0, before.length)).toEqual(before);
          }
          const versions = state.versions.map(({ version }) => version);
          expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
        },
      ),
    );
  });

  it('given a key that a later release adds and nobody uses, then the content is the same', () => {
    expect(sameContent({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2], d: null, e: [] }, a: 1 })).toBe(true);
    expect(sameContent({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(sameContent({ a: 1 }, { a: 1, b: false })).toBe(false);
    expect(sameContent([1], { 0: 1 })).toBe(false);
  });
});
