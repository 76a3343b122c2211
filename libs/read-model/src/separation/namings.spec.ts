import type { RecordedEvent } from '#event-store';
import { stage, type Stage } from '../testing.js';
import { wholeYear } from '../testing/stories.js';
import { separationChecks } from './query.js';

const ACT = { kind: 'decreto', number: '7', date: '2023-03-01' };

describe('the proof of who was named to an office, and by whom', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const [like] = wholeYear().events;
  const recorded = (
    by: string,
    type: 'office-taken' | 'office-left' | 'tenure-annulled',
    data: object,
  ): RecordedEvent => {
    if (like === undefined) throw new Error('The story is empty.');
    const metadata = { ...like.metadata, actor: { id: by, office: 'segretario' } };
    const told = { tenureId: 't-1', person: 'u-friend', office: 'archivio', roles: [], to: null, act: null, ...data };
    const stream = 'organisation-demo_offices';
    return { ...like, stream, type: `organisation.${type}.v1`, data: { from: '2023-03-01', ...told }, metadata };
  };
  const proved = async (...told: readonly RecordedEvent[]) => {
    await on.load(told.map((event, index) => ({ ...event, position: BigInt(index + 1) })));
    const { checks } = await separationChecks(on.db, { subject: 'organisation' }, null, 50);
    return checks.map(({ step, person, beneficiaries, offices, rule, verdict }) => {
      return [step, person, ...beneficiaries, ...offices, rule, verdict];
    });
  };

  it('given a tenure of whoever recorded it, then the proof tells it, and without an act as a violation', async () => {
    const own = { person: 'u-segretario', office: 'tributi' };
    const rows = await proved(
      recorded('u-segretario', 'office-taken', own),
      recorded('u-segretario', 'office-left', { ...own, to: '2023-04-30', act: ACT }),
    );
    expect(rows).toEqual([
      ['leave-office', 'u-segretario', 'u-segretario', 'tributi', null, 'ok'],
      ['take-office', 'u-segretario', 'u-segretario', 'tributi', 'act-missing', 'violation'],
    ]);
  });

  it('given a tenure of who judges, then as well, its end too, and of nobody else', async () => {
    const judging = { office: 'nucleo', roles: ['nucleo'] };
    const rows = await proved(
      recorded('u-segretario', 'office-taken', { ...judging, act: ACT }),
      recorded('u-segretario', 'office-left', { office: 'nucleo', to: '2023-04-30' }),
      recorded('u-segretario', 'office-taken', { tenureId: 't-2' }),
      recorded('system', 'office-taken', { ...judging, tenureId: 't-3', person: 'u-other' }),
    );
    expect(rows).toEqual([
      ['leave-office', 'u-segretario', 'u-friend', 'nucleo', 'act-missing', 'violation'],
      ['take-office', 'u-segretario', 'u-friend', 'nucleo', null, 'ok'],
    ]);
  });

  it('given a tenure of whomever that was annulled, then the proof tells its annulment, which needs no act', async () => {
    const rows = await proved(
      recorded('u-segretario', 'office-taken', {}),
      recorded('u-segretario', 'tenure-annulled', { reason: 'Persona sbagliata' }),
    );
    expect(rows).toEqual([['annul-tenure', 'u-segretario', 'u-friend', 'archivio', null, 'ok']]);
  });
});
