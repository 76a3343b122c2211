import { offersOn, type Share } from './offers.js';

const share = {
  shareId: '1.1.1-finanziaria',
  office: 'finanziaria',
  acknowledged: true,
  status: 'in-progress',
  awaiting: null,
  due: [],
} as unknown as Share;

const all = [
  'assign',
  'acknowledge',
  'report-progress',
  'fulfil-late',
  'submit-rendicontazione',
  'approve-rendicontazione',
  'score',
].map((action) => `objective.${action}`);

const somebody = (office: string, actions = all) => ({ user: { office }, actions });

describe('what is offered on a share', () => {
  it('given a share under way, then its office reports and submits, others do nothing', () => {
    expect(offersOn(share, somebody('finanziaria'))).toEqual(['progress', 'rendicontazione']);
    expect(offersOn(share, somebody('urbanistica'))).toEqual([]);
  });

  it('given a missed deadline, then its office is offered to justify it first', () => {
    const late = { ...share, due: [{ status: 'missed' }] } as unknown as Share;
    expect(offersOn(late, somebody('finanziaria'))[0]).toBe('late-fulfilment');
  });

  it('given a role that may only read, then nothing is offered', () => {
    expect(offersOn(share, somebody('finanziaria', ['objective.read']))).toEqual([]);
  });

  it('given a report under way, then only the office whose step it is examines it', () => {
    const awaiting = { step: 'verifica', offices: ['vicesegretario'] };
    const submitted = { ...share, status: 'rendicontazione-submitted', awaiting } as unknown as Share;
    expect(offersOn(submitted, somebody('vicesegretario'))).toEqual(['approval']);
    expect(offersOn(submitted, somebody('segretario-generale'))).toEqual([]);
  });
});
