import { z } from 'zod';
import type { ActReference as DomainAct, Evidence as DomainEvidence } from '#domain';

/** An exact decimal as text; how large it may be is a rule, not a matter of form. */
export const Decimal = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})(\.\d{1,2})?$/)
  .meta({
    id: 'Decimal',
    description: 'Exact decimal as text, with a point and at most two decimals: "2.5".',
    examples: ['2.5'],
  });

/** Euros with at most two decimals. */
export const Money = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})(\.\d{1,2})?$/)
  .meta({ id: 'Money', description: 'Euros as text, at most two decimals: "1234.50".', examples: ['1234.50'] });

/** Below zero: to be recovered. */
export const MoneyDifference = z
  .string()
  .regex(/^-?(0|[1-9]\d{0,11})\.\d{2}$/)
  .meta({
    id: 'MoneyDifference',
    description: 'Euros as text, two decimals; below zero: less than before.',
    examples: ['-174.27'],
  });

/** Days and instants of this life: beyond, calendars have no office hours and clocks overflow. */
const CENTURIES = /^(19|20|21)/;

export const LocalDate = z.iso
  .date()
  .regex(CENTURIES)
  .meta({ id: 'LocalDate', description: 'A day in the calendar of Europe/Rome.', examples: ['2022-12-31'] });

export const Instant = z.iso
  .datetime()
  .regex(CENTURIES)
  .meta({ id: 'Instant', description: 'A point in time in UTC.', examples: ['2022-05-16T08:00:00.000Z'] });

export const PlanId = z
  .string()
  .regex(/^\d{4}$/)
  .meta({ id: 'PlanId', description: 'The year of the plan.', examples: ['2022'] });

export const ObjectiveId = z
  .string()
  .regex(/^\d{4}-[0-9a-z.]{1,40}$/)
  .meta({ id: 'ObjectiveId', description: 'Year, then the number in the plan.', examples: ['2022-20.4.1a'] });

export const ShareId = z
  .string()
  .regex(/^[0-9a-z][0-9a-z.-]{0,159}$/)
  .meta({
    id: 'ShareId',
    description: 'The part of an objective for which one area answers.',
    examples: ['7.2.1-personale'],
  });

export const DeadlineId = z
  .string()
  .min(1)
  .max(160)
  .meta({ id: 'DeadlineId', description: 'A deadline, unique within its objective.' });

/** Names what a caller creates; as part of a stream's name it is lower case. */
export const ChosenId = z
  .string()
  .regex(/^[0-9a-z][0-9a-z-]{0,63}$/)
  .meta({ id: 'ChosenId', description: 'An id chosen by the caller, lower case.', examples: ['aree-2022'] });

export const OfficeId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
  .meta({ id: 'OfficeId', description: 'An office: of an area, its id.', examples: ['lavori-pubblici'] });

/** Marks that turn the direction of writing, or have no width, are seen by nobody and change what is read: kept is what is seen. */
const UNSEEN = /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

export const asSeen = (text: string): string => text.replace(UNSEEN, '');

/** Text that people write. */
export const Text = z.string().max(20_000).overwrite(asSeen);

export const WrittenText = z.string().overwrite(asSeen).trim().min(1).max(20_000);

/** One line of it: a name, a title. */
export const WrittenLine = z.string().overwrite(asSeen).trim().min(1).max(200);

export const ActReference = z
  .strictObject({
    kind: z.string().overwrite(asSeen).min(1).max(40),
    number: z.string().overwrite(asSeen).min(1).max(40),
    date: LocalDate.nullable(),
  })
  .meta({
    id: 'ActReference',
    description: 'An act of the body, such as DGC 95 of 16 May 2022.',
  }) satisfies z.ZodType<DomainAct>;

export const Evidence = z
  .strictObject({
    name: z.string().min(1).max(300),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.string().min(1).max(200),
    size: z.number().int().nonnegative(),
  })
  .meta({
    id: 'Evidence',
    description: 'A document offered as proof, known by its content.',
  }) satisfies z.ZodType<DomainEvidence>;

export const EvidenceList = z.array(Evidence).max(100);

export const Revision = z
  .number()
  .int()
  .nonnegative()
  .meta({ id: 'Revision', description: 'Number of the last event of the stream, from 0.' });

export const Position = z
  .string()
  .regex(/^\d{1,20}$/)
  .meta({ id: 'Position', description: 'Place in the whole log, increasing.', examples: ['123'] });

/** What every command answers. */
export const CommandAnswer = z
  .object({ revision: Revision, position: Position })
  .meta({ id: 'CommandAnswer', description: 'Where the stream and the log stand after the command.' });
