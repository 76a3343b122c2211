import type { JsonObject, RecordedEvent } from '#event-store';
import { nucleo } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { SHARES, wholeYear } from '../testing/stories.js';
import { separationChecks } from './query.js';

const [EARLIER, LATER] = ['2022-06-15T08:00:00.000Z', '2023-03-01T08:00:00.000Z'];

describe('the proof of who acted for somebody of whom another had recorded it', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const { events } = wholeYear();
  const [first] = events;
  const party = SHARES[0]?.office ?? '';
  const act = { kind: 'decreto', number: '4', date: '2022-06-01' };
  const said = (position: number, type: string, at: string, data: JsonObject): RecordedEvent => {
    if (first === undefined) throw new Error('The story is empty.');
    const metadata = { ...first.metadata, recordedAt: at, occurredOn: at.slice(0, 10) };
    const stream = 'organisation-demo_offices';
    return { ...first, stream, type, data, metadata, position: BigInt(events.length + position) };
  };
  const delegated = (position: number, at: string, office: string, fields: JsonObject = {}) =>
    said(position, 'organisation.delegated.v1', at, {
      delegationId: `d-${position}`,
      kind: 'sostituzione',
      office,
      holder: null,
      person: nucleo.id,
      from: '2022-06-10',
      until: '2023-06-09',
      subjects: null,
      act,
      ...fields,
    });
  const violations = async (...more: readonly RecordedEvent[]) => {
    await on.load([...events, ...more]);
    const { checks } = await separationChecks(on.db, { verdict: 'violation' }, null, 50);
    expect(checks.length).toBeGreaterThan(0);
    expect(new Set(checks.map(({ person }) => person))).toEqual(new Set([nucleo.id]));
    return checks;
  };

  it('given a delegation by act that is recorded after the vote, then it counts from its day, and the proof tells that day and that of the recording', async () => {
    const [found] = await violations(delegated(1, LATER, party));
    expect(found).toMatchObject({
      rule: 'delegate',
      recordedLater: { from: '2022-06-10', recordedAt: LATER, act },
    });
  });

  it('given one that was recorded before the vote, then nothing is told of another that is recorded since', async () => {
    const [found] = await violations(delegated(1, EARLIER, party), delegated(2, LATER, party));
    expect(found).toMatchObject({ rule: 'delegate', recordedLater: null });
  });

  it('given one of no party that is recorded since as well, then it tells that of the party', async () => {
    const [found] = await violations(
      delegated(1, LATER, 'archivio', { from: '2022-07-01' }),
      delegated(2, LATER, party),
    );
    expect(found).toMatchObject({ rule: 'delegate', recordedLater: { from: '2022-06-10' } });
  });

  it('given a member of the Nucleo who stands in for the Segretario by a list of an earlier release, then each step that they took as the Nucleo is told', async () => {
    const who = { tenureId: 't-1', person: 'u-sg', office: 'segreteria', from: '2022-01-01', to: null, act: null };
    const holds = said(1, 'organisation.office-taken.v1', EARLIER, { ...who, roles: ['segretario'] });
    const member = said(2, 'organisation.office-taken.v1', EARLIER, {
      ...who,
      tenureId: 't-2',
      person: nucleo.id,
      office: nucleo.office,
      roles: ['nucleo'],
    });
    const found = await violations(holds, member, delegated(3, EARLIER, 'segreteria', { holder: 'u-sg' }));
    expect(new Set(found.map(({ rule, office }) => `${office} ${String(rule)}`))).toEqual(
      new Set([`${nucleo.office} evaluator-segretario`]),
    );
  });
});
