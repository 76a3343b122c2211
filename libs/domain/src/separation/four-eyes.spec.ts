import { judgedAnew } from '../objective/judged-anew.js';
import type { Rendicontazione } from '../objective/state.js';
import { ACT_OF_GIUNTA, approvalOf, opening, people, step, takes, told, who, type Told } from '../testing/approval.js';
import { delegation, tenure } from '../testing/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { earlierAt } from './four-eyes.js';

// The Segretario also sits in the personnel office, and is alone in it.
const asPersonnel = { id: 'u-segretario', office: 'personale' };
const staff = { ...people, tenures: [...people.tenures, tenure('u-segretario', 'personale')] };

const first = step('istruttoria');
const second = (fields: Partial<StepDefinition> = {}) =>
  step('controllo', { who: [{ office: 'personale' }], substitute: { office: 'vicesegretario' }, ...fields });
const third = step('deliberazione', { who: [{ office: 'giunta' }] });

const begun = (fields: Partial<StepDefinition> = {}, subject: 'rendicontazione' | 'variation' = 'variation'): Told =>
  approvalOf(opening([first, second(fields), third], { staff, subject })).after(takes('istruttoria', who.segretario));

describe('the steps of one chain', () => {
  it('given who took them in any order, as a table gives it back, then those who may not take another are the same', () => {
    const next = { id: 'esito', independentOf: 'earlier' } as const;
    const took = { certificazione: ['u-2'], parere: ['u-1', 'u-3'] };
    const asKept = { parere: took.parere, certificazione: took.certificazione };
    expect(earlierAt(next, 'variation', asKept)).toEqual(earlierAt(next, 'variation', took));
  });

  it.each(['variation', 'rendicontazione'] as const)(
    'given any chain (%s), when who took a step comes to the next as another office, then the substitute takes it',
    (subject) => {
      const approval = begun({}, subject);
      expect(approval.when(takes('controllo', asPersonnel))).toMatchObject({
        refusal: 'approval/own-report',
        told: { rule: 'four-eyes', approver: 'vicesegretario' },
      });
      expect(approval.when(takes('controllo', who.vice))).toMatchObject({
        facts: [{ kind: 'voted', rerouted: { from: 'personale', rule: 'four-eyes' } }, { kind: 'step-passed' }],
      });
    },
  );

  it('given nobody to take their place, then the step waits and says why', () => {
    expect(begun({ substitute: null }).when(takes('controllo', asPersonnel))).toMatchObject({
      refusal: 'approval/no-substitute',
      told: { step: 'controllo', office: 'personale', rule: 'four-eyes' },
    });
  });

  it('given a definition that lets the same persons take it, then they may', () => {
    expect(begun({ independentOf: 'nobody' }).when(takes('controllo', asPersonnel))).toHaveProperty('facts');
  });

  it('given a definition that names the steps, then only who took those is barred', () => {
    const named = (independentOf: readonly string[]) =>
      approvalOf(
        opening([first, step('parere', { who: [{ office: 'vicesegretario' }] }), second({ independentOf })], {
          staff,
          subject: 'variation',
        }),
      ).after(takes('istruttoria', who.segretario), takes('parere', who.vice));
    expect(named(['parere']).when(takes('controllo', asPersonnel))).toHaveProperty('facts');
    expect(named(['istruttoria']).when(takes('controllo', asPersonnel))).toMatchObject({
      told: { rule: 'four-eyes' },
    });
  });

  it('given a step that records an act, then who took an earlier one may record it, unless the definition says otherwise', () => {
    const act = { kinds: ['DGC'] };
    const recorded = takes('controllo', asPersonnel, { act: ACT_OF_GIUNTA });
    expect(begun({ act }).when(recorded)).toHaveProperty('facts');
    expect(begun({ act, independentOf: 'earlier' }).when(recorded)).toMatchObject({ told: { rule: 'four-eyes' } });
  });

  it('given somebody who acted in the place of another, then neither of them takes the next step', () => {
    const delegated = {
      ...staff,
      delegations: [delegation('d-1', 'segretario', 'u-vice')],
      tenures: [...staff.tenures, tenure('u-other', 'personale')],
    };
    const approval = approvalOf(opening([first, second()], { staff: delegated, subject: 'variation' })).after(
      takes('istruttoria', { id: 'u-vice', office: 'segretario' }),
    );
    expect(approval.state.took).toEqual({ istruttoria: ['u-vice', 'u-segretario'] });
    expect(approval.when(takes('controllo', asPersonnel))).toMatchObject({ told: { rule: 'four-eyes' } });
    expect(approval.when(takes('controllo', { id: 'u-other', office: 'personale' }))).toHaveProperty('facts');
  });

  it('given who took a step, when they give the next one to another, then they may: they judge nothing by it', () => {
    const to = { id: 'u-nucleo', office: 'nucleo' };
    const reassigned = begun({ who: [{ office: 'nucleo' }] }).when([
      { do: 'reassign', step: 'controllo', to, reason: 'assenza' },
      who.segretario,
    ]);
    expect(reassigned).toMatchObject({ facts: [{ kind: 'reassigned' }] });
  });

  it('given another version that says otherwise, when moved to it, then the step that waits follows that one', () => {
    const chain = { id: 'variation', version: 2, steps: [first, second({ independentOf: 'nobody' }), third] };
    const moved = begun().after([{ do: 'migrate', chain, workflow: null, reason: 'correzione' }, who.giunta]);
    expect(moved.when(takes('controllo', asPersonnel))).toHaveProperty('facts');
  });

  it('given a chain that was frozen before it said so, then runs and evaluations alone are taken by others each time', () => {
    const old = (subject: 'variation' | 'premium-run') => {
      const { state } = approvalOf(opening([first, second()], { staff, subject }));
      const steps = state.chain.steps.map((one) => ({ ...one, independentOf: undefined }));
      const before = told({ ...state, chain: { ...state.chain, steps } }, staff);
      return before.after(takes('istruttoria', who.segretario)).when(takes('controllo', asPersonnel));
    };
    expect(old('variation')).toHaveProperty('facts');
    expect(old('premium-run')).toMatchObject({ told: { rule: 'four-eyes' } });
  });

  it('given a report that is judged anew, then everybody may take its first step again', () => {
    const { state } = begun({}, 'rendicontazione');
    expect(state.parties.earlier).toEqual(['u-segretario']);
    const anew = judgedAnew(state as Rendicontazione, {
      act: { kind: 'DGC', number: '3', date: '2023-02-01' },
      at: '2023-02-01T08:00:00.000Z',
    });
    expect(anew).toMatchObject({ took: {}, passed: [] });
    expect(anew.parties).not.toHaveProperty('earlier');
  });
});
