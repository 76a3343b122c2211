import { people, who } from '../testing/approval.js';
import { DECIDED, archive, document, head, MORNING, REGISTRY, SECRETARY } from '../testing/example.js';
import type { ObjectiveCommand } from '../objective/messages.js';
import { acknowledge, assign, define, remove as removeShare, suspend, upTo } from '../testing/commands.js';
import type { Actor } from '../values.js';
import type { VariationCommand } from './messages.js';
import {
  AUGUST,
  reword,
  request,
  resubmit,
  take,
  decide,
  withdraw,
  system,
  told,
  types,
  heard,
  remove,
  stateAfter,
} from '../testing/variation.js';

describe('a variation of the plan', () => {
  it('given a plan in force, when the office concerned asks, then it is on its way, with what it touches', () => {
    const outcome = told().when(request());
    expect(types(outcome)).toEqual(['variation.requested.v1', 'variation.approval-opened.v1']);
    expect(outcome).toMatchObject({
      events: [
        {
          data: {
            submission: 1,
            requestedBy: 'u-head',
            before: ['2022-07-31'],
            touched: { '6.1.1': [REGISTRY, SECRETARY] },
          },
        },
        {},
      ],
    });
  });

  it('given the opinions, when the Giunta decides by its act, then it is approved with it', () => {
    const outcome = told(...heard).when(decide());
    expect(types(outcome)).toEqual([
      'variation.approval-voted.v1',
      'variation.approval-step-passed.v1',
      'variation.approval-approved.v1',
      'variation.approved.v1',
    ]);
    expect(told(...heard, decide()).state).toMatchObject({ status: 'approved', act: DECIDED });
    expect(told(...heard).when(decide({ act: null }))).toMatchObject({ refusal: 'approval/act-missing' });
  });

  it('given that the evaluation body was heard, then what it said goes along with the decision, whoever takes the step', () => {
    const said = take('parere-nucleo', who.nucleo, { note: 'nessuno poteva evitarlo' });
    const approved = told(request({ changes: [remove] }), heard[1]!, said).when(decide());
    const opinion = { favourable: true, note: 'nessuno poteva evitarlo', on: '2022-06-20' };
    expect('events' in approved && approved.events.at(-1)).toMatchObject({ data: { opinion } });
    expect(told(request({ changes: [remove] }), heard[1]!, said, decide()).state.opinion).toEqual(opinion);
    expect(
      told(...heard.slice(0, 2), said).when(decide({ outcome: 'reject', reason: 'no', act: null })),
    ).toHaveProperty('events');
  });

  it('given that it concerns the Segretario, then the substitute gives the opinion in his place', () => {
    expect(told(request()).state.approval?.panels['parere-segretario']).toMatchObject({ offices: ['vicesegretario'] });
  });

  it('given that it concerns a share of an area that was handed to the Segretario, then the substitute gives it, too', () => {
    const handed = stateAfter(...upTo.acknowledged, assign({ office: 'segretario' }));
    const asked = request({ changes: [reword], around: { objectives: { '6.1.1': handed } } });
    expect(told(asked).state.approval).toMatchObject({
      parties: { offices: ['affari-generali', 'segretario'] },
      panels: { 'parere-segretario': { offices: ['vicesegretario'] } },
    });
  });

  describe('given a deadline whose day passed', () => {
    const own = archive.deadlines.filter(({ id }) => id === 'draft').map((one) => ({ ...one, shareIds: [REGISTRY] }));
    const planned = define({ objective: { ...archive, deadlines: own } });
    const asked = (at: string, ...befell: readonly ObjectiveCommand[]) => {
      const standing = stateAfter(planned, assign(), acknowledge(), ...befell);
      const plan = { ...document, objectives: [{ ...archive, deadlines: own }] };
      return told().when(request({ around: { document: plan, objectives: { '6.1.1': standing } }, at }));
    };

    it('while work rested, then it was not missed, and may be moved', () => {
      expect(asked(AUGUST, suspend())).toHaveProperty('events');
    });

    it('and the rest is over, then it is missed as many days later, whether somebody noticed the end or not', () => {
      // a rest from the first of July to the tenth: due on the tenth of August
      const rest = suspend({ until: '2022-07-10' });
      expect(asked(AUGUST, rest)).toMatchObject({ events: [{ data: { before: ['2022-08-10'] } }, {}] });
      expect(asked('2022-08-11T08:00:00.000Z', rest)).toMatchObject({ refusal: 'variation/deadline-missed' });
    });

    it('and the rest was of one share alone, then the plan’s own day is told for all that it binds', () => {
      const standing = stateAfter(...upTo.acknowledged, suspend({ until: '2022-07-10' }));
      const at = '2022-07-15T08:00:00.000Z';
      const outcome = told().when(request({ around: { objectives: { '6.1.1': standing } }, at }));
      expect(outcome).toMatchObject({ events: [{ data: { before: ['2022-07-31'] } }, {}] });
    });

    it('on a share that was removed, then it binds nobody, and may be moved for the others', () => {
      expect(asked(AUGUST, removeShare())).toHaveProperty('events');
    });
  });

  it('given a step taken by way of the approvals, then the same follows', () => {
    const {
      step: stepId,
      outcome,
      note,
      act,
      points,
      returnBy,
      degree,
      reason,
    } = decide() as Extract<VariationCommand, { type: 'variation.take-step' }>;
    const deed = { do: 'take-step', step: stepId, outcome, note, act, points, returnBy, degree, reason } as const;
    const command: VariationCommand = {
      type: 'approval.act',
      subject: 'variation',
      shareId: null,
      deed,
      staff: people,
      by: who.giunta,
      at: MORNING,
    };
    expect(types(told(...heard).when(command))).toContain('variation.approved.v1');
    const alarmed: VariationCommand = { ...command, deed: { do: 'time-out', calendar: { patronDay: null } } };
    expect(told(...heard, decide()).when(alarmed)).toEqual({ events: [] });
  });

  it('given a refusal by the Giunta, then it is rejected with the reason', () => {
    const no = decide({ outcome: 'reject', reason: 'si può ancora fare', act: null });
    expect(types(told(...heard).when(no))).toContain('variation.rejected.v1');
    expect(told(...heard, no).state.status).toBe('rejected');
  });

  it('given a return, when submitted again, then it counts its submissions and starts at the first step', () => {
    const back = take('parere-nucleo', who.nucleo, { outcome: 'return', points: ['allegare il verbale'] });
    const returned = told(...heard.slice(0, 2), back);
    expect(returned.state.status).toBe('returned');
    const again = told(...heard.slice(0, 2), back, resubmit({ changes: [reword] }));
    expect(again.state).toMatchObject({ status: 'open', submission: 2, requestId: 'r-1', approval: { passed: [] } });
    expect(again.state.asked?.changes).toEqual([reword]);
  });

  it('given it was approved, when the plan has taken it or refused it, then it says so, once', () => {
    const applied: VariationCommand = { type: 'variation.mark-applied', planVersion: 2, by: system, at: MORNING };
    const not: VariationCommand = { type: 'variation.mark-not-applied', code: 'x/y', by: system, at: MORNING };
    expect(told(...heard, decide(), applied).state.status).toBe('applied');
    expect(told(...heard, decide(), not).state).toMatchObject({ status: 'not-applied', notAppliedBecause: 'x/y' });
    expect(told(...heard, decide(), applied).when(applied)).toEqual({ events: [] });
    expect(told(...heard, decide(), applied).when(not)).toEqual({ events: [] });
  });

  it('given an objective that did not take it though the plan did, then it says which and why', () => {
    const notTaken = [{ objectiveId: '6.1.1', code: 'objective/already-liquidated' }];
    const applied = { type: 'variation.mark-applied', planVersion: 2, by: system, at: MORNING } as const;
    expect(told(...heard, decide(), { ...applied, notTaken }).state).toMatchObject({ status: 'applied', notTaken });
    expect(told(...heard, decide()).when({ ...applied, notTaken: [] })).toEqual(told(...heard, decide()).when(applied));
  });

  it('given it is open or returned, when its office withdraws it, then it is withdrawn', () => {
    expect(told(...heard, withdraw()).state.status).toBe('withdrawn');
  });

  describe('whose office has none of its shares any more', () => {
    const back = take('parere-nucleo', who.nucleo, { outcome: 'return', points: ['quale gara?'] });
    const returned = told(...heard.slice(0, 2), back);
    const heir = { id: 'u-heir', office: 'tributi' };
    const withdrawn = (by: Actor, ...answering: readonly string[]): VariationCommand => ({
      type: 'variation.withdraw',
      reason: 'non serve più',
      answering,
      by,
      at: MORNING,
    });

    it('given that it came back, then the office that has them withdraws it, or submits it again', () => {
      expect(types(returned.when(withdrawn(heir, 'tributi')))).toEqual(['variation.withdrawn.v1']);
      expect(types(returned.when(withdrawn(head, 'tributi')))).toEqual(['variation.withdrawn.v1']);
      const around = { objectives: { '6.1.1': stateAfter(...upTo.acknowledged, assign({ office: 'tributi' })) } };
      const again = { ...request({ by: heir, around }), type: 'variation.resubmit', answering: ['tributi'] } as const;
      expect(types(returned.when(again))).toEqual(['variation.requested.v1', 'variation.approval-opened.v1']);
    });

    it('given a third office, then it is told who may; given that who asked has one of them still, then nobody else may', () => {
      const third = { id: 'u-x', office: 'messi' };
      expect(returned.when(withdrawn(third, 'tributi'))).toEqual({
        refusal: 'variation/not-yours',
        facts: { office: `${head.office}, tributi` },
      });
      expect(returned.when(withdrawn(heir, head.office, 'tributi'))).toMatchObject({
        refusal: 'variation/not-yours',
        facts: { office: head.office },
      });
    });
  });
});
