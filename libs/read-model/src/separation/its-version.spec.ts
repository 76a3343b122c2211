import type { OfficeDefinition } from '#domain';
import type { JsonObject, RecordedEvent } from '#event-store';
import { nucleo } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { wholeYear } from '../testing/stories.js';
import { separationChecks } from './query.js';

const FOLLOWED = { id: 'unione', version: 91 };
const segretario = { id: 'segretario', function: 'segretario', names: [] } as const;
const ofNucleo: readonly OfficeDefinition[] = [segretario, { id: 'nucleo', function: 'evaluation-body', names: [] }];
const ofOiv: readonly OfficeDefinition[] = [
  segretario,
  { id: 'nucleo', function: null, names: [] },
  { id: 'oiv', function: 'evaluation-body', names: [] },
];

/** Each approval of the story set out by that version. */
function following(event: RecordedEvent): RecordedEvent {
  const { data } = event;
  const approval = data['approval'] as JsonObject | undefined;
  if (approval !== undefined) return { ...event, data: { ...data, approval: { ...approval, workflow: FOLLOWED } } };
  return event.type.includes('approval-opened') ? { ...event, data: { ...data, workflow: FOLLOWED } } : event;
}

describe('the proof of a step, by the version that its approval follows', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const file = (version: number, offices: readonly OfficeDefinition[], at: string) => {
    const row = { workflow_id: FOLLOWED.id, version, definition: { offices }, published_at: at };
    return { ...row, revision: version };
  };
  /** A member of the Nucleo is the Segretario as well. */
  const bothSides = async (files: readonly ReturnType<typeof file>[], more: readonly RecordedEvent[] = []) => {
    const { events } = wholeYear();
    const [like] = events;
    if (like === undefined) throw new Error('The story is empty.');
    const holds = (office: string, place: number): RecordedEvent => {
      const data: JsonObject = { tenureId: office, person: nucleo.id, office, roles: [] };
      return {
        ...like,
        stream: 'organisation-demo_offices',
        type: 'organisation.office-taken.v1',
        data: { ...data, from: '2022-01-01', to: null, act: null },
        position: BigInt(events.length + place),
      };
    };
    await on.load([...events.map(following), holds('nucleo', 1), holds('segretario', 2), ...more]);
    await on.db.insertInto('read.workflow').values(files).execute();
    return (await separationChecks(on.db, {}, null, 50)).checks;
  };
  const broken = async (...files: readonly ReturnType<typeof file>[]) => {
    const checks = await bothSides(files);
    const theirs = checks.filter(({ person, subject }) => person === nucleo.id && subject === 'rendicontazione');
    expect(theirs).not.toEqual([]);
    return new Set(theirs.map(({ rule, verdict }) => `${verdict} ${String(rule)}`));
  };

  it('given another body that evaluates by now, then whoever certified by the version of before is judged as who evaluates', async () => {
    const files = [file(91, ofNucleo, '2022-01-01T08:00:00.000Z'), file(100, ofOiv, '2022-12-01T08:00:00.000Z')];
    expect(await broken(...files)).toEqual(new Set(['violation evaluator-segretario']));
  });

  it('given an evaluation of a person, then whoever proposes in it is judged by the version that it was opened by, or goes on by', async () => {
    const files = [file(91, ofNucleo, '2022-01-01T08:00:00.000Z'), file(100, ofOiv, '2022-02-01T08:00:00.000Z')];
    const route = (version: number) => ({ workflow: { id: FOLLOWED.id, version }, terms: {} });
    const [like] = wholeYear().events;
    if (like === undefined) throw new Error('The story is empty.');
    const { metadata } = like;
    const told = (type: string, data: JsonObject, place: number): RecordedEvent => ({
      ...like,
      stream: 'evaluation-demo_2022-u-head',
      type,
      data: { planId: '2022', ...data },
      metadata: {
        ...metadata,
        actor: { id: nucleo.id, office: nucleo.office },
        recordedAt: `2023-01-0${String(place + 1)}T08:00:00.000Z`,
      },
      revision: place,
      position: BigInt(10_000 + place),
    });
    const opened = { evaluationId: '2022-u-head', person: 'u-head', offices: ['affari-generali'] };
    const evaluator = { person: nucleo.id, office: nucleo.office };
    const events = [
      told('evaluation.opened.v1', { ...opened, evaluator, route: route(91) }, 0),
      told('evaluation.proposed.v1', {}, 1),
      told('evaluation.evaluator-named.v1', { evaluator, reason: 'OIV', route: route(100) }, 2),
      told('evaluation.hearing-offered.v1', { on: '2023-01-09' }, 3),
    ];
    const checks = await bothSides(files, events);
    const verdicts = checks
      .filter(({ subjectId }) => subjectId === opened.evaluationId)
      .map(({ step, verdict }) => [step, verdict]);
    expect(Object.fromEntries(verdicts)).toMatchObject({ proposed: 'violation', 'hearing-offered': 'ok' });
  });

  it('given an approval that set out by the version of today, then who evaluated before is nobody special', async () => {
    const files = [file(90, ofNucleo, '2022-01-01T08:00:00.000Z'), file(91, ofOiv, '2022-02-01T08:00:00.000Z')];
    expect(await broken(...files)).toEqual(new Set(['ok null']));
  });
});
