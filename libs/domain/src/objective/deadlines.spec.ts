import { after, alarm, define, fulfilLate, report, upTo } from '../testing/commands.js';
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
  it('given deadlines of two shares, when the alarm rings after them, then each is missed, by day, deadline and share', () => {
    const outcome = after(...upTo.assigned).when(alarm(AUGUST));
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

  it('given shares that nobody was given, when their deadlines pass, then they are missed all the same', () => {
    const outcome = after(define()).when(alarm('2022-06-26T22:00:00.000Z'));
    expect(outcome).toEqual({ events: [missed(REGISTRY, 'weekly', '2022-06-26')] });
  });

  it('given an answered week and a marked one, when the alarm rings again, then neither is missed anew', () => {
    const fulfils = { deadlineId: 'weekly', instance: '2022-06-26' };
    const told = after(...upTo.acknowledged, report({ fulfils }), alarm('2022-07-03T22:00:00.000Z'));
    expect(told.when(alarm('2022-07-10T21:59:59.999Z'))).toEqual({ events: [] });
  });

  it('given a moment before midnight, when the alarm rings too early, then nothing is missed', () => {
    expect(after(define()).when(alarm('2022-06-26T21:59:59.999Z'))).toEqual({ events: [] });
  });

  it('given an approved rendicontazione, when a deadline passes unanswered, then it is missed; a liquidated share is left alone', () => {
    const ofRegistry = (stage: readonly ObjectiveCommand[]) => {
      const outcome = after(...stage).when(alarm(NEXT_YEAR));
      return 'events' in outcome
        ? outcome.events.filter(({ data }) => 'shareId' in data && data.shareId === REGISTRY)
        : [];
    };
    expect(ofRegistry(upTo.approved)).toHaveLength(29);
    expect(ofRegistry(upTo.liquidated)).toEqual([]);
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
