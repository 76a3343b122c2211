import { approvalOf, opening, orRefusal, people, step, takes, verification, who } from '../testing/approval.js';
import { parties } from '../testing/staff.js';
import { currentStep } from './approval.js';
import { openApproval } from './open.js';
import { waitingAt } from './waiting.js';

const opened = (...args: Parameters<typeof opening>) => orRefusal(() => openApproval(opening(...args)));

describe('opening an approval', () => {
  it('given a chain, when an approval opens, then it keeps the chain and who could take each step', () => {
    expect(openApproval(opening())).toMatchObject({
      chain: { id: 'rendicontazione', version: 1 },
      workflow: { id: 'comune', version: 1 },
      panels: {
        verifica: { offices: ['segretario'], reroutedFrom: null },
        certificazione: { offices: ['nucleo'] },
        'presa-atto': { offices: ['giunta'] },
      },
    });
    expect(currentStep(approvalOf(opening()).state)).toMatchObject(verification);
  });

  it('given a step whose office is on the other side, when it opens, then the substitute is asked', () => {
    const own = { parties: parties({ authors: ['u-segretario'], offices: ['segretario'] }) };
    expect(openApproval(opening(undefined, own)).panels['verifica']).toEqual({
      offices: ['vicesegretario'],
      reroutedFrom: 'segretario',
    });
  });

  it('given an office scored on the same finding, when it opens, then the substitute is asked as well', () => {
    const same = { parties: parties({ authors: ['u-head'], offices: ['affari-generali'], scored: ['segretario'] }) };
    expect(openApproval(opening(undefined, same)).panels['verifica']).toMatchObject({ offices: ['vicesegretario'] });
  });

  it('given nobody who could take a step, nor a substitute, when it opens, then approval/no-substitute', () => {
    const alone = step('verifica', { substitute: null });
    const own = { parties: parties({ offices: ['segretario'] }) };
    expect(opened([alone], own)).toMatchObject({ refusal: 'approval/no-substitute', told: { office: 'segretario' } });
    expect(opened([{ ...alone, substitute: { office: 'segretario' } }], own)).toHaveProperty('refusal');
  });

  describe('of a step of several of the other areas', () => {
    const two = step('visto', { who: [{ relation: 'other-areas' }], agreement: { kind: 'quorum', count: 2 } });
    const by = { ...two, substitute: { office: 'vicesegretario' } };
    const having = (...areas: readonly string[]) => ({ relations: { 'other-areas': areas } });

    it('given as many others as it wants, held or not, when it opens, then it waits for those', () => {
      expect(opened([by], having('tributi', 'nucleo'))).toHaveProperty('panels.visto.offices', ['tributi', 'nucleo']);
    });

    it('given fewer others and a substitute, when it opens, then the substitute is one of them, and they pass it together', () => {
      expect(opened([by], having('segretario'))).toHaveProperty('panels.visto', {
        offices: ['segretario', 'vicesegretario'],
        reroutedFrom: null,
      });
      const both = approvalOf(opening([by], having('segretario'))).after(takes('visto', who.segretario));
      expect(both.when(takes('visto', who.vice))).toMatchObject({
        facts: [{ kind: 'voted' }, {}, { kind: 'approved' }],
      });
    });

    it('given fewer others than it wants, also with its substitute, when it opens, then approval/too-few tells how many there are', () => {
      const three = { ...by, agreement: { kind: 'quorum', count: 3 } } as const;
      const told = { step: 'visto', count: 2, most: 1, offices: 'segretario' };
      expect(opened([two], having('segretario'))).toMatchObject({ refusal: 'approval/too-few', told });
      expect(opened([three], having('segretario'))).toMatchObject({ told: { count: 3, most: 2 } });
      expect(opened([by], having())).toMatchObject({
        refusal: 'approval/too-few',
        told: { offices: 'vicesegretario' },
      });
    });

    it('given an area that several hold, when it opens, then each counts', () => {
      expect(opened([two], having('nucleo'))).toHaveProperty('panels.visto.offices', ['nucleo']);
    });

    it('given a step that waits for too few since an earlier release, then it is told stuck', () => {
      const { state } = approvalOf(opening([two], having('segretario', 'tributi')));
      const few = { ...state, relations: { 'other-areas': ['segretario'] } };
      expect(waitingAt(few, people, { patronDay: null })?.stuck).toBe('vacant');
    });
  });

  it('given a chain without steps, when it opens, then approval/chain-empty', () => {
    expect(opened([])).toMatchObject({ refusal: 'approval/chain-empty' });
  });

  it('given an office that nobody holds, when it opens, then it waits for one', () => {
    expect(opened([step('visto', { who: [{ office: 'tributi' }] })])).toHaveProperty('panels.visto.offices', [
      'tributi',
    ]);
  });

  it('given steps taken in turn, then the last approves, and nothing waits', () => {
    const last = approvalOf(opening([step('a'), step('b', { who: [{ office: 'nucleo' }] })])).after(
      takes('a', who.segretario),
    );
    expect(last.when(takes('b', who.nucleo))).toMatchObject({
      facts: [{ kind: 'voted' }, { kind: 'step-passed', step: 'b', final: true }, { kind: 'approved' }],
    });
    const { state } = last.after(takes('b', who.nucleo));
    expect(state).toMatchObject({ status: 'approved', passed: ['a', 'b'] });
    expect(currentStep(state)).toBeNull();
  });
});
