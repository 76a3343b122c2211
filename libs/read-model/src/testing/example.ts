import {
  romeDayOf,
  upcastChain,
  type Actor,
  type Instant,
  type PlanDocument,
  type PlannedObjective,
  type Staff,
} from '#domain';

export const BODY = 'demo';
export const PLAN = '2022';

export const admin: Actor = { id: 'u-admin', office: 'amministrazione' };
export const segretario: Actor = { id: 'u-segretario', office: 'segretario-generale' };
export const vice: Actor = { id: 'u-vice', office: 'vicesegretario' };
export const nucleo: Actor = { id: 'u-nucleo', office: 'nucleo' };
export const giunta: Actor = { id: 'u-giunta', office: 'giunta' };
export const personale: Actor = { id: 'u-personale', office: 'personale' };
export const system: Actor = { id: 'system', office: 'system' };

/** The account that acts for an office of the example. */
export function headOf(office: string): Actor {
  return office === segretario.office ? segretario : { id: `u-${office}`, office };
}

export const act = { kind: 'DGC', number: '95', date: '2022-05-16' };

/** By which the Giunta takes note of what was certified by then. */
export function noted(at: Instant) {
  return { kind: 'DGC', number: '96', date: romeDayOf(at) };
}

export const chain = upcastChain({
  id: 'rendicontazione',
  version: 1,
  steps: [
    {
      id: 'verifica',
      name: { it: 'Verifica', en: 'Verification' },
      office: 'segretario-generale',
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
      id: 'presa-d-atto',
      name: { it: 'Presa d’atto', en: 'Formal note' },
      office: 'giunta',
      substitute: null,
      mayReturn: false,
      needsAct: true,
    },
  ],
});

/** Who holds what in the example, on any of its days. */
export const staff: Staff = {
  day: '2023-01-10',
  offices: [],
  tenures: [headOf('polizia'), headOf('lavori'), segretario, vice, nucleo, giunta, personale].map(({ id, office }) => ({
    person: id,
    office,
    roles: id === segretario.id ? ['segretario'] : [],
    from: '2022-01-01',
    to: null,
    act: null,
  })),
  delegations: [],
  beneficiaries: [],
};

const source = { line: 1 };

export const roads: PlannedObjective = {
  id: '2.1.1',
  mission: 2,
  strategicObjective: 1,
  number: '1',
  title: 'Strade in ordine',
  shares: [
    { id: '2.1.1-polizia', areaId: 'polizia', unit: 'Viabilità', weight: '45', funding: null, source },
    { id: '2.1.1-lavori', areaId: 'lavori', unit: null, weight: '10', funding: null, source },
  ],
  indicators: [
    {
      id: 'requests',
      shareIds: ['2.1.1-lavori'],
      text: 'Segnalazioni evase',
      target: { comparison: 'exactly', value: '100', unit: '%' },
      source,
    },
    { id: 'survey', shareIds: ['2.1.1-polizia', '2.1.1-lavori'], text: 'Ricognizione', target: null, source },
  ],
  deadlines: [
    {
      id: 'weekly',
      shareIds: ['2.1.1-polizia'],
      text: 'Report settimanali',
      kind: 'recurring',
      every: 'week',
      from: '2022-06-20',
      until: '2022-12-31',
      nilReturn: true,
    },
    {
      id: 'giunta',
      shareIds: ['2.1.1-polizia', '2.1.1-lavori'],
      text: 'Relazione alla Giunta',
      kind: 'fixed',
      on: '2022-10-31',
    },
  ],
  participants: [],
  acts: [],
  source,
};

export const rules: PlannedObjective = {
  id: '10.2.1',
  mission: 10,
  strategicObjective: 2,
  number: '1',
  title: 'Regolamenti',
  shares: [
    {
      id: '10.2.1-segretario-generale',
      areaId: 'segretario-generale',
      unit: null,
      weight: '2.5',
      funding: null,
      source,
    },
    {
      id: '10.2.1-lavori',
      areaId: 'lavori',
      unit: 'Operai',
      weight: null,
      funding: 'art. 67 c. 3 lett. h)',
      source,
    },
  ],
  indicators: [{ id: 'draft', shareIds: ['10.2.1-segretario-generale'], text: 'Bozza adottata', target: null, source }],
  deadlines: [
    {
      id: 'draft',
      shareIds: ['10.2.1-segretario-generale'],
      text: 'Prima bozza entro il 31.07.2022',
      kind: 'fixed',
      on: '2022-07-31',
    },
    { id: 'end', shareIds: ['10.2.1-lavori'], text: 'Entro l’anno', kind: 'horizon', on: '2022-12-31' },
  ],
  participants: [],
  acts: [],
  source,
};

export const document: PlanDocument = {
  body: 'Comune di Prova',
  year: 2022,
  title: 'Piano della performance 2022',
  act: null,
  horizon: '2022-12-31',
  areas: [
    { id: 'polizia', name: 'Polizia locale', aliases: [], kind: 'area', ceiling: '60' },
    { id: 'lavori', name: 'Lavori pubblici', aliases: [], kind: 'area', ceiling: '60' },
    { id: 'segretario-generale', name: 'Segretario generale', aliases: [], kind: 'segretario', ceiling: '20' },
  ],
  missions: [
    { number: 2, title: 'Sicurezza', strategicObjectives: [{ number: 1, title: 'Strade' }] },
    { number: 10, title: 'Legalità', strategicObjectives: [{ number: 2, title: 'Regole' }] },
  ],
  objectives: [roads, rules],
  readings: [],
};
