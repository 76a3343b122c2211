import type { RefusalCode } from '../refused.js';
import { eventsOf, given, type Outcome } from '../testing.js';
import * as story from '../testing/evaluation.js';
import { tenure } from '../testing/staff.js';
import { evaluation } from './evaluation.js';
import type { EvaluationCommand, EvaluationEvent } from './messages.js';

const { upTo, open, propose, received, observe, offer, hear, judge, takes, ask, name, conciliate, settle, byForeseen } =
  story;
const { evaluated, superior, clerk, JUDGED } = story;

const after = (commands: readonly EvaluationCommand[]) => given(evaluation)(...eventsOf(evaluation, ...commands));

/** Behaviours of 0: 60 × 90 + 40 × 0 = 54, below the example's threshold. */
const low = { behaviours: '0' };

describe('what an evaluation refuses', () => {
  const to = (person: string, office: string) => ({ person, office });
  const nucleus = { ...story.judgesOf, tenures: [...story.judgesOf.tenures, tenure('u-head', 'nucleo')] };
  it.each<[RefusalCode, Outcome<EvaluationEvent>]>([
    ['evaluation/already-opened', after(upTo.opened).when(open())],
    ['evaluation/not-opened', after([]).when(propose())],
    ['approval/not-open', after([]).when(takes(superior, 'valutazione'))],
    ['approval/not-open', after(upTo.final).when(takes(superior, 'valutazione'))],
    ['evaluation/no-chain', after([]).when(open({ route: null }))],
    ['evaluation/own', after([]).when(open({ by: evaluated }))],
    ['evaluation/own', after([]).when(open({ evaluator: to('u-head', 'nucleo'), staff: nucleus }))],
    ['evaluation/no-office', after([]).when(open({ person: 'u-nobody' }))],
    ['evaluation/not-foreseen', after([]).when(open({ route: story.foreseen, by: clerk }))],
    [
      'evaluation/not-foreseen',
      after([]).when(open({ route: story.foreseen, evaluator: to('u-third', 'conciliazione') })),
    ],
    ['evaluation/not-foreseen', after(byForeseen(upTo.proposed)).when(received())],
    [
      'evaluation/not-foreseen',
      after(byForeseen(upTo.asked)).when(name({ by: superior, conciliator: to('u-giunta', 'giunta') })),
    ],
    ['evaluation/not-foreseen', after(byForeseen(upTo.delivered)).when(settle())],
    ['evaluation/judge-not-in-office', after([]).when(open({ evaluator: to('u-giunta', 'nucleo') }))],
    [
      'evaluation/judge-barred',
      after([]).when(
        open({
          evaluator: to('u-x', 'nucleo'),
          staff: {
            ...nucleus,
            tenures: [...nucleus.tenures, tenure('u-x', 'nucleo'), tenure('u-x', 'affari-generali')],
          },
        }),
      ),
    ],
    ['evaluation/not-evaluator', after(upTo.opened).when(propose({ by: superior }))],
    ['evaluation/not-evaluator', after(upTo.observed).when(judge({ by: superior }))],
    ['evaluation/not-evaluator', after(upTo.notified).when(offer({ by: superior }))],
    ['evaluation/no-results', after(upTo.opened).when(propose({ shares: [] }))],
    ['evaluation/not-certified', after(upTo.opened).when(propose({ shares: [story.certified('a', '20', null)] }))],
    ['value/out-of-range', after(upTo.opened).when(propose({ behaviours: '101' }))],
    ['value/out-of-range', after(upTo.proposed).when(received('proposal', { receivedOn: '2023-01-19' }))],
    ['value/out-of-range', after(upTo.proposed).when(received('proposal', { receivedOn: '2023-01-24' }))],
    ['value/text-missing', after(upTo.proposed).when(received('proposal', { proof: ' ' }))],
    ['evaluation/own', after(upTo.proposed).when(received('proposal', { by: evaluated }))],
    ['evaluation/not-now', after(upTo.proposed).when(received('final'))],
    ['evaluation/already-received', after(upTo.delivered).when(received('final'))],
    ['evaluation/not-now', after(upTo.proposed).when(observe())],
    ['evaluation/not-evaluated', after(upTo.notified).when(observe({ by: clerk }))],
    ['evaluation/term-over', after(upTo.notified).when(observe({ at: JUDGED }))],
    ['value/out-of-range', after(upTo.notified).when(offer({ hearingOn: '2023-01-24' }))],
    ['evaluation/hearing-not-offered', after(upTo.notified).when(hear())],
    ['evaluation/term-running', after([...upTo.notified, offer()]).when(hear({ at: story.OBSERVED }))],
    ['evaluation/not-now', after([...upTo.notified, offer(), hear({ outcome: 'declined' })]).when(hear())],
    ['evaluation/not-now', after(upTo.proposed).when(judge())],
    ['value/text-missing', after(upTo.observed).when(judge({ reason: '' }))],
    ['approval/own-report', after(upTo.judged).when(takes({ ...evaluated, office: 'segretario' }, 'valutazione'))],
    ['approval/not-open', after(upTo.final).when(takes(superior, 'valutazione'))],
    ['evaluation/not-evaluated', after(upTo.delivered).when(ask({ by: clerk }))],
    ['evaluation/not-now', after(upTo.judged).when(ask())],
    ['evaluation/own', after(upTo.asked).when(name({ conciliator: to('u-head', 'conciliazione') }))],
    ['evaluation/own', after(upTo.asked).when(name({ by: evaluated }))],
    ['evaluation/conciliator-judged', after(upTo.asked).when(name({ conciliator: to('u-nucleo', 'nucleo') }))],
    ['evaluation/conciliator-judged', after(upTo.asked).when(name({ conciliator: to('u-segretario', 'segretario') }))],
    ['evaluation/judge-not-in-office', after(upTo.asked).when(name({ conciliator: to('u-x', 'conciliazione') }))],
    ['evaluation/not-conciliator', after(upTo.named).when(conciliate({ by: superior }))],
    ['evaluation/hearing-not-offered', after(upTo.named).when(conciliate(low))],
    ['evaluation/not-now', after(upTo.asked).when(settle())],
    ['evaluation/definitive', after(upTo.definitive).when(settle())],
    ['evaluation/not-received', after(upTo.final).when(settle())],
    ['evaluation/own', after(upTo.delivered).when(settle({ by: evaluated }))],
  ])('given what stands in the way, when commanded, then %s', (code, outcome) => {
    expect(outcome).toMatchObject({ refusal: code });
  });
});
