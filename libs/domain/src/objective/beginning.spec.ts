import { after, approve, assign, define, report, score, submit, upTo } from '../testing/commands.js';
import { archive } from '../testing/example.js';
import { since } from './beginning.js';

const { state } = after(...upTo.acknowledged);

describe('how early something can have happened', () => {
  it('given what is done on an objective, then not before the year of its plan, whoever does it', () => {
    for (const command of [report(), submit(), approve(), score()]) expect(since(command, state)).toBe('2022-01-01');
    expect(after(...upTo.acknowledged).when(report({ occurredOn: '2022-01-01' }))).toHaveProperty('events');
  });

  it('given what prepares it, then that may be earlier: it is defined, given to an office, and they take note of it', () => {
    expect(since(define(), state)).toBeNull();
    expect(since(assign(), state)).toBeNull();
    expect(after(...upTo.defined).when(assign({ from: '2021-12-20' }))).toHaveProperty('events');
  });

  it('given what follows from a decision elsewhere, then its act may be of any day', () => {
    expect(since({ ...score(), by: { id: 'system', office: 'system' } }, state)).toBeNull();
  });

  it('given an objective of which something begins before the year, then from that day on', () => {
    const begun = { kind: 'start', id: 'begun', shareIds: [], text: '', from: '2021-11-15', until: null } as const;
    const objective = { ...archive, deadlines: [...archive.deadlines, begun] };
    const early = after(define({ objective }), ...upTo.acknowledged.slice(1));
    expect(since(report(), early.state)).toBe('2021-11-15');
    expect(early.when(report({ occurredOn: '2021-11-15' }))).toHaveProperty('events');
    expect(early.when(report({ occurredOn: '2021-11-14' }))).toMatchObject({
      refusal: 'objective/occurred-before-year',
      facts: { from: '2021-11-15' },
    });
  });

  it('given a plan that is not called by its year, then the year is that of the day on which it is measured', () => {
    expect(since(report(), { ...state, planId: 'triennale' })).toBe('2022-01-01');
  });
});
