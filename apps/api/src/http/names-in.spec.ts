import type { WorkflowDefinition } from '#domain';
import { namesIn } from './names-in.js';

const offices = [
  { id: 'polizia-locale', name: 'Polizia locale', kind: 'area' as const },
  { id: 'giunta', name: 'Giunta comunale', kind: 'office' as const },
];
const step = (id: string, it: string) => ({ id, name: { it, en: id } });
const workflow = {
  chains: {
    variation: { steps: [step('giunta', 'Delibera della Giunta')], documents: [step('relazione', 'Relazione')] },
  },
} as object as WorkflowDefinition;

describe('what a refusal names by an id', () => {
  it.each([
    [{ office: 'polizia-locale' }, { office: 'Polizia locale' }],
    [{ offices: 'polizia-locale, lavori-pubblici' }, { offices: 'Polizia locale, Lavori pubblici' }],
    [{ step: 'giunta' }, { step: 'Delibera della Giunta' }],
    [{ steps: 'parere-tecnico, giunta' }, { steps: 'Parere tecnico, Delibera della Giunta' }],
    [{ certified: 'giunta' }, { certified: 'Delibera della Giunta' }],
    [{ documents: 'relazione' }, { documents: 'Relazione' }],
    [{ share: '7.2.1a-polizia-locale' }, { share: '7.2.1a (Polizia locale)' }],
    [{ share: '7' }, { share: '7' }],
    // an office of the body, a role that is none, an office that it has not
    [{ who: 'giunta, responsabile' }, { who: 'Giunta comunale o responsabile di area' }],
    [{ who: 'ufficio-tributi' }, { who: 'Ufficio tributi' }],
  ])('given %j, then it is called as people call it', (facts, called) => {
    expect(namesIn(facts, offices, workflow, 'it')).toEqual(called);
  });

  it('given the chain that it is about, then a step is called as there, and one that is not there by its id', () => {
    const its = { steps: [step('giunta', 'Parere della Giunta')] };
    const facts = { step: 'giunta', passed: 'verifica-tecnica' };
    expect(namesIn(facts, offices, workflow, 'it', its)).toEqual({
      step: 'Parere della Giunta',
      passed: 'Verifica tecnica',
    });
    const documents = [step('relazione', 'Relazione validata')];
    const named = { documents: 'relazione, bilancio' };
    expect(namesIn(named, offices, workflow, 'it', { ...its, documents })).toEqual({
      documents: 'Relazione validata, Bilancio',
    });
    expect(namesIn(named, offices, workflow, 'it', its)).toEqual({ documents: 'Relazione, Bilancio' });
  });
});
