import { approvalOf, opening, people, step, takes, told, who } from '../testing/approval.js';
import { parties } from '../testing/staff.js';
import { Refused } from '../refused.js';
import { actOn } from './compose.js';
import { openApproval } from './open.js';

const named = step('verifica', { name: { it: 'Verifica di prima', en: 'Former verification' } });

function stepsIn(rule: () => unknown) {
  try {
    rule();
  } catch (error) {
    return error instanceof Refused ? error.chain?.steps : undefined;
  }
  throw new Error('It was not refused.');
}

describe('how a refusal calls the steps that it names', () => {
  const { state } = approvalOf(opening([named, step('presa-atto')]));
  const asked = { type: 'approval.act', subject: 'rendicontazione', shareId: null, staff: people } as const;
  const at = '2023-01-20T09:00:00.000Z';

  it.each([
    ['taken', takes('verifica', who.giunta)[0]],
    ['claimed', { do: 'claim', step: 'presa-atto' } as const],
    ['released', { do: 'release', step: 'verifica' } as const],
  ])('given a step that is %s, then as the version that the approval runs on does', (_, deed) => {
    expect(stepsIn(() => actOn(state, { ...asked, deed, by: who.giunta, at }))?.[0]).toMatchObject({
      id: named.id,
      name: named.name,
    });
  });

  it('given nobody who could take one, then as the chain does that was to begin', () => {
    const own = opening([named], { parties: parties({ offices: ['segretario'] }) });
    expect(stepsIn(() => openApproval(own))?.[0]).toMatchObject({ name: named.name });
  });

  it('given who is of the office that is barred, then the rule that bars them, not the first of their colleagues', () => {
    const staff = { ...people, tenures: people.tenures.filter(({ person }) => person !== 'u-nucleo-3') };
    const ofNucleo = step('certificazione', { who: [{ office: 'nucleo' }] });
    const begun = approvalOf(opening([ofNucleo], { staff })).state;
    const sides = parties({ authors: ['u-nucleo'], beneficiaries: ['u-nucleo-2'] });
    const asking = told({ ...begun, parties: sides }, staff);
    expect(asking.when(takes('certificazione', who.nucleo))).toMatchObject({ told: { rule: 'author' } });
    expect(asking.when(takes('certificazione', who.nucleo2))).toMatchObject({
      refusal: 'approval/no-substitute',
      told: { office: 'nucleo', rule: 'beneficiary' },
    });
  });
});
