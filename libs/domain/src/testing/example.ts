import { upcastChain, type OldChain } from '../approval/old-chain.js';
import type { Staff } from '../organisation/staff.js';
import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import type { Actor, Evidence } from '../values.js';
import type { ChainDefinition, StepDefinition } from '../workflow/chain-definition.js';

// Two shares: the registry's of an area, and one of the Segretario, whose reports a substitute verifies.
export const REGISTRY = '6.1.1-affari-generali';
export const SECRETARY = '6.1.1-segretario';

export const head: Actor = { id: 'u-head', office: 'affari-generali' };
export const segretario: Actor = { id: 'u-segretario', office: 'segretario' };
export const vice: Actor = { id: 'u-vice', office: 'vicesegretario' };
export const nucleo: Actor = { id: 'u-nucleo', office: 'nucleo' };
export const giunta: Actor = { id: 'u-giunta', office: 'giunta' };
export const staff: Actor = { id: 'u-staff', office: 'staff' };

/** Who has which role in the example. */
export const roles: Staff = {
  day: '2022-06-20',
  offices: [],
  tenures: [
    { person: head.id, office: head.office, roles: ['responsabile'], from: '2022-01-01', to: null, act: null },
    {
      person: segretario.id,
      office: segretario.office,
      roles: ['segretario'],
      from: '2022-01-01',
      to: null,
      act: null,
    },
    { person: nucleo.id, office: nucleo.office, roles: ['nucleo'], from: '2022-01-01', to: null, act: null },
    { person: vice.id, office: vice.office, roles: ['vicesegretario'], from: '2022-01-01', to: null, act: null },
    { person: giunta.id, office: giunta.office, roles: ['giunta'], from: '2022-01-01', to: null, act: null },
  ],
  delegations: [],
  beneficiaries: [],
};

const judges = (id: string, office: string, substitute: string | null): StepDefinition => ({
  id,
  name: { it: id, en: id },
  who: [{ office }],
  agreement: { kind: 'one' },
  order: 'parallel',
  substitute: substitute === null ? null : { office: substitute },
  term: null,
  onTimeout: [],
  outcomes: ['approve', 'reject', 'return'],
  act: null,
});

/** The Segretario proposes, the Nucleo decides; of his own share his substitute proposes. */
export const judging: ChainDefinition = {
  id: 'justification',
  version: 1,
  steps: [judges('proposta', 'segretario', 'vicesegretario'), judges('decisione', 'nucleo', null)],
};

/** A morning in the year of the plan. */
export const MORNING = '2022-06-20T08:00:00.000Z';
/** After the year's end. */
export const NEXT_YEAR = '2023-01-20T08:00:00.000Z';

export const ACT = { kind: 'DGC', number: '12', date: '2022-06-01' };
/** By which the Giunta decides what is asked of it that morning. */
export const DECIDED = { kind: 'DGC', number: '13', date: '2022-06-20' };
/** By which the Giunta takes note of a report, once the Nucleo has certified it. */
export const NOTED = { kind: 'DGC', number: '4', date: '2023-01-20' };

export const minutes: Evidence = {
  name: 'verbale.pdf',
  sha256: 'a'.repeat(64),
  mediaType: 'application/pdf',
  size: 1024,
};

/** As chains were until there were definitions. */
export const oldChain: OldChain = {
  id: 'ordinaria',
  version: 1,
  steps: [
    {
      id: 'verifica',
      name: { it: 'Verifica', en: 'Verification' },
      office: 'segretario',
      substitute: 'vicesegretario',
      mayReturn: true,
      needsAct: false,
    },
    {
      id: 'certificazione',
      name: { it: 'Certificazione', en: 'Certification' },
      office: 'nucleo',
      substitute: null,
      mayReturn: true,
      needsAct: false,
    },
    {
      id: 'presa-atto',
      name: { it: 'Presa d’atto', en: 'Formal note' },
      office: 'giunta',
      substitute: null,
      mayReturn: false,
      needsAct: true,
    },
  ],
};

export const chain = upcastChain(oldChain);

export const archive: PlannedObjective = {
  id: '6.1.1',
  mission: 6,
  strategicObjective: 1,
  number: '1',
  title: 'Riordino dell’archivio',
  shares: [
    {
      id: REGISTRY,
      areaId: 'affari-generali',
      unit: 'Protocollo',
      weight: '10',
      funding: null,
      source: { line: 10 },
    },
    { id: SECRETARY, areaId: 'segretario', unit: null, weight: '2.5', funding: null, source: { line: 11 } },
  ],
  indicators: [
    {
      id: 'boxes',
      shareIds: [REGISTRY],
      text: 'Faldoni riordinati',
      target: { comparison: 'at-least', value: '80', unit: '%' },
      source: { line: 10 },
    },
    { id: 'rules', shareIds: [REGISTRY], text: 'Manuale adottato', target: null, source: { line: 10 } },
    { id: 'signed', shareIds: [SECRETARY], text: 'Manuale firmato', target: null, source: { line: 11 } },
  ],
  deadlines: [
    {
      id: 'weekly',
      shareIds: [REGISTRY],
      text: 'report settimanali',
      kind: 'recurring',
      every: 'week',
      from: '2022-06-20',
      until: '2022-12-31',
      nilReturn: true,
    },
    { id: 'draft', shareIds: [REGISTRY, SECRETARY], text: 'entro il 31.07.2022', kind: 'fixed', on: '2022-07-31' },
    { id: 'after', shareIds: [REGISTRY], text: 'ad avvenuto scarto', kind: 'after', dependsOn: 'draft' },
  ],
  participants: [],
  acts: [],
  source: { line: 10 },
};

/** The same with something to measure everywhere, as a proposal needs it. */
export const withTargets: PlannedObjective = {
  ...archive,
  indicators: archive.indicators.map((indicator) => ({
    ...indicator,
    target: { comparison: 'at-least', value: '80', unit: '%' },
  })),
};

export const document: PlanDocument = {
  body: 'Comune di Prova',
  year: 2022,
  title: 'Piano della performance 2022',
  act: null,
  horizon: '2022-12-31',
  areas: [
    { id: 'affari-generali', name: 'Affari generali', aliases: [], kind: 'area', ceiling: '60' },
    { id: 'segretario', name: 'Segretario', aliases: [], kind: 'segretario', ceiling: '20' },
  ],
  missions: [{ number: 6, title: 'Cultura', strategicObjectives: [{ number: 1, title: 'Archivio' }] }],
  objectives: [archive],
  readings: [],
};
