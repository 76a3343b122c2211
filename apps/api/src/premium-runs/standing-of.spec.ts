import { randomUUID } from 'node:crypto';
import { usualLifecycle } from '#domain';
import { commands, evaluations, example, exampleStaff } from '#domain/testing';
import { createEngine } from '#engine';
import { memoryStore } from '#event-store/testing';
import { standingOf } from './standing-of.js';

const RUN = 'aree-2022';
const at = example.NEXT_YEAR;
const by = { id: 'u-personale', office: 'personale' };

/** A scored share of a body that names who liquidates, and a run that sets aside all of what the share would get. */
async function givenAllSetAside(payer = 'ragioneria') {
  const engine = createEngine({ store: memoryStore(), body: 'prova' });
  const context = () => {
    const commandId = randomUUID();
    return { commandId, correlationId: commandId, causationId: commandId };
  };
  const transitions = usualLifecycle.transitions.map((one) =>
    one.verb === 'liquidate' ? { ...one, who: [{ office: payer }] } : one,
  );
  const [, ...toTheScore] = commands.upTo.scored;
  for (const command of [commands.define({ workflow: { ...usualLifecycle, transitions } }), ...toTheScore]) {
    await engine.execute('objective', 'demo-2022-6.1.1', command, context());
  }
  const claim = { objectiveId: 'demo-2022-6.1.1', shareId: example.REGISTRY, areaId: 'affari-generali' };
  const compute = {
    type: 'premium.compute',
    runId: RUN,
    planId: 'demo-2022',
    scope: { kind: 'areas' },
    fund: '1000',
    reserve: '1000',
    claims: [{ ...claim, weight: '10', degree: '95' }],
    route: { chain: evaluations.route.chain, workflow: null, evaluations: true },
    evaluations: { period: { from: '2022-01-01', to: '2022-12-31' }, evaluated: [], staff: exampleStaff },
    by,
    at,
  } as const;
  await engine.execute('premium', RUN, compute, context());
  return engine;
}

describe('what a run counts on', () => {
  it('given a run that pays nobody yet, then it is liquidated all the same by whom the body names alone', async () => {
    const engine = await givenAllSetAside();
    expect((await engine.load('premium', RUN))?.state.run?.entries).toEqual([]);
    await expect(standingOf(engine, RUN, exampleStaff, { by, at, act: null })).rejects.toMatchObject({
      code: 'lifecycle/not-yours',
      facts: { verb: 'liquidate', office: 'personale', who: 'ragioneria' },
    });
    const named = { by: { id: 'u-ragioneria', office: 'ragioneria' }, at, act: null };
    expect(await standingOf(engine, RUN, exampleStaff, named)).toMatchObject({ degrees: {} });
    expect(await standingOf(engine, RUN, exampleStaff)).toMatchObject({ degrees: {} });
  });

  it('given that whom the body names alone would be paid of what is set aside, then that nobody could liquidate it is told before anybody does', async () => {
    const engine = await givenAllSetAside('affari-generali');
    await expect(standingOf(engine, RUN, exampleStaff)).rejects.toMatchObject({ code: 'premium/nobody-may-sign' });
  });

  it('given a run that nobody has proposed, then its act is not asked for yet: the run says what is missing', async () => {
    const engine = await givenAllSetAside();
    const act = { kind: 'determina', number: '9', date: '2099-01-01' };
    const payer = { by: { id: 'u-ragioneria', office: 'ragioneria' }, at, act };
    expect(await standingOf(engine, RUN, exampleStaff, payer)).toMatchObject({ degrees: {} });
  });
});
