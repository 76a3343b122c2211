import { addDays, type ApprovalDeed } from '#domain';
import {
  agreed,
  claimed,
  ended,
  isLast,
  known,
  migrated,
  reassigned,
  released,
  stepOf,
  toldAt,
  toldOtherwise,
  type Approving,
  type OfDay,
  type Subject,
} from '../approving.js';
import { with_, type Model } from '../model.js';
import { actor } from '../people.js';
import { approvingNow, decided, withVariation } from '../variations.js';
import { actOf, chain, issued, shareOf, workflow, type Act, type Deed, type Sent } from './deed.js';

// What can be done to whatever is under approval: the same deeds on a report, a justification, a proposal, a variation.

interface Place {
  readonly of: (model: Model, deed: Deed) => Approving | null;
  /** As whoever takes a step finds it, where that is not all the same. */
  readonly atStep?: (model: Model, deed: Deed) => Approving | null;
  /** Null: the approval may go on so, but not what it approves. */
  readonly with: (model: Model, deed: Deed, approving: Approving) => Model | null;
  readonly isPossible: (model: Model, deed: Deed) => boolean;
}

const isPlanned = ({ proposal }: Model) => proposal.stage === 'planned';

const places: Readonly<Record<Subject, Place>> = {
  rendicontazione: {
    of: ({ shares }, { id }) => (shares[id].stage === 'reported' ? shares[id].report : null),
    with: (model, { id }, report) => with_(model, id, { report, stage: STAGE_OF[report.status] }),
    isPossible: isPlanned,
  },
  justification: {
    // with the share that is removed ends what was judged of it
    of: ({ shares }, { id }) => (shares[id].removed ? null : shares[id].justification),
    with: (model, { id }, justification) => with_(model, id, { justification }),
    isPossible: isPlanned,
  },
  objective: {
    of: ({ proposal }) => (proposal.stage === 'proposed' ? proposal.approving : null),
    with: (model, _, approving) => {
      const stage = ({ open: 'proposed', returned: 'draft', rejected: 'draft', approved: 'validated' } as const)[
        approving.status
      ];
      return { ...model, proposal: { ...model.proposal, approving, stage } };
    },
    isPossible: () => true,
  },
  variation: {
    of: ({ variations }, { index }) => {
      const { approving = null, fate = null } = variations[index] ?? {};
      return fate === null ? approving : null;
    },
    atStep: (model, { index }) => {
      const variation = model.variations[index];
      return variation?.fate === null ? approvingNow(variation, model) : null;
    },
    with: (model, deed, approving) =>
      decided(model, deed.index, approving, daysOf('variation', model, deed).act ?? model.today),
    isPossible: ({ variations }, { index }) => variations[index] !== undefined,
  },
};
const STAGE_OF = { open: 'reported', returned: 'returned', rejected: 'returned', approved: 'agreed' } as const;

function sent(subject: Subject, deed: Deed, model: Model, what: ApprovalDeed): Sent {
  const { by, id, index } = deed;
  const { instance } = model.shares[id];
  const ofShare = subject === 'rendicontazione' || subject === 'justification';
  const command = {
    type: 'approval.act',
    subject,
    shareId: ofShare ? shareOf[id] : null,
    ...(subject === 'justification' && { missed: { deadlineId: 'draft', instance } }),
    deed: what,
    ...issued(by, model),
  } as const;
  return subject === 'variation' ? { kind: 'variation', index, command } : { kind: 'objective', command };
}

function stepIn(subject: Subject, model: Model, deed: Deed): string {
  const approving = places[subject].of(model, deed);
  return (approving && stepOf(approving)?.id) ?? 'verifica';
}

/** Of which day the act is by which a step is decided: today's, or an older one that is recorded late. */
function daysOf(subject: Subject, model: Model, deed: Deed): OfDay {
  const step = stepIn(subject, model, deed);
  const byAct = step === 'presa-atto' || step === 'delibera';
  // what the Giunta has varied may be recorded weeks later
  const daysAgo = subject === 'variation' ? deed.daysAgo : deed.daysAgo % 2;
  return { today: model.today, act: byAct ? addDays(model.today, -daysAgo) : null };
}

/** What somebody says at a step: a variation is asked for it with what else the plan says by then. */
function says(subject: Subject, outcome: 'approve' | 'return' | 'reject'): Act['send'] {
  return (deed, model) => {
    const step = stepIn(subject, model, deed);
    const last = places[subject].of(model, deed);
    const day = daysOf(subject, model, deed).act;
    const act = day === null ? null : actOf(day);
    const said = {
      note: 'visto',
      act,
      points: ['manca il verbale'],
      returnBy: null,
      degree: null,
      reason: 'era evitabile',
    };
    const taken = { step, outcome, ...said };
    if (subject === 'variation') {
      const command = { type: 'variation.take-step', ...taken, ...issued(deed.by, model) } as const;
      return { kind: 'variation', index: deed.index, command };
    }
    const done = sent(subject, deed, model, { do: 'take-step', ...taken });
    if (subject !== 'justification' || outcome !== 'approve' || done.kind !== 'objective') return done;
    // whoever says the last word says how it counts
    const effect = last !== null && isLast(last) ? ('reduced' as const) : null;
    return { ...done, command: { ...done.command, effect } as typeof done.command };
  };
}

function on(
  subject: Subject,
  send: Act['send'],
  after: (approving: Approving, deed: Deed, on: OfDay) => Approving | null,
  { of, with: withIt, isPossible }: Place = places[subject],
  also: (model: Model) => Model = (model) => model,
): Act {
  return {
    send,
    isPossible,
    after: (model, deed) => {
      const approving = of(model, deed);
      const done = approving === null ? null : after(approving, deed, daysOf(subject, model, deed));
      return done === null ? null : withIt(also(model), deed, done);
    },
  };
}

const waived = (model: Model): Model => ({ ...model, proposal: { ...model.proposal, waived: true } });

function deedsOn<S extends Subject>(subject: S) {
  const own = (what: (deed: Deed, step: string) => ApprovalDeed): Act['send'] => {
    return (deed, model) => sent(subject, deed, model, what(deed, stepIn(subject, model, deed)));
  };
  const { atStep, ...place } = places[subject];
  const step = { ...place, of: atStep ?? place.of };
  return {
    [`${subject}: agree`]: on(
      subject,
      says(subject, 'approve'),
      (approving, { by }, day) => agreed(approving, by, day),
      step,
      // the note of whoever agrees says why what the lint found is accepted
      subject === 'objective' ? waived : undefined,
    ),
    [`${subject}: send back`]: on(
      subject,
      says(subject, 'return'),
      (approving, { by }, day) => ended(approving, by, 'return', day),
      step,
    ),
    [`${subject}: reject`]: on(
      subject,
      says(subject, 'reject'),
      (approving, { by }, day) => ended(approving, by, 'reject', day),
      step,
    ),
    [`${subject}: claim`]: on(
      subject,
      own((_, step) => ({ do: 'claim', step })),
      (approving, { by }) => claimed(approving, by),
    ),
    [`${subject}: release`]: on(
      subject,
      own((_, step) => ({ do: 'release', step })),
      (approving, { by }) => released(approving, by),
    ),
    [`${subject}: reassign`]: on(
      subject,
      own(({ to }, step) => ({ do: 'reassign', step, to: actor(to), reason: 'assenza' })),
      (approving, { by, to }) => reassigned(approving, by, to),
    ),
    [`${subject}: migrate`]: on(
      subject,
      own(({ version }) => ({
        do: 'migrate',
        chain: chain(subject, version),
        workflow: workflow(subject, version),
        reason: 'nuovo regolamento',
      })),
      (approving, { by, version }, { today }) => migrated(approving, by, known(subject, version), today),
    ),
  } as Readonly<
    Record<`${S}: ${'agree' | 'send back' | 'reject' | 'claim' | 'release' | 'reassign' | 'migrate'}`, Act>
  >;
}

/** A day is told otherwise, of a report or a variation that is on its way for the first time. */
function daysTold<S extends 'rendicontazione' | 'variation'>(subject: S) {
  const { of, isPossible } = places[subject];
  const dayOf = ({ daysAgo }: Deed, { today }: Model) => addDays(today, -daysAgo);
  const act: Act = {
    send: (deed, model) => {
      const approving = of(model, deed);
      const step = approving === null ? null : toldAt(approving, deed.version);
      const correction = { step, person: null, day: dayOf(deed, model), reason: 'svista' };
      return sent(subject, deed, model, { do: 'correct-day', ...correction });
    },
    isPossible: (model, deed) =>
      isPossible(model, deed) &&
      of(model, deed)?.isNotFirst !== true &&
      (subject === 'variation' || !model.shares[deed.id].reopened),
    after: (model, deed) => {
      const approving = of(model, deed);
      if (approving === null) return null;
      const told = toldOtherwise(approving, deed.by, toldAt(approving, deed.version), dayOf(deed, model));
      if (told === null) return null;
      if (subject === 'rendicontazione') return with_(model, deed.id, { report: told });
      const before = model.variations[deed.index];
      return before === undefined ? null : withVariation(model, deed.index, { ...before, approving: told });
    },
  };
  return { [`${subject}: correct a day`]: act } as Readonly<Record<`${S}: correct a day`, Act>>;
}

export const onApprovals = {
  ...daysTold('rendicontazione'),
  ...daysTold('variation'),
  ...deedsOn('rendicontazione'),
  ...deedsOn('justification'),
  ...deedsOn('objective'),
  ...deedsOn('variation'),
};
