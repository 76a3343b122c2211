import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from '../../refused.js';
import { archive, document, REGISTRY, SECRETARY } from '../../testing/example.js';
import { checkDocument } from '../check-document.js';
import type { PlanDocument, PlannedShare } from '../document.js';
import { lintOf } from './lint.js';

/** What each change does, one a line; `WRITE_GOLDEN=1` writes it anew, for somebody to read the difference. */
const GOLDEN = join(__dirname, 'one-change.golden.txt');

const [registry, secretary] = archive.shares as readonly [PlannedShare, PlannedShare];
const collector: PlannedShare = {
  ...registry,
  id: '6.1.1-tributi',
  areaId: 'tributi',
  weight: '20',
  source: { line: 12 },
};
const shareIds = [REGISTRY];
const base: PlanDocument = {
  ...document,
  act: { kind: 'DGC', number: '95', date: '2022-05-16' },
  areas: [...document.areas, { id: 'tributi', name: 'Tributi', aliases: [], kind: 'area', ceiling: '30' }],
  objectives: [
    {
      ...archive,
      shares: [registry, secretary, collector],
      indicators: [{ id: 'i1', shareIds, text: 'Gestione delle pratiche', target: null, source: { line: 20 } }],
      deadlines: [
        { id: 'd1', shareIds, text: 'entro il 29.07.2022', kind: 'fixed', on: '2022-07-29' },
        { id: 'd2', shareIds: [collector.id], text: 'a seguito', kind: 'after', dependsOn: SECRETARY },
      ],
    },
    {
      ...archive,
      id: '6.1.2',
      number: '2',
      title: 'Tempi di pagamento',
      shares: [{ ...registry, id: '6.1.2-affari-generali', weight: '2.5', source: { line: 30 } }],
      indicators: [],
      deadlines: [],
    },
  ],
};

const TEXTS = [
  'Riduzione dei tempi',
  'Riduzione dei tempi rispetto al 2021',
  'Incremento del 10 % sulla media del triennio',
  'Miglioramento da 40 % a 60 %',
  'Relazione alla Giunta',
  'Presentazione e approvazione della relazione',
  'Gestione e pubblicazione',
  'Indicatori e contenuti di cui alla delibera n. 54',
  'Si rinvia alla DGC 54/2022',
  'Vedi allegato',
  'Nessun rilievo da parte del RPCT',
  'Monitoraggio degli obiettivi',
  'Piano anticorruzione e trasparenza',
  'Rispetto dei tempi medi di pagamento',
  'Corsi di formazione',
  'Accessibilità degli uffici',
];
const days = (on: string, id = 'd1') =>
  [
    { kind: 'fixed', on },
    { kind: 'start', from: on, until: null },
    { kind: 'start', from: '2022-06-01', until: on },
    { kind: 'as-of', asOf: on, graceDays: 10 },
    { kind: 'horizon', on },
    { kind: 'recurring', every: 'week', from: on, until: '2022-12-31', nilReturn: true },
  ].map((deadline) => ({ id, shareIds, text: 'Gestione delle pratiche', ...deadline }));
const DEADLINES = [
  ...['2022-07-30', '2022-07-31', '2022-08-15', '2022-08-10', '2022-05-15', '2022-05-16', '2022-12-31'].flatMap((on) =>
    days(on),
  ),
  { id: 'd1', shareIds, text: '', kind: 'relative', to: 'verbale', within: '30 giorni' },
  { id: 'd1', shareIds, text: '', kind: 'after', dependsOn: 'd2' },
  { id: 'd1', shareIds: ['nobody'], text: '', kind: 'fixed', on: '2022-07-29' },
  { id: 'd1', shareIds: [SECRETARY], text: '', kind: 'fixed', on: '2022-07-29' },
  { id: 'd1', shareIds: [SECRETARY], text: '', kind: 'fixed', on: '2022-12-31' },
  { id: 'd1', shareIds, text: '', kind: 'fixed', on: '2022-02-30' },
];
const weights = ['0', '-1', '0.5', '15', '19.99', '20', '30', '55', '60.01', 'x', null];

type Path = readonly (string | number)[];
const places: readonly (readonly [Path, readonly unknown[]])[] = [
  [['year'], [2016, 2017, 2023, 2024, 2025, 2026]],
  [['horizon'], ['2022-07-29', '2022-13-01', '2023-12-31']],
  [['title'], ['', ' ']],
  [['act'], [null]],
  [
    ['act', 'date'],
    ['2022-01-31', '2022-02-01', '2022-12-31'],
  ],
  [['areas'], [[], document.areas]],
  [
    ['areas', 0, 'ceiling'],
    ['12.5', '12.49', '100', null, 'x'],
  ],
  [['areas', 0, 'kind'], ['segretario']],
  [
    ['areas', 1, 'id'],
    ['tributi', ''],
  ],
  [['removed'], [['6.1.1'], ['6.1.2']]],
  [['objectives'], [[]]],
  [
    ['objectives', 1, 'id'],
    ['6.1.1', ''],
  ],
  [['objectives', 1, 'title'], TEXTS],
  [['objectives', 1, 'shares', 0, 'weight'], weights],
  [
    ['objectives', 1, 'shares', 0, 'areaId'],
    ['tributi', 'segretario', 'nobody'],
  ],
  [
    ['objectives', 1, 'shares', 0, 'id'],
    [REGISTRY, ''],
  ],
  [['objectives', 1, 'shares'], [[]]],
  [['objectives', 1, 'mission'], [7]],
  [['objectives', 1, 'strategicObjective'], [2]],
  [['objectives', 0, 'shares', 0, 'weight'], weights],
  [
    ['objectives', 0, 'shares', 0, 'funding'],
    ['Progetto, DGC 54/14.03.22', 'Si rinvia alla DGC 54/2022'],
  ],
  [
    ['objectives', 0, 'shares', 2, 'areaId'],
    ['segretario', 'affari-generali'],
  ],
  [['objectives', 0, 'indicators', 0, 'text'], TEXTS],
  [
    ['objectives', 0, 'indicators', 0, 'target'],
    [
      { comparison: 'at-least', value: '80', unit: '%' },
      { comparison: 'at-least', value: 'x', unit: '%' },
    ],
  ],
  [
    ['objectives', 0, 'indicators', 0, 'shareIds'],
    [[SECRETARY], [REGISTRY, SECRETARY], ['nobody'], []],
  ],
  [
    ['objectives', 0, 'indicators'],
    [[], [...base.objectives[0]!.indicators, ...base.objectives[0]!.indicators]],
  ],
  [['objectives', 0, 'deadlines', 0], DEADLINES],
  [
    ['objectives', 0, 'deadlines'],
    [[], [...base.objectives[0]!.deadlines, ...base.objectives[0]!.deadlines]],
  ],
  [
    ['objectives', 0, 'deadlines', 1, 'dependsOn'],
    ['d1', REGISTRY, '6.1.1-tributi', 'nobody'],
  ],
  [
    ['objectives', 0, 'deadlines', 1, 'shareIds'],
    [[SECRETARY], [REGISTRY, '6.1.1-tributi']],
  ],
  [['objectives', 0, 'acts'], [[{ kind: 'DGC', number: '54', date: '2022-03-14' }]]],
];

function changed(value: unknown, [at, ...rest]: Path, to: unknown): unknown {
  if (at === undefined) return to;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === at ? changed(item, rest, to) : item));
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [at]: changed(fields[at], rest, to) };
}

function checked(plan: PlanDocument): string {
  try {
    checkDocument(plan);
    return 'accepted';
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

const found = (plan: PlanDocument) =>
  lintOf(plan, { patronDay: '08-10', today: '2022-03-01' }).findings.map((finding) => JSON.stringify(finding));

describe('one change of a plan', () => {
  it('given each change of one place, then what is refused, what is found and what no longer is was read and kept', () => {
    const usual = found(base);
    const lines = places.flatMap(([path, others]) =>
      others.map((to) => {
        const plan = changed(base, path, to) as PlanDocument;
        const verdict = checked(plan);
        const where = `${path.join('.')} := ${JSON.stringify(to)}`;
        if (verdict !== 'accepted') return `${where} | ${verdict}`;
        const now = found(plan);
        const news = now.filter((finding) => !usual.includes(finding)).map((finding) => `+ ${finding}`);
        const gone = usual.filter((finding) => !now.includes(finding)).map((finding) => `- ${finding.slice(0, 60)}`);
        const { totals, points } = lintOf(plan);
        const summary = totals.map(({ rule, count, points: of }) => `${rule} ${count} ${of}`).join(', ');
        return [where, `${points}: ${summary}`, ...gone, ...news].join(' | ');
      }),
    );
    const all = `${[checked(base), ...usual, ...lines].join('\n')}\n`;
    if (process.env['WRITE_GOLDEN'] === '1') writeFileSync(GOLDEN, all);
    expect(lines.length).toBeGreaterThan(100);
    expect(all.split('\n')).toEqual(readFileSync(GOLDEN, 'utf8').split('\n'));
  });
});
