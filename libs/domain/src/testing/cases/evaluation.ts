import * as story from '../evaluation.js';
import { possible } from './case.js';

const { upTo } = story;

/** What is done in the evaluation of a person. */
export const onEvaluations = {
  'evaluation.open': [possible('evaluation', [], story.open(), 'evaluation/already-opened')],
  'evaluation.propose': [
    possible('evaluation', upTo.opened, story.propose(), 'evaluation/not-now', story.propose({ behaviours: '40' })),
  ],
  'evaluation.withdraw': [possible('evaluation', upTo.opened, story.withdraw(), 'evaluation/not-now')],
  'evaluation.record-receipt': [
    possible('evaluation', upTo.proposed, story.received(), 'evaluation/not-now'),
    possible('evaluation', upTo.final, story.received('final'), 'evaluation/already-received'),
  ],
  // whoever is judged may say more than once what they have to say
  'evaluation.observe': [possible('evaluation', upTo.notified, story.observe(), 'one more', story.offer())],
  // and the day may be moved
  'evaluation.offer-hearing': [possible('evaluation', upTo.notified, story.offer(), 'one more', story.observe())],
  'evaluation.record-hearing': [
    possible('evaluation', [...upTo.notified, story.offer()], story.hear(), 'evaluation/not-now'),
  ],
  'evaluation.judge': [possible('evaluation', upTo.observed, story.judge(), 'evaluation/not-now', story.offer())],
  'evaluation.request-conciliation': [
    possible('evaluation', upTo.delivered, story.ask(), 'evaluation/not-now', story.settle()),
  ],
  'evaluation.name-evaluator': [
    possible('evaluation', upTo.observed, story.replace(), 'evaluation/judge-still-in-office', story.observe()),
  ],
  'evaluation.name-conciliator': [possible('evaluation', upTo.asked, story.name(), 'evaluation/judge-still-in-office')],
  'evaluation.conciliate': [
    possible(
      'evaluation',
      upTo.named,
      story.conciliate(),
      'evaluation/not-now',
      story.conciliate({ behaviours: null }),
    ),
  ],
  'evaluation.remind-term': [possible('evaluation', upTo.notified, story.remind(), 'nothing', story.observe())],
  // nothing waits for the clock: whatever ended before ends no more
  'evaluation.end-term': [possible('evaluation', upTo.notified, story.end(), 'nothing', story.observe())],
  'evaluation.make-definitive': [
    possible('evaluation', upTo.delivered, story.settle(), 'evaluation/definitive', story.ask()),
  ],
};
