import {
  acknowledge,
  adjust,
  alarm,
  approve,
  assign,
  close,
  decideJustification,
  define,
  fulfilLate,
  justify,
  liquidate,
  makeDefinitive,
  propose,
  ratify,
  rectify,
  redefine,
  remove,
  reopen,
  report,
  restoreMiss,
  resume,
  returnProposal,
  score,
  secretaryToTheEnd,
  sendBack,
  submit,
  suspend,
  upTo,
  validate,
  withdraw,
  withdrawProposal,
} from '../commands.js';
import { ACT, archive, giunta, MORNING, NEXT_YEAR, NOTED, nucleo } from '../example.js';
import { possible } from './case.js';

const suspended = [...upTo.acknowledged, suspend()];
const urgent = [...upTo.acknowledged, suspend({ act: null })];
const lifted = [
  ...upTo.acknowledged,
  alarm('2022-08-01T08:00:00.000Z'),
  suspend({
    from: '2022-07-20',
    act: { kind: 'DGC', number: '61', date: '2022-07-20' },
    at: '2022-08-05T08:00:00.000Z',
  }),
];
const justified = [...upTo.acknowledged, justify()];
const ended = [...upTo.liquidated, ...secretaryToTheEnd];
const rescored = [
  ...upTo.liquidated,
  reopen(),
  approve(),
  approve({ step: 'certificazione', by: nucleo }),
  approve({ step: 'presa-atto', by: giunta, act: NOTED }),
  score({ degree: '80', reason: 'riconteggio' }),
];
const varied = { ...archive, deadlines: archive.deadlines.filter(({ id }) => id !== 'after') };
const vary = {
  type: 'objective.vary',
  variationId: 'demo-2022-1',
  objective: varied,
  act: ACT,
  by: { id: 'system', office: 'system' },
  at: MORNING,
} as const;

/** What is done to an objective. */
export const onObjectives = {
  'objective.define': [possible('objective', [], define(), 'objective/already-defined')],
  'objective.redefine': [
    possible('objective', upTo.defined, redefine(), 'nothing', redefine({ horizon: '2022-12-30' })),
  ],
  'objective.withdraw': [possible('objective', upTo.defined, withdraw(), 'objective/not-defined', redefine())],
  'objective.propose': [possible('objective', [], propose(), 'lifecycle/not-allowed')],
  'objective.return-proposal': [
    possible('objective', [propose()], returnProposal(), 'lifecycle/not-allowed', validate()),
  ],
  'objective.withdraw-proposal': [
    possible('objective', [propose()], withdrawProposal(), 'objective/not-defined', validate()),
  ],
  'objective.validate': [possible('objective', [propose()], validate(), 'lifecycle/not-allowed', returnProposal())],
  'objective.assign': [
    possible('objective', upTo.defined, assign(), 'objective/already-assigned', assign({ office: 'tributi' })),
  ],
  'objective.acknowledge': [possible('objective', upTo.assigned, acknowledge(), 'objective/already-acknowledged')],
  'objective.report-progress': [
    possible(
      'objective',
      upTo.acknowledged,
      report(),
      'objective/progress-already-reported',
      report({ progressId: 'p-2', value: '60' }),
    ),
  ],
  'objective.rectify-progress': [
    possible('objective', [...upTo.acknowledged, report()], rectify(), 'one more', rectify({ value: '30' })),
  ],
  'objective.mark-missed-deadlines': [
    possible('objective', upTo.acknowledged, alarm('2022-08-01T08:00:00.000Z'), 'nothing'),
  ],
  'objective.fulfil-late': [
    possible('objective', upTo.acknowledged, fulfilLate(), 'objective/deadline-already-answered', justify()),
  ],
  'objective.justify': [possible('objective', upTo.acknowledged, justify(), 'objective/already-justified')],
  'objective.decide-justification': [
    possible(
      'objective',
      justified,
      decideJustification(),
      'approval/not-this-step',
      decideJustification({ accept: false, note: 'era evitabile' }),
    ),
    possible(
      'objective',
      [...justified, decideJustification()],
      decideJustification({ step: 'decisione', effect: 'full', by: nucleo }),
      'objective/not-justified',
      decideJustification({ step: 'decisione', accept: false, note: 'era evitabile', by: nucleo }),
    ),
  ],
  'objective.suspend': [
    possible('objective', upTo.acknowledged, suspend(), 'lifecycle/not-allowed', remove({ at: NEXT_YEAR })),
  ],
  'objective.ratify-suspension': [
    possible('objective', urgent, ratify(), 'objective/suspension-already-ratified', resume()),
  ],
  'objective.restore-miss': [
    possible('objective', lifted, restoreMiss(), 'objective/miss-not-lifted', remove({ at: NEXT_YEAR })),
  ],
  'objective.resume': [possible('objective', suspended, resume(), 'lifecycle/not-allowed', remove())],
  'objective.remove': [possible('objective', upTo.acknowledged, remove(), 'objective/removed', submit())],
  'objective.submit-rendicontazione': [
    possible('objective', upTo.acknowledged, submit(), 'objective/rendicontazione-open', submit({ selfDegree: '80' })),
  ],
  'objective.return-rendicontazione': [
    possible('objective', upTo.submitted, sendBack(), 'objective/rendicontazione-not-open', approve()),
  ],
  'objective.approve-rendicontazione': [
    possible('objective', upTo.submitted, approve(), 'approval/not-this-step', sendBack()),
  ],
  'objective.score': [
    possible(
      'objective',
      upTo.approved,
      score(),
      'objective/already-scored',
      score({ degree: '80', reason: 'riconteggio' }),
    ),
  ],
  'objective.make-definitive': [
    possible('objective', upTo.scored, makeDefinitive(), 'lifecycle/not-allowed', liquidate()),
  ],
  'objective.liquidate-premium': [
    possible('objective', upTo.scored, liquidate(), 'objective/already-liquidated', liquidate({ runId: 'areas-2' })),
  ],
  'objective.vary': [
    possible('objective', upTo.defined, vary, 'nothing', {
      ...vary,
      variationId: 'demo-2022-2',
      objective: { ...varied, deadlines: varied.deadlines.slice(1) },
    }),
  ],
  'objective.close': [possible('objective', ended, close(), 'objective/closed', reopen())],
  'objective.reopen': [possible('objective', upTo.liquidated, reopen(), 'lifecycle/not-allowed')],
  'objective.adjust-premium': [
    possible('objective', rescored, adjust(), 'objective/nothing-to-adjust', adjust({ runId: 'adjustment-2' })),
  ],
};
