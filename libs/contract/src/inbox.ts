import { z } from 'zod';
import { approvalSubjects } from '#domain';
import { ApprovalSummary } from './approvals.js';
import { EvaluationView } from './evaluations.js';
import { Awaiting } from './objective-views.js';
import { Vacancy } from './organisation.js';
import { PremiumRun } from './premium-run-views.js';
import { defineRoutes } from './route.js';
import { Instant, LocalDate, ObjectiveId, PlanId } from './values.js';

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
      }),
    ),
    approvals: z
      .array(
        z.object({
          approvalId: z.string(),
          since: Instant,
          rung: z.number().int(),
          says: z.enum(['waits', 'may-decide', 'decides', 'passed-over', 'approved-silently']),
          others: z.array(z.string()),
          subject: z.enum(approvalSubjects),
          streamId: z.string(),
          title: z.string().nullable(),
          step: z.object({ it: z.string(), en: z.string() }),
        }),
      )
      .meta({ description: 'What it tells of steps that nobody took in time.' }),
  })
  .meta({ id: 'ReceivedReminder' });

export const Inbox = z
  .object({
    office: z.string(),
    items: z.array(InboxItem),
    approvals: z.array(ApprovalSummary).meta({
      description: 'Approvals that whoever asks could act on today, as any of their offices; the first hundred.',
    }),
    evaluations: z.array(EvaluationView).meta({ description: 'Evaluations of persons that wait for whoever asks.' }),
    premiumRuns: z
      .array(PremiumRun)
      .meta({ description: 'Runs that wait to be proposed, computed anew or liquidated.' }),
    reminders: z.array(ReceivedReminder),
    vacancies: z
      .array(Vacancy.omit({ standIns: true }))
      .meta({ description: 'Offices that are needed and that nobody holds, for those who can fill them.' }),
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
