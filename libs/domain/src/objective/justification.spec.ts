import {
  acknowledge,
  after,
  alarm,
  assign,
  decideJustification,
  define,
  fulfilLate,
  justify,
  report,
  upTo,
} from '../testing/commands.js';
import { head, nucleo, REGISTRY, SECRETARY, segretario, vice } from '../testing/example.js';
import { waitingOn } from './waiting.js';
import type { ObjectiveCommand } from './messages.js';

const draft = { deadlineId: 'draft', instance: '2022-07-31' };
const standing = (commands: readonly ObjectiveCommand[]) =>
  after(...commands).state.shares[0]?.deadlines.find(({ deadlineId }) => deadlineId === 'draft');

describe('why a deadline was missed', () => {
  it('given a missed deadline, when its office says why, then that is kept and it stays missed', () => {
    const missed = [...upTo.acknowledged, alarm('2022-08-01T08:00:00.000Z')];
    expect(after(...missed).when(justify())).toMatchObject({
      events: [
        {
          type: 'objective.justification-submitted.v1',
          data: { shareId: REGISTRY, ...draft, justification: { reason: 'upstream-area' }, submittedBy: head.id },
        },
      ],
    });
    expect(standing([...missed, justify()])).toMatchObject({
      status: 'missed',
      justification: { reason: 'upstream-area', status: 'submitted', authors: [head.id] },
    });
  });

  it('given no alarm has rung yet, when it says why, then the deadline is marked missed first', () => {
    expect(after(...upTo.acknowledged).when(justify())).toMatchObject({
      events: [{ type: 'objective.deadline-missed.v1' }, { type: 'objective.justification-submitted.v1' }],
    });
  });

  it('given a reason was given, when what was due is done late, then the reason that is judged stays the first', () => {
    expect(standing([...upTo.acknowledged, justify(), fulfilLate()])).toMatchObject({
      status: 'fulfilled-late',
      justification: { reason: 'upstream-area' },
    });
    expect(standing([...upTo.acknowledged, fulfilLate()])).toMatchObject({
      status: 'fulfilled-late',
      justification: { reason: 'third-party', status: 'submitted', authors: [] },
    });
  });

  it('given what was answered in time or is not due yet, when justified, then there is nothing to justify', () => {
    const answered = after(...upTo.acknowledged, report({ fulfils: draft }));
    expect(answered.when(justify())).toMatchObject({ refusal: 'objective/deadline-not-missed' });
    const early = justify({ at: '2022-07-31T21:59:59.999Z' });
    expect(after(...upTo.acknowledged).when(early)).toMatchObject({ refusal: 'objective/deadline-not-missed' });
  });

  it('given a reason is being judged, when another is given, then it is refused', () => {
    expect(after(...upTo.acknowledged, justify()).when(justify())).toMatchObject({
      refusal: 'objective/already-justified',
      facts: { status: 'submitted' },
    });
  });

  it('given another office, or a share nobody took note of, when justified, then it is refused', () => {
    expect(after(...upTo.acknowledged).when(justify({ by: { id: 'u', office: 'tributi' } }))).toMatchObject({
      refusal: 'objective/not-your-share',
    });
    expect(after(...upTo.assigned).when(justify())).toMatchObject({ refusal: 'objective/not-acknowledged' });
    expect(after(...upTo.assigned, acknowledge()).when(justify())).toHaveProperty('events');
  });

  const justified = [...upTo.acknowledged, justify()];
  const accepts = decideJustification({ step: 'decisione', by: nucleo, effect: 'reduced', note: 'colpa in parte sua' });

  it('given a reason, when the Segretario proposes and the Nucleo accepts, then it counts as the last says, and the deadline stays missed', () => {
    expect(after(...justified).when(decideJustification({ effect: 'full' }))).toMatchObject({
      events: [
        { type: 'objective.justification-opened.v1', data: { ...draft, approval: { subject: 'justification' } } },
        { type: 'objective.justification-weighed.v1', data: { fact: { kind: 'voted' }, effect: 'full' } },
        { type: 'objective.justification-weighed.v1', data: { fact: { kind: 'step-passed' } } },
      ],
    });
    const decided = [...justified, decideJustification({ effect: 'full' }), accepts];
    expect(standing(decided)).toMatchObject({
      status: 'missed',
      justification: { status: 'accepted', effect: 'reduced', approval: { status: 'approved' } },
    });
    expect(
      standing([...justified, decideJustification({ effect: 'full' }), { ...accepts, effect: null }]),
    ).toMatchObject({
      justification: { effect: 'full' },
    });
  });

  it('given a reason, when a step rejects it, then it is over, and another may be given', () => {
    const rejected = [...justified, decideJustification({ accept: false, note: 'nessuna prova' })];
    expect(standing(rejected)).toMatchObject({ status: 'missed', justification: { status: 'rejected', effect: null } });
    expect(after(...rejected).when(justify())).toHaveProperty('events');
    expect(after(...justified).when(decideJustification({ accept: false }))).toMatchObject({
      refusal: 'value/text-missing',
    });
  });

  it('given a chain that changed meanwhile, when the Nucleo decides, then by the one that the first froze', () => {
    const begun = after(...justified, decideJustification());
    expect(begun.when({ ...accepts, chain: { ...accepts.chain, version: 2, steps: [] } })).toHaveProperty('events');
  });

  it('given who wrote it, or answers for the share, when deciding, then they are told that it is their own', () => {
    expect(after(...justified).when(decideJustification({ by: head }))).toMatchObject({
      refusal: 'approval/own-report',
    });
    expect(after(...justified).when(decideJustification({ by: { ...head, office: 'segretario' } }))).toMatchObject({
      refusal: 'approval/own-report',
    });
  });

  it('given the Segretario’s share, when his justification is judged, then by his substitute and the Nucleo, never by him', () => {
    const shareId = SECRETARY;
    const own = [
      define(),
      assign({ shareId, office: 'segretario' }),
      acknowledge({ shareId, by: segretario }),
      justify({ shareId, by: segretario }),
    ];
    expect(after(...own).when(decideJustification({ shareId }))).toMatchObject({ refusal: 'approval/own-report' });
    const proposed = after(...own, decideJustification({ shareId, by: vice }));
    expect(proposed.when({ ...accepts, shareId })).toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({ type: 'objective.justification-decided.v1' })]),
    });
  });

  it('given a reason to judge, when asked what waits, then first for whoever begins, then for the office of each step', () => {
    const waits = (commands: readonly ObjectiveCommand[]) =>
      waitingOn(after(...commands).state)
        .filter(({ action }) => action === 'decide-justification')
        .map(({ office, step }) => [office, step]);
    expect(waits(justified)).toEqual([[null, null]]);
    expect(waits([...justified, decideJustification()])).toEqual([['nucleo', 'decisione']]);
    expect(waits([...justified, decideJustification({ effect: 'full' }), accepts])).toEqual([]);
  });
});
