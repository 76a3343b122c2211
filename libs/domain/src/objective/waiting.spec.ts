import {
  acknowledge,
  after,
  alarm,
  approve,
  assign,
  close,
  define,
  justify,
  ratify,
  reopen,
  report,
  score,
  secretaryToTheEnd,
  sendBack,
  submit,
  suspend,
  upTo,
} from '../testing/commands.js';
import { chain, NEXT_YEAR, nucleo, REGISTRY, SECRETARY, segretario } from '../testing/example.js';
import { exampleStaff } from '../testing/staff.js';
import type { ObjectiveCommand } from './messages.js';
import { waitingOn } from './waiting.js';

const waits = (commands: readonly ObjectiveCommand[], shareId = REGISTRY) =>
  waitingOn(after(...commands).state)
    .filter((waiting) => waiting.shareId === shareId && waiting.deadline === null)
    .map(({ action, office, step }) => [action, office, step]);

describe('what waits on an objective', () => {
  it.each<[string, readonly ObjectiveCommand[], unknown[]]>([
    ['defined', upTo.defined, ['assign', null, null]],
    ['assigned', upTo.assigned, ['acknowledge', 'affari-generali', null]],
    ['acknowledged', upTo.acknowledged, ['submit-rendicontazione', 'affari-generali', null]],
    ['submitted', upTo.submitted, ['approve-rendicontazione', 'segretario', 'verifica']],
    ['verified', [...upTo.submitted, approve()], ['approve-rendicontazione', 'nucleo', 'certificazione']],
    ['sent back', [...upTo.submitted, sendBack()], ['integrate-rendicontazione', 'affari-generali', null]],
    ['approved', upTo.approved, ['score', null, null]],
    ['scored', [...upTo.approved, score({ by: nucleo })], ['liquidate-premium', null, null]],
  ])('given a share that is %s, when asked, then one act waits', (_, commands, expected) => {
    expect(waits(commands)).toEqual([expected]);
  });

  it('given the Segretario’s report, when asked, then it waits for his substitute', () => {
    const measurements = [{ indicatorId: 'signed', value: 'sì', notMeasuredBecause: null }];
    const commands = [
      define(),
      assign({ shareId: SECRETARY, office: 'segretario' }),
      acknowledge({ shareId: SECRETARY, by: segretario }),
      submit({ shareId: SECRETARY, by: segretario, measurements }),
    ];
    expect(waits(commands, SECRETARY)).toEqual([['approve-rendicontazione', 'vicesegretario', 'verifica']]);
  });

  it('given deadlines open, missed and answered, when asked, then the first wait for an answer and the second for a late one', () => {
    const fulfils = { deadlineId: 'weekly', instance: '2022-06-26' };
    const { state } = after(...upTo.acknowledged, report({ fulfils }), alarm('2022-07-03T22:00:00.000Z'));
    const due = waitingOn(state).filter(({ deadline }) => deadline?.deadlineId === 'weekly');
    expect(due.map(({ action, deadline }) => [action, deadline?.dueOn]).slice(0, 2)).toEqual([
      ['fulfil-late', '2022-07-03'],
      ['answer-deadline', '2022-07-10'],
    ]);
    expect(due).toHaveLength(27);
  });

  it('given an approved rendicontazione, when asked, then of its deadlines only the missed ones wait', () => {
    const early = upTo.approved.slice(upTo.acknowledged.length);
    const { state } = after(...upTo.acknowledged, alarm('2022-06-26T22:00:00.000Z'), ...early);
    const due = waitingOn(state).filter(({ deadline }) => deadline !== null);
    expect(due.map(({ action, deadline }) => [action, deadline?.dueOn])).toEqual([['fulfil-late', '2022-06-26']]);
  });

  it('given a closed objective, when asked, then nothing waits', () => {
    expect(waitingOn(after(...upTo.liquidated, ...secretaryToTheEnd).state)).toEqual([]);
    expect(waitingOn(after(...upTo.liquidated, ...secretaryToTheEnd, close()).state)).toEqual([]);
  });

  it('given an urgent rest, when asked, then its ratification waits, and what was missed before; nothing else does', () => {
    const urgent = [...upTo.acknowledged, alarm('2022-06-27T08:00:00.000Z'), suspend({ act: null })];
    const due = waitingOn(after(...urgent).state).filter(({ shareId }) => shareId === REGISTRY);
    expect(due.map(({ action, office, deadline }) => [action, office, deadline?.dueOn ?? null])).toEqual([
      ['fulfil-late', 'affari-generali', '2022-06-26'],
      ['ratify-suspension', null, null],
    ]);
    expect(waits([...urgent, ratify()])).toEqual([]);
  });

  it('given a reason that waits to be judged, when asked, then for the deadline that was missed, also while work rests', () => {
    const justified = [
      ...upTo.acknowledged,
      justify(),
      suspend({ from: '2022-08-04', at: '2022-08-04T08:00:00.000Z' }),
    ];
    expect(waitingOn(after(...justified).state)).toContainEqual({
      shareId: REGISTRY,
      action: 'decide-justification',
      office: null,
      step: null,
      deadline: { deadlineId: 'draft', instance: '2022-07-31', dueOn: '2022-07-31' },
    });
  });

  it('given what was paid and judged anew, when asked, then an adjustment waits, and no second payment', () => {
    const again = [...upTo.liquidated, reopen(), ...upTo.approved.slice(upTo.submitted.length)];
    expect(waits([...again, score()])).toEqual([['adjust-premium', null, null]]);
  });

  it('given a rejected report, when asked, then its office is to hand in another', () => {
    const rejected = {
      type: 'approval.act',
      subject: 'rendicontazione',
      shareId: REGISTRY,
      deed: {
        do: 'take-step',
        step: 'verifica',
        outcome: 'reject',
        note: '',
        act: null,
        points: [],
        returnBy: null,
        degree: null,
        reason: 'dati mancanti',
      },
      staff: exampleStaff,
      by: segretario,
      at: NEXT_YEAR,
    } as const;
    const strict = {
      ...chain,
      steps: chain.steps.map((one) => ({ ...one, outcomes: ['approve', 'reject'] as const })),
    };
    expect(waits([...upTo.acknowledged, submit({ chain: strict }), rejected])).toEqual([
      ['integrate-rendicontazione', 'affari-generali', null],
    ]);
  });
});
