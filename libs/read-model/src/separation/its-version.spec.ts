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
  const broken = async (...files: readonly ReturnType<typeof file>[]) => {
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
    await on.load([...events.map(following), holds('nucleo', 1), holds('segretario', 2)]);
    await on.db.insertInto('read.workflow').values(files).execute();
    const { checks } = await separationChecks(on.db, {}, null, 50);
    const theirs = checks.filter(({ person, subject }) => person === nucleo.id && subject === 'rendicontazione');
    expect(theirs).not.toEqual([]);
    return new Set(theirs.map(({ rule, verdict }) => `${verdict} ${String(rule)}`));
  };

  it('given another body that evaluates by now, then whoever certified by the version of before is judged as who evaluates', async () => {
    const files = [file(91, ofNucleo, '2022-01-01T08:00:00.000Z'), file(100, ofOiv, '2022-12-01T08:00:00.000Z')];
    expect(await broken(...files)).toEqual(new Set(['violation evaluator-segretario']));
  });

  it('given an approval that set out by the version of today, then who evaluated before is nobody special', async () => {
    const files = [file(90, ofNucleo, '2022-01-01T08:00:00.000Z'), file(91, ofOiv, '2022-02-01T08:00:00.000Z')];
    expect(await broken(...files)).toEqual(new Set(['ok null']));
  });
});
