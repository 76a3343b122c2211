import type { Sent } from './consumer.js';
import { groupWith, offered } from './group.fixture.js';
import type { Strategy } from './settings.js';

const PLACES = [0, 1, 2, 3, 4, 5];

describe('a group gives out events', () => {
  it.each<[Strategy, string[], string[]]>([
    ['RoundRobin', ['0', '2', '4'], ['1', '3', '5']],
    ['DispatchToSingle', ['0', '1', '2', '3'], ['4', '5']],
  ])('given two consumers and %s, then each gets its share, in order', (strategy, first, second) => {
    const { offer, join } = groupWith({ strategy });
    const [one, two] = [join(4), join(4)];
    offer(PLACES);
    expect([one.got, two.got]).toEqual([first, second]);
  });

  it('given a limit that no memory has, then it reads ahead so much and no more', () => {
    expect(groupWith({ historyBufferSize: 2 ** 31 - 1 }).group.room).toBe(65_536);
    expect(groupWith({ historyBufferSize: 500 }).group.room).toBe(500);
  });

  it('given a consumer that is full, when it acknowledges, then it gets as many more', () => {
    const { group, offer, join } = groupWith();
    const { got } = join(2);
    offer(PLACES);
    expect(got).toEqual(['0', '1']);
    group.ack(['e0'], 0);
    group.push(0);
    expect(got).toEqual(['0', '1', '2']);
  });

  it('given a consumer that does not read, then it is sent nothing more until it does', () => {
    const { group, offer, join } = groupWith();
    const answers: Sent[] = ['more', 'full'];
    const { consumer, got } = join(10, () => answers.shift() ?? 'more');
    offer(PLACES);
    expect(got).toEqual(['0', '1']);
    consumer.ready = true;
    group.push(0);
    expect(got).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('given an event that is gone from the log, then it counts as settled', () => {
    const { group, offer, join } = groupWith();
    const answers: Sent[] = ['gone', 'more'];
    const { got } = join(10, () => answers.shift() ?? 'more');
    offer([0, 1]);
    expect(got).toEqual(['1']);
    expect(group.progress.reached).toBe(0);
  });

  it('given two events with one id, then the second waits until the first is settled', () => {
    const { group, join } = groupWith();
    const { got } = join(10);
    group.offer({ ...offered(0), id: 'same' });
    group.offer({ ...offered(1), id: 'same' });
    group.offer(offered(2));
    group.push(0);
    expect(got).toEqual(['0', '2']);
    group.ack(['same'], 0);
    group.push(0);
    expect(got).toEqual(['0', '2', '1']);
  });
});

describe('a group with pinned events', () => {
  const pin = (place: number): number => place % 3;

  it('then events that belong together go to one consumer, and those of a full one wait for it', () => {
    const { group, offer, join } = groupWith({ strategy: 'Pinned' });
    const takers = [join(1), join(100)];
    offer(
      Array.from({ length: 30 }, (_, place) => place),
      pin,
    );
    const placesOf = ({ got }: { got: string[] }): number[] => got.map(Number);
    for (let turn = 0; turn < 30; turn += 1) {
      group.ack(
        placesOf(takers[0]!).map((place) => `e${place}`),
        0,
      );
      group.push(0);
    }
    const pins = takers.map((taker) => new Set(placesOf(taker).map(pin)));
    expect(pins[0]?.size).toBeGreaterThan(0);
    expect([...(pins[0] ?? [])].filter((one) => pins[1]?.has(one))).toEqual([]);
    for (const taker of takers) expect(placesOf(taker)).toEqual(placesOf(taker).toSorted((a, b) => a - b));
  });

  it('when a consumer comes, then what is out stays where it is, and what belongs to it follows', () => {
    const { offer, join } = groupWith({ strategy: 'Pinned' });
    const first = join(100);
    offer([0, 1, 2], pin);
    const second = join(100);
    offer([3, 4, 5], pin);
    expect(first.got).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(second.got).toEqual([]);
  });
});

describe('a group tries again', () => {
  it('when a consumer refuses an event, then it comes again before later ones, and says how often', () => {
    const { group, offer, join } = groupWith();
    const { got } = join(2);
    offer(PLACES);
    group.nack(['e0', 'e1'], 'retry', '', 0);
    group.push(0);
    expect(got).toEqual(['0', '1', '0/1', '1/1']);
  });

  it('when a consumer leaves, then others get what it held, in order', () => {
    const { group, offer, join } = groupWith();
    const { consumer } = join(3);
    offer(PLACES);
    group.disconnect(consumer);
    expect(join(10).got).toEqual(['0/1', '1/1', '2/1', '3', '4', '5']);
  });

  it('when a consumer keeps an event for too long, then it comes again', () => {
    const { group, offer, join } = groupWith({ messageTimeoutMs: 1000 });
    const { got } = join(10);
    offer([0]);
    group.expire(999);
    group.push(999);
    expect(got).toEqual(['0']);
    group.expire(1000);
    group.push(1000);
    expect(got).toEqual(['0', '0/1']);
    group.ack(['e0'], 1001);
    expect(group.progress.reached).toBe(0);
  });

  it('when it was tried as often as it may, then it is parked', () => {
    const { group, offer, join, parking } = groupWith({ maxRetryCount: 1 });
    const { got } = join(10);
    offer([0]);
    for (let turn = 0; turn < 2; turn += 1) {
      group.nack(['e0'], 'retry', '', 0);
      group.push(0);
    }
    expect(got).toEqual(['0', '0/1']);
    expect(parking).toMatchObject([{ message: { place: 0 }, reason: 'Reached retry count of 1' }]);
  });
});

describe('a group parks', () => {
  it('when a consumer asks for it, then the reason is kept, and the event is settled once it is kept aside', () => {
    const { group, offer, join, parking } = groupWith();
    join(10);
    offer([0]);
    group.nack(['e0'], 'park', 'no such office', 0);
    expect(parking).toMatchObject([{ reason: "Client explicitly NAK'ed message.\nno such office" }]);
    expect(group.progress.reached).toBe(-1);
    group.parked(parking[0]!.message);
    expect(group.progress.reached).toBe(0);
  });

  it('when the disk refuses, then the event is given out again', () => {
    const { group, offer, join, parking } = groupWith();
    const { got } = join(10);
    offer([0]);
    group.nack(['e0'], 'park', '', 0);
    group.notParked(parking[0]!.message);
    group.push(0);
    expect(got).toEqual(['0', '0']);
  });

  it('when parked events are replayed, then they come before new ones, and leave the parked stream as they are settled', () => {
    const { group, join } = groupWith({}, 7);
    group.replay.until(9);
    group.offerParked({ ...offered(7), id: 'p7' });
    group.offerParked({ ...offered(8), id: 'p8' });
    group.offer(offered(3));
    const { got } = join(10);
    expect(got).toEqual(['7', '8', '3']);
    group.ack(['p8'], 0);
    expect(group.replay.settledBefore).toBe(7);
    group.ack(['p7'], 0);
    expect(group.replay.settledBefore).toBe(9);
    expect(group.replay.active).toBe(false);
    expect(group.progress.reached).toBe(-1);
  });
});

describe('a checkpoint of a group', () => {
  it('stands before the first event that is not settled, whatever came after', () => {
    const { group, offer, join } = groupWith();
    join(10);
    offer(PLACES);
    group.ack(['e0', 'e1', 'e3', 'e4'], 0);
    expect(group.progress.reached).toBe(1);
    group.nack(['e2'], 'skip', '', 0);
    expect(group.progress.reached).toBe(4);
  });

  it('passes what is not for the group', () => {
    const { group } = groupWith();
    for (const place of [4, 9, 12]) group.pass(place);
    expect(group.progress.reached).toBe(12);
  });

  it.each<[string, number, number, boolean, number | undefined]>([
    ['enough events', 20, 0, false, 19],
    ['too few events', 19, 0, false, undefined],
    ['enough time, on the tick', 10, 2000, true, 9],
    ['enough time, between ticks', 10, 2000, false, undefined],
    ['too little time', 10, 1999, true, undefined],
    ['enough time for too few events', 9, 2000, true, undefined],
    ['time and no event', 0, 9000, true, undefined],
  ])('given %s, then it is due or not', (_, count, nowMs, tick, due) => {
    const { group } = groupWith({ maxCheckpointCount: 20, minCheckpointCount: 10, checkpointAfterMs: 2000 });
    for (let place = 0; place < count; place += 1) group.pass(place);
    expect(group.progress.due(group.settings, nowMs, tick)).toBe(due);
  });

  it('given no time limit, then time alone makes none due', () => {
    const { group } = groupWith({ checkpointAfterMs: 0, minCheckpointCount: 1 });
    group.pass(0);
    expect(group.progress.due(group.settings, 1_000_000, true)).toBeUndefined();
  });

  it('when one could not be written, then its events count again', () => {
    const { group } = groupWith({ maxCheckpointCount: 1 });
    group.pass(0);
    const takeBack = group.progress.checkpointing(0);
    expect(group.progress.due(group.settings, 0, false)).toBeUndefined();
    takeBack();
    expect(group.progress.due(group.settings, 0, false)).toBe(0);
  });
});
