import { usualLifecycle } from '../objective/usual-lifecycle.js';
import { people, step, who } from '../testing/approval.js';
import { archive, DECIDED, document, MORNING, staff } from '../testing/example.js';
import { eventsOf, given } from '../testing.js';
import type { PlanDocument } from './document.js';
import type { PlanCommand } from './messages.js';
import { plan } from './plan.js';

const issued = { by: staff, at: MORNING };
const draft = (fields: Partial<PlanDocument> = {}): PlanCommand => ({
  type: 'plan.draft',
  planId: 'demo-2022',
  document: { ...document, ...fields },
  ...issued,
});
const other = {
  ...archive,
  id: '9.1.1',
  shares: archive.shares.map((share) => ({ ...share, id: share.id.replace(archive.id, '9.1.1'), weight: '1' })),
  indicators: [],
  deadlines: [],
};
const changed = { ...archive, title: 'Archivio corretto' };
const chain = { id: 'plan', version: 1, steps: [step('parere'), step('delibera', { act: { kinds: ['DGC'] } })] };
const propose: PlanCommand = { type: 'plan.propose', chain, workflow: null, staff: people, ...issued };
const says = (
  stepId: string,
  outcome: 'approve' | 'return' | 'reject',
  act: typeof DECIDED | null = null,
): PlanCommand => ({
  type: 'approval.act',
  subject: 'plan',
  shareId: null,
  deed: {
    do: 'take-step',
    step: stepId,
    outcome,
    note: '',
    act,
    points: outcome === 'return' ? ['manca il capitolo 3'] : [],
    returnBy: null,
    degree: null,
    reason: outcome === 'reject' ? 'non coerente' : '',
  },
  staff: people,
  by: who.segretario,
  at: MORNING,
});
const after = (...commands: PlanCommand[]) => given(plan)(...eventsOf(plan, ...commands));
const drafted = after(draft());

describe('another document in the place of a draft', () => {
  it('given a draft, when a corrected document comes, then it says what is new, other and gone, and counts', () => {
    const objectives = [changed, other];
    const first = after(draft({ objectives: [archive] }));
    expect(first.when(draft({ objectives }))).toEqual({
      events: [
        {
          type: 'plan.redrafted.v1',
          data: {
            planId: 'demo-2022',
            document: { ...document, objectives },
            version: 2,
            added: ['9.1.1'],
            changed: [archive.id],
            withdrawn: [],
          },
        },
      ],
    });
    const second = after(draft({ objectives: [archive] }), draft({ objectives }), draft({ objectives: [other] }));
    expect(second.state).toMatchObject({ status: 'drafted', version: 3, document: { objectives: [other] } });
    expect(second.when(draft({ objectives: [archive] }))).toMatchObject({
      events: [{ data: { version: 4, added: [archive.id], changed: [], withdrawn: ['9.1.1'] } }],
    });
  });

  it('given the same document again, then nothing happens', () => {
    expect(drafted.when(draft())).toEqual({ events: [] });
  });

  it('given objectives that only stand elsewhere in the document, then it is another draft, and none of them is told as changed', () => {
    const objectives = document.objectives.map((objective) => ({ ...objective, source: { line: 99 } }));
    expect(drafted.when(draft({ objectives }))).toMatchObject({ events: [{ data: { changed: [], version: 2 } }] });
  });

  it('given another last day or another lifecycle, then every objective is told anew', () => {
    const ids = document.objectives.map(({ id }) => id);
    expect(drafted.when(draft({ horizon: '2022-12-30' }))).toMatchObject({ events: [{ data: { changed: ids } }] });
    const governed = { ...draft(), workflow: usualLifecycle } as PlanCommand;
    expect(drafted.when(governed)).toMatchObject({ events: [{ data: { changed: ids, workflow: usualLifecycle } }] });
    const kept = after(governed, draft({ title: 'Piano corretto' }));
    expect(kept.state).toMatchObject({ workflow: usualLifecycle, version: 2 });
  });

  it('given a corrected document with a fault, then it is refused as a first one would be', () => {
    expect(drafted.when(draft({ objectives: [] }))).toMatchObject({ refusal: 'plan/no-objectives' });
  });

  it.each(['return', 'reject'] as const)(
    'given a plan that its chain answered with %s, when corrected and proposed again, then its votes begin anew',
    (outcome) => {
      const heard = [draft(), propose, says('parere', outcome)] as const;
      const corrected = after(...heard, draft({ title: 'Piano corretto' }), propose);
      expect(corrected.state).toMatchObject({
        status: 'drafted',
        version: 2,
        document: { title: 'Piano corretto' },
        approval: { status: 'open', passed: [] },
      });
      expect(corrected.when(says('delibera', 'approve', DECIDED))).toMatchObject({ refusal: 'approval/not-this-step' });
    },
  );
});
