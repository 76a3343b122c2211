import type { ObjectiveCommand, ObjectiveCommandOf } from '../objective/messages.js';
import { objective } from '../objective/objective.js';
import { eventsOf, given } from './given.js';
import {
  archive,
  chain,
  giunta,
  head,
  judging,
  minutes,
  MORNING,
  NEXT_YEAR,
  NOTED,
  nucleo,
  REGISTRY,
  roles,
  SECRETARY,
  segretario,
  staff,
  vice,
  withTargets,
} from './example.js';
import { exampleStaff } from './staff.js';

// One command of each type on the example, right as it stands; a test names only what it changes.
/** The objective once these commands were carried out. */
export function after(...commands: readonly ObjectiveCommand[]) {
  return given(objective)(...eventsOf(objective, ...commands));
}

type Fields<T extends ObjectiveCommand['type']> = Partial<ObjectiveCommandOf<T>>;

export function define(fields: Fields<'objective.define'> = {}): ObjectiveCommandOf<'objective.define'> {
  return {
    type: 'objective.define',
    planId: 'demo-2022',
    objective: archive,
    horizon: '2022-12-31',
    by: staff,
    at: MORNING,
    ...fields,
  };
}

export function redefine(fields: Fields<'objective.redefine'> = {}): ObjectiveCommandOf<'objective.redefine'> {
  const { planId, horizon, by, at } = define();
  const objective = { ...archive, title: 'Archivio corretto' };
  return { type: 'objective.redefine', planId, horizon, objective, by, at, ...fields };
}

export function withdraw(): ObjectiveCommandOf<'objective.withdraw'> {
  return { type: 'objective.withdraw', by: staff, at: MORNING };
}

export function assign(fields: Fields<'objective.assign'> = {}): ObjectiveCommandOf<'objective.assign'> {
  return {
    type: 'objective.assign',
    shareId: REGISTRY,
    office: 'affari-generali',
    by: segretario,
    at: MORNING,
    ...fields,
  };
}

export function acknowledge(fields: Fields<'objective.acknowledge'> = {}): ObjectiveCommandOf<'objective.acknowledge'> {
  return { type: 'objective.acknowledge', shareId: REGISTRY, by: head, at: MORNING, ...fields };
}

export function report(
  fields: Fields<'objective.report-progress'> = {},
): ObjectiveCommandOf<'objective.report-progress'> {
  return {
    type: 'objective.report-progress',
    shareId: REGISTRY,
    progressId: 'p-1',
    indicatorId: 'boxes',
    fulfils: null,
    occurredOn: '2022-06-18',
    value: '40',
    note: 'Primo piano finito',
    evidence: [minutes],
    by: head,
    at: MORNING,
    ...fields,
  };
}

export function rectify(
  fields: Fields<'objective.rectify-progress'> = {},
): ObjectiveCommandOf<'objective.rectify-progress'> {
  return {
    type: 'objective.rectify-progress',
    shareId: REGISTRY,
    progressId: 'p-1',
    value: '35',
    note: 'Contati due volte',
    evidence: [],
    reason: 'errore di conteggio',
    by: head,
    at: MORNING,
    ...fields,
  };
}

export function alarm(at: string): ObjectiveCommand {
  return { type: 'objective.mark-missed-deadlines', by: { id: 'system', office: 'system' }, at };
}

export function fulfilLate(fields: Fields<'objective.fulfil-late'> = {}): ObjectiveCommandOf<'objective.fulfil-late'> {
  return {
    type: 'objective.fulfil-late',
    shareId: REGISTRY,
    fulfils: { deadlineId: 'draft', instance: '2022-07-31' },
    justification: { reason: 'third-party', note: 'Il fornitore ha consegnato in ritardo' },
    evidence: [],
    occurredOn: '2022-08-02',
    by: head,
    at: '2022-08-03T08:00:00.000Z',
    ...fields,
  };
}

export function submit(
  fields: Fields<'objective.submit-rendicontazione'> = {},
): ObjectiveCommandOf<'objective.submit-rendicontazione'> {
  return {
    type: 'objective.submit-rendicontazione',
    shareId: REGISTRY,
    measurements: [
      { indicatorId: 'boxes', value: '85 %', notMeasuredBecause: null },
      { indicatorId: 'rules', value: null, notMeasuredBecause: 'rinviato dal Consiglio' },
    ],
    selfDegree: '95',
    note: '',
    evidence: [],
    chain,
    workflow: null,
    staff: exampleStaff,
    by: head,
    at: NEXT_YEAR,
    ...fields,
  };
}

export function sendBack(
  fields: Fields<'objective.return-rendicontazione'> = {},
): ObjectiveCommandOf<'objective.return-rendicontazione'> {
  return {
    type: 'objective.return-rendicontazione',
    shareId: REGISTRY,
    step: 'verifica',
    points: ['manca il verbale di scarto'],
    staff: exampleStaff,
    by: segretario,
    at: NEXT_YEAR,
    ...fields,
  };
}

export function approve(
  fields: Fields<'objective.approve-rendicontazione'> = {},
): ObjectiveCommandOf<'objective.approve-rendicontazione'> {
  return {
    type: 'objective.approve-rendicontazione',
    shareId: REGISTRY,
    step: 'verifica',
    note: '',
    act: null,
    staff: exampleStaff,
    by: segretario,
    at: NEXT_YEAR,
    ...fields,
  };
}

export function score(fields: Fields<'objective.score'> = {}): ObjectiveCommandOf<'objective.score'> {
  return {
    type: 'objective.score',
    shareId: REGISTRY,
    degree: '95',
    reason: '',
    staff: exampleStaff,
    by: nucleo,
    at: NEXT_YEAR,
    ...fields,
  };
}

export function liquidate(
  fields: Fields<'objective.liquidate-premium'> = {},
): ObjectiveCommandOf<'objective.liquidate-premium'> {
  return {
    type: 'objective.liquidate-premium',
    shareId: REGISTRY,
    runId: 'areas-2022',
    amount: '1234.50',
    by: { id: 'system', office: 'system' },
    at: NEXT_YEAR,
    ...fields,
  };
}

export function close(fields: Fields<'objective.close'> = {}): ObjectiveCommandOf<'objective.close'> {
  return { type: 'objective.close', by: staff, at: NEXT_YEAR, ...fields };
}

export function propose(fields: Fields<'objective.propose'> = {}): ObjectiveCommandOf<'objective.propose'> {
  return {
    type: 'objective.propose',
    planId: 'demo-2022',
    objective: withTargets,
    horizon: '2022-12-31',
    staff: roles,
    by: head,
    at: MORNING,
    ...fields,
  };
}

const byNoChain = { chain: null, workflow: null, step: null } as const;

export function returnProposal(
  fields: Fields<'objective.return-proposal'> = {},
): ObjectiveCommandOf<'objective.return-proposal'> {
  const points = ['manca il confronto con l’anno scorso'];
  return {
    type: 'objective.return-proposal',
    ...byNoChain,
    points,
    staff: roles,
    by: nucleo,
    at: MORNING,
    ...fields,
  };
}

export function withdrawProposal(
  fields: Fields<'objective.withdraw-proposal'> = {},
): ObjectiveCommandOf<'objective.withdraw-proposal'> {
  return {
    type: 'objective.withdraw-proposal',
    reason: 'non serve più',
    staff: roles,
    by: head,
    at: MORNING,
    ...fields,
  };
}

export function validate(fields: Fields<'objective.validate'> = {}): ObjectiveCommandOf<'objective.validate'> {
  const nothing = { findings: [], waiver: null };
  return { type: 'objective.validate', ...byNoChain, ...nothing, staff: roles, by: nucleo, at: MORNING, ...fields };
}

export function suspend(fields: Fields<'objective.suspend'> = {}): ObjectiveCommandOf<'objective.suspend'> {
  return {
    type: 'objective.suspend',
    shareId: REGISTRY,
    reason: 'archivio inagibile',
    from: '2022-07-01',
    until: '2022-09-30',
    act: { kind: 'DGC', number: '40', date: '2022-06-30' },
    staff: roles,
    by: segretario,
    at: '2022-07-01T08:00:00.000Z',
    ...fields,
  };
}

export function restoreMiss(
  fields: Fields<'objective.restore-miss'> = {},
): ObjectiveCommandOf<'objective.restore-miss'> {
  return {
    type: 'objective.restore-miss',
    shareId: REGISTRY,
    missed: { deadlineId: 'draft', instance: '2022-07-31' },
    reason: 'data corretta',
    registered: '2022-08-03',
    staff: roles,
    by: segretario,
    at: '2022-08-08T08:00:00.000Z',
    ...fields,
  };
}

export function ratify(
  fields: Fields<'objective.ratify-suspension'> = {},
): ObjectiveCommandOf<'objective.ratify-suspension'> {
  const act = { kind: 'DGC', number: '41', date: '2022-07-05' };
  const at = '2022-07-06T08:00:00.000Z';
  return { type: 'objective.ratify-suspension', shareId: REGISTRY, act, staff: roles, by: segretario, at, ...fields };
}

export function resume(fields: Fields<'objective.resume'> = {}): ObjectiveCommandOf<'objective.resume'> {
  return {
    type: 'objective.resume',
    shareId: REGISTRY,
    reason: 'archivio di nuovo agibile',
    act: null,
    staff: roles,
    by: segretario,
    at: '2022-07-11T08:00:00.000Z',
    ...fields,
  };
}

export function remove(fields: Fields<'objective.remove'> = {}): ObjectiveCommandOf<'objective.remove'> {
  return {
    type: 'objective.remove',
    shareId: REGISTRY,
    cause: 'force-majeure',
    note: 'alluvione',
    act: { kind: 'DGC', number: '50', date: '2022-07-10' },
    opinion: {
      favourable: true,
      note: 'nessuno poteva evitarlo',
      on: '2022-07-08',
      document: { kind: 'verbale', number: '4', date: '2022-07-08' },
    },
    weight: 'neutralise',
    staff: roles,
    by: segretario,
    at: '2022-07-11T08:00:00.000Z',
    ...fields,
  };
}

export function justify(fields: Fields<'objective.justify'> = {}): ObjectiveCommandOf<'objective.justify'> {
  return {
    type: 'objective.justify',
    shareId: REGISTRY,
    missed: { deadlineId: 'draft', instance: '2022-07-31' },
    justification: { reason: 'upstream-area', note: 'manca il parere dell’area tecnica' },
    evidence: [minutes],
    by: head,
    at: '2022-08-03T08:00:00.000Z',
    ...fields,
  };
}

export function decideJustification(
  fields: Fields<'objective.decide-justification'> = {},
): ObjectiveCommandOf<'objective.decide-justification'> {
  return {
    type: 'objective.decide-justification',
    shareId: REGISTRY,
    missed: { deadlineId: 'draft', instance: '2022-07-31' },
    step: 'proposta',
    accept: true,
    effect: null,
    note: '',
    act: null,
    chain: judging,
    workflow: { id: 'comune', version: 1 },
    staff: roles,
    by: segretario,
    at: '2022-08-10T08:00:00.000Z',
    ...fields,
  };
}

export function makeDefinitive(
  fields: Fields<'objective.make-definitive'> = {},
): ObjectiveCommandOf<'objective.make-definitive'> {
  const note = 'termine del contraddittorio decorso';
  return {
    type: 'objective.make-definitive',
    shareId: REGISTRY,
    note,
    staff: roles,
    by: segretario,
    at: NEXT_YEAR,
    ...fields,
  };
}

export function reopen(fields: Fields<'objective.reopen'> = {}): ObjectiveCommandOf<'objective.reopen'> {
  return {
    type: 'objective.reopen',
    shareId: REGISTRY,
    reason: 'conteggio sbagliato',
    act: { kind: 'DGC', number: '3', date: '2023-01-20' },
    staff: roles,
    by: segretario,
    at: NEXT_YEAR,
    ...fields,
  };
}

export function adjust(
  fields: Fields<'objective.adjust-premium'> = {},
): ObjectiveCommandOf<'objective.adjust-premium'> {
  return {
    type: 'objective.adjust-premium',
    shareId: REGISTRY,
    runId: 'adjustment-2022',
    amount: '1000',
    act: { kind: 'determina', number: '7', date: '2023-01-20' },
    by: { id: 'u-personale', office: 'personale' },
    at: NEXT_YEAR,
    ...fields,
  };
}

const defined: readonly ObjectiveCommand[] = [define()];
const assigned = [...defined, assign()];
const acknowledged = [...assigned, acknowledge()];
const submitted = [...acknowledged, submit()];
const approved = [
  ...submitted,
  approve(),
  approve({ step: 'certificazione', by: nucleo }),
  approve({ step: 'presa-atto', by: giunta, act: NOTED }),
];
const scored = [...approved, score()];
const liquidated = [...scored, liquidate()];

/** The commands that bring the registry's share from nothing to each stage of its life. */
export const upTo = { defined, assigned, acknowledged, submitted, approved, scored, liquidated };

/** The Segretario's share through the same life, and the objective's end. */
export const secretaryToTheEnd: readonly ObjectiveCommand[] = (() => {
  const shareId = SECRETARY;
  const measurements = [{ indicatorId: 'signed', value: 'firmato', notMeasuredBecause: null }];
  return [
    assign({ shareId, office: 'segretario' }),
    acknowledge({ shareId, by: segretario }),
    submit({ shareId, by: segretario, measurements, selfDegree: '100' }),
    approve({ shareId, by: vice }),
    approve({ shareId, step: 'certificazione', by: nucleo }),
    approve({ shareId, step: 'presa-atto', by: giunta, act: NOTED }),
    score({ shareId, degree: '100' }),
    liquidate({ shareId, runId: 'segretario-2022', amount: '0' }),
  ];
})();
