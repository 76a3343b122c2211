import type { ApprovalDeed } from '../approval/compose.js';
import type {
  CertifiedShare,
  EvaluationCommand,
  EvaluationCommandOf,
  RouteOfEvaluation,
} from '../evaluation/messages.js';
import type { Staff } from '../organisation/staff.js';
import type { Actor } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import { exampleStaff, tenure } from './staff.js';
import { office, step, town } from './workflow.js';

// The evaluation of a head of area by the Nucleo, from its opening to where nobody can appeal any more.
export const judgesOf: Staff = {
  ...exampleStaff,
  tenures: [...exampleStaff.tenures, tenure('u-personale', 'personale'), tenure('u-third', 'conciliazione')],
};

export const evaluated: Actor = { id: 'u-head', office: 'affari-generali' };
export const evaluator: Actor = { id: 'u-nucleo', office: 'nucleo' };
export const superior: Actor = { id: 'u-segretario', office: 'segretario' };
export const third: Actor = { id: 'u-third', office: 'conciliazione' };
export const clerk: Actor = { id: 'u-personale', office: 'personale' };

export const route: RouteOfEvaluation = {
  chain: town.chains.evaluation as ChainDefinition,
  workflow: { id: 'borgo', version: 1 },
  terms: { results: 60, hearingBelow: 60, observations: { workingDays: 5 }, conciliation: { workingDays: 10 } },
};
/** The same where the body says who has which part. */
export const foreseen: RouteOfEvaluation = {
  ...route,
  terms: {
    ...route.terms,
    evaluators: [{ office: 'nucleo' }],
    conciliators: [{ office: 'conciliazione' }],
    conductors: [{ office: 'segretario' }],
  },
};
/** A chain that begins with others than the evaluator. */
export const ofOthers: RouteOfEvaluation = {
  ...route,
  chain: { id: 'evaluation', version: 1, steps: [step('valutazione', [office('segretario')])] },
};

/** A Friday; the days that follow are those of one procedure. */
export const [PROPOSED, RECEIVED, OBSERVED, JUDGED, FINAL, ASKED] = [20, 23, 25, 31, 31, 31].map(
  (day) => `2023-01-${day}T09:00:00.000Z`,
) as [string, string, string, string, string, string];
/** After each term of the example. */
export const LATER = '2023-03-01T09:00:00.000Z';

type Fields<T extends EvaluationCommand['type']> = Partial<EvaluationCommandOf<T>>;

export const open = (more: Fields<'evaluation.open'> = {}): EvaluationCommandOf<'evaluation.open'> => ({
  type: 'evaluation.open',
  evaluationId: '2022-u-head',
  planId: '2022',
  person: 'u-head',
  evaluator: { person: evaluator.id, office: evaluator.office },
  period: { from: '2022-01-01', to: '2022-12-31' },
  route,
  staff: judgesOf,
  by: superior,
  at: PROPOSED,
  ...more,
});

export const certified = (shareId: string, weight: string, degree: string | null): CertifiedShare => ({
  objectiveId: '2022-1.1.1',
  shareId,
  weight,
  degree,
});

export const propose = (more: Fields<'evaluation.propose'> = {}): EvaluationCommandOf<'evaluation.propose'> => ({
  type: 'evaluation.propose',
  behaviours: '80',
  note: '',
  shares: [certified('a', '20', '100'), certified('b', '10', '70')],
  by: evaluator,
  at: PROPOSED,
  ...more,
});

export const received = (
  of: 'proposal' | 'final' = 'proposal',
  more: Fields<'evaluation.record-receipt'> = {},
): EvaluationCommandOf<'evaluation.record-receipt'> => ({
  type: 'evaluation.record-receipt',
  of,
  receivedOn: of === 'proposal' ? '2023-01-23' : '2023-01-31',
  proof: 'prot. 512',
  calendar: { patronDay: null },
  by: clerk,
  at: of === 'proposal' ? RECEIVED : FINAL,
  ...more,
});

export const observe = (more: Fields<'evaluation.observe'> = {}): EvaluationCommandOf<'evaluation.observe'> => ({
  type: 'evaluation.observe',
  text: 'Due mesi senza personale',
  by: evaluated,
  at: OBSERVED,
  ...more,
});

export const offer = (
  more: Fields<'evaluation.offer-hearing'> = {},
): EvaluationCommandOf<'evaluation.offer-hearing'> => ({
  type: 'evaluation.offer-hearing',
  hearingOn: '2023-01-27',
  by: evaluator,
  at: OBSERVED,
  ...more,
});

export const hear = (
  more: Fields<'evaluation.record-hearing'> = {},
): EvaluationCommandOf<'evaluation.record-hearing'> => ({
  type: 'evaluation.record-hearing',
  outcome: 'held',
  note: '',
  by: evaluator,
  at: JUDGED,
  ...more,
});

export const judge = (more: Fields<'evaluation.judge'> = {}): EvaluationCommandOf<'evaluation.judge'> => ({
  type: 'evaluation.judge',
  behaviours: '85',
  reason: 'Osservazioni accolte in parte',
  staff: judgesOf,
  by: evaluator,
  at: JUDGED,
  ...more,
});

export const act = (by: Actor, deed: ApprovalDeed): EvaluationCommandOf<'approval.act'> => ({
  type: 'approval.act',
  subject: 'evaluation',
  shareId: null,
  deed,
  staff: judgesOf,
  by,
  at: JUDGED,
});

export const takes = (by: Actor, at: string, more: object = {}) =>
  act(by, {
    do: 'take-step',
    step: at,
    outcome: 'approve',
    note: '',
    act: null,
    points: [],
    returnBy: null,
    degree: null,
    reason: '',
    ...more,
  });

export const ask = (
  more: Fields<'evaluation.request-conciliation'> = {},
): EvaluationCommandOf<'evaluation.request-conciliation'> => ({
  type: 'evaluation.request-conciliation',
  reason: 'Non si è tenuto conto dell’assenza',
  by: evaluated,
  at: ASKED,
  ...more,
});

export const name = (
  more: Fields<'evaluation.name-conciliator'> = {},
): EvaluationCommandOf<'evaluation.name-conciliator'> => ({
  type: 'evaluation.name-conciliator',
  conciliator: { person: third.id, office: third.office },
  staff: judgesOf,
  by: clerk,
  at: ASKED,
  ...more,
});

/** Another member of the Nucleo. */
export const successor: Actor = { id: 'u-nucleo-2', office: 'nucleo' };

/** After a day of January 2023: the evaluator has left the Nucleo, whose other member is there. */
export const renewed: Staff = {
  ...judgesOf,
  tenures: [
    ...judgesOf.tenures.filter(({ person }) => person !== evaluator.id),
    tenure(successor.id, 'nucleo'),
    tenure('u-third-2', 'conciliazione'),
  ],
};

export const replace = (
  more: Fields<'evaluation.name-evaluator'> = {},
): EvaluationCommandOf<'evaluation.name-evaluator'> => ({
  type: 'evaluation.name-evaluator',
  evaluator: { person: successor.id, office: successor.office },
  reason: 'Il Nucleo è stato rinnovato',
  staff: renewed,
  by: clerk,
  at: JUDGED,
  ...more,
});

export const conciliate = (
  more: Fields<'evaluation.conciliate'> = {},
): EvaluationCommandOf<'evaluation.conciliate'> => ({
  type: 'evaluation.conciliate',
  behaviours: '95',
  reason: 'L’assenza è provata',
  staff: judgesOf,
  by: third,
  at: ASKED,
  ...more,
});

export const settle = (
  more: Fields<'evaluation.make-definitive'> = {},
): EvaluationCommandOf<'evaluation.make-definitive'> => ({
  type: 'evaluation.make-definitive',
  by: clerk,
  at: LATER,
  ...more,
});

export const withdraw = (more: Fields<'evaluation.withdraw'> = {}): EvaluationCommandOf<'evaluation.withdraw'> => ({
  type: 'evaluation.withdraw',
  reason: 'Nessuna quota da valutare',
  by: clerk,
  at: OBSERVED,
  ...more,
});

export const remind = (more: Fields<'evaluation.remind-term'> = {}): EvaluationCommandOf<'evaluation.remind-term'> => ({
  type: 'evaluation.remind-term',
  by: { id: 'system', office: 'system' },
  at: OBSERVED,
  ...more,
});

export const end = (more: Fields<'evaluation.end-term'> = {}): EvaluationCommandOf<'evaluation.end-term'> => ({
  type: 'evaluation.end-term',
  by: { id: 'system', office: 'system' },
  at: LATER,
  ...more,
});

const opened: readonly EvaluationCommand[] = [open()];
const proposed = [...opened, propose()];
const notified = [...proposed, received()];
const observed = [...notified, observe()];
const judged = [...observed, judge()];
const final = [...judged, takes(superior, 'valutazione')];
const delivered = [...final, received('final')];
const asked = [...delivered, ask()];
const named = [...asked, name()];
const revised = [...named, conciliate()];
const definitive = [...revised, settle()];

/** The commands that bring the evaluation to each point of its way. */
export const upTo = {
  opened,
  proposed,
  notified,
  observed,
  judged,
  final,
  delivered,
  asked,
  named,
  revised,
  definitive,
};

/** The same as it goes where only the Segretario conducts. */
export function byForeseen([, ...rest]: readonly EvaluationCommand[]): readonly EvaluationCommand[] {
  return [open({ route: foreseen }), ...rest.map((one) => (one.by === clerk ? { ...one, by: superior } : one))];
}
