import type { ActOnApproval, ApprovalDeed } from '../../approval/compose.js';
import type { StepTaken } from '../../approval/take-step.js';
import type { Actor } from '../../values.js';
import type { StepDefinition } from '../../workflow/chain-definition.js';
import { people, step, who } from '../approval.js';
import { submit, upTo } from '../commands.js';
import { document, MORNING, NEXT_YEAR, REGISTRY, staff } from '../example.js';
import { possible } from './case.js';

const vote: StepTaken = {
  step: 'delibera',
  outcome: 'approve',
  note: '',
  act: null,
  points: [],
  returnBy: null,
  degree: null,
  reason: '',
};

/** On the report of the registry's share. */
function onReport(deed: ApprovalDeed, by: Actor, fields: Partial<ActOnApproval> = {}): ActOnApproval {
  return {
    type: 'approval.act',
    subject: 'rendicontazione',
    shareId: REGISTRY,
    deed,
    staff: people,
    by,
    at: NEXT_YEAR,
    ...fields,
  };
}
function says(stepId: string, by: Actor, said: Partial<StepTaken> = {}): ActOnApproval {
  return onReport({ do: 'take-step', ...vote, step: stepId, ...said }, by);
}
const verification = step('verifica', { who: [{ office: 'segretario' }, { office: 'vicesegretario' }] });
const timed = step('verifica', {
  who: [{ office: 'segretario' }],
  term: { workingDays: 5 },
  onTimeout: [{ after: 1, do: 'remind' }],
});
const quorum = step('certificazione', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 2 } });
const reported = (...steps: readonly StepDefinition[]) => [
  ...upTo.acknowledged,
  submit({ chain: { id: 'rendicontazione', version: 1, steps }, staff: people }),
];
const claimed = onReport({ do: 'claim', step: 'verifica' }, who.segretario);
const system = { id: 'system', office: 'system' };
const issued = { by: staff, at: MORNING };
const draft = { type: 'plan.draft', planId: 'demo-2022', document, ...issued } as const;
const planChain = {
  id: 'plan',
  version: 1,
  steps: [step('parere'), step('delibera', { who: [{ office: 'giunta' }] })],
};
const proposePlan = { type: 'plan.propose', chain: planChain, workflow: null, staff: people, ...issued } as const;

/** What is done to whatever is under approval. */
export const onApprovals = {
  'approval.take-step': [
    possible(
      'objective',
      reported(verification, quorum),
      says('verifica', who.segretario),
      'approval/not-this-step',
      says('verifica', who.vice, { outcome: 'return', points: ['manca il verbale'] }),
    ),
    possible(
      'objective',
      reported(quorum),
      says('certificazione', who.nucleo),
      'approval/already-voted',
      says('certificazione', who.nucleo2, { outcome: 'correct-degree', degree: '80', reason: 'due mesi di ritardo' }),
    ),
    possible(
      'objective',
      [...reported(quorum), says('certificazione', who.nucleo)],
      says('certificazione', who.nucleo2),
      'approval/not-open',
      says('certificazione', who.nucleo3),
    ),
    possible(
      'plan',
      [draft, proposePlan],
      { ...says('parere', who.segretario), subject: 'plan', shareId: null },
      'approval/not-this-step',
    ),
  ],
  'approval.claim': [
    possible(
      'objective',
      reported(verification),
      claimed,
      'nothing',
      onReport({ do: 'claim', step: 'verifica' }, who.vice),
    ),
  ],
  'approval.release': [
    possible(
      'objective',
      [...reported(verification), claimed],
      onReport({ do: 'release', step: 'verifica' }, who.segretario),
      'approval/not-claimed',
      says('verifica', who.vice),
    ),
  ],
  'approval.reassign': [
    possible(
      'objective',
      [...reported(verification), claimed],
      onReport({ do: 'reassign', step: 'verifica', to: who.vice, reason: 'assenza' }, who.giunta),
      'one more',
      says('verifica', who.segretario),
    ),
  ],
  'approval.migrate': [
    possible(
      'objective',
      reported(verification),
      onReport(
        {
          do: 'migrate',
          chain: { id: 'rendicontazione', version: 2, steps: [verification, quorum] },
          workflow: { id: 'comune', version: 2 },
          reason: 'nuovo regolamento',
        },
        who.giunta,
      ),
      'approval/same-version',
      says('verifica', who.segretario),
    ),
  ],
  'approval.correct-day': [
    possible(
      'objective',
      reported(verification),
      onReport(
        { do: 'correct-day', step: null, person: null, day: '2023-01-02', reason: 'registrata tardi' },
        who.segretario,
      ),
      'nothing',
      says('verifica', who.segretario),
    ),
  ],
  'approval.time-out': [
    possible(
      'objective',
      reported(timed),
      onReport({ do: 'time-out', calendar: { patronDay: null } }, system, { at: '2023-02-20T08:00:00.000Z' }),
      'nothing',
      says('verifica', who.segretario),
    ),
  ],
};
