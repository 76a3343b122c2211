import type { JsonObject, RecordedEvent } from '#event-store';
import { metadataOf } from '../facts.js';
import { nucleo } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { SHARES, wholeYear } from '../testing/stories.js';
import { separationChecks } from './query.js';

/** On which the Nucleo certifies in `wholeYear`, and the day that the request tells. */
const [TODAY, TOLD] = ['2023-01-20', '2023-01-19'];

describe('the proof that nobody sees to a step which they may not take', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const { events } = wholeYear();
  const [share] = SHARES;
  const isVote = ({ type, data }: RecordedEvent) =>
    type === 'objective.approval-voted.v1' && data['shareId'] === share?.shareId;
  const at = events.findIndex((event) => isVote(event) && metadataOf(event).actor.id === nucleo.id);
  const verification = events.findLast((event, index) => isVote(event) && index < at);
  const vote = events[at];
  if (share === undefined || vote === undefined || verification === undefined) throw new Error('Nobody certifies.');
  const last = events.length;

  const claimed = (by: JsonObject = { ...nucleo }, data: JsonObject = {}): RecordedEvent => ({
    ...vote,
    type: 'objective.approval-claimed.v1',
    data: { ...vote.data, kind: 'claimed', onBehalfOf: null, ...data },
    metadata: { ...vote.metadata, actor: by, occurredOn: TOLD },
    position: BigInt(last + 1),
  });
  const tenure = (person: string, office: string, from: string, to: string | null): RecordedEvent => ({
    ...vote,
    stream: 'organisation-demo_offices',
    type: 'organisation.office-taken.v1',
    data: { tenureId: `${person}-${office}`, person, office, roles: [], from, to, act: null },
    position: BigInt(last + 2),
  });
  /** The claim comes as its step waits: after the verification, before the vote. */
  const proved = async (claim: RecordedEvent, ...more: readonly RecordedEvent[]) => {
    await on.load([...events.slice(0, at), claim, ...more]);
    const { checks } = await separationChecks(on.db, {}, null, 500);
    return checks.find(({ step }) => step === 'claim');
  };

  it('given somebody whom no rule bars, then it is told once, with the step and the day of its recording alone', async () => {
    expect(await proved(claimed())).toMatchObject({
      verdict: 'ok',
      rule: null,
      outcome: 'act',
      subject: 'rendicontazione',
      stepName: { it: 'Presa in carico (Certificazione)' },
      days: [TODAY],
      office: nucleo.office,
      offices: [share.office],
    });
  });

  it('given who answers for the share as they claim, then the proof says so', async () => {
    const answers = tenure(nucleo.id, share.office, TODAY, null);
    expect(await proved(claimed(), answers)).toMatchObject({ verdict: 'violation', rule: 'own-office' });
  });

  it('given who answered for it on the day that is told alone, then nothing: a claim is of the day on which it is made', async () => {
    const answered = tenure(nucleo.id, share.office, '2023-01-19', '2023-01-19');
    const found = await proved(claimed(), answered);
    expect(found).toMatchObject({ verdict: 'ok', rule: null });
  });

  it('given who claims in the place of somebody who answers for it, then the proof says so', async () => {
    const inPlace = claimed({ id: 'u-x', office: nucleo.office }, { onBehalfOf: nucleo.id });
    const answers = tenure(nucleo.id, share.office, TODAY, null);
    expect(await proved(inPlace, answers)).toMatchObject({ rule: 'own-office', onBehalfOf: nucleo.id });
  });

  it('given who took the step before, of which this one is independent, then the proof says so', async () => {
    const { id } = metadataOf(verification).actor;
    const found = await proved(claimed({ id, office: nucleo.office }));
    expect(found?.earlier).toContain(id);
    expect(found?.rule).toBe('four-eyes');
  });
});
