import fc from 'fast-check';
import { eventsOf, given } from '../testing.js';
import * as story from '../testing/evaluation.js';
import { tenure } from '../testing/staff.js';
import { evaluation } from './evaluation.js';
import type { EvaluationCommand } from './messages.js';
import type { EvaluationState } from './state.js';

const { upTo, open, propose, received, observe, offer, hear, judge, takes, ask, name, conciliate, settle, end } = story;
const { evaluated, evaluator, superior, third, clerk, LATER, JUDGED } = story;

/** What no evaluation may ever be, of what this one is. */
function brokenBy({ opened, conciliator, judges, status, observationsUntil, conciliationUntil }: EvaluationState) {
  const judging = [opened?.evaluator.person, ...judges];
  const ended = status.startsWith('conciliation') || ['confirmed', 'revised', 'definitive'].includes(status);
  return Object.entries({
    'judged by themselves': opened !== null && judging.includes(opened.person),
    'conciliated by a party': conciliator !== null && [opened?.person, ...judging].includes(conciliator.person),
    'a term before the receipt': observationsUntil !== null && ['to-evaluate', 'proposed'].includes(status),
    'an end without receipt': ended && conciliationUntil === null,
  }).flatMap(([what, broken]) => (broken ? [what] : []));
}

describe('what holds of any evaluation', () => {
  it('given a definitive evaluation, whatever is commanded, then nothing changes any more', () => {
    const done = given(evaluation)(...eventsOf(evaluation, ...upTo.definitive));
    const everything = [
      open(),
      propose(),
      received(),
      received('final'),
      observe(),
      offer(),
      hear(),
      judge(),
      ask(),
      name(),
    ];
    for (const command of [...everything, conciliate(), settle(), takes(superior, 'valutazione')]) {
      expect(done.when(command)).toHaveProperty('refusal');
    }
  });

  it('given anybody doing anything at any time, then nobody judges themselves, the conciliator is a third one, terms run from receipts', () => {
    const people = [evaluated, evaluator, superior, third, clerk];
    const staff = {
      ...story.judgesOf,
      tenures: people
        .flatMap(({ id }) => people.map(({ office }) => tenure(id, office)))
        .concat(story.judgesOf.tenures),
    };
    const actor = fc.constantFrom(...people);
    const at = fc.constantFrom(
      story.PROPOSED,
      story.RECEIVED,
      story.OBSERVED,
      JUDGED,
      '2023-02-14T09:00:00.000Z',
      LATER,
    );
    const judgeOf = actor.map(({ id, office }) => ({ person: id, office }));
    const points = fc.constantFrom('0', '50', '100');
    const more = fc.record({ by: actor, at, points, judge: judgeOf, free: fc.boolean(), mixed: fc.boolean() });
    const commands = fc.array(
      fc
        .tuple(fc.nat(13), more)
        .map(([kind, { by, at: now, points: behaviours, judge: who, free, mixed }]): EvaluationCommand => {
          const said = mixed ? { by, at: now } : { at: now };
          const all: readonly EvaluationCommand[] = [
            open({ ...said, ...(free && { evaluator: who, staff }) }),
            propose({ ...said, behaviours }),
            received('proposal', said),
            observe(said),
            offer({ ...said, hearingOn: now.slice(0, 10) }),
            hear(said),
            judge({ ...said, behaviours }),
            takes(mixed ? by : superior, 'valutazione'),
            received('final', said),
            ask(said),
            name({ ...said, conciliator: who, ...(free && { staff }) }),
            conciliate({ ...said, behaviours: free ? behaviours : null }),
            settle(said),
            end(said),
          ];
          return all[kind] as EvaluationCommand;
        }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(fc.constantFrom([], ...Object.values(upTo)), commands, (before, said) => {
        let state = evaluation.initial;
        for (const command of [...before, ...said]) {
          const outcome = (() => {
            try {
              return evaluation.decide(command, state);
            } catch {
              return [];
            }
          })();
          expect(state.status === 'definitive' ? outcome : []).toEqual([]);
          for (const event of outcome) state = evaluation.evolve(state, event);
          expect(brokenBy(state)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
