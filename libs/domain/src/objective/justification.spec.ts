import {
  acknowledge,
  after,
  alarm,
  assign,
  decideJustification,
  define,
  fulfilLate,
  justify,
  remove,
  report,
  upTo,
} from '../testing/commands.js';
import type { ApprovalDeed } from '../approval/compose.js';
import type { StepTaken } from '../approval/take-step.js';
import { head, judging, nucleo, REGISTRY, SECRETARY, segretario, vice } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import type { JustificationEffect } from './late.js';
import { waitingOn } from './waiting.js';
import type { ObjectiveCommand, ObjectiveCommandOf } from './messages.js';

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

  const through = { chain: judging, workflow: { id: 'comune', version: 1 }, staff: exampleStaff };
  const under = [...upTo.acknowledged, justify({ through })];
  const acts = (deed: ApprovalDeed, fields: Partial<ObjectiveCommandOf<'approval.act'>> = {}) =>
    ({
      type: 'approval.act',
      subject: 'justification',
      shareId: REGISTRY,
      missed: draft,
      deed,
      staff: exampleStaff,
      by: segretario,
      at: '2022-08-10T08:00:00.000Z',
      ...fields,
    }) as const;
  const takes = (step: string, outcome: 'approve' | 'reject' | 'return', more: Partial<StepTaken> = {}) =>
    ({
      do: 'take-step',
      step,
      outcome,
      note: '',
      act: null,
      points: [],
      returnBy: null,
      degree: null,
      reason: '',
      ...more,
    }) as const;

  it('given one that was decided, when somebody speaks again, then how it was decided is told', () => {
    const steps = judging.steps.slice(0, 1);
    const begun = [...upTo.acknowledged, justify({ through: { ...through, chain: { ...judging, steps } } })];
    const [first] = steps;
    const says = (outcome: 'approve' | 'reject') =>
      acts(takes(first?.id ?? '', outcome, { reason: 'non documentata' }), {
        effect: outcome === 'approve' ? 'full' : null,
      });
    expect(after(...begun, says('approve')).when(says('approve'))).toMatchObject({
      refusal: 'approval/not-open',
      facts: { status: 'approved' },
    });
    expect(after(...begun, says('reject')).when(says('approve'))).toMatchObject({ facts: { status: 'rejected' } });
    expect(after(...begun, says('approve')).when(acts({ do: 'time-out', calendar: { patronDay: null } }))).toEqual({
      events: [],
    });
  });

  it('given a chain, when a reason is given, then it sets out at once, and its author is on the other side', () => {
    expect(after(...upTo.acknowledged).when(justify({ through }))).toMatchObject({
      events: [
        {},
        { type: 'objective.justification-submitted.v1' },
        {
          type: 'objective.justification-opened.v1',
          data: { ...draft, approval: { parties: { authors: [head.id] }, at: '2022-08-03T08:00:00.000Z' } },
        },
      ],
    });
    expect(waitingOn(after(...under).state)).toContainEqual(
      expect.objectContaining({ action: 'decide-justification', step: 'proposta', office: 'segretario' }),
    );
    expect(after(...upTo.acknowledged).when(fulfilLate({ through }))).toMatchObject({
      events: [{}, { type: 'objective.fulfilled-late.v1' }, { type: 'objective.justification-opened.v1' }],
    });
  });

  it('given work of before the deadline that is reported after it was missed, then nobody judges why before that day', () => {
    const late = fulfilLate({ through, occurredOn: '2022-07-10', on: '2022-07-10', at: '2022-08-12T08:00:00.000Z' });
    expect(standing([...upTo.acknowledged, late])).toMatchObject({
      status: 'fulfilled-late',
      justification: { approval: { opening: { on: '2022-08-01' } } },
    });
  });

  it('given one under way, when the share is removed, then it is judged no more, and no alarm asks for it', () => {
    const removed = after(...under, remove({ at: '2022-08-09T08:00:00.000Z' }));
    expect(removed.when(acts(takes('proposta', 'approve')))).toMatchObject({ refusal: 'objective/removed' });
    const late: ApprovalDeed = { do: 'time-out', calendar: { patronDay: null } };
    expect(removed.when(acts(late, { at: '2023-01-20T08:00:00.000Z' }))).toEqual({ events: [] });
    const unopened = after(...justified, remove({ at: '2022-08-09T08:00:00.000Z' }));
    expect(unopened.when(decideJustification())).toMatchObject({ refusal: 'objective/removed' });
  });

  it('given one under way, when the share is handed to whoever should judge it, then their substitute does', () => {
    const handed = [justify({ through }), assign({ office: 'segretario', at: '2022-08-04T08:00:00.000Z' })];
    const then = after(...upTo.acknowledged, ...handed);
    expect(then.when(decideJustification())).toMatchObject({ refusal: 'approval/own-report' });
    expect(then.when(decideJustification({ by: vice }))).toHaveProperty('events');
  });

  it('given one under way, when it is claimed and decided as any approval, then the last step says with what effect', () => {
    expect(after(...under).when(acts({ do: 'claim', step: 'proposta' }))).toMatchObject({
      events: [{ type: 'objective.justification-weighed.v1', data: { ...draft, fact: { kind: 'claimed' } } }],
    });
    const proposed = [...under, acts(takes('proposta', 'approve'))];
    expect(after(...proposed).when(acts(takes('decisione', 'approve'), { by: nucleo }))).toMatchObject({
      refusal: 'objective/effect-missing',
    });
    const decided = [...proposed, acts(takes('decisione', 'approve'), { by: nucleo, effect: 'neutral' })];
    expect(standing(decided)).toMatchObject({ justification: { status: 'accepted', effect: 'neutral' } });
    const rejected = [...under, acts(takes('proposta', 'reject', { reason: 'nessuna prova' }))];
    expect(standing(rejected)).toMatchObject({ justification: { status: 'rejected', effect: null } });
  });

  it('given several who must agree, then they agree to one effect: of another it is said, and none named agrees to the one that is', () => {
    const decides = judging.steps.map((step) =>
      step.id === 'decisione' ? { ...step, agreement: { kind: 'quorum', count: 3 } as const } : step,
    );
    const members = ['u-nucleo-2', 'u-nucleo-3'].map((id) => ({ id, office: 'nucleo' }));
    const [second, third] = members;
    const three = {
      ...exampleStaff,
      tenures: [...exampleStaff.tenures, ...members.map(({ id, office }) => tenure(id, office))],
    };
    const votes = (by: Actor | undefined, effect: JustificationEffect | null) =>
      acts(takes('decisione', 'approve'), { by: by ?? nucleo, effect, staff: three });
    const asked = [
      ...upTo.acknowledged,
      justify({ through: { ...through, chain: { ...judging, steps: decides }, staff: three } }),
      acts(takes('proposta', 'approve'), { effect: 'full' }),
    ];
    const first = [...asked, votes(nucleo, 'reduced')];
    expect(after(...first).when(votes(second, 'full'))).toEqual({
      refusal: 'objective/effect-differs',
      facts: { share: REGISTRY, effect: 'full', agreed: 'reduced' },
    });
    expect(standing([...first, votes(second, null), votes(third, 'reduced')])).toMatchObject({
      justification: { status: 'accepted', effect: 'reduced' },
    });
    // what an earlier step proposed is agreed to by who names none
    const proposed = [...asked, votes(nucleo, null)];
    expect(after(...proposed).when(votes(second, 'neutral'))).toMatchObject({ refusal: 'objective/effect-differs' });
    expect(standing([...proposed, votes(second, null), votes(third, null)])).toMatchObject({
      justification: { effect: 'full' },
    });
  });

  it('given that whoever proposed an effect loses their step by a migration, then the last step has to name one', () => {
    const last = judging.steps.filter(({ id }) => id === 'decisione');
    const moves = acts({
      do: 'migrate',
      chain: { ...judging, version: judging.version + 1, steps: last },
      workflow: null,
      reason: 'nuovo regolamento',
    });
    const decides = acts(takes('decisione', 'approve'), { by: nucleo });
    const proposed = [...under, acts(takes('proposta', 'approve'), { effect: 'full' })];
    expect(after(...proposed).when(moves)).toMatchObject({
      events: [{ type: 'objective.justification-weighed.v1', data: { effect: null, effectLost: true } }],
    });
    expect(standing([...proposed, moves])).toMatchObject({ justification: { effect: null } });
    expect(after(...proposed, moves).when(decides)).toMatchObject({ refusal: 'objective/effect-missing' });
    expect(standing([...proposed, moves, { ...decides, effect: 'neutral' }])).toMatchObject({
      justification: { status: 'accepted', effect: 'neutral' },
    });
    const kept = acts({
      do: 'migrate',
      chain: { ...judging, version: judging.version + 1 },
      workflow: null,
      reason: 'nuovo regolamento',
    });
    expect(standing([...proposed, kept, decides])).toMatchObject({ justification: { effect: 'full' } });
  });

  it('given several who must agree and no effect proposed, then already the first of them names one', () => {
    const decides = judging.steps.map((step) => ({ ...step, agreement: { kind: 'quorum', count: 2 } as const }));
    const two = { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure('u-nucleo-2', 'nucleo')] };
    const chain = { ...judging, steps: decides.filter(({ id }) => id === 'decisione') };
    const asked = [...upTo.acknowledged, justify({ through: { ...through, chain, staff: two } })];
    const votes = acts(takes('decisione', 'approve'), { by: nucleo, staff: two });
    expect(after(...asked).when(votes)).toMatchObject({ refusal: 'objective/effect-missing' });
    expect(after(...asked).when({ ...votes, effect: 'full' })).toHaveProperty('events');
  });

  it('given one that was returned with points, then it waits for nobody, and is given again with what was missing', () => {
    const steps = judging.steps.map((step) => ({ ...step, outcomes: ['approve', 'reject', 'return'] as const }));
    const back = [
      ...upTo.acknowledged,
      justify({ through: { ...through, chain: { ...judging, steps } } }),
      acts(takes('proposta', 'return', { points: ['manca il verbale'] })),
    ];
    expect(standing(back)).toMatchObject({ justification: { status: 'submitted', approval: { status: 'returned' } } });
    expect(waitingOn(after(...back).state).filter(({ action }) => action === 'decide-justification')).toEqual([]);
    expect(after(...back).when(justify({ through }))).toHaveProperty('events');
  });

  it('given one of who fulfilled late, when another office gives it again, then the first is its author still', () => {
    const returned = acts(takes('proposta', 'return', { points: ['manca il verbale'] }));
    const again = [
      assign({ office: 'tributi', at: '2022-08-11T08:00:00.000Z' }),
      acknowledge({ by: { id: 'u-taxes', office: 'tributi' }, at: '2022-08-11T08:00:00.000Z' }),
      justify({ through, by: { id: 'u-taxes', office: 'tributi' }, at: '2022-08-12T08:00:00.000Z' }),
    ];
    expect(standing([...upTo.acknowledged, fulfilLate({ through }), returned, ...again])?.justification).toMatchObject({
      authors: [head.id, 'u-taxes'],
      approval: { parties: { authors: [head.id, 'u-taxes'] } },
    });
  });

  it('given a reason that is judged, when somebody fulfils late with another, then they judge neither', () => {
    const begun = [...upTo.acknowledged, justify({ through })];
    const handed = [
      assign({ office: 'segretario', at: '2022-08-11T08:00:00.000Z' }),
      acknowledge({ by: segretario, at: '2022-08-11T08:00:00.000Z' }),
    ];
    const late = fulfilLate({ through, by: segretario, at: '2022-08-12T08:00:00.000Z' });
    expect(after(...begun, ...handed).when(late)).toMatchObject({ events: [{ data: { submittedBy: segretario.id } }] });
    const back = assign({ office: 'affari-generali', at: '2022-08-13T08:00:00.000Z' });
    expect(standing([...begun, ...handed, late, back])?.justification).toMatchObject({
      reason: 'upstream-area',
      authors: [head.id, segretario.id],
      approval: { parties: { authors: [head.id, segretario.id] } },
    });
  });

  it('given silence, then it reminds and never decides', () => {
    const steps = judging.steps.map((step) => ({
      ...step,
      term: { workingDays: 1 },
      onTimeout: [
        { after: 1, do: 'remind' },
        { after: 2, do: 'approve-silently' },
      ] as const,
    }));
    const timed = justify({ through: { ...through, chain: { ...judging, steps: steps.slice(0, 1) } } });
    const late = acts({ do: 'time-out', calendar: { patronDay: null } }, { at: '2022-09-01T08:00:00.000Z' });
    expect(after(...upTo.acknowledged, timed).when(late)).toMatchObject({
      events: [{ type: 'objective.justification-weighed.v1', data: { fact: { kind: 'reminded' } } }],
    });
  });
});
