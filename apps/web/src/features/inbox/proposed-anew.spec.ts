import { proposedAnew } from './proposed-anew.js';

type Told = Parameters<typeof proposedAnew>[0][number];

const told = (noticeId: string, what: 'proposed' | 'withdrawn' | 'decided', evaluationId = '2022-rossi'): Told => ({
  noticeId,
  about: { kind: 'evaluation', evaluationId, planId: '2022', person: 'rossi', what, until: null },
});

describe('what is told of an evaluation that is proposed', () => {
  it('given that it was proposed before, then the later one is a new proposal', () => {
    const notices = [told('3', 'proposed'), told('2', 'decided'), told('1', 'proposed')];
    expect([...proposedAnew(notices)]).toEqual(['3']);
  });

  it('given that it was withdrawn between, then it is the first of another', () => {
    expect(proposedAnew([told('3', 'proposed'), told('2', 'withdrawn'), told('1', 'proposed')]).size).toBe(0);
  });

  it('given another year, then each is the first', () => {
    expect(proposedAnew([told('2', 'proposed', '2023-rossi'), told('1', 'proposed')]).size).toBe(0);
  });
});
