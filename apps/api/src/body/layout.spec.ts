import { nextSetupStep, officesOf, overseeingOf, type Known } from './layout.js';

const area = { id: 'tecnica', name: 'Area tecnica', aliases: [], kind: 'area', ceiling: null } as const;
const segretario = { ...area, id: 'segretario-generale', name: 'Segretario', kind: 'segretario' } as const;
const named = { name: 'Comune', patronDay: undefined, offices: [], setupCompleted: false, settled: [] };
const office = { id: 'tecnica', name: 'Ufficio tecnico', kind: 'area' } as const;

describe('the layout of a body', () => {
  it('given a register, plans and accounts, then every office is known once, by the register’s name first', () => {
    const registry = { ...named, offices: [office] };
    const accounts = [
      ...['tecnica', 'archivio'].map((name) => ({ office: name, roles: ['responsabile'] as const })),
      { office: 'amministratore', roles: ['amministratore'] as const },
    ];
    expect(officesOf({ registry, areas: [area, segretario], accounts })).toEqual([
      office,
      { id: 'segretario-generale', name: 'Segretario', kind: 'office' },
      { id: 'archivio', name: 'archivio', kind: 'office' },
    ]);
  });

  it('given offices where everybody only administers or audits, then those are told apart, but for areas and for those where somebody works', () => {
    const works = (name: string, ...roles: Known['accounts'][number]['roles']) => ({ office: name, roles });
    const accounts = [
      works('amministratore', 'amministratore'),
      works('revisori', 'revisore'),
      works('segreteria', 'amministratore', 'responsabile'),
      works('archivio', 'revisore'),
      works('archivio', 'responsabile'),
      works('tecnica', 'amministratore'),
    ];
    expect(overseeingOf({ registry: named, areas: [area], accounts })).toEqual(['amministratore', 'revisori']);
    const registry = { ...named, offices: [{ ...office, id: 'revisori' }] };
    expect(overseeingOf({ registry, areas: [area], accounts })).toEqual(['amministratore']);
  });

  const people = ['a', 'b'].map((name) => ({ office: name, roles: ['revisore'] as const }));
  const ready = { ...named, patronDay: null, offices: [office] };
  it.each<[string, Known, string | null]>([
    ['nothing', { registry: null, areas: [], accounts: [] }, 'body'],
    ['a name', { registry: named, areas: [], accounts: [] }, 'calendar'],
    ['an answer on the patron', { registry: { ...named, patronDay: null }, areas: [], accounts: [] }, 'offices'],
    ['offices', { registry: ready, areas: [], accounts: people.slice(0, 1) }, 'people'],
    ['people', { registry: ready, areas: [], accounts: people }, 'plan'],
    ['a plan', { registry: ready, areas: [area], accounts: people }, null],
    [
      'a setup that was completed early',
      { registry: { ...named, setupCompleted: true }, areas: [], accounts: [] },
      null,
    ],
  ])('given %s, then the next step is known', (_, known, step) => {
    expect(nextSetupStep(known)).toBe(step);
  });
});
