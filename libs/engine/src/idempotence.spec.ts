import fc from 'fast-check';
import { Refused } from '#domain';
import { everyCase, everyDecider, type CommandCase } from '#domain/testing';
import { verifyStream, type EventStore } from '#event-store';
import { memoryStore } from '#event-store/testing';
import type { CommandContext, Executed } from './context.js';
import { createEngine, type Engine } from './engine.js';
import { deciders, type CommandOf, type Issued, type Kind } from './kinds.js';

const BODY = 'prova';
const ID = 'una';
const uuid = (n: number) => `0b0e2c3a-6f0f-4a53-9c53-${String(n).padStart(12, '0')}`;
/** Each request has a name of its own, whatever the key that it carries. */
let requests = 0;
const key = (n: number): CommandContext => ({
  commandId: uuid(n),
  correlationId: `request-${(requests += 1)}`,
  causationId: uuid(n),
});
const THE_KEY = 1000;
const ANOTHER_KEY = 1001;

/** How a client that has heard nothing sends a command: again and again, wherever it gets through. */
const SENDINGS = ['here', 'there', 'anew', 'to both at once', 'an hour later'] as const;

/** A log, two processes before it, and one case of a command where it is possible. */
async function scene({ to, before, command }: CommandCase) {
  const store = memoryStore();
  const [here, there] = [createEngine({ store, body: BODY }), createEngine({ store, body: BODY })];
  for (const [index, one] of before.entries()) await here.execute(to, ID, one as CommandOf<Kind>, key(index));
  await there.load(to, ID);
  const say = (engine: Engine, id: number, said: Issued = command) =>
    engine.execute(to, ID, said as CommandOf<Kind>, key(id));
  const log = () => logOf(store, to);
  return { store, here, there, say, log, length: (await log()).length };
}

async function logOf(store: EventStore, kind: Kind) {
  const events = [];
  for await (const event of store.read(`${kind}-${BODY}_${ID}`)) events.push(event);
  return events;
}

/** As a table of commands has it: the code of the refusal, `nothing`, or `one more`. */
async function wordOf(answer: Promise<Executed>): Promise<string> {
  try {
    return (await answer).events.length === 0 ? 'nothing' : 'one more';
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

function anHourLater(command: Issued): Issued {
  return { ...command, at: new Date(Date.parse(command.at) + 3_600_000).toISOString() };
}

/** A store whose next append is written and never answered: whoever sent it does not know. */
function deafOnce(store: EventStore): EventStore {
  let deaf = true;
  return {
    ...store,
    async append(stream, events, expected) {
      const appended = await store.append(stream, events, expected);
      if (!deaf) return appended;
      deaf = false;
      throw new Error('the process is gone');
    },
  };
}

const named = everyCase.map(([name, one], index) => [`${index + 1}. ${name}`, one, index] as const);

describe('every command that the engine takes', () => {
  it('is in the table: one or more for each kind of stream, by the rules that the engine goes by', () => {
    expect(Object.keys(deciders).toSorted()).toEqual([...new Set(everyCase.map(([, { to }]) => to))].toSorted());
    for (const kind of Object.keys(deciders) as Kind[]) expect(deciders[kind]).toBe(everyDecider[kind]);
  });

  it.each(named)('%s: one id is one fact, however often and wherever it is sent', async (_, one, index) => {
    const sendings = fc.array(fc.constantFrom(...SENDINGS), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sendings, async (ways) => {
        const { store, here, there, say, log, length } = await scene(one);
        const send = {
          here: () => [say(here, THE_KEY)],
          there: () => [say(there, THE_KEY)],
          anew: () => [say(createEngine({ store, body: BODY }), THE_KEY)],
          'to both at once': () => [say(here, THE_KEY), say(there, THE_KEY)],
          'an hour later': () => [say(there, THE_KEY, anHourLater(one.command))],
        };
        const answers: Executed[] = [];
        for (const way of ways) answers.push(...(await Promise.all(send[way]())));
        // the same answer each time, and one of them for the first time
        expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
        expect(new Set(answers.map(({ revision, position }) => `${revision} at ${position}`)).size).toBe(1);
        const events = await log();
        const fact = events.slice(length).map(({ type }) => type);
        expect(answers.map((answer) => answer.events)).toEqual(answers.map(() => fact));
        expect(fact).not.toEqual([]);
        expect(verifyStream(events)).toEqual({ ok: true });
      }),
      { numRuns: 2, seed: 2022 + index },
    );
  });

  it.each(named)('%s: an id whose answer died with its process is answered by the next one', async (_, one) => {
    const { store, say, log } = await scene(one);
    await expect(say(createEngine({ store: deafOnce(store), body: BODY }), THE_KEY)).rejects.toThrow('gone');
    const written = await log();
    const answer = await say(createEngine({ store, body: BODY }), THE_KEY);
    expect(answer).toMatchObject({ repeated: true, revision: written.length - 1 });
    expect(await log()).toEqual(written);
  });

  it.each(named)('%s: another id comes to what the rules say, and changes no answer of before', async (_, one) => {
    const { here, there, say, log, length } = await scene(one);
    const first = await say(here, THE_KEY);
    const fact = (await log()).slice(length).map(({ type }) => type);
    for (const engine of [there, here]) {
      const known = await log();
      expect(await wordOf(say(engine, ANOTHER_KEY))).toBe(one.twice);
      // a second fact is the first one again, whole; and that id is one fact, too
      const second = engine === there && one.twice === 'one more' ? fact : [];
      expect((await log()).slice(known.length).map(({ type }) => type)).toEqual(second);
    }
    expect(await say(there, THE_KEY)).toEqual({ ...first, repeated: true });
  });

  it.each(named)('%s: an id that comes with other words, or from another person, is refused', async (_, one) => {
    const { here, there, say, log } = await scene(one);
    await say(here, THE_KEY);
    const written = await log();
    const others: readonly Issued[] = [
      { ...one.command, by: { ...one.command.by, id: 'u-somebody-else' } },
      { ...one.command, type: 'another.command' },
      ...(one.rival === undefined ? [] : [one.rival]),
    ];
    for (const other of others.filter((said) => !isSame(said, one.command)))
      await expect(say(there, THE_KEY, other)).rejects.toMatchObject({ name: 'KeyReused' });
    expect(await log()).toEqual(written);
  });
});

/** A rival may say the very same, as the same person. */
function isSame(a: Issued, b: Issued): boolean {
  return (
    a.by.id === b.by.id && JSON.stringify({ ...a, by: null, at: '' }) === JSON.stringify({ ...b, by: null, at: '' })
  );
}
