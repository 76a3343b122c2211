import { approvalOf, opening, people, step, takes, who } from '../testing/approval.js';
import { tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { ownFirstStep } from './own-first-step.js';

const first = (fields: Partial<StepDefinition> = {}) =>
  approvalOf(opening([step('proposta', { who: [{ office: 'giunta' }, { office: 'vicesegretario' }], ...fields })]))
    .state;

describe('whoever sets an approval out takes its first step', () => {
  it.each<[string, string | null, Partial<StepDefinition>, Actor]>([
    ['that is theirs', 'proposta', {}, who.giunta],
    ['that is another’s', null, {}, who.nucleo],
    ['that is somebody else’s of their office', null, {}, { ...who.giunta, id: 'u-x' }],
    ['that is theirs as another office', null, {}, { ...who.giunta, office: 'tributi' }],
    // whose office is asked first proposes
    ['that asks another office first', null, {}, who.vice],
    ['that asks for an act', null, { act: { kinds: ['DGC'] } }, who.giunta],
    ['at which nobody agrees', null, { outcomes: ['return'] }, who.giunta],
  ])('given one %s, then it is %s', (_, expected, fields, by) => {
    expect(ownFirstStep(first(fields), { by, staff: people })).toBe(expected);
  });

  it('given an approval that is over, or a step that nobody could take any more, then there is none', () => {
    const over = approvalOf(opening([step('proposta')])).after(takes('proposta', who.segretario));
    expect(ownFirstStep(over.state, { by: who.segretario, staff: people })).toBeNull();
    const barred = {
      ...first(),
      parties: { authors: [], offices: ['giunta', 'vicesegretario'], scored: [], beneficiaries: [] },
    };
    expect(ownFirstStep(barred, { by: who.giunta, staff: people })).toBeNull();
  });

  it('given a colleague of the office, then theirs as well', () => {
    const staff = { ...people, tenures: [...people.tenures, tenure('u-colleague', 'giunta')] };
    expect(ownFirstStep(first(), { by: { id: 'u-colleague', office: 'giunta' }, staff })).toBe('proposta');
  });
});
