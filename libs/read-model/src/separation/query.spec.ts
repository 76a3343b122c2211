import type { JsonObject, RecordedEvent } from '#event-store';
import { nucleo } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { wholeYear } from '../testing/stories.js';
import { separationChecks } from './query.js';

/** Of the Nucleo's, as `wholeYear` has them: certified and scored on this day. */
const GIVEN = '2023-01-20';

describe('the proof that who took a step held the office', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const { events } = wholeYear();
  const said = (position: number, stream: string, type: string, data: JsonObject, at = '2023-03-01T08:00:00.000Z') => {
    const [like] = events;
    if (like === undefined) throw new Error('The story is empty.');
    const metadata = { ...like.metadata, recordedAt: at, occurredOn: at.slice(0, 10) };
    return { ...like, stream, type, data, metadata, position: BigInt(events.length + position) } as RecordedEvent;
  };
  const taken = (from: string) =>
    said(1, 'organisation-demo_offices', 'organisation.office-taken.v1', {
      tenureId: 't-1',
      person: nucleo.id,
      office: nucleo.office,
      roles: [],
      from,
      to: null,
      act: null,
    });
  const left = (to: string) =>
    said(2, 'organisation-demo_offices', 'organisation.office-left.v1', { tenureId: 't-1', to, act: null });
  const account = (type: string, position: number, at: string, office: string = nucleo.office) =>
    said(position, `account-demo_${nucleo.id}`, type, { user: 'n', name: null, email: null, office, roles: [] }, at);
  const found = async (...more: readonly RecordedEvent[]) => {
    await on.load([...events, ...more]);
    const { checks, violations } = await separationChecks(on.db, { verdict: 'violation' }, null, 50);
    expect(violations).toBe(checks.length);
    return checks.map(({ office, occurredOn, rule }) => [office, occurredOn, rule]);
  };

  it('given a tenure that is ended, later on, with a day before a vote of its holder, then the proof says so', async () => {
    const violations = await found(taken('2022-01-01'), left('2023-01-19'));
    expect(violations).not.toEqual([]);
    expect(new Set(violations.map((row) => row.join(' ')))).toEqual(new Set([`nucleo ${GIVEN} office-left`]));
  });

  it('given the last day of a tenure, then it was held on it', async () => {
    expect(await found(taken('2022-01-01'), left(GIVEN))).toEqual([]);
  });

  it('given a log that knows of no tenure by then, then nothing is said of it', async () => {
    expect(await found(taken('2023-02-01'))).toEqual([]);
  });

  it('given an account that is changed or disabled, then its office lasts for that whole day', async () => {
    const made = account('account.created.v1', 1, '2022-01-01T08:00:00.000Z');
    const sameDay = account('account.changed.v1', 2, `${GIVEN}T18:00:00.000Z`, 'archivio');
    expect(await found(made, sameDay)).toEqual([]);
  });

  it('given an account’s office, when the organisation says since when its person has another, then it counted until then', async () => {
    const made = account('account.created.v1', 1, '2022-01-01T08:00:00.000Z');
    const elsewhere = { ...taken('2023-01-02'), position: BigInt(events.length + 2) };
    const other = { ...elsewhere, data: { ...elsewhere.data, office: 'archivio' } };
    expect(await found(made, other)).toContainEqual(['nucleo', GIVEN, 'office-left']);
  });
});
