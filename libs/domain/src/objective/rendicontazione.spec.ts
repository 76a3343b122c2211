import type { RefusalCode } from '../refused.js';
import { acknowledge, after, alarm, approve, assign, report, sendBack, submit, upTo } from '../testing/commands.js';
import { ACT, chain, giunta, head, NOTED, nucleo, REGISTRY, SECRETARY, segretario, vice } from '../testing/example.js';
import { statusOf } from './state.js';

const submitted = after(...upTo.submitted);
const secretarys = submit({
  shareId: SECRETARY,
  by: segretario,
  measurements: [{ indicatorId: 'signed', value: 'firmato', notMeasuredBecause: null }],
});
const withSecretary = [
  ...upTo.defined,
  assign({ shareId: SECRETARY, office: 'segretario' }),
  acknowledge({ shareId: SECRETARY, by: segretario }),
];

describe('rendicontazione', () => {
  it('given an acknowledged share, when its report is submitted, then the chain is frozen in it', () => {
    expect(after(...upTo.acknowledged).when(submit({ selfDegree: '95.0' }))).toMatchObject({
      events: [
        {
          type: 'objective.rendicontazione-submitted.v2',
          data: {
            shareId: REGISTRY,
            submission: 1,
            selfDegree: '95',
            submittedBy: head.id,
            approval: {
              chain,
              degree: '95',
              parties: { authors: [head.id], offices: ['affari-generali'], scored: [] },
              panels: { verifica: { offices: ['segretario'], reroutedFrom: null } },
            },
          },
        },
      ],
    });
  });

  it('given a chain of three steps, when each approves in turn, then the last is final and names its act', () => {
    expect(submitted.when(approve())).toEqual({
      events: [
        {
          type: 'objective.approval-voted.v1',
          data: expect.objectContaining({ subject: 'rendicontazione', shareId: REGISTRY, person: segretario.id }),
        },
        {
          type: 'objective.rendicontazione-approved.v1',
          data: { shareId: REGISTRY, step: 'verifica', office: 'segretario', note: '', act: null, final: false },
        },
      ],
    });
    const beforeLast = after(...upTo.submitted, approve(), approve({ step: 'certificazione', by: nucleo }));
    expect(beforeLast.when(approve({ step: 'presa-atto', by: giunta, act: NOTED }))).toMatchObject({
      events: [{}, { data: { step: 'presa-atto', office: 'giunta', act: NOTED, final: true } }],
    });
  });

  it('given another chain in the data file, when reports are submitted with it, then the engine follows', () => {
    const short = { ...chain, version: 2, steps: chain.steps.slice(1, 2) };
    const told = after(...upTo.acknowledged, submit({ chain: short }));
    expect(told.when(approve({ step: 'certificazione', by: nucleo }))).toMatchObject({
      events: [{}, { data: { final: true } }],
    });
  });

  it('given a report sent back from the second step, when submitted again, then it starts at the first', () => {
    const returned = [...upTo.submitted, approve(), sendBack({ step: 'certificazione', by: nucleo })];
    const share = after(...returned).state.shares[0];
    expect(share && statusOf(share)).toBe('rendicontazione-returned');
    expect(share?.rendicontazione?.points).toEqual(['manca il verbale di scarto']);
    const again = after(...returned, submit());
    expect(again.state.shares[0]?.rendicontazione).toMatchObject({ submission: 2, passed: [], points: [] });
    expect(again.when(approve({ step: 'certificazione', by: nucleo }))).toMatchObject({
      refusal: 'approval/not-this-step',
      facts: { awaited: 'verifica' },
    });
  });

  it('given the Segretario’s own share, when verified, then his substitute acts, not he', () => {
    const told = after(...withSecretary, secretarys);
    expect(told.when(approve({ shareId: SECRETARY, by: vice }))).toMatchObject({
      events: [{}, { data: { step: 'verifica', office: 'vicesegretario' } }],
    });
    expect(told.when(approve({ shareId: SECRETARY }))).toMatchObject({ refusal: 'approval/own-report' });
  });

  it('given a share of the Segretario’s area assigned to another office, when verified, then still not by him', () => {
    const told = after(
      ...upTo.defined,
      assign({ shareId: SECRETARY, office: 'staff' }),
      acknowledge({ shareId: SECRETARY, by: { id: 'u-staff', office: 'staff' } }),
      { ...secretarys, by: { id: 'u-staff', office: 'staff' } },
    );
    expect(told.when(approve({ shareId: SECRETARY }))).toMatchObject({ refusal: 'approval/own-report' });
    expect(told.when(approve({ shareId: SECRETARY, by: vice }))).toHaveProperty('events');
  });

  it('given a report before a deadline that nobody has answered, then it is taken, says what it came before, and that stays due', () => {
    const early = submit({ at: '2022-12-20T08:00:00.000Z' });
    const weekly = { deadlineId: 'weekly', instance: '2022-12-25', dueOn: '2022-12-25' };
    expect(after(...upTo.acknowledged).when(early)).toMatchObject({
      events: [{ data: { stillDue: [weekly, { instance: '2022-12-31', dueOn: '2022-12-31' }] } }],
    });
    const sent = after(...upTo.acknowledged, early);
    expect(sent.state.shares[0]?.rendicontazione?.stillDue).toHaveLength(2);
    expect(sent.when(alarm('2022-12-26T08:00:00.000Z'))).toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({ data: expect.objectContaining(weekly) })]),
    });
  });

  it('given a report once all is answered or past, also on the last day of what was answered, then it says nothing of it', () => {
    const fulfils = { deadlineId: 'weekly', instance: '2022-12-31' };
    const answered = report({ fulfils, occurredOn: '2022-12-20', at: '2022-12-28T08:00:00.000Z' });
    const sent = after(...upTo.acknowledged, answered).when(submit({ at: '2022-12-31T08:00:00.000Z' }));
    expect('events' in sent && sent.events[0]?.data).not.toHaveProperty('stillDue');
    const unanswered = after(...upTo.acknowledged).when(submit({ at: '2022-12-31T08:00:00.000Z' }));
    expect(unanswered).toMatchObject({ events: [{ data: { stillDue: [{ instance: '2022-12-31' }] } }] });
    expect('events' in after(...upTo.acknowledged).when(submit())).toBe(true);
    expect(after(...upTo.submitted).state.shares[0]?.rendicontazione).not.toHaveProperty('stillDue');
  });

  it('given a chain whose step would judge itself with no substitute, when submitted, then it is refused before it is stuck', () => {
    const alone = { ...chain, steps: chain.steps.map((step) => ({ ...step, substitute: null })) };
    expect(after(...withSecretary).when({ ...secretarys, chain: alone })).toMatchObject({
      refusal: 'approval/no-substitute',
      facts: { step: 'verifica', office: 'segretario' },
    });
  });

  it('given a head who moved to the approving office, when approving what was submitted by the same person, then it is refused', () => {
    const moved = { id: head.id, office: 'segretario' };
    expect(submitted.when(approve({ by: moved }))).toMatchObject({ refusal: 'approval/own-report' });
    expect(submitted.when(sendBack({ by: moved }))).toMatchObject({ refusal: 'approval/own-report' });
    const resubmitted = after(...upTo.submitted, sendBack(), submit({ by: { id: 'u-new', office: head.office } }));
    expect(resubmitted.when(approve({ by: moved }))).toMatchObject({ refusal: 'approval/own-report' });
  });

  it.each<[RefusalCode, string, ReturnType<typeof submit>]>([
    ['objective/indicator-not-measured', 'an indicator left out', submit({ measurements: [] })],
    [
      'objective/indicator-not-measured',
      'neither a value nor a reason',
      submit({
        measurements: ['boxes', 'rules'].map((indicatorId) => ({ indicatorId, value: ' ', notMeasuredBecause: null })),
      }),
    ],
    [
      'objective/measured-or-not',
      'a value and the reason why there is none',
      submit({
        measurements: ['boxes', 'rules'].map((indicatorId) => ({
          indicatorId,
          value: '25',
          notMeasuredBecause: 'mai',
        })),
      }),
    ],
    [
      'objective/unknown-indicator',
      'an indicator of another objective',
      submit({ measurements: [{ indicatorId: 'x', value: '1', notMeasuredBecause: null }] }),
    ],
    [
      'value/not-unique',
      'an indicator measured twice',
      submit({
        measurements: ['boxes', 'rules', 'boxes'].map((indicatorId) => ({
          indicatorId,
          value: '1',
          notMeasuredBecause: null,
        })),
      }),
    ],
    ['value/out-of-range', 'a degree over 100', submit({ selfDegree: '101' })],
    ['value/not-a-decimal', 'a degree with a comma', submit({ selfDegree: '97,5' })],
  ])('given %s for %s, when submitted, then it is refused', (code, _, command) => {
    expect(after(...upTo.acknowledged).when(command)).toMatchObject({ refusal: code });
  });

  it('given an indicator without measure, when submitted, then the refusal names it', () => {
    const measurements = [{ indicatorId: 'boxes', value: '85 %', notMeasuredBecause: null }];
    expect(after(...upTo.acknowledged).when(submit({ measurements }))).toMatchObject({
      facts: { share: REGISTRY, indicator: 'rules', indicatorText: 'Manuale adottato' },
    });
  });

  it.each<[RefusalCode, typeof ACT]>([
    ['value/text-missing', { ...ACT, number: ' ' }],
    ['value/not-a-date', { ...ACT, date: '2022-13-01' }],
    ['objective/occurred-in-future', { ...ACT, date: '2023-01-21' }],
  ])('given %s in the act, when approved, then it is refused', (code, act) => {
    expect(submitted.when(approve({ act }))).toMatchObject({ refusal: code });
  });
});
