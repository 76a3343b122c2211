import {
  acknowledge,
  after,
  alarm,
  approve,
  assign,
  close,
  define,
  report,
  score,
  secretaryToTheEnd,
  sendBack,
  submit,
  upTo,
} from '../testing/commands.js';
import { nucleo, REGISTRY, SECRETARY, segretario } from '../testing/example.js';
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
});
