import { actsOn, offersOn, type Share } from './offers.js';

const unmoved = { suspension: null, rests: [], adjusting: null, removal: null };

const share = {
  shareId: '1.1.1-finanziaria',
  office: 'finanziaria',
  acknowledged: true,
  status: 'in-progress',
  awaiting: null,
  due: [],
  degree: null,
  moves: unmoved,
  possible: [
    { verb: 'suspend', who: [{ office: 'giunta' }] },
    { verb: 'remove', who: [{ office: 'giunta' }] },
    { verb: 'submit-rendicontazione', who: [{ office: 'finanziaria' }] },
  ],
} as unknown as Share;

const all = [
  'assign',
  'acknowledge',
  'report-progress',
  'fulfil-late',
  'submit-rendicontazione',
  'approve-rendicontazione',
  'score',
  'suspend',
  'resume',
  'remove',
  'reopen',
].map((action) => `objective.${action}`);

const somebody = (office: string, actions = all, roles: readonly string[] = []) => ({
  user: { office, roles },
  actions,
});

const changed = (fields: object) => ({ ...share, ...fields }) as unknown as Share;

describe('what is offered on a share', () => {
  it('given a share under way, then its office reports and submits, others do nothing', () => {
    expect(offersOn(share, somebody('finanziaria'))).toEqual(['progress', 'rendicontazione']);
    expect(offersOn(share, somebody('urbanistica'))).toEqual([]);
  });

  it('given a missed deadline, then its office is offered to answer it first', () => {
    const late = changed({ due: [{ status: 'missed', justification: null }] });
    expect(offersOn(late, somebody('finanziaria'))[0]).toBe('late-fulfilment');
  });

  it('given a role that may only read, then nothing is offered but to the office that answers for the share', () => {
    expect(offersOn(share, somebody('revisore', ['objective.read']))).toEqual([]);
    expect(offersOn(share, somebody('finanziaria', ['objective.read']))).toEqual(['progress', 'rendicontazione']);
  });

  it('given a report under way, then only the office whose step it is examines it', () => {
    const awaiting = { step: 'verifica', offices: ['vicesegretario'] };
    const possible = [{ verb: 'approve-rendicontazione', who: [] }];
    const submitted = changed({ status: 'rendicontazione-submitted', awaiting, possible });
    expect(offersOn(submitted, somebody('vicesegretario'))).toEqual(['approval']);
    expect(offersOn(submitted, somebody('segretario-generale'))).toEqual([]);
  });

  it('given an urgent suspension, then ratifying and resuming are next, and nobody reports', () => {
    const suspended = changed({
      status: 'suspended',
      moves: { ...unmoved, suspension: { act: null } },
      possible: [{ verb: 'resume', who: [{ office: 'giunta' }] }],
    });
    expect(offersOn(suspended, somebody('giunta'))).toEqual(['ratification', 'resumption']);
    expect(offersOn(suspended, somebody('finanziaria'))).toEqual(['ratification']);
  });

  it('given an urgent rest that is over without its act, then it can be ratified, beside what is next', () => {
    const rests = [{ act: null, resumedOn: '2022-07-11' }];
    const lapsed = changed({ moves: { ...unmoved, rests } });
    expect(actsOn(lapsed, false)).toContain('ratification');
    expect(offersOn(lapsed, somebody('giunta'))).toEqual([]);
    const ratified = changed({ moves: { ...unmoved, rests: [{ act: { kind: 'DGC' }, resumedOn: '2022-07-11' }] } });
    expect(actsOn(ratified, false)).not.toContain('ratification');
  });

  it('given a justification, then it is for the Segretario until somebody has begun, then for whose step it is', () => {
    const justified = (judging: object | null) =>
      changed({ due: [{ status: 'missed', justification: 'submitted', judging }] });
    const segretario = somebody('segretario-generale', all, ['segretario']);
    expect(offersOn(justified(null), segretario)).toEqual(['decision']);
    const begun = justified({ step: 'decisione', office: 'nucleo', offices: ['nucleo', 'giunta'] });
    expect(offersOn(begun, segretario)).toEqual([]);
    expect(offersOn(begun, somebody('nucleo'))).toEqual(['decision']);
    expect(offersOn(begun, somebody('giunta'))).toEqual(['decision']);
  });
});

describe('what makes sense on a share', () => {
  it('given a share under way, then what is seldom comes last, and is offered to nobody beside what is next', () => {
    expect(actsOn(share, false)).toEqual(['assignment', 'progress', 'rendicontazione', 'suspension', 'removal']);
    expect(offersOn(share, somebody('giunta'))).toEqual([]);
  });

  it('given a removed or definitive share, or a closed objective, then nothing but what the definition still lets happen', () => {
    expect(actsOn(changed({ status: 'removed', possible: [] }), false)).toEqual([]);
    const definitive = { status: 'definitive', due: [{ status: 'missed', justification: null }] };
    expect(actsOn(changed({ ...definitive, possible: [{ verb: 'reopen', who: [] }] }), false)).toEqual(['reopening']);
    const closed = changed({ status: 'liquidated', possible: [{ verb: 'reopen', who: [] }] });
    expect(actsOn(closed, true)).toEqual(['reopening']);
  });
});
