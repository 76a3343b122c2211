import { addDays } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import type { Decider } from '../decider.js';
import { dayTold, decideInOrder, type Dated } from '../order/in-order.js';
import type { Ground } from '../order/needed.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import { everyDecider, type CommandCase, type CommandName } from './cases/case.js';
import { restingOnMore } from './cases/in-order.js';
import { everyCase } from './every-command.js';

type AnyDecider = Decider<unknown, Dated, object>;

/** Does not compile unless every command is here, with all that it can rest on. */
const RESTS_ON: Readonly<Record<CommandName, readonly Ground[]>> = {
  // what the body is, and what the clock does, rests on nothing that has a day
  'account.note': [],
  'body.complete-setup': [],
  'body.define-offices': [],
  'body.name': [],
  'body.set-patron-day': [],
  'body.settle-refused': [],
  'clock.advance': [],
  'reminder.give-notice': [],
  'reminder.send': [],
  'workflow.publish': [],
  'act.register': ['act'],
  'act.correct': ['act'],
  'act.attach-file': ['act'],
  'act.relate': ['act'],
  // an office may be held since before the act that says so
  'organisation.take-office': [],
  'organisation.leave-office': [],
  'organisation.annul-tenure': [],
  'organisation.delegate': [],
  'organisation.take-up-delegation': [],
  'organisation.revoke-delegation': ['delegated'],
  // a document is older than its loading
  'plan.draft': [],
  'plan.approve': ['act'],
  'plan.propose': ['plan-redrafted', 'plan-rejected', 'plan-returned'],
  'plan.enter-into-force': ['plan-approved'],
  'plan.close': ['act', 'objectives-closed', 'plan-approved', 'plan-varied', 'variations-decided'],
  'objective.propose': ['proposal-returned', 'proposal-withdrawn'],
  'objective.withdraw-proposal': ['proposal-returned', 'proposed', 'vote'],
  'objective.return-proposal': ['proposed'],
  'objective.validate': ['proposed'],
  // much is done before it is formally given to somebody
  'objective.report-progress': [],
  'objective.fulfil-late': [],
  'objective.assign': ['act'],
  'objective.acknowledge': ['assigned', 'varied'],
  'objective.rectify-progress': ['progress'],
  'objective.justify': ['justification-returned', 'missed'],
  'objective.suspend': ['act', 'assigned'],
  'objective.ratify-suspension': ['act', 'suspended'],
  'objective.restore-miss': ['act'],
  'objective.resume': ['act', 'suspended'],
  'objective.remove': ['act', 'plan-approved'],
  'objective.submit-rendicontazione': ['returned'],
  'objective.score': ['approved'],
  'objective.make-definitive': ['act', 'approved', 'scored'],
  'objective.adjust-premium': ['act', 'approved', 'scored'],
  'objective.close': ['act', 'approved', 'paid', 'removed', 'scored'],
  'objective.reopen': ['act', 'approved', 'paid', 'scored'],
  // a step asks whether it is open, as do its specifications
  'approval.take-step': [],
  'objective.return-rendicontazione': [],
  'objective.approve-rendicontazione': [],
  'objective.decide-justification': [],
  'variation.take-step': [],
  'approval.claim': ['step-opened'],
  'approval.release': ['step-opened'],
  'approval.reassign': ['step-opened'],
  'approval.migrate': ['step-opened'],
  'approval.correct-day': ['step-opened'],
  'variation.request': ['plan-approved', 'proposal-validated'],
  'variation.resubmit': ['proposal-validated', 'variation-returned'],
  'variation.withdraw': ['variation-requested', 'vote'],
  'premium.compute': ['run-withdrawn', 'vote'],
  'premium.settle': ['evaluated', 'liquidated'],
  'premium.adjust': ['scored'],
  'premium.propose': ['computed', 'documents', 'evaluated'],
  'premium.withdraw': ['act', 'computed', 'vote'],
  'premium.liquidate': ['act', 'computed', 'evaluated'],
  'evaluation.open': ['evaluation-withdrawn'],
  'evaluation.propose': ['evaluation-opened', 'evaluator-named', 'scored'],
  'evaluation.name-evaluator': ['evaluation-opened', 'evaluation-proposed'],
  'evaluation.withdraw': ['evaluation-opened', 'evaluation-proposed'],
  'evaluation.record-receipt': ['received'],
  'evaluation.observe': ['received'],
  'evaluation.offer-hearing': ['evaluator-named', 'received'],
  'evaluation.record-hearing': ['evaluator-named', 'hearing'],
  'evaluation.judge': ['evaluation-returned', 'evaluator-named', 'hearing', 'observed', 'received', 'term-over'],
  'evaluation.request-conciliation': ['received'],
  'evaluation.name-conciliator': ['conciliation-requested'],
  'evaluation.conciliate': ['conciliator-named'],
  'evaluation.make-definitive': ['conciliated', 'term-over'],
  // carried over by the system, or done by the clock: of no day of their own
  'approval.time-out': [],
  'evaluation.remind-term': [],
  'evaluation.end-term': [],
  'objective.define': [],
  'objective.redefine': [],
  'objective.withdraw': [],
  'objective.vary': [],
  'objective.mark-missed-deadlines': [],
  'objective.liquidate-premium': ['approved', 'scored'],
  'plan.vary': [],
  'plan.remove-share': [],
  'plan.bind-premium': [],
  'variation.mark-applied': [],
  'variation.mark-not-applied': [],
  'variation.note-answering': [],
};

const cases = [...everyCase, ...restingOnMore];
const numbered = cases.map(([name, one], index) => [`${index + 1}. ${name}`, one] as const);
const resting = numbered.filter(([, one]) => restsOn(standing(one)).length > 0);
const free = numbered.filter(([, one]) => restsOn(standing(one)).length === 0);

const SOMEBODY = { id: 'u-qualcuno', office: 'x' };

interface Standing {
  readonly decider: AnyDecider;
  readonly command: Dated;
  readonly state: unknown;
}

/** Where a story has come to, with the day of each fact. */
function standing({ to, before, command }: CommandCase): Standing {
  const decider: AnyDecider = everyDecider[to];
  let state = decider.initial;
  for (const told of before as readonly (Dated & { readonly on?: LocalDate })[]) {
    const on = dayTold(told, told.on)?.on ?? romeDayOf(told.at);
    for (const event of decider.decide(told, state)) state = decider.evolve(state, event, on);
  }
  return { decider, command, state };
}

function restsOn({ decider, command, state }: Standing) {
  return decider.restsOn?.(command, state) ?? [];
}

function told({ decider, command, state }: Standing, on: LocalDate, by = command.by) {
  try {
    return decideInOrder(decider, { ...command, by }, state, on);
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.code, facts: error.facts };
    throw error;
  }
}

describe('the order of facts', () => {
  it('given every command, then it rests on what the table says', () => {
    const found: Record<string, Set<Ground>> = {};
    for (const [name, one] of cases) {
      const grounds = (found[name] ??= new Set());
      for (const { fact } of restsOn(standing(one))) grounds.add(fact);
    }
    expect(Object.fromEntries(Object.entries(found).map(([name, grounds]) => [name, [...grounds].toSorted()]))).toEqual(
      RESTS_ON,
    );
  });

  it.each(free)('%s: rests on nothing, and may be of any day', (_, one) => {
    const there = standing(one);
    expect(told(there, '2000-01-01', SOMEBODY)).not.toHaveProperty('facts.needs');
  });

  it.each(resting)('%s: nothing happens before what it rests on; on that day it may', (_, one) => {
    const there = standing(one);
    const last = restsOn(there)
      .map(({ on }) => on)
      .toSorted()
      .at(-1)!;
    const by = there.command.by.id === 'system' ? SOMEBODY : there.command.by;
    const value = addDays(last, -1);
    expect(told(there, value, by)).toMatchObject({
      refusal: expect.stringMatching(/^(value|objective)\/before-its-fact$/) as string,
      facts: { value, min: last, field: 'occurredOn' },
    });
    expect(told(there, last, by)).toEqual(expect.any(Array));
    // what the system carries over is of no day of its own
    expect(told(there, value, { id: 'system', office: 'system' })).not.toHaveProperty('facts.needs');
  });
});
