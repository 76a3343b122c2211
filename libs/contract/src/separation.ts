import { z } from 'zod';
import { ApprovalSubject } from './organisation.js';
import { defineRoutes } from './route.js';
import { ActReference, Instant, LocalDate, ObjectiveId, PlanId, Position } from './values.js';

export const ControlSubject = z
  .enum([...ApprovalSubject.options, 'organisation'])
  .meta({ id: 'ControlSubject', description: 'What a control is of; `organisation`: a tenure, or a delegation.' });

export const SeparationCheck = z
  .object({
    position: Position,
    recordedAt: Instant,
    occurredOn: LocalDate,
    days: z.array(LocalDate).meta({
      description:
        'Of which the right was asked: the day of the recording, an earlier one where it was told, and the first day of a rest or an assignment.',
    }),
    subject: ControlSubject,
    subjectId: z.string().meta({
      description: 'Of the plan, the objective, the variation, the evaluation, the run, the tenure or the delegation.',
    }),
    planId: z.string().nullable(),
    objectiveId: z.string().nullable(),
    shareId: z.string().nullable(),
    step: z.string(),
    stepName: z.object({ it: z.string(), en: z.string() }).nullable().meta({
      description:
        'As the chain called it; null for what is no step of one. What is done beside the steps has a name as well: a suspension, a reopening, a reassignment, whatever is done to a person’s evaluation.',
    }),
    outcome: z.string().meta({ description: 'As the step offers them; `act` for what is done beside the steps.' }),
    person: z.string().meta({ description: 'The account that acted: an id, never a name.' }),
    office: z.string(),
    onBehalfOf: z.string().nullable(),
    authors: z.array(z.string()).meta({ description: 'Accounts on the other side of the control.' }),
    offices: z.array(z.string()).meta({ description: 'Offices that answered for what was judged.' }),
    scored: z.array(z.string()).meta({ description: 'Offices scored on the same finding.' }),
    beneficiaries: z
      .array(z.string())
      .meta({ description: 'Accounts that are paid on the outcome; of a tenure or a delegation, whose it is.' }),
    credited: z.array(z.string()).meta({
      description: 'Offices that are paid for some days of it; so is whoever held one of them in those days.',
    }),
    earlier: z
      .array(z.string())
      .meta({ description: 'Accounts that took a step before, of which this one is independent.' }),
    reroutedFrom: z.string().nullable().meta({ description: 'The office in whose place a substitute acted.' }),
    rule: z.string().nullable().meta({
      description:
        'The rule by which; of a violation, the rule that was broken. `office-left`: who acted in their own right had left the office by that day, which was recorded later. `act-missing`: a tenure of oneself, or of who judges, without an act. `judges-own`: a party to an approval under way wrote who judges it; of no violation, where nobody else could. `nobody-else`, of no violation: whoever conducted an evaluation judged in it, or was of an office of the person’s, and none of those whom the file names could. `act-of-other-kind`: a plan was approved by an act that is not the political body’s. `author`, of an act by which a plan was approved: whoever recorded it wrote the plan.',
    }),
    recordedLater: z
      .object({
        what: z.enum(['tenure', 'delegation', 'assignment']),
        from: LocalDate,
        recordedAt: Instant,
        act: ActReference.nullable(),
      })
      .nullable()
      .meta({
        description:
          'Of a violation: the tenure, the delegation or the assignment of a share by which it is one, where it was recorded after the step. Whoever took it may not have known.',
      }),
    namedBy: z
      .object({
        person: z.string(),
        office: z.string(),
        what: z.enum(['tenure', 'delegation']),
        from: LocalDate,
        recordedAt: Instant,
        act: ActReference.nullable(),
      })
      .nullable()
      .meta({
        description:
          'Of a step of a chain: the party to it that recorded, while it was under way, the tenure or delegation by which whoever took it had the office. Null: none did.',
      }),
    verdict: z.enum(['ok', 'violation']),
  })
  .meta({
    id: 'SeparationCheck',
    description: 'Something that duty separation guards, and who was on either side of it.',
  });

export const OnBothSides = z
  .object({
    person: z.string().meta({ description: 'The account: an id, never a name.' }),
    roles: z.array(z.string()).length(2).meta({ description: 'That nobody may have at once.' }),
    from: LocalDate.meta({ description: 'First of the days that what makes it has in common.' }),
    to: LocalDate.nullable(),
    by: z.array(
      z.object({
        what: z.enum(['tenure', 'delegation']),
        office: z.string(),
        from: LocalDate,
        to: LocalDate.nullable(),
        recordedAt: Instant,
        act: ActReference.nullable(),
      }),
    ),
  })
  .meta({
    id: 'OnBothSides',
    description:
      'Somebody of the Nucleo or OIV, or who acts for one of it, who is the Segretario, who stands in for them or the officer against corruption as well, or acts for one of those.',
  });

export const SeparationChecks = z
  .object({
    checked: z.number().int().meta({ description: 'Steps ever taken that the filters let through.' }),
    violations: z.number().int(),
    onBothSides: z.array(OnBothSides).meta({
      description:
        'Of the whole organisation, whatever the filters, and whether or not they took a step: none, or an earlier release let it be set up.',
    }),
    checks: z.array(SeparationCheck),
    nextCursor: Position.nullable(),
  })
  .meta({
    id: 'SeparationChecks',
    description: 'Every control step ever taken, and whatever else is guarded, the newest first.',
  });

const filters = {
  plan: PlanId.optional(),
  objective: ObjectiveId.optional().meta({
    description: 'Also the runs that pay or adjust one of its shares, and the variations that touch it.',
  }),
  subject: ControlSubject.optional(),
  from: LocalDate.optional().meta({ description: 'Recorded on that day or later.' }),
  to: LocalDate.optional().meta({ description: 'Recorded on that day at the latest.' }),
  verdict: z.enum(['ok', 'violation']).optional(),
};

export const separationRoutes = defineRoutes({
  separationChecks: {
    method: 'GET',
    path: '/api/v1/separation-checks',
    kind: 'query',
    action: 'audit-trail.read',
    tag: 'audit-trail',
    summary: {
      it: 'Ogni passo di controllo compiuto e ogni altra operazione riservata a terzi: chi ha agito e chi stava dall’altra parte',
      en: 'Every control step taken, and whatever else is for others to do: who acted, and who was on the other side',
    },
    query: z.strictObject({
      ...filters,
      cursor: Position.optional().meta({ description: 'nextCursor of the page before.' }),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    status: 200,
    answers: { 200: SeparationChecks },
    problems: ['value/out-of-range'],
  },
  separationChecksFile: {
    method: 'GET',
    path: '/api/v1/separation-checks.csv',
    kind: 'query',
    action: 'audit-trail.read',
    tag: 'audit-trail',
    summary: { it: 'Gli stessi passi, come CSV', en: 'The same steps, as CSV' },
    query: z.strictObject(filters),
    status: 200,
    answers: { 200: { mediaType: 'text/csv' } },
    problems: ['value/out-of-range'],
  },
});
