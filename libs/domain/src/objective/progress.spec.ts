import type { RefusalCode } from '../refused.js';
import {
  acknowledge,
  after,
  alarm,
  approve,
  assign,
  rectify,
  report,
  sendBack,
  submit,
  upTo,
} from '../testing/commands.js';
import { minutes, nucleo, REGISTRY, SECRETARY, segretario } from '../testing/example.js';

const acknowledged = after(...upTo.acknowledged);
const firstWeek = { deadlineId: 'weekly', instance: '2022-06-26' };

describe('progress', () => {
  it('given an acknowledged share, when progress is reported, then value, note and evidence are kept, and the day it happened', () => {
    expect(acknowledged.when(report({ value: '40.50' }))).toEqual({
      events: [
        {
          type: 'objective.progress-reported.v1',
          data: {
            shareId: REGISTRY,
            progressId: 'p-1',
            indicatorId: 'boxes',
            fulfils: null,
            occurredOn: '2022-06-18',
            value: '40.5',
            note: 'Primo piano finito',
            evidence: [minutes],
          },
        },
      ],
    });
  });

  it('given a week without anything to report, when a nil return is sent, then it answers the week', () => {
    const nil = report({ value: null, fulfils: firstWeek, indicatorId: null });
    expect(acknowledged.when(nil)).toHaveProperty('events');
    const standing = after(...upTo.acknowledged, nil).state.shares[0]?.deadlines[0];
    expect(standing).toMatchObject({ ...firstWeek, status: 'answered' });
  });

  it.each(['', ' \n'])(
    'given nothing new and no word of it (%j), then it is refused; a figure of its own is enough',
    (note) => {
      const bare = report({ progressId: 'p-2', note, evidence: [], indicatorId: null });
      const told = after(...upTo.acknowledged, report());
      expect(told.when({ ...bare, value: '40.00' })).toEqual({
        refusal: 'value/text-missing',
        facts: { field: 'note' },
      });
      expect(acknowledged.when({ ...bare, value: '0' })).toMatchObject({ refusal: 'value/text-missing' });
      expect(told.when({ ...bare, value: '41' })).toHaveProperty('events');
      expect(told.when({ ...bare, indicatorId: 'boxes' })).toHaveProperty('events');
      expect(told.when({ ...bare, evidence: [minutes] })).toHaveProperty('events');
      expect(told.when({ ...bare, fulfils: firstWeek })).toHaveProperty('events');
      expect(told.when({ ...bare, fulfils: firstWeek, value: null })).toHaveProperty('events');
    },
  );

  it.each([
    ['2022-06-26T21:59:59.999Z', 'events'],
    ['2022-06-26T22:00:00.000Z', 'refusal'],
  ])('given the last night of a week, when reported at %s, then there are %s', (at, property) => {
    expect(acknowledged.when(report({ fulfils: firstWeek, at }))).toHaveProperty(property);
  });

  it('given an evening in winter, when it is already tomorrow in Rome, then tomorrow is no future', () => {
    const at = '2022-12-05T23:30:00.000Z';
    expect(acknowledged.when(report({ at, occurredOn: '2022-12-06' }))).toHaveProperty('events');
    expect(acknowledged.when(report({ at, occurredOn: '2022-12-07' }))).toMatchObject({
      refusal: 'objective/occurred-in-future',
      facts: { value: '2022-12-07', today: '2022-12-06' },
    });
  });

  it('given an approved rendicontazione and a deadline still to come, when reported, then it is answered', () => {
    const late = report({ at: '2022-07-30T08:00:00.000Z', fulfils: { deadlineId: 'draft', instance: '2022-07-31' } });
    expect(after(...upTo.approved).when(late)).toHaveProperty('events');
  });

  it('given a wrong entry, when rectified, then what it said before is kept beside what it says now', () => {
    const told = after(...upTo.acknowledged, report(), rectify(), rectify({ value: '36', note: 'Ricontati' }));
    expect(told.state.shares[0]?.progress).toEqual([
      {
        progressId: 'p-1',
        indicatorId: 'boxes',
        fulfils: null,
        occurredOn: '2022-06-18',
        value: '36',
        note: 'Ricontati',
        evidence: [],
        earlier: [
          { value: '40', note: 'Primo piano finito', evidence: [minutes] },
          { value: '35', note: 'Contati due volte', evidence: [] },
        ],
      },
    ]);
  });

  it('given a report on its way, when rectified, then it is until somebody has agreed to it', () => {
    const submitted = [...upTo.acknowledged, report(), submit()];
    expect(after(...submitted).when(rectify())).toHaveProperty('events');
    expect(after(...submitted, approve()).when(rectify())).toMatchObject({ refusal: 'objective/rendicontazione-open' });
    expect(
      after(...submitted, approve(), sendBack({ step: 'certificazione', by: nucleo })).when(rectify()),
    ).toHaveProperty('events');
  });

  it('given a weekly report, when rectified to a nil return, then it is one; another entry never is', () => {
    const weekly = after(...upTo.acknowledged, report({ fulfils: firstWeek }));
    expect(weekly.when(rectify({ value: null }))).toHaveProperty('events');
    expect(after(...upTo.acknowledged, report()).when(rectify({ value: null }))).toMatchObject({
      refusal: 'objective/nil-return-not-allowed',
    });
  });

  it('given no reason, when rectified, then value/text-missing', () => {
    expect(after(...upTo.acknowledged, report()).when(rectify({ reason: ' ' }))).toMatchObject({
      refusal: 'value/text-missing',
    });
  });

  it('given an entry of one share, when another share reports under its id, then it is already reported', () => {
    const both = after(
      ...upTo.acknowledged,
      report(),
      assign({ shareId: SECRETARY, office: 'segretario' }),
      acknowledge({ shareId: SECRETARY, by: segretario }),
    );
    expect(both.when(report({ shareId: SECRETARY, by: segretario }))).toMatchObject({
      refusal: 'objective/progress-already-reported',
    });
  });

  it('given a deadline marked missed by a clock that ran ahead, when reported in time by ours, then late fulfilment is asked for', () => {
    const marked = after(...upTo.acknowledged, alarm('2022-06-26T22:00:00.000Z'));
    expect(marked.when(report({ fulfils: firstWeek }))).toMatchObject({
      refusal: 'objective/deadline-passed',
      facts: { insteadUse: 'objective.fulfil-late' },
    });
  });

  it.each<[RefusalCode, string, ReturnType<typeof report>]>([
    ['value/out-of-range', 'more than 100', report({ value: '100.01' })],
    ['value/out-of-range', 'less than nothing', report({ value: '-1' })],
    ['value/not-a-decimal', 'a word', report({ value: 'metà' })],
    ['value/not-a-date', 'no day', report({ occurredOn: '18/06/2022' })],
    ['value/text-missing', 'no id', report({ progressId: '' })],
  ])('given %s for %s, when reported, then it is refused', (code, _, command) => {
    expect(acknowledged.when(command)).toMatchObject({ refusal: code });
  });
});
