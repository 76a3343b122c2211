import { who } from '../testing/approval.js';
import { assign, upTo } from '../testing/commands.js';
import { MORNING } from '../testing/example.js';
import { reword, request, system, take, told, within } from '../testing/variation.js';

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
