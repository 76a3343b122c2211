import {
  acknowledge,
  after,
  alarm,
  assign,
  define,
  fulfilLate,
  report,
  sendBack,
  submit,
  upTo,
} from '../testing/commands.js';
import { NEXT_YEAR, REGISTRY, SECRETARY } from '../testing/example.js';
import type { ObjectiveCommand } from './messages.js';

const AUGUST = '2022-07-31T22:00:00.000Z';
const missed = (shareId: string, deadlineId: string, instance: string) => ({
  type: 'objective.deadline-missed.v1',
  data: { shareId, deadlineId, instance, dueOn: instance },
});
const late = {
  type: 'objective.fulfilled-late.v1',
  data: {
    shareId: REGISTRY,
    deadlineId: 'draft',
    instance: '2022-07-31',
    justification: { reason: 'third-party', note: 'Il fornitore ha consegnato in ritardo' },
    evidence: [],
    occurredOn: '2022-08-02',
  },
};

describe('missed deadlines', () => {
  it('given deadlines of two assigned shares, when the alarm rings after them, then each is missed, by day, deadline and share', () => {
    const outcome = after(...upTo.assigned, assign({ shareId: SECRETARY, office: 'segretario' })).when(alarm(AUGUST));
    expect(outcome).toEqual({
      events: [
        missed(REGISTRY, 'weekly', '2022-06-26'),
        missed(REGISTRY, 'weekly', '2022-07-03'),
        missed(REGISTRY, 'weekly', '2022-07-10'),
        missed(REGISTRY, 'weekly', '2022-07-17'),
        missed(REGISTRY, 'weekly', '2022-07-24'),
        missed(REGISTRY, 'draft', '2022-07-31'),
        missed(SECRETARY, 'draft', '2022-07-31'),
        missed(REGISTRY, 'weekly', '2022-07-31'),
      ],
    });
  });

  it('given shares that nobody was given, when their deadlines pass, then nothing is missed', () => {
    expect(after(define()).when(alarm(NEXT_YEAR))).toEqual({ events: [] });
  });

  it('given a share assigned late, when the next alarm rings, then a day that is past is missed and may be fulfilled late; of a series none of before', () => {
    const told = [define(), alarm('2022-08-01T08:00:00.000Z'), assign({ at: '2022-08-01T09:00:00.000Z' })];
    const marking = alarm('2022-08-01T09:00:00.000Z');
    expect(after(...told).when(marking)).toEqual({ events: [missed(REGISTRY, 'draft', '2022-07-31')] });
    const fulfils = { deadlineId: 'draft', instance: '2022-07-31' };
    expect(after(...told, marking, acknowledge()).when(fulfilLate({ fulfils }))).toMatchObject({
      events: [{ type: 'objective.fulfilled-late.v1', data: fulfils }],
    });
  });

  it('given an answered week and a marked one, when the alarm rings again, then neither is missed anew', () => {
    const fulfils = { deadlineId: 'weekly', instance: '2022-06-26' };
    const told = after(...upTo.acknowledged, report({ fulfils }), alarm('2022-07-03T22:00:00.000Z'));
    expect(told.when(alarm('2022-07-10T21:59:59.999Z'))).toEqual({ events: [] });
  });

  it('given a moment before midnight, when the alarm rings too early, then nothing is missed', () => {
    expect(after(...upTo.assigned).when(alarm('2022-06-26T21:59:59.999Z'))).toEqual({ events: [] });
  });

  it.each<[string, readonly ObjectiveCommand[], number]>([
    ['with its approvers', upTo.submitted, 29],
    ['approved by all steps but the last', upTo.approved.slice(0, -1), 29],
    ['sent back', [...upTo.submitted, sendBack()], 29],
    ['approved', upTo.approved, 0],
    ['approved after a return', [...upTo.submitted, sendBack(), submit(), ...upTo.approved.slice(-3)], 0],
    ['approved and scored', upTo.scored, 0],
    ['paid for', upTo.liquidated, 0],
  ])(
    'given a rendicontazione that is %s, when its deadlines pass unanswered, then it misses those it still owes',
    (_, told, count) => {
      const outcome = after(...told).when(alarm(NEXT_YEAR));
      expect('events' in outcome ? outcome.events : null).toHaveLength(count);
    },
  );

  it('given an approved rendicontazione, when an unmarked deadline is fulfilled late, then it is not marked first', () => {
    expect(after(...upTo.approved).when(fulfilLate({ at: NEXT_YEAR }))).toEqual({ events: [late] });
  });

  it('given a missed deadline, when fulfilled late with a justification, then it stays missed in the history and is answered', () => {
    const told = after(...upTo.acknowledged, alarm(AUGUST));
    expect(told.when(fulfilLate())).toEqual({ events: [late] });
    const standing = after(...upTo.acknowledged, alarm(AUGUST), fulfilLate()).state.shares[0]?.deadlines.find(
      ({ deadlineId }) => deadlineId === 'draft',
    );
    expect(standing?.status).toBe('fulfilled-late');
  });

  it('given a passed deadline that no alarm has marked, when fulfilled late, then it is marked first', () => {
    expect(after(...upTo.acknowledged).when(fulfilLate())).toEqual({
      events: [missed(REGISTRY, 'draft', '2022-07-31'), late],
    });
    const again = after(...upTo.acknowledged, fulfilLate()).when(alarm(AUGUST));
    expect(again).not.toMatchObject({ events: expect.arrayContaining([missed(REGISTRY, 'draft', '2022-07-31')]) });
  });

  it('given no word of justification, when fulfilled late, then value/text-missing', () => {
    const justification = { reason: 'other', note: ' ' } as const;
    expect(after(...upTo.acknowledged).when(fulfilLate({ justification }))).toMatchObject({
      refusal: 'value/text-missing',
    });
  });
});
