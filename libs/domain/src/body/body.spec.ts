import { Refused } from '../refused.js';
import { body, type BodyState } from './body.js';
import type { BodyCommand } from './messages.js';

const by = { id: 'a1', office: 'amministratore' };
const at = '2026-01-10T08:00:00.000Z';
type Said = BodyCommand extends infer C ? (C extends BodyCommand ? Omit<C, 'by' | 'at'> : never) : never;

const decide = (command: Said, state: BodyState) => body.decide({ ...command, by, at } as BodyCommand, state);
const after = (...commands: readonly Said[]): BodyState =>
  commands.reduce(
    (state, command) => decide(command, state).reduce((now, event) => body.evolve(now, event), state),
    body.initial,
  );
const refusal = (command: Said, state: BodyState) => {
  try {
    return decide(command, state);
  } catch (error) {
    if (error instanceof Refused) return [error.code, error.facts];
    throw error;
  }
};

const name = { type: 'body.name', name: 'Comune di Borgo Sereno' } as const;
const patron = { type: 'body.set-patron-day', patronDay: '06-24' } as const;
const offices = {
  type: 'body.define-offices',
  offices: [{ id: 'tecnica', name: 'Area tecnica', kind: 'area' }],
} as const;
const complete = { type: 'body.complete-setup' } as const;

describe('a body', () => {
  it('given nothing, when it says its name, day and offices, then it knows them, and setup can be completed', () => {
    expect(after(name, patron, offices, complete)).toEqual({
      name: 'Comune di Borgo Sereno',
      patronDay: '06-24',
      offices: offices.offices,
      settled: [],
      setupCompleted: true,
    });
  });

  it.each([name, patron, offices, complete, { type: 'body.set-patron-day', patronDay: '06-24' } as const])(
    'given what was said, when %j is said again, then nothing is recorded',
    (command) => {
      expect(decide(command, after(name, patron, offices, complete))).toEqual([]);
    },
  );

  it('given no patron saint, when that is answered, then it is recorded once', () => {
    const none = { type: 'body.set-patron-day', patronDay: null } as const;
    expect(decide(none, after())).toMatchObject([{ data: { patronDay: null } }]);
    expect(decide(none, after(none))).toEqual([]);
  });

  it('given a leap day, then it may be the patron’s', () => {
    expect(after({ type: 'body.set-patron-day', patronDay: '02-29' }).patronDay).toBe('02-29');
  });

  it.each<[Said, string]>([
    [{ type: 'body.name', name: '  ' }, 'value/text-missing'],
    [{ type: 'body.set-patron-day', patronDay: '02-30' }, 'value/not-a-date'],
    [{ type: 'body.set-patron-day', patronDay: '6-24' }, 'value/not-a-date'],
    [{ type: 'body.define-offices', offices: [] }, 'body/no-offices'],
    [{ ...offices, offices: [...offices.offices, ...offices.offices] }, 'value/not-unique'],
    [{ ...offices, offices: [{ id: 'x', name: ' ', kind: 'office' }] }, 'value/text-missing'],
  ])('given %j, then it is refused with %s', (command, code) => {
    expect(refusal(command, after())).toEqual([code, expect.anything()]);
  });

  it.each<[Said[], string]>([
    [[], 'name'],
    [[name], 'patronDay'],
    [[name, patron], 'offices'],
  ])('given only %j, when setup is completed, then what is missing is said', (said, missing) => {
    expect(refusal(complete, after(...said))).toEqual(['body/setup-incomplete', { missing }]);
  });

  it('given what was refused, when somebody says what was done about it, then that is kept once, whoever says it again', () => {
    const settle = { type: 'body.settle-refused', cause: 'e-1', stream: 'objective-demo_2022-1.1.1' } as const;
    const settled = after({ ...settle, note: ' Pagata a mano ' });
    expect(settled.settled).toEqual([{ cause: 'e-1', stream: 'objective-demo_2022-1.1.1', note: 'Pagata a mano' }]);
    expect(decide({ ...settle, note: 'Un’altra nota' }, settled)).toEqual([]);
    expect(decide({ ...settle, stream: 'objective-demo_2022-1.1.2', note: 'Anche qui' }, settled)).toHaveLength(1);
    expect(refusal({ ...settle, note: ' ' }, body.initial)).toEqual(['value/text-missing', { field: 'note' }]);
  });
});
