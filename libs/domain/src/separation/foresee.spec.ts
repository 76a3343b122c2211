import { document, REGISTRY, SECRETARY } from '../testing/example.js';
import { step } from '../testing/approval.js';
import { exampleStaff } from '../testing/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { foreseeConflicts } from './foresee.js';
import { separationRules } from './rules.js';
import { sharesOfSameFinding } from './same-finding.js';

const chain = (...steps: readonly StepDefinition[]) => ({ id: 'rendicontazione', version: 1, steps });
const verification = step('verifica', { substitute: { office: 'vicesegretario' } });
const [objective] = document.objectives;
const together = {
  ...document,
  objectives: document.objectives.map((one) => ({
    ...one,
    indicators: one.indicators.map((indicator) =>
      indicator.id === 'rules' ? { ...indicator, shareIds: [REGISTRY, SECRETARY] } : indicator,
    ),
  })),
};

describe('what duty separation will say of a plan', () => {
  it('given the Segretario’s own share, then his verification is foreseen to be the substitute’s', () => {
    expect(foreseeConflicts(document, chain(verification), exampleStaff)).toEqual([
      {
        objectiveId: '6.1.1',
        shareId: SECRETARY,
        step: 'verifica',
        office: 'segretario',
        rule: separationRules['own-office'],
        substitutes: ['vicesegretario'],
      },
    ]);
  });

  it('given no substitute, then nobody may, and that is told', () => {
    const [conflict] = foreseeConflicts(document, chain(step('verifica')), exampleStaff);
    expect(conflict).toMatchObject({ shareId: SECRETARY, substitutes: null });
  });

  it('given one finding for two shares, then who holds the one does not judge the other', () => {
    expect(
      foreseeConflicts(together, chain(verification), exampleStaff).map(({ shareId, rule }) => [shareId, rule.code]),
    ).toEqual([
      [REGISTRY, 'same-finding'],
      [SECRETARY, 'own-office'],
    ]);
  });

  it('given another who may as well, then there is no conflict', () => {
    const either = step('verifica', { who: [{ office: 'segretario' }, { office: 'vicesegretario' }] });
    expect(foreseeConflicts(document, chain(either), exampleStaff)).toEqual([]);
  });

  it.each(['head-of-area', 'assignee', 'proposer'] as const)(
    'given a step of the %s, then it is their own share',
    (relation) => {
      const own = step('parere', { who: [{ relation }] });
      expect(
        foreseeConflicts(document, chain(verification, own), exampleStaff).map(({ shareId, step: at }) => [
          shareId,
          at,
        ]),
      ).toEqual([
        [REGISTRY, 'parere'],
        [SECRETARY, 'verifica'],
        [SECRETARY, 'parere'],
      ]);
    },
  );

  it('given an indicator of several shares, then each of the others has the same finding, once', () => {
    expect(objective && sharesOfSameFinding(objective, REGISTRY)).toEqual([]);
    const [shared] = together.objectives;
    expect(shared && sharesOfSameFinding(shared, REGISTRY)).toEqual([SECRETARY]);
    expect(shared && sharesOfSameFinding(shared, SECRETARY)).toEqual([REGISTRY]);
    expect(shared && sharesOfSameFinding(shared, 'another')).toEqual([]);
  });

  it('given each rule, then its code is its name, and it says where it is written', () => {
    expect(Object.entries(separationRules).map(([name, { code, article }]) => [name === code, article])).toEqual([
      [true, 'art. 6-bis L. 241/1990'],
      [true, 'art. 6-bis L. 241/1990'],
      [true, 'art. 7 D.P.R. 62/2013'],
      [true, 'art. 7 D.P.R. 62/2013'],
      [true, 'art. 14 c. 8 D.Lgs. 150/2009'],
      [true, 'art. 1 c. 7 L. 190/2012; delibera ANAC 1074/2018'],
      [true, 'art. 14 c. 8 D.Lgs. 150/2009'],
      [true, 'art. 7 D.P.R. 62/2013'],
      [true, 'art. 147-bis c. 1 D.Lgs. 267/2000'],
    ]);
  });
});
