import {
  approvalSubjects,
  evaluationStatuses,
  lifecycleStates,
  lifecycleVerbs,
  lintRules,
  outcomes,
  removalCauses,
  separationRules,
} from '#domain';
import { VariationStatus } from '../variation-views.js';
import { factInWords } from './fact-words.js';

/** What the rules put into a refusal that is a word of ours and not of the person who asked. */
const values: Readonly<Record<string, readonly string[]>> = {
  verb: lifecycleVerbs,
  possible: lifecycleVerbs,
  state: lifecycleStates,
  from: lifecycleStates,
  outcome: outcomes,
  subject: approvalSubjects,
  chain: approvalSubjects,
  status: ['none', 'open', 'returned', 'rejected', 'approved', ...VariationStatus.options, ...evaluationStatuses],
  wanted: [...evaluationStatuses, 'hearing-offered'],
  rule: Object.keys(separationRules),
  causes: removalCauses,
  missing: ['indicator', 'target', 'deadline', 'weight', 'name', 'patronDay', 'offices'],
  scope: ['areas', 'segretario', 'share'],
  role: ['nucleo', 'rpct', 'segretario'],
  findings: lintRules,
  field: ['selfDegree', 'receivedOn', 'occurredOn', 'returnBy', 'reason', 'proof', 'act.date', 'deadline.until'],
};

describe('a fact of a refusal, as people call it', () => {
  it.each(Object.entries(values).flatMap(([fact, ids]) => ids.map((id) => [fact, id] as const)))(
    'given the %s %s, then it has words in both languages',
    (fact, id) => {
      expect(factInWords(fact, id, 'it')).not.toBe(id);
      // where the id is a word of English it may be the word
      for (const language of ['it', 'en'] as const) {
        expect(factInWords(fact, id, language)).not.toMatch(/\w-\w+-\w|lint\/|[a-z][A-Z]/);
      }
    },
  );

  it('given several, then they are said as one says them, each once', () => {
    expect(factInWords('causes', 'third-party, resources', 'it')).toBe('causa di terzi o risorse mancanti');
    expect(factInWords('possible', 'suspend, remove', 'it')).toBe('sospendere e stralciare');
    expect(factInWords('findings', 'lint/no-target (7.2.1-personale)', 'it')).toBe(
      'Senza risultato misurabile (7.2.1-personale)',
    );
  });

  it.each([
    ['2022-dgc-54', 'DGC 54 del 2022'],
    ['2022-determina-7', 'Determina n. 7 del 2022'],
    ['2027-delibera.assemblea-12', 'Delibera dell’assemblea n. 12 del 2027'],
    ['2027-delibera.dell.assemblea-12', 'Delibera dell’assemblea n. 12 del 2027'],
    ['2027-verbale.del.nucleo-3', 'Verbale del nucleo n. 3 del 2027'],
    ['undated-dcc-3', 'DCC 3'],
  ])('given the act %s, then it is %s', (id, said) => {
    expect(factInWords('act', id, 'it')).toBe(said);
  });

  it('given what is nobody’s word of ours, then it is left as it is', () => {
    expect(factInWords('plan', '2022', 'it')).toBeNull();
    expect(factInWords('act', '54', 'it')).toBeNull();
  });
});
