import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { foreseeConflicts, type ChainDefinition, type Staff } from '#domain';
import { readPlan } from '#plan-import';

const demonstration = resolve('examples/comune/piano-2022.md');
const published = resolve(__dirname, '../../../../shared/data/000_472343b89bfbdfba.txt');
const plans: [string, string][] = [['the demonstration', demonstration]];
if (existsSync(published)) plans.push(['the published plan', published]);

const name = { it: 'Verifica', en: 'Verification' };
const SEGRETARIO = 'segretario-generale';
const chain = (substitute: string | null): ChainDefinition => ({
  id: 'rendicontazione',
  version: 1,
  steps: [
    {
      id: 'verifica',
      name,
      who: [{ office: SEGRETARIO }],
      agreement: { kind: 'one' },
      order: 'parallel',
      substitute: substitute === null ? null : { office: substitute },
      term: null,
      onTimeout: [],
      outcomes: ['approve'],
      act: null,
    },
  ],
});

const staff: Staff = {
  day: '2022-05-16',
  offices: [{ id: SEGRETARIO, function: 'segretario', names: [] }],
  tenures: [
    { person: 'a', office: SEGRETARIO, roles: ['segretario', 'rpct'], from: '2020-01-01', to: null, act: null },
    { person: 'b', office: 'vicesegretario', roles: [], from: '2020-01-01', to: null, act: null },
  ],
  delegations: [],
  beneficiaries: [],
};

describe('duty separation in the plan of 2022', () => {
  it.each(plans)('given %s, then the two findings on which the Segretario is scored are found', (_, path) => {
    const { document } = readPlan(readFileSync(path, 'utf8'));
    if (document === null) throw new Error('the plan has problems');
    const conflicts = foreseeConflicts(document, chain('vicesegretario'), staff);

    const ofOthers = conflicts.filter(({ rule }) => rule.code === 'same-finding');
    expect(new Set(ofOthers.map(({ objectiveId }) => objectiveId))).toEqual(new Set(['4.1.1', '20.4.1b']));
    expect(ofOthers).toHaveLength(7); // six areas beside him in one, one in the other
    expect(ofOthers.some(({ shareId }) => shareId.includes(SEGRETARIO))).toBe(false);

    const own = conflicts.filter(({ rule }) => rule.code === 'own-office');
    const his = document.objectives.flatMap(({ shares }) => shares).filter(({ areaId }) => areaId === SEGRETARIO);
    expect(own.map(({ shareId }) => shareId)).toEqual(his.map(({ id }) => id));
    expect(conflicts.every(({ substitutes }) => substitutes?.join() === 'vicesegretario')).toBe(true);
  });

  it('given no substitute, then nobody may, and the plan says so before it is approved', () => {
    const { document } = readPlan(readFileSync(demonstration, 'utf8'));
    if (document === null) throw new Error('the plan has problems');
    const conflicts = foreseeConflicts(document, chain(null), staff);
    expect(conflicts.every(({ substitutes }) => substitutes === null)).toBe(true);
    expect(conflicts.length).toBeGreaterThan(7);
  });
});
