import { v5 as uuidv5 } from 'uuid';
import type { ObjectiveCommand } from '#domain';
import { commands, exampleStaff } from '#domain/testing';
import { memoryStore } from '#event-store/testing';
import { createEngine } from './engine.js';
import { SYSTEM } from './consequences.js';
import { react } from './reactions.js';

const at = '2023-05-16T08:00:00.000Z';
const by = { id: 'acc-1', office: 'personale' };
const ID = 'demo-2022-6.1.1';
const SHARE = '6.1.1-affari-generali';
const act = { kind: 'determina', number: '7', date: '2023-05-16' };
const context = (name: string) => {
  const id = uuidv5(name, '0b0e2c3a-6f0f-4a53-9c53-000000000000');
  return { commandId: id, correlationId: id, causationId: id };
};

/** A share with its degree, and a run that has paid it without a chain; what follows is still to come. */
async function givenLiquidated() {
  const store = memoryStore();
  const engine = createEngine({ store, body: 'demo' });
  const tell = (command: ObjectiveCommand, name: string) => engine.execute('objective', ID, command, context(name));
  for (const [n, command] of commands.upTo.scored.entries()) await tell(command, `life ${n}`);
  const claim = { objectiveId: ID, shareId: SHARE, areaId: 'affari-generali', weight: '2.5', degree: '95' };
  const compute = {
    type: 'premium.compute',
    runId: 'aree',
    planId: 'demo-2022',
    scope: { kind: 'areas' },
    fund: '1000',
  } as const;
  await engine.execute('premium', 'aree', { ...compute, claims: [claim], by, at }, context('compute'));
  const liquidate = { type: 'premium.liquidate', act, staff: exampleStaff, by, at } as const;
  await engine.execute('premium', 'aree', liquidate, context('liquidate'));
  const share = async () =>
    (await engine.load('objective', ID))?.state.shares.find(({ shareId }) => shareId === SHARE) ?? null;
  const settled = async () => {
    const over = new AbortController();
    const refused: string[] = [];
    for await (const { position } of store.readAll({ direction: 'backwards', limit: 1 })) {
      const onProgress = (reached: bigint) => reached >= position && over.abort();
      const onRefused = ({ code }: { readonly code: string }) => refused.push(code);
      const clock = { now: () => at };
      await react({ store, engine, body: 'demo', clock, signal: over.signal, onProgress, onRefused });
    }
    return refused;
  };
  return { store, engine, tell, share, settled };
}

describe('what a run pays', () => {
  it('given that nothing came in between, then the share has it', async () => {
    const { share, settled } = await givenLiquidated();
    expect(await settled()).toEqual([]);
    expect(await share()).toMatchObject({ premium: { runId: 'aree', amount: '950.00' }, adjusting: null });
  });

  it('given that the share was reopened before, then nothing is refused, and it waits to be adjusted', async () => {
    const { share, settled, tell } = await givenLiquidated();
    await tell(commands.reopen({ at }), 'reopening');
    expect(await settled()).toEqual([]);
    const adjusting = { runId: 'aree', amount: '950.00', byRun: '950.00', degree: '95' };
    expect(await share()).toMatchObject({ premium: null, adjusting });
  });

  it('given a payment that an earlier release carried over without its degree, then meeting the run again changes nothing', async () => {
    const { store, share, settled, engine } = await givenLiquidated();
    for await (const cause of store.read('premium-demo_aree')) {
      if (cause.type !== 'premium.liquidated.v1') continue;
      const commandId = uuidv5(`objective.liquidate-premium/${ID}/${SHARE}`, cause.id);
      const sent = { type: 'objective.liquidate-premium', shareId: SHARE, runId: 'aree', amount: '950.00' } as const;
      const of = { commandId, correlationId: commandId, causationId: cause.id, occurredOn: act.date };
      await engine.execute('objective', ID, { ...sent, by: SYSTEM, at }, of);
    }
    expect(await settled()).toEqual([]);
    expect(await share()).toMatchObject({ premium: { amount: '950.00' }, adjusting: null });
  });
});
