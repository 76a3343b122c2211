import {
  acknowledge,
  after,
  approve,
  assign,
  close,
  define,
  liquidate,
  makeDefinitive,
  remove,
  reopen,
  resume,
  score,
  sendBack,
  submit,
  suspend,
} from '../testing/commands.js';
import { archive, giunta, head, NEXT_YEAR, NOTED, nucleo, REGISTRY, segretario } from '../testing/example.js';
import { currentStep } from '../approval/approval.js';
import { LEADS_TO } from '../workflow/leads-to.js';
import type { LifecycleVerb } from '../workflow/lifecycle.js';
import { SAID_OF } from '../workflow/said-of.js';
import type { ObjectiveCommand } from './messages.js';
import { statusOf, type ShareState } from './state.js';
import { possibleOn } from './transitions.js';

const OF_PLAN = [
  'assign',
  'acknowledge',
  'suspend',
  'resume',
  'remove',
  'submit-rendicontazione',
  'return-rendicontazione',
  'approve-rendicontazione',
  'make-definitive',
  'liquidate',
  'close',
  'reopen',
] as const;
type Verb = (typeof OF_PLAN)[number];

const THEIRS: readonly LifecycleVerb[] = ['suspend', 'resume', 'remove', 'make-definitive', 'reopen'];

/** A file that lets everything begin from wherever a file may: of any other less is possible. */
const workflow = {
  id: 'tutto',
  version: 1,
  suspension: { maximumDays: 400 },
  transitions: OF_PLAN.map((verb: LifecycleVerb) => ({
    verb,
    from: SAID_OF[verb].from,
    to: LEADS_TO[verb][0],
    who: THEIRS.includes(verb) ? [{ office: segretario.office }] : [],
    act: null,
  })),
};
const alone = {
  ...archive,
  shares: archive.shares.slice(0, 1),
  indicators: archive.indicators.slice(0, 2),
  deadlines: [
    ...archive.deadlines.slice(1, 2).map((one) => ({ ...one, shareIds: [REGISTRY] })),
    // something still lies ahead, else nothing is suspended once the year is over
    { id: 'ahead', text: 'resoconto', shareIds: [REGISTRY], kind: 'fixed' as const, on: '2023-12-31' },
  ],
};
const at = NEXT_YEAR;
const act = { kind: 'DGC', number: '9', date: '2023-01-20' };
const who = { verifica: segretario, certificazione: nucleo, 'presa-atto': giunta };

/** As sound as anybody could send it. */
const done: Readonly<Record<Verb, (share: ShareState, times: number) => ObjectiveCommand>> = {
  assign: ({ office, areaId }) => assign({ office: office === areaId ? 'tributi' : areaId, at }),
  acknowledge: ({ office }) => acknowledge({ by: { ...head, office: office ?? '' }, at }),
  suspend: () => suspend({ from: '2023-01-20', until: '2023-01-31', act, at }),
  resume: () => resume({ act, at }),
  remove: () =>
    remove({
      act,
      opinion: {
        favourable: true,
        note: 'visto',
        on: '2023-01-20',
        document: { kind: 'verbale', number: '4', date: '2023-01-20' },
      },
      at,
    }),
  'submit-rendicontazione': ({ office }) => submit({ by: { ...head, office: office ?? '' } }),
  'return-rendicontazione': ({ rendicontazione }) => {
    const step = (rendicontazione && currentStep(rendicontazione)?.id) ?? '';
    return sendBack({ step, by: who[step as keyof typeof who] });
  },
  'approve-rendicontazione': ({ rendicontazione }) => {
    const step = (rendicontazione && currentStep(rendicontazione)?.id) ?? '';
    return approve({ step, by: who[step as keyof typeof who], act: step === 'presa-atto' ? NOTED : null });
  },
  'make-definitive': () => makeDefinitive(),
  liquidate: (_, times) => liquidate({ runId: `run-${times}` }),
  close: () => close(),
  reopen: (_, times) => reopen({ act: { ...act, number: `r${times}` } }),
};

describe('what is told to be possible', () => {
  it('given any state of a share, then it is done: no rule of its state refuses it', () => {
    const refused: string[] = [];
    const seen = new Map<string, readonly ObjectiveCommand[]>();
    const waiting: (readonly ObjectiveCommand[])[] = [[define({ objective: alone, workflow })]];
    for (let story = waiting.shift(); story !== undefined; story = waiting.shift()) {
      const told = after(...story);
      const [share] = told.state.shares;
      if (share === undefined) throw new Error('the objective has no share');
      const key = keyOf(share, told.state.closed);
      if (seen.has(key)) continue;
      seen.set(key, story);
      const commands = possibleOn(told.state, share).map(
        ({ verb }) => [verb, done[verb as Verb](share, story.length)] as const,
      );
      const isScored = share.rendicontazione?.status !== 'approved' || share.score !== null || share.removal !== null;
      for (const [verb, command] of [...commands, ...(isScored ? [] : [['score', score()] as const])]) {
        const outcome = told.when(command);
        if ('refusal' in outcome) refused.push(`${statusOf(share)} (${key}): ${verb} ${outcome.refusal}`);
        else waiting.push([...story, command]);
      }
    }
    expect(refused).toEqual([]);
    expect(seen.size).toBeGreaterThan(40);
  });
});

function keyOf(share: ShareState, closed: boolean): string {
  const { office, acknowledged, suspension, removal, rendicontazione, score: degree, definitive, premium } = share;
  const step = rendicontazione && currentStep(rendicontazione)?.id;
  const facts = [suspension, removal, degree, definitive, premium, share.adjusting].map((one) => one !== null);
  return [office === null, acknowledged, rendicontazione?.status, step, closed, ...facts].join(' ');
}
