import { z } from 'zod';
import { approvalSubjects, evaluationNews, toldParts, type Difference } from '#domain';
import { ApprovalSummary } from './approvals.js';
import { EvaluationView } from './evaluation-views.js';
import { Awaiting, DaysTaken } from './objective-views.js';
import { Vacancy } from './organisation.js';
import { PremiumRun } from './premium-run-views.js';
import { defineRoutes } from './route.js';
import { ActReference, Instant, LocalDate, ObjectiveId, PlanId } from './values.js';

export const InboxItem = z
  .object({
    action: z.enum([
      'assign',
      'acknowledge',
      'answer-deadline',
      'fulfil-late',
      'submit-rendicontazione',
      'integrate-rendicontazione',
      'approve-rendicontazione',
      'score',
      'liquidate-premium',
      'decide-justification',
      'ratify-suspension',
      'adjust-premium',
    ]),
    planId: PlanId,
    objectiveId: ObjectiveId,
    shareId: z.string(),
    areaId: z.string(),
    title: z.string(),
    since: Instant,
    deadline: z.object({ deadlineId: z.string(), instance: LocalDate, dueOn: LocalDate, text: z.string() }).nullable(),
    returnBy: LocalDate.nullable().meta({ description: 'Of a report that was sent back: by which day it is wanted.' }),
    approval: Awaiting.nullable(),
    asSubstitute: z.boolean(),
  })
  .meta({ id: 'InboxItem', description: 'Something that waits for the one who asks.' });

export const ReceivedReminder = z
  .object({
    reminderId: z.string(),
    day: LocalDate,
    items: z.array(
      z.object({
        objectiveId: z.string(),
        shareId: z.string(),
        deadlineId: z.string(),
        instance: LocalDate,
        step: z.string(),
        dueOn: LocalDate,
        title: z.string(),
        text: z.string().meta({ description: 'What is due, in the words of the plan; empty: the plan says no more.' }),
      }),
    ),
    approvals: z
      .array(
        z.object({
          approvalId: z.string(),
          since: Instant,
          rung: z.number().int(),
          says: z.enum([
            'waits',
            'may-decide',
            'decides',
            'passed-over',
            'approved-silently',
            'silence-withheld',
            'integration-due',
            'integration-overdue',
          ]),
          others: z.array(z.string()),
          subject: z.enum(approvalSubjects),
          streamId: z.string(),
          title: z.string().nullable(),
          step: z.object({ it: z.string(), en: z.string() }),
          until: LocalDate.optional().meta({ description: 'Of an integration: by which day it is wanted.' }),
        }),
      )
      .meta({ description: 'What it tells of steps that nobody took in time, and of what is to be integrated.' }),
  })
  .meta({ id: 'ReceivedReminder' });

const Change = z.object({
  objectiveId: z.string().meta({ description: 'As numbered in the plan.' }),
  title: z.string(),
  shareId: z.string(),
  areaId: z.string(),
  what: z.enum(['deadline', 'indicator', 'target', 'weight', 'added', 'removed']),
  name: z.string().meta({ description: 'Of the deadline or indicator; empty: the share itself.' }),
  before: z.string().nullable(),
  after: z.string().nullable(),
}) satisfies z.ZodType<Difference>;

export const ReceivedNotice = z
  .object({
    noticeId: z.string(),
    day: LocalDate,
    about: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('plan-changed'),
        planId: PlanId,
        version: z.number().int(),
        variationId: z.string().nullable().meta({ description: 'Null: a share was removed by an act of its own.' }),
        act: ActReference.nullable(),
        differences: z.array(Change),
      }),
      z.object({
        kind: z.literal('evaluation'),
        evaluationId: z.string(),
        planId: PlanId,
        person: z.string().meta({ description: 'Whose evaluation: nobody else is told.' }),
        what: z.enum(evaluationNews),
        until: LocalDate.nullable().meta({ description: 'The last day of a term, or the day of the hearing.' }),
      }),
      z.object({
        kind: z.literal('proposal-told-otherwise'),
        objectiveId: ObjectiveId,
        title: z.string().meta({ description: 'As it was proposed.' }),
        planned: z.string().meta({ description: 'As a draft of the plan has what stands under its number.' }),
        differs: z.array(z.enum(toldParts)),
        another: z.literal(true).optional().meta({ description: 'It is another objective.' }),
      }),
      z.object({
        kind: z.literal('days-taken'),
        objectiveId: ObjectiveId,
        shareId: z.string(),
        title: z.string(),
        taken: DaysTaken,
        act: ActReference.nullable(),
        reason: z.string().nullable(),
      }),
      z.object({
        kind: z.literal('suspension-over'),
        objectiveId: ObjectiveId,
        shareId: z.string(),
        title: z.string(),
        on: LocalDate,
        days: z.number().int(),
        someOtherwise: z.literal(true).optional().meta({ description: 'Some fall due on other days.' }),
        unratified: z.boolean(),
      }),
    ]),
  })
  .meta({
    id: 'ReceivedNotice',
    description: 'Something was decided that changes what the office answers for, or about whoever asks.',
  });

export const Inbox = z
  .object({
    office: z.string(),
    items: z.array(InboxItem),
    approvals: z.array(ApprovalSummary).meta({
      description: 'Approvals that whoever asks could act on today, as any of their offices; the first hundred.',
    }),
    returned: z.array(ApprovalSummary).meta({
      description: 'What came back to the office for integration; evaluations are among `evaluations`.',
    }),
    evaluations: z.array(EvaluationView).meta({ description: 'Evaluations of persons that wait for whoever asks.' }),
    premiumRuns: z.array(PremiumRun).meta({ description: 'Runs that wait for whoever asks; `nextAct` says for what.' }),
    elsewhere: z.array(z.object({ office: z.string(), waiting: z.number().int() })).meta({
      description:
        'Other offices as which whoever asks may act, and for which something waits beside approvals: `Traguardo-Office` shows what.',
    }),
    notices: z.array(ReceivedNotice),
    reminders: z.array(ReceivedReminder),
    vacancies: z.array(Vacancy.omit({ holders: true, standIns: true })).meta({
      description:
        'Offices that are needed and that nobody holds, or only people with a disabled account, for those who can fill them.',
    }),
  })
  .meta({ id: 'Inbox' });

export const inboxRoutes = defineRoutes({
  inbox: {
    method: 'GET',
    path: '/api/v1/inbox',
    kind: 'query',
    action: 'inbox.read',
    tag: 'inbox',
    summary: { it: 'Che cosa attende me', en: 'What waits for me' },
    status: 200,
    answers: { 200: Inbox },
    problems: [],
  },
});
