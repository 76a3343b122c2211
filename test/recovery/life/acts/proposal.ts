import { usualLifecycle, type LifecycleVerb } from '#domain';
import { commands, example } from '#domain/testing';
import { known, opened } from '../approving.js';
import { begun, shareIds, statusOf } from '../model.js';
import { officeOf } from '../people.js';
import { issued, through, type Act } from './deed.js';

export const planned = {
  ...example.withTargets,
  deadlines: example.archive.deadlines.filter(({ id }) => id === 'draft'),
};
/** Another objective of the area, which the Segretario has: nothing is done to it, but it bears weight. */
export const beside = {
  ...planned,
  id: '6.1.2',
  number: '2',
  shares: example.archive.shares.slice(0, 1).map((share) => ({ ...share, id: '6.1.2-affari-generali', weight: '5' })),
  indicators: [],
  deadlines: [],
};
const unmeasurable = { ...planned, indicators: planned.indicators.map((one) => ({ ...one, target: null })) };

/** The body makes outcomes definitive, and closes, by act. */
const KINDS: Readonly<Partial<Record<LifecycleVerb, string>>> = { 'make-definitive': 'decreto', close: 'determina' };
const byAct = {
  ...usualLifecycle,
  transitions: usualLifecycle.transitions.map((one) => {
    const kind = KINDS[one.verb];
    return kind === undefined ? one : { ...one, act: { kinds: [kind] } };
  }),
};

/** What was only proposed comes in with a published plan, too. */
const published = {
  ...byAct,
  transitions: byAct.transitions.map((one) =>
    one.verb === 'approve' ? { ...one, from: ['draft', 'proposed', 'validated'] as const } : one,
  ),
};

/** Who may: the head of an area that takes part in it, and the Segretario for any. */
const PROPOSERS = ['affari-generali', 'segretario'];

/** Whose shares it has: they judge nothing of it. */
const ANSWERING = ['affari-generali', 'segretario'] as const;

/** Before the plan has it. */
export const onProposals = {
  propose: {
    send: ({ by, version }, model) => ({
      kind: 'objective',
      command: commands.propose({
        ...issued(by, model),
        objective: planned,
        workflow: published,
        ...through('objective', version),
      }),
    }),
    after: (model, { by, version }) => {
      const { stage, authors } = model.proposal;
      if ((stage !== 'none' && stage !== 'draft') || !PROPOSERS.includes(officeOf(by))) return null;
      const all = [...new Set([...authors, by])];
      const offices = [...new Set([officeOf(by), ...ANSWERING])];
      const approving = opened('objective', known('objective', version), all, offices, model.today);
      if (approving === null) return null;
      const proposal = { stage: 'proposed', approving, authors: all, office: officeOf(by), waived: false } as const;
      return { ...model, proposal };
    },
  },
  'propose what nobody could measure': {
    send: ({ by }, model) => ({
      kind: 'objective',
      command: commands.propose({ ...issued(by, model), objective: unmeasurable }),
    }),
    after: () => null,
  },
  'send back what was validated': {
    send: ({ by }, model) => ({ kind: 'objective', command: commands.returnProposal(issued(by, model)) }),
    isPossible: ({ proposal }) => proposal.stage !== 'proposed', // there the chain says it
    after: (model, { by }) => {
      const { stage } = model.proposal;
      const may = officeOf(by) === 'nucleo'; // the Segretario has a share of it
      return stage === 'validated' && may ? { ...model, proposal: { ...model.proposal, stage: 'draft' } } : null;
    },
  },
  'take a proposal back': {
    send: ({ by }, model) => ({ kind: 'objective', command: commands.withdrawProposal(issued(by, model)) }),
    after: (model, { by }) => {
      const { stage, office } = model.proposal;
      if (stage === 'none' || stage === 'planned' || officeOf(by) !== office) return null;
      return { ...model, proposal: begun.proposal };
    },
  },
  define: {
    send: (_, { today }) => ({
      kind: 'objective',
      command: commands.define({ objective: planned, workflow: byAct, at: `${today}T08:00:00.000Z` }),
    }),
    after: (model) => {
      const { stage } = model.proposal;
      return stage === 'planned' ? null : { ...model, proposal: { ...model.proposal, stage: 'planned', taken: stage } };
    },
  },
  'have it in the draft no more': {
    send: (_, { today }) => ({
      kind: 'objective',
      command: { ...commands.withdraw(), at: `${today}T08:00:00.000Z` },
    }),
    // a plan that is varied is a draft no more
    isPossible: ({ variations, pending }) => variations.length === 0 && pending.every((one) => 'given' in one),
    after: (model) => {
      const { taken = 'none', ...proposal } = model.proposal;
      if (proposal.stage === 'none') return null;
      if (proposal.stage !== 'planned') return model;
      const isUntouched = shareIds.every((id) => statusOf(model.shares[id]) === 'defined');
      return isUntouched ? { ...model, proposal: { ...proposal, stage: taken } } : null;
    },
  },
} as const satisfies Record<string, Act>;
