import type { Approval } from '../approval/approval.js';
import { actOn, type ApprovalDeed } from '../approval/compose.js';
import { evolveApproval } from '../approval/evolve.js';
import type { ApprovalFact } from '../approval/facts.js';
import { begun, openApproval, type Opening } from '../approval/open.js';
import type { StepTaken } from '../approval/take-step.js';
import type { Staff } from '../organisation/staff.js';
import { Refused, type RefusalCode } from '../refused.js';
import type { Actor, LocalDate } from '../values.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { exampleStaff, parties, tenure } from './staff.js';

// One approval of three steps, and a Nucleo of three.
/** A Friday. */
export const OPENED = '2023-01-20T08:00:00.000Z';

export const people: Staff = {
  ...exampleStaff,
  tenures: [...exampleStaff.tenures, tenure('u-nucleo-2', 'nucleo'), tenure('u-nucleo-3', 'nucleo')],
};

export const who = {
  head: { id: 'u-head', office: 'affari-generali' },
  segretario: { id: 'u-segretario', office: 'segretario' },
  vice: { id: 'u-vice', office: 'vicesegretario' },
  nucleo: { id: 'u-nucleo', office: 'nucleo' },
  nucleo2: { id: 'u-nucleo-2', office: 'nucleo' },
  nucleo3: { id: 'u-nucleo-3', office: 'nucleo' },
  giunta: { id: 'u-giunta', office: 'giunta' },
} as const satisfies Record<string, Actor>;

export const ACT_OF_GIUNTA = { kind: 'DGC', number: '12', date: '2023-01-20' };

export function step(id: string, fields: Partial<StepDefinition> = {}): StepDefinition {
  return {
    id,
    name: { it: id, en: id },
    who: [{ office: 'segretario' }],
    agreement: { kind: 'one' },
    order: 'parallel',
    substitute: null,
    term: null,
    onTimeout: [],
    outcomes: ['approve', 'return', 'reject', 'correct-degree'],
    act: null,
    ...fields,
  };
}

export const verification = step('verifica', { substitute: { office: 'vicesegretario' } });
export const certification = step('certificazione', {
  who: [{ office: 'nucleo' }],
  agreement: { kind: 'quorum', count: 2 },
});
export const acknowledgement = step('presa-atto', {
  who: [{ office: 'giunta' }],
  outcomes: ['approve'],
  act: { kinds: ['DGC'] },
});

/** An approval of these steps, by default all three. */
export function opening(
  steps: readonly StepDefinition[] = [verification, certification, acknowledgement],
  fields: Partial<Opening> = {},
): Opening {
  return {
    subject: 'rendicontazione',
    chain: { id: 'rendicontazione', version: 1, steps },
    workflow: { id: 'comune', version: 1 },
    parties: parties({ authors: ['u-head'], offices: ['affari-generali'] }),
    relations: { 'head-of-area': ['affari-generali'], assignee: ['affari-generali'] },
    degree: '95',
    staff: people,
    at: OPENED,
    ...fields,
  };
}

export type Deed = readonly [deed: ApprovalDeed, by: Actor];

export function takes(step: string, by: Actor, fields: Partial<StepTaken> = {}): Deed {
  const said = {
    outcome: 'approve',
    note: '',
    act: null,
    points: [],
    returnBy: null,
    degree: null,
    reason: '',
  } as const;
  return [{ do: 'take-step', step, ...said, ...fields }, by];
}

/** `approvalOf(opening()).after(takes('verifica', who.segretario)).when(takes(…))` */
export function approvalOf(opened: Opening, at = OPENED): Told {
  return told(begun(openApproval(opened)), opened.staff, at);
}

/** An approval in the middle of its story. */
export interface Told {
  readonly state: Approval;
  /** @throws Refused */
  after(...deeds: readonly Deed[]): Told;
  /** @param on  the day that is told beside the deed */
  when(deed: Deed, on?: LocalDate): { readonly facts: readonly ApprovalFact[] } | NotDone;
  at(later: string, others?: Staff): Told;
}

interface NotDone {
  readonly refusal: RefusalCode;
  readonly told: object;
}

export function told(state: Approval, staff: Staff, at = OPENED): Told {
  const facts = ([deed, by]: Deed, on?: LocalDate) => {
    const told = { shareId: null, deed, staff, by, ...(on !== undefined && { on }), at };
    return actOn(state, { type: 'approval.act', subject: state.subject, ...told });
  };
  return {
    state,
    after(...deeds) {
      const [first, ...others] = deeds;
      if (first === undefined) return told(state, staff, at);
      return told(folded(state, facts(first)), staff, at).after(...others);
    },
    when: (deed, on) => orRefusal(() => ({ facts: facts(deed, on) })),
    at: (later, others = staff) => told(state, others, later),
  };
}

export function folded(state: Approval, facts: readonly ApprovalFact[]): Approval {
  return facts.reduce((before, fact) => evolveApproval(before, fact), state);
}

export function orRefusal<T>(act: () => T): T | NotDone {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.code, told: error.facts };
    throw error;
  }
}
