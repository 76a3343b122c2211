import { people, who } from '../testing/approval.js';
import { assign, upTo } from '../testing/commands.js';
import { MORNING } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import { eventsOf, given } from '../testing/given.js';
import { reword, request, system, take, told, within } from '../testing/variation.js';
import { variation } from './variation.js';

const handed = within(...upTo.acknowledged, assign({ office: 'segretario' }));
const asked = request({ changes: [reword] });

describe('a variation of a share that is given to an office while it is on its way', () => {
  it('given who answers for it by now, then they give no opinion on it, and their substitute does, with the fact told before', () => {
    const opinion = take('parere-segretario', who.segretario);
    expect(told(asked).when(opinion)).toHaveProperty('events');
    const surroundings = { ...asked.surroundings, ...handed };
    expect(told(asked).when(take('parere-segretario', who.segretario, { surroundings }))).toMatchObject({
      refusal: 'approval/own-report',
      facts: { rule: 'own-office', approver: 'vicesegretario' },
    });
    expect(told(asked).when(take('parere-segretario', who.vice, { surroundings }))).toMatchObject({
      events: [
        { type: 'variation.approval-joined.v1', data: { offices: ['segretario'] } },
        { type: 'variation.approval-voted.v1', data: { rerouted: { from: 'segretario', rule: 'own-office' } } },
        { type: 'variation.approval-step-passed.v1' },
      ],
    });
  });

  it('given that it was noted, then it is known to whoever asks for whom it waits, and noted once', () => {
    const note = { type: 'variation.note-answering', office: 'segretario', by: system, at: MORNING } as const;
    const noted = told(asked, note);
    expect(noted.state.approval?.parties.offices).toEqual(['affari-generali', 'segretario']);
    expect(noted.when(note)).toEqual({ events: [] });
    expect(noted.when(take('parere-segretario', who.segretario))).toMatchObject({ refusal: 'approval/own-report' });
    expect(told(asked).when({ ...note, office: 'affari-generali' })).toEqual({ events: [] });
  });

  it('given one that came back, then nothing is noted: it sets out again with the parties of then', () => {
    const back = take('parere-segretario', who.segretario, { outcome: 'return', points: ['quando?'] });
    const note = { type: 'variation.note-answering', office: 'segretario', by: system, at: MORNING } as const;
    expect(told(asked, back).when(note)).toEqual({ events: [] });
  });
});

describe('a variation of a share for whose days somebody is paid who has left its office', () => {
  const was = (person: string) => tenure(person, 'affari-generali', { from: '2022-01-10', to: '2022-01-31' });
  const paid = (person: string) => ({ ...people, tenures: [...people.tenures, was(person)] });

  it('given the Segretario, then their substitute gives the opinion; given who came after the plan’s year, they do', () => {
    const staff = paid(who.segretario.id);
    const opened = told({ ...asked, staff });
    expect(opened.state.approval?.parties.credited).toEqual([
      { office: 'affari-generali', from: '2022-01-01', to: '2022-12-31' },
    ]);
    expect(opened.when(take('parere-segretario', who.segretario, { staff }))).toMatchObject({
      refusal: 'approval/own-report',
      facts: { rule: 'beneficiary', approver: 'vicesegretario' },
    });
    expect(opened.when(take('parere-segretario', who.vice, { staff }))).toMatchObject({
      events: [
        { type: 'variation.approval-voted.v1', data: { rerouted: { from: 'segretario', rule: 'beneficiary' } } },
        { type: 'variation.approval-step-passed.v1' },
      ],
    });
    const since = {
      ...people,
      tenures: [...people.tenures, { ...was(who.segretario.id), from: '2023-01-01', to: '2023-01-02' }],
    };
    expect(
      told({ ...asked, staff: since }).when(take('parere-segretario', who.segretario, { staff: since })),
    ).toHaveProperty('events');
  });

  it('given the Nucleo’s only member, then nobody gives their opinion, and it is not even asked for', () => {
    const staff = { ...exampleStaff, tenures: [...exampleStaff.tenures, was(who.nucleo.id)] };
    expect(told().when({ ...asked, staff })).toMatchObject({
      refusal: 'approval/no-substitute',
      facts: { rule: 'evaluator-beneficiary', office: 'nucleo' },
    });
  });

  it('given days that are another office’s by now, then whoever held that one then is barred, and the fact is told once', () => {
    const credited = { office: 'cultura', from: '2022-01-01', to: '2022-03-31' } as const;
    const note = {
      type: 'variation.note-answering',
      office: 'tributi',
      credited: [credited],
      by: system,
      at: MORNING,
    } as const;
    const noted = told(asked, note);
    expect(noted.state.approval?.parties).toMatchObject({ offices: ['affari-generali', 'tributi'] });
    expect(noted.state.approval?.parties.credited).toContainEqual(credited);
    expect(noted.when({ ...note, credited: [{ ...credited, from: '2022-02-01' }] })).toEqual({ events: [] });
    const before = tenure(who.segretario.id, 'cultura', { from: '2022-01-10', to: '2022-01-31' });
    const staff = { ...people, tenures: [...people.tenures, before] };
    expect(noted.when(take('parere-segretario', who.segretario, { staff }))).toMatchObject({
      facts: { rule: 'beneficiary' },
    });
  });

  it('given one of an earlier release, which does not say whose the days are, then the next step asks and tells', () => {
    const staff = paid(who.segretario.id);
    const [requested, opened] = eventsOf(variation, asked);
    if (opened?.type !== 'variation.approval-opened.v1' || requested === undefined) throw new Error('Not requested');
    const { credited: _, ...parties } = opened.data.parties;
    const older = given(variation)(requested, { ...opened, data: { ...opened.data, parties } });
    expect(older.when(take('parere-segretario', who.segretario, { staff }))).toMatchObject({
      refusal: 'approval/own-report',
    });
    expect(older.when(take('parere-segretario', who.vice, { staff }))).toMatchObject({
      events: [
        { type: 'variation.approval-joined.v1', data: { offices: [], credited: [{ office: 'affari-generali' }] } },
        { type: 'variation.approval-voted.v1' },
        { type: 'variation.approval-step-passed.v1' },
      ],
    });
  });
});
