import { randomUUID } from 'node:crypto';
import { usualLifecycle } from '#domain';
import { commands, evaluations, example, exampleStaff } from '#domain/testing';
import { createEngine } from '#engine';
import { memoryStore } from '#event-store/testing';
import { standingOf } from './standing-of.js';

const RUN = 'aree-2022';
const at = example.NEXT_YEAR;
const by = { id: 'u-personale', office: 'personale' };

const SHARES = [
  { objectiveId: 'demo-2022-6.1.1', shareId: example.REGISTRY, areaId: 'affari-generali' },
  { objectiveId: 'demo-2022-6.1.2', shareId: '6.1.2-affari-generali', areaId: 'affari-generali' },
];

/**
 * A scored share of each body's version that names who liquidates, and a run that sets aside all of what the shares would get.
 *
 * @param payers  of each share's version
 */
async function givenAllSetAside(...payers: readonly string[]) {
  const engine = createEngine({ store: memoryStore(), body: 'prova' });
  const context = () => {
    const commandId = randomUUID();
    return { commandId, correlationId: commandId, causationId: commandId };
  };
  const [, ...toTheScore] = commands.upTo.scored;
  const chosen = SHARES.slice(0, payers.length);
  for (const [index, { objectiveId, shareId }] of chosen.entries()) {
    const who = payers.slice(index, index + 1).map((office) => ({ office }));
    const transitions = usualLifecycle.transitions.map((one) => (one.verb === 'liquidate' ? { ...one, who } : one));
    for (const command of [commands.define({ workflow: { ...usualLifecycle, transitions } }), ...toTheScore]) {
      const ofIt = JSON.stringify(command).replaceAll(example.REGISTRY, shareId);
      await engine.execute('objective', objectiveId, JSON.parse(ofIt) as typeof command, context());
    }
  }
  const compute = {
    type: 'premium.compute',
    runId: RUN,
    planId: 'demo-2022',
    scope: { kind: 'areas' },
    fund: '1000',
    reserve: '1000',
    claims: chosen.map((claim) => ({ ...claim, weight: '10', degree: '95' })),
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
    const engine = await givenAllSetAside('ragioneria');
    expect((await engine.load('premium', RUN))?.state.run?.entries).toEqual([]);
    await expect(standingOf(engine, RUN, exampleStaff, { by, at, act: null })).rejects.toMatchObject({
      code: 'lifecycle/not-yours',
      facts: { verb: 'liquidate', office: 'personale', who: 'ragioneria' },
    });
    const named = { by: { id: 'u-ragioneria', office: 'ragioneria' }, at, act: null };
    expect(await standingOf(engine, RUN, exampleStaff, named)).toMatchObject({ planStatus: 'none' });
    expect(await standingOf(engine, RUN, exampleStaff)).toMatchObject({ planStatus: 'none' });
  });

  it('given that whom the body names alone would be paid of what is set aside, then that nobody could liquidate it is told before anybody does', async () => {
    const engine = await givenAllSetAside('affari-generali');
    await expect(standingOf(engine, RUN, exampleStaff)).rejects.toMatchObject({ code: 'premium/nobody-may-sign' });
  });

  it('given a run that nobody has proposed, then its act is not asked for yet: the run says what is missing', async () => {
    const engine = await givenAllSetAside('ragioneria');
    const act = { kind: 'determina', number: '9', date: '2099-01-01' };
    const payer = { by: { id: 'u-ragioneria', office: 'ragioneria' }, at, act };
    expect(await standingOf(engine, RUN, exampleStaff, payer)).toMatchObject({ planStatus: 'none' });
  });

  it('given shares whose versions name nobody in common, then it is told before anybody signs, and paid by whom the version in force names', async () => {
    const engine = await givenAllSetAside('ragioneria', 'tributi');
    await expect(standingOf(engine, RUN, exampleStaff)).rejects.toMatchObject({
      code: 'premium/no-common-payer',
      facts: { offices: 'ragioneria, tributi' },
    });
    const staff = { ...exampleStaff, payers: [{ office: 'personale' }] };
    const told = { payers: ['personale'], payersDiffer: ['ragioneria', 'tributi'] };
    expect(await standingOf(engine, RUN, staff)).toMatchObject(told);
    expect(await standingOf(engine, RUN, staff, { by, at, act: null })).toMatchObject(told);
    const other = { by: { id: 'u-ragioneria', office: 'ragioneria' }, at, act: null };
    await expect(standingOf(engine, RUN, staff, other)).rejects.toMatchObject({
      code: 'lifecycle/not-yours',
      facts: { who: 'personale' },
    });
  });
});
