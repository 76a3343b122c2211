import { after, approve, assign, define, report, score, submit, upTo } from '../testing/commands.js';
import { archive } from '../testing/example.js';
import type { Deadline } from '../deadline/deadline.js';
import { requireBegun, since } from './beginning.js';
import type { ObjectiveCommand } from './messages.js';
import { initial } from './state.js';

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

  it.each(['propose', 'return-proposal', 'validate', 'acknowledge'])('given %s, then that prepares it too', (verb) => {
    // only what the command is, and whose, is looked at
    const command = { ...report(), type: `objective.${verb}` } as object as ObjectiveCommand;
    expect(since(command, state)).toBeNull();
  });

  it('given a step of its approval, then that of the proposal may be earlier, and no other', () => {
    const act = (subject: string) =>
      since({ ...report(), type: 'approval.act', subject } as object as ObjectiveCommand, state);
    expect(act('objective')).toBeNull();
    expect(act('rendicontazione')).toBe('2022-01-01');
  });

  it.each([
    ['2021', '2021-01-01'],
    ['comune-2021', '2021-01-01'],
    ['2021-bis', '2022-01-01'],
    ['p2021', '2022-01-01'],
    [null, '2022-01-01'],
  ])('given a plan called %s and measured at the end of 2022, then from %s on', (planId, from) => {
    expect(since(report(), { ...state, planId })).toBe(from);
    expect(since(report(), { ...state, planId, objective: null })).toBe(from);
  });

  it('given nothing that tells its year, then any day', () => {
    expect(since(report(), initial)).toBeNull();
    expect(() => {
      requireBegun(initial, '1900-01-01', 'on');
    }).not.toThrow();
  });

  const own = { id: 'early', shareIds: [], text: '' };
  it.each<[Deadline, string]>([
    [{ ...own, kind: 'fixed', on: '2021-12-01' }, '2021-12-01'],
    [{ ...own, kind: 'horizon', on: '2021-12-02' }, '2021-12-02'],
    [{ ...own, kind: 'as-of', asOf: '2021-12-03', graceDays: 15 }, '2021-12-03'],
    [
      { ...own, kind: 'recurring', every: 'month', from: '2021-12-04', until: '2022-12-31', nilReturn: false },
      '2021-12-04',
    ],
    [{ ...own, kind: 'relative', to: 'verbali', within: 'un mese' }, '2022-01-01'],
    [{ ...own, kind: 'after', dependsOn: 'scarto' }, '2022-01-01'],
  ])('given a deadline %j, then from %s on', (deadline, from) => {
    expect(since(report(), { ...state, objective: { ...archive, deadlines: [deadline] } })).toBe(from);
  });
});
