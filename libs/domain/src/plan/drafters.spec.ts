import { eventsOf, given } from '../testing.js';
import { people, step, who } from '../testing/approval.js';
import { DECIDED, document, MORNING, staff } from '../testing/example.js';
import type { Actor } from '../values.js';
import type { PlanCommand } from './messages.js';
import { plan } from './plan.js';

const opinion = step('parere', { substitute: { office: 'vicesegretario' } });
const resolution = step('delibera', { who: [{ office: 'giunta' }], act: { kinds: ['DGC'] } });

const draft = (by: Actor, title = document.title): PlanCommand => ({
  type: 'plan.draft',
  planId: 'demo-2022',
  document: { ...document, title },
  by,
  at: MORNING,
});
const propose = (by: Actor, steps = [opinion, resolution]): PlanCommand => ({
  type: 'plan.propose',
  chain: { id: 'plan', version: 1, steps },
  workflow: null,
  staff: people,
  by,
  at: MORNING,
});
const agree = (id: string, by: Actor, act: typeof DECIDED | null = null): PlanCommand => {
  const said = { note: '', points: [], returnBy: null, degree: null, reason: '', act } as const;
  const deed = { do: 'take-step', step: id, outcome: 'approve', ...said } as const;
  return { type: 'approval.act', subject: 'plan', shareId: null, deed, staff: people, by, at: MORNING };
};
const after = (...commands: readonly PlanCommand[]) => given(plan)(...eventsOf(plan, ...commands));

describe('who wrote a plan', () => {
  it('given a draft of the Segretario that somebody else proposes, then the substitute judges it', () => {
    const proposed = after(draft(who.segretario), propose(staff));
    expect(proposed.when(agree('parere', who.segretario))).toMatchObject({
      refusal: 'approval/own-report',
      facts: { rule: 'author', approver: 'vicesegretario' },
    });
    expect(proposed.when(agree('parere', who.vice))).toHaveProperty('events');
  });

  it('given a document in its place by another, then both wrote it', () => {
    const { state } = after(draft(who.segretario), draft(staff, 'Piano corretto'), propose(staff));
    expect(state.approval?.parties.authors).toEqual([who.segretario.id, staff.id]);
  });

  it('given the usual body, then the Segretario drafts and proposes, and the Giunta approves', () => {
    const proposed = after(draft(who.segretario), propose(who.segretario, [resolution]));
    expect(proposed.when(agree('delibera', who.giunta, DECIDED))).toHaveProperty('events');
  });

  it('given an approval of an earlier release, with who proposed it alone, then who drafted it is an author as well', () => {
    const history = eventsOf(plan, draft(who.segretario), propose(staff)).map((event) =>
      event.type === 'plan.approval-opened.v1'
        ? { ...event, data: { ...event.data, parties: { ...event.data.parties, authors: [staff.id] } } }
        : event,
    );
    const by = { actor: who.segretario, onBehalfOf: null };
    const state = history.reduce((before, event) => plan.evolve(before, event, '2022-06-20', by), plan.initial);
    expect(state.approval?.parties.authors).toEqual([staff.id, who.segretario.id]);
  });

  it('given what the system did, or an older log that does not say who, then nobody wrote it', () => {
    const [drafted] = eventsOf(plan, draft(staff));
    if (drafted === undefined) throw new Error('Nothing was drafted');
    const bySystem = { actor: { id: 'system', office: 'system' }, onBehalfOf: null };
    expect(plan.evolve(plan.initial, drafted, '2022-06-20', bySystem).drafters).toBeUndefined();
    expect(plan.evolve(plan.initial, drafted).drafters).toBeUndefined();
  });
});
