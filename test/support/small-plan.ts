import type { PlanDocument } from '#domain';

const source = { line: 1 };

/** A plan of two areas and the Segretario: small enough to follow by hand. */
export const smallPlan: PlanDocument = {
  body: 'Comune di Prova',
  year: 2022,
  title: 'Piano della performance 2022',
  act: { kind: 'DGC', number: '10', date: '2022-01-10' },
  horizon: '2022-12-31',
  areas: [
    { id: 'finanziaria', name: 'Finanziaria', aliases: [], kind: 'area', ceiling: '60' },
    { id: 'polizia-locale', name: 'Polizia locale', aliases: ['PL'], kind: 'area', ceiling: '60' },
    { id: 'segretario-generale', name: 'Segretario Generale', aliases: [], kind: 'segretario', ceiling: '20' },
  ],
  missions: [{ number: 1, title: 'Servizi', strategicObjectives: [{ number: 1, title: 'Servizi vicini' }] }],
  objectives: [
    {
      id: '1.1.1',
      mission: 1,
      strategicObjective: 1,
      number: '1',
      title: 'Pagamenti in linea',
      shares: [
        { id: '1.1.1-finanziaria', areaId: 'finanziaria', unit: null, weight: '40', funding: null, source },
        { id: '1.1.1-polizia-locale', areaId: 'polizia-locale', unit: null, weight: '20', funding: null, source },
      ],
      indicators: [
        {
          id: '1.1.1-i1',
          shareIds: ['1.1.1-finanziaria'],
          text: 'Almeno l’80% dei pagamenti',
          target: { comparison: 'at-least', value: '80', unit: '%' },
          source,
        },
      ],
      deadlines: [
        { id: '1.1.1-d1', shareIds: ['1.1.1-finanziaria'], text: 'entro il 30/6', kind: 'fixed', on: '2022-06-30' },
        { id: '1.1.1-d2', shareIds: ['1.1.1-polizia-locale'], text: 'entro l’anno', kind: 'horizon', on: '2022-12-31' },
      ],
      participants: [],
      acts: [],
      source,
    },
    {
      id: '1.1.2',
      mission: 1,
      strategicObjective: 1,
      number: '2',
      title: 'Regolamento dei controlli',
      shares: [
        {
          id: '1.1.2-segretario-generale',
          areaId: 'segretario-generale',
          unit: null,
          weight: '20',
          funding: null,
          source,
        },
      ],
      indicators: [],
      deadlines: [
        {
          id: '1.1.2-d1',
          shareIds: ['1.1.2-segretario-generale'],
          text: 'entro l’anno',
          kind: 'horizon',
          on: '2022-12-31',
        },
      ],
      participants: [],
      acts: [],
      source,
    },
  ],
  readings: [],
};

/** The same, and something falls due in years to come: on whatever day it is, work can rest. */
export const outlastingPlan: PlanDocument = {
  ...smallPlan,
  objectives: smallPlan.objectives.map((objective) => ({
    ...objective,
    deadlines: [
      ...objective.deadlines,
      {
        id: `${objective.id}-ahead`,
        shareIds: objective.shares.map(({ id }) => id),
        text: 'resoconto',
        kind: 'fixed',
        on: '2099-12-31',
      },
    ],
  })),
};
