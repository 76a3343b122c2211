import type { RecordedEvent } from '#event-store';
import { DoneCommands } from './done-commands.js';

const event = (revision: number, commandId: string, type = `happened-${revision}.v1`): RecordedEvent => ({
  id: `event-${revision}`,
  stream: 'plan-demo_2022',
  revision,
  position: BigInt(revision),
  type,
  data: {},
  metadata: { commandId, commandHash: `hash of ${commandId}` },
  createdAt: '2022-05-16T08:00:00.000Z',
});

describe('the commands that a stream has carried out', () => {
  it('given a command of two events, when asked for, then it ended with the last and says both', () => {
    const done = new DoneCommands();
    done.note(event(0, 'one'));
    done.note(event(1, 'one'));
    expect(done.get('one', 1)).toEqual({
      hash: 'hash of one',
      revision: 1,
      position: 1n,
      events: ['happened-0.v1', 'happened-1.v1'],
    });
  });

  it('given a folding that has not come so far, when it asks, then what is later does not count for it', () => {
    const done = new DoneCommands();
    done.note(event(0, 'one'));
    done.note(event(1, 'two'));
    expect(done.get('two', 0)).toBeUndefined();
    expect(done.get('one', 0)).toMatchObject({ revision: 0 });
  });

  it('given an event that was noted before, when it is folded again, then nothing changes', () => {
    const done = new DoneCommands();
    for (const revision of [0, 1, 0, 1]) done.note(event(revision, 'one'));
    expect(done.get('one', 1)?.events).toHaveLength(2);
  });

  it('given very many commands, when they pass a thousand, then the last thousand are remembered and the oldest go', () => {
    const done = new DoneCommands();
    for (let revision = 0; revision < 2_500; revision += 1) done.note(event(revision, `command-${revision}`));
    expect(done.get('command-1500', 2_500)).toMatchObject({ revision: 1_500 });
    expect(done.get('command-100', 2_500)).toBeUndefined();
  });
});
