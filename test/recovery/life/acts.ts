import { addDays, type ObjectiveCommand } from '#domain';
import { commands, example, exampleStaff } from '#domain/testing';
import {
  approverOf,
  isOverdue,
  judgeOf,
  JUDGING,
  LONGEST_REST,
  OWNER,
  owes,
  resumed,
  STEPS,
  with_,
  type Model,
  type Office,
  type ShareId,
  type ShareModel,
} from './model.js';

const person: Readonly<Record<Office, { readonly id: string; readonly office: string }>> = {
  'affari-generali': example.head,
  segretario: example.segretario,
  vicesegretario: example.vice,
  nucleo: example.nucleo,
  giunta: example.giunta,
};
export const shareOf = { area: example.REGISTRY, segretario: example.SECRETARY } as const;
export const staff = { ...exampleStaff, tenures: example.roles.tenures };

/** What somebody does, as the model sees it: null where it must be refused. */
export interface Deed {
  readonly id: ShareId;
  readonly by: Office;
}

interface Act {
  readonly command: (deed: Deed, model: Model, n: number) => ObjectiveCommand;
  /** The model after it; null: it must be refused. */
  readonly after: (share: ShareModel, model: Model, deed: Deed) => Model | null;
}

const issued = ({ by, id }: Deed, { today }: Model) => ({
  shareId: shareOf[id],
  by: person[by],
  at: `${today}T08:00:00.000Z`,
  staff,
});
const actOf = (today: string, kind = 'DGC') => ({ kind, number: '40', date: today });
const isActive = ({ removed, rest }: ShareModel) => !removed && rest === null;
const isOwn = ({ by, id }: Deed) => by === OWNER[id];
const isTold = ({ stage }: ShareModel) => !['planned', 'assigned'].includes(stage);
const instance = { deadlineId: 'draft', instance: '2022-07-31' };

const onReport = (what: 'claim' | 'release', deed: Deed, model: Model): ObjectiveCommand => ({
  ...issued(deed, model),
  type: 'approval.act',
  subject: 'rendicontazione',
  deed: { do: what, step: STEPS[model.shares[deed.id].passed] ?? STEPS[0] },
});

function judged(deed: Deed, model: Model, accept: boolean): ObjectiveCommand {
  const step = JUDGING[model.shares[deed.id].weighed] ?? JUDGING[0];
  const effect = accept && step === 'decisione' ? 'reduced' : null;
  return commands.decideJustification({
    ...issued(deed, model),
    missed: instance,
    step,
    accept,
    effect,
    note: 'visto',
  });
}

const measured = {
  area: ['boxes', 'rules'],
  segretario: ['signed'],
} as const;

export const acts = {
  assign: {
    command: (deed, model) => commands.assign({ ...issued(deed, model), office: OWNER[deed.id] }),
    after: ({ stage, removed }, model, { id }) =>
      stage === 'planned' && !removed ? with_(model, id, { stage: 'assigned' }) : null,
  },
  acknowledge: {
    command: (deed, model) => commands.acknowledge(issued(deed, model)),
    after: (share, model, deed) =>
      share.stage === 'assigned' && isActive(share) && isOwn(deed) ? with_(model, deed.id, { stage: 'working' }) : null,
  },
  report: {
    command: (deed, model, n) =>
      commands.report({ ...issued(deed, model), progressId: `p-${n}`, indicatorId: null, occurredOn: model.today }),
    after: (share, model, deed) =>
      isTold(share) && isActive(share) && isOwn(deed) && share.stage !== 'paid'
        ? with_(model, deed.id, { told: true })
        : null,
  },
  answer: {
    command: (deed, model, n) =>
      commands.report({
        ...issued(deed, model),
        progressId: `p-${n}`,
        indicatorId: null,
        fulfils: instance,
        occurredOn: model.today,
      }),
    after: (share, model, deed) => {
      const inTime = share.deadline === 'open' && model.today <= share.due;
      const may = isTold(share) && isActive(share) && isOwn(deed) && share.stage !== 'paid';
      return inTime && may ? with_(model, deed.id, { told: true, deadline: 'answered' }) : null;
    },
  },
  'fulfil late': {
    command: (deed, model) =>
      commands.fulfilLate({ ...issued(deed, model), fulfils: instance, occurredOn: model.today }),
    after: (share, model, deed) => {
      const late = share.deadline === 'missed' || isOverdue(share, model.today);
      const may = isTold(share) && isOwn(deed) && share.stage !== 'paid';
      // what is done late says why, and that waits to be weighed
      const justification = share.justification === 'none' ? 'submitted' : share.justification;
      return late && may ? with_(model, deed.id, { deadline: 'late', justification }) : null;
    },
  },
  suspend: {
    command: (deed, model) =>
      commands.suspend({
        ...issued(deed, model),
        from: model.today,
        until: addDays(model.today, 20),
        act: actOf(model.today),
      }),
    after: (share, model, { id, by }) => {
      const may = by === 'segretario' || by === 'giunta';
      const working = ['assigned', 'working'].includes(share.stage) && isActive(share);
      if (!may || !working || share.restedDays + 21 > LONGEST_REST) return null;
      return with_(model, id, { rest: { from: model.today, until: addDays(model.today, 20) } });
    },
  },
  resume: {
    command: (deed, model) => commands.resume(issued(deed, model)),
    after: ({ rest, removed }, model, { id, by }) =>
      rest !== null && !removed && (by === 'segretario' || by === 'giunta') ? resumed(model, id, model.today) : null,
  },
  remove: {
    command: (deed, model) =>
      commands.remove({
        ...issued(deed, model),
        act: actOf(model.today),
        opinion: { favourable: true, note: 'inevitabile', on: model.today },
      }),
    after: ({ stage, removed }, model, { id, by }) => {
      const early = ['planned', 'assigned', 'working'].includes(stage) && !removed;
      return early && (by === 'segretario' || by === 'giunta') ? with_(model, id, { removed: true, rest: null }) : null;
    },
  },
  submit: {
    command: (deed, model) =>
      commands.submit({
        ...issued(deed, model),
        measurements: measured[deed.id].map((indicatorId) => ({ indicatorId, value: 'sì', notMeasuredBecause: null })),
      }),
    after: (share, model, deed) =>
      ['working', 'returned'].includes(share.stage) && isActive(share) && isOwn(deed)
        ? with_(model, deed.id, { stage: 'reported', passed: 0, claimed: false })
        : null,
  },
  approve: {
    command: (deed, model) => {
      const step = STEPS[model.shares[deed.id].passed] ?? STEPS[0];
      return commands.approve({ ...issued(deed, model), step, act: step === 'presa-atto' ? actOf(model.today) : null });
    },
    after: (share, model, { id, by }) => {
      if (share.stage !== 'reported' || by !== approverOf(id, share)) return null;
      const passed = share.passed + 1;
      return with_(model, id, { passed, claimed: false, stage: passed === STEPS.length ? 'agreed' : 'reported' });
    },
  },
  'send back': {
    command: (deed, model) =>
      commands.sendBack({ ...issued(deed, model), step: STEPS[model.shares[deed.id].passed] ?? STEPS[0] }),
    after: (share, model, { id, by }) =>
      share.stage === 'reported' && share.passed < 2 && by === approverOf(id, share)
        ? with_(model, id, { stage: 'returned', claimed: false })
        : null,
  },
  claim: {
    command: (deed, model) => onReport('claim', deed, model),
    after: (share, model, { id, by }) =>
      share.stage === 'reported' && by === approverOf(id, share) ? with_(model, id, { claimed: true }) : null,
  },
  release: {
    command: (deed, model) => onReport('release', deed, model),
    after: (share, model, { id, by }) =>
      share.stage === 'reported' && share.claimed && by === approverOf(id, share)
        ? with_(model, id, { claimed: false })
        : null,
  },
  justify: {
    command: (deed, model) => commands.justify({ ...issued(deed, model), missed: instance }),
    after: (share, model, deed) => {
      const over = ['missed', 'late'].includes(share.deadline) || (owes(share) && isOverdue(share, model.today));
      const may = isTold(share) && isOwn(deed) && share.stage !== 'paid';
      const again = share.justification === 'none' || share.justification === 'rejected';
      if (!over || !may || !again) return null;
      const deadline = share.deadline === 'open' ? 'missed' : share.deadline;
      return with_(model, deed.id, { deadline, justification: 'submitted', weighed: 0 });
    },
  },
  'accept the justification': {
    command: (deed, model) => judged(deed, model, true),
    after: (share, model, { id, by }) => {
      if (share.justification !== 'submitted' || by !== judgeOf(id, share)) return null;
      const weighed = share.weighed + 1;
      return with_(model, id, { weighed, justification: weighed === JUDGING.length ? 'accepted' : 'submitted' });
    },
  },
  'reject the justification': {
    command: (deed, model) => judged(deed, model, false),
    after: (share, model, { id, by }) =>
      share.justification === 'submitted' && by === judgeOf(id, share)
        ? with_(model, id, { justification: 'rejected' })
        : null,
  },
  score: {
    command: (deed, model) => commands.score(issued(deed, model)),
    after: ({ stage }, model, deed) =>
      stage === 'agreed' && !isOwn(deed) ? with_(model, deed.id, { stage: 'scored' }) : null,
  },
  'make definitive': {
    command: (deed, model) => commands.makeDefinitive(issued(deed, model)),
    after: ({ stage }, model, { id, by }) =>
      stage === 'scored' && by === 'segretario' ? with_(model, id, { stage: 'definitive' }) : null,
  },
  liquidate: {
    command: (deed, model) => commands.liquidate({ ...issued(deed, model), amount: '100' }),
    after: ({ stage, adjusting }, model, { id }) =>
      ['scored', 'definitive'].includes(stage) && !adjusting ? with_(model, id, { stage: 'paid' }) : null,
  },
  adjust: {
    command: (deed, model) => commands.adjust({ ...issued(deed, model), act: actOf(model.today, 'determina') }),
    after: ({ stage, adjusting }, model, { id }) =>
      ['scored', 'definitive'].includes(stage) && adjusting
        ? with_(model, id, { stage: 'paid', adjusting: false })
        : null,
  },
  reopen: {
    command: (deed, model) => commands.reopen({ ...issued(deed, model), act: actOf(model.today) }),
    after: ({ stage, removed, adjusting }, model, { id, by }) => {
      const over = model.closed || ['agreed', 'scored', 'definitive', 'paid'].includes(stage);
      if (!over || removed || by !== 'segretario') return null;
      const change = {
        stage: 'reported',
        passed: 0,
        claimed: false,
        reopened: true,
        adjusting: adjusting || stage === 'paid',
      } as const;
      return { ...with_(model, id, change), closed: false };
    },
  },
  close: {
    command: (deed, model) => {
      const { by, at } = issued(deed, model);
      return commands.close({ by, at, comment: 'chiuso' });
    },
    after: (_, model) =>
      Object.values(model.shares).every(({ stage, removed }) => removed || stage === 'paid')
        ? { ...model, closed: true }
        : null,
  },
  'the alarm rings': {
    command: (deed, model) => commands.alarm(issued(deed, model).at),
    after: (_, model) =>
      (['area', 'segretario'] as const).reduce((before, id) => {
        const share = before.shares[id];
        return owes(share) && isOverdue(share, before.today) ? with_(before, id, { deadline: 'missed' }) : before;
      }, model),
  },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof acts;

/** What the model says must come of it; null: it must be refused. */
export function foretold(name: ActName, deed: Deed, model: Model): Model | null {
  if (model.closed && name === 'the alarm rings') return model;
  if (model.closed && name !== 'reopen') return null;
  const act: Act = acts[name];
  return act.after(model.shares[deed.id], model, deed);
}

export function commandOf(name: ActName, deed: Deed, model: Model, n: number): ObjectiveCommand {
  const act: Act = acts[name];
  return act.command(deed, model, n);
}
