import { account } from './account/account.js';
import { requireAct } from './act.js';
import { clock } from './clock/clock.js';
import { Refused } from './refused.js';
import { given } from './testing/given.js';
import { MORNING, staff } from './testing/example.js';
import { idOfStream, streamName, streamPrefix } from './streams.js';

describe('the name of a stream', () => {
  it('given its kind, body and id, then it is made of them, and the id is found again', () => {
    expect(streamName('objective', 'demo', '2022-6.1.1_a')).toBe('objective-demo_2022-6.1.1_a');
    expect(streamPrefix('objective', 'demo')).toBe('objective-demo_');
    expect(idOfStream('objective-demo_2022-6.1.1_a')).toBe('2022-6.1.1_a');
  });
});

describe('what befalls an account', () => {
  it('given anything noted, then it is kept as it is, as often as it is noted', () => {
    const event = { type: 'account.disabled.v1', data: {} } as const;
    const noted = given(account)(event);
    expect(noted.when({ type: 'account.note', event, by: staff, at: MORNING })).toEqual({ events: [event] });
    expect(noted.state).toBe(account.initial);
  });
});

describe('the clock of a demonstration', () => {
  const advance = (to: string) => ({ type: 'clock.advance', to, by: staff, at: MORNING }) as const;
  const shown = given(clock)({ type: 'clock.advanced.v1', data: { to: '2022-06-02T08:00:00.000Z' } });

  it('given no time yet, then any may be set', () => {
    expect(clock.initial).toEqual({ now: null });
    expect(given(clock)().when(advance('1999-01-01T00:00:00.000Z'))).toMatchObject({ events: [{}] });
  });

  it('given a time, then it stays, goes forward, and never goes back', () => {
    expect(shown.when(advance('2022-06-02T08:00:00.000Z'))).toEqual({ events: [] });
    expect(shown.when(advance('2022-06-02T08:00:00.001Z'))).toMatchObject({ events: [{}] });
    expect(shown.when(advance('2022-06-02T07:59:59.999Z'))).toEqual({
      refusal: 'clock/goes-backwards',
      facts: { now: '2022-06-02T08:00:00.000Z', to: '2022-06-02T07:59:59.999Z' },
    });
    expect(clock.evolve(shown.state, JSON.parse('{"type":"clock.stopped.v1","data":{}}'))).toBe(shown.state);
  });
});

describe('an act that is named', () => {
  const named = (fields: object) => () =>
    requireAct({ kind: 'DGC', number: '1', date: '2022-06-20', ...fields }, MORNING, 'act/dated-in-future');
  it('given kind, number and a day that has come, then it is accepted', () => {
    expect(named({})).not.toThrow();
    expect(new Refused('act/not-registered')).toMatchObject({ name: 'Refused', message: 'act/not-registered {}' });
  });

  it.each([
    [{ kind: ' ' }, 'value/text-missing', { field: 'act.kind' }],
    [{ number: '' }, 'value/text-missing', { field: 'act.number' }],
    [{ date: null }, 'value/not-a-date', { field: 'act.date', value: '' }],
    [{ date: '2022-06-21' }, 'act/dated-in-future', { field: 'act.date', value: '2022-06-21', today: '2022-06-20' }],
  ])('given %p, then it is refused, and where it lacks is told', (fields, code, facts) => {
    expect(named(fields)).toThrow(expect.objectContaining({ code, facts }));
  });
});
