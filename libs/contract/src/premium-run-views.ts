import { z } from 'zod';
import { ApprovalId } from './approvals.js';
import { PersonCredit } from './holdings.js';
import { FundScope, NamedDocument } from './premium-runs.js';
import { defineRoutes } from './route.js';
import { ActReference, ChosenId, Decimal, Instant, Money, MoneyDifference, PlanId } from './values.js';

const Entry = z.object({
  objectiveId: z.string(),
  shareId: z.string(),
  areaId: z.string(),
  weight: Decimal.nullable(),
  degree: Decimal.nullable(),
  amount: Money,
  fullAmount: Money.optional().meta({
    description: 'By a degree of 0, or out of a reserve: what it would get by the full one.',
  }),
  ceiling: Money.optional().meta({ description: 'Out of a reserve: what that has for the share at most.' }),
  credits: z.array(z.object({ office: z.string(), days: z.number().int(), amount: Money })).meta({
    description:
      'Where others than its area answered for the share: for how many days each, and its part. None: the area as a whole.',
  }),
});

/** What was paid, what is due in all, and what is paid more or recovered. */
const AdjustedPart = z.object({
  office: z.string(),
  before: Money,
  due: Money.meta({ description: 'In all, what was paid included.' }),
  difference: MoneyDifference,
});

const Adjusts = z.object({
  runId: z.string().meta({ description: 'That paid it, or put it right last.' }),
  before: Money.meta({ description: 'What has been paid by then; `total` is what is due in all.' }),
  difference: MoneyDifference.meta({ description: '`total` less `before`: below zero, it is recovered.' }),
  offices: z.array(AdjustedPart).meta({
    description: 'By office, those that were paid and are due nothing any more included; they add up to `difference`.',
  }),
});

export const PremiumRun = z
  .object({
    runId: z.string(),
    name: z.string().meta({ description: 'As people call it, in the language that is asked for.' }),
    planId: PlanId,
    scope: FundScope,
    fund: Money,
    total: Money,
    savings: Money,
    reserve: Money,
    entries: z.array(Entry),
    awaited: z
      .array(
        Entry.extend({
          missing: z.array(z.string()).nullable().meta({
            description:
              'Accounts whose evaluation is not definitive yet; null: not told to whoever asks. None: it can be paid.',
          }),
          isPayable: z.boolean().meta({ description: 'Nobody’s evaluation lacks any more.' }),
          paidBy: z.string().nullable().meta({ description: 'The later run that has it; null: none yet.' }),
        }),
      )
      .meta({
        description:
          'Whose evaluation was missing at the computation, and what they would get: set aside where there is a reserve, otherwise still among the entries, and the run cannot be proposed.',
      }),
    settles: z.string().nullable().meta({ description: 'The run whose reserve it pays; null: it divides a fund.' }),
    adjusts: Adjusts.nullable().meta({
      description: 'The payment that it puts right after a reopening; null: none.',
    }),
    status: z.enum(['computed', 'proposed', 'returned', 'rejected', 'authorised', 'liquidated', 'withdrawn']),
    approvalId: ApprovalId.nullable().meta({
      description: 'Its way through the chain; null: it needs none. There is one once it is proposed.',
    }),
    demanded: z
      .array(
        z.object({ id: z.string(), name: z.object({ it: z.string(), en: z.string() }), kinds: z.array(z.string()) }),
      )
      .meta({ description: 'Documents that whoever proposes must name.' }),
    documents: z.array(NamedDocument).meta({ description: 'Those that were named.' }),
    points: z
      .array(z.string())
      .meta({ description: 'What was asked for when it was sent back, or why it was withdrawn.' }),
    changed: z.array(z.string()).meta({
      description:
        'Shares whose degree is another one since the computation, for which other offices have answered, that another run has paid or set something aside for, or whose weight in the plan was moved, removed or added: withdrawn, the run is computed anew. None once it is liquidated.',
    }),
    reserveLeft: Money.nullable().meta({
      description: 'Of the reserve of a liquidated run, less what later runs have paid out of it; null: no reserve.',
    }),
    fundSharedBefore: z
      .array(
        z.object({
          runId: z.string(),
          name: z.string(),
          total: Money,
          documents: z.array(z.string()).meta({ description: 'For which both name the same act, such as the fund’s.' }),
        }),
      )
      .meta({
        description:
          'Runs of the same plan and scope that had paid before it: it divides its whole fund anew (`premium/fund-shared-before` at the computation). None: the first, or one that pays out of a reserve or adjusts.',
      }),
    nextAct: z.enum(['compute', 'propose', 'withdraw', 'annul', 'liquidate', 'settle']).nullable().meta({
      description:
        'What it asks of whoever runs premiums: `withdraw` and `annul` (by an act) where degrees, holders or weights have changed; null: nothing.',
    }),
    act: ActReference.nullable(),
    revision: z.number().int(),
    recordedAt: Instant,
  })
  .meta({ id: 'PremiumRun', description: 'How a fund is shared out; total, savings and reserve add up to the fund.' });

export const PremiumRunDetail = PremiumRun.extend({
  entries: z.array(
    Entry.extend({
      persons: z.array(PersonCredit).meta({
        description:
          'Who held the offices that answered and their part by days: of each office they add up to its amount. Once it is liquidated those of the days by which it paid; before, as it is known today. A run pays offices.',
      }),
    }),
  ),
  adjusts: Adjusts.extend({
    persons: z
      .array(AdjustedPart.extend({ person: z.string().nullable().meta({ description: 'Null: nobody held it.' }) }))
      .meta({ description: 'By person and office: of each office they add up to its `difference`.' }),
  }).nullable(),
}).meta({ id: 'PremiumRunDetail', description: 'A premium run with the persons behind its offices.' });

export const PremiumRuns = z.object({ premiumRuns: z.array(PremiumRun) }).meta({ id: 'PremiumRuns' });

export const premiumRunQueryRoutes = defineRoutes({
  premiumRuns: {
    method: 'GET',
    path: '/api/v1/premium-runs',
    kind: 'query',
    action: 'premium.read',
    tag: 'premium-runs',
    summary: { it: 'Elencare le ripartizioni dei premi', en: 'List the premium runs' },
    query: z.strictObject({ planId: PlanId.optional() }),
    status: 200,
    answers: { 200: PremiumRuns },
    problems: [],
  },
  premiumRun: {
    method: 'GET',
    path: '/api/v1/premium-runs/:runId',
    kind: 'query',
    action: 'premium.read',
    tag: 'premium-runs',
    summary: { it: 'Una ripartizione dei premi', en: 'One premium run' },
    params: z.strictObject({ runId: ChosenId }),
    status: 200,
    answers: { 200: PremiumRunDetail },
    problems: ['premium/not-found'],
  },
});
