import { isOfControl, type OrganisationEvent } from '#domain';
import type { RecordedEvent } from '#event-store';
import type { SeparationCheckRow } from '#postgres';
import { factOf, metadataOf } from '../facts.js';
import type { Known } from './known.js';
import type { Check } from './row.js';
import { NOBODY } from './shares.js';

const SYSTEM = 'system';

/** What the proof finds of a tenure that the rules would refuse now. */
const NO_ACT = 'act-missing';
/** …and of one that names who judges whoever recorded it; the rules let it be where nobody else could. */
export const JUDGES_OWN = 'judges-own';

type Told = OrganisationEvent['type'];

const ANNULS = 'annul-tenure';

/** What is told of an office, and how. */
const STEPS = {
  'organisation.office-taken.v1': { step: 'take-office', stepName: { it: 'Incarico', en: 'Tenure' } },
  'organisation.office-left.v1': {
    step: 'leave-office',
    stepName: { it: 'Fine dell’incarico', en: 'End of a tenure' },
  },
  'organisation.tenure-annulled.v1': {
    step: ANNULS,
    stepName: { it: 'Annullamento dell’incarico', en: 'Annulment of a tenure' },
  },
  'organisation.delegated.v1': { step: 'delegate', stepName: { it: 'Delega', en: 'Delegation' } },
  'organisation.delegation-revoked.v1': {
    step: 'end-delegation',
    stepName: { it: 'Revoca della delega', en: 'Revocation of a delegation' },
  },
} as const satisfies Partial<Record<Told, object>>;

/** After these whoever was named acts no more. */
export const ENDS: readonly string[] = ['leave-office', ANNULS, 'end-delegation'];
const LENT: readonly string[] = ['delegate', 'end-delegation'];

type Naming = Extract<OrganisationEvent, { readonly type: keyof typeof STEPS }>;

/** Who is named or dismissed is on the other side, with the office. */
export function namingCheck(event: RecordedEvent): Check | null {
  const fact = factOf(event);
  if (!isNaming(fact) || metadataOf(event).actor.id === SYSTEM) return null;
  const { person, office, nobodyElse = false } = fact.data;
  const subjectId = 'tenureId' in fact.data ? fact.data.tenureId : fact.data.delegationId;
  const isAnnulled = fact.type === 'organisation.tenure-annulled.v1';
  const lacksAct = !isAnnulled && 'tenureId' in fact.data && fact.data.act === null;
  return {
    ...NOBODY,
    offices: [office],
    beneficiaries: [person],
    subject: 'organisation',
    subjectId,
    planId: null,
    ...STEPS[fact.type],
    outcome: 'act',
    anyPlace: true,
    rule: nobodyElse ? JUDGES_OWN : lacksAct ? NO_ACT : null,
  };
}

function isNaming(fact: ReturnType<typeof factOf>): fact is Naming {
  return Object.hasOwn(STEPS, fact.type);
}

export function isOfTenure({ subject }: SeparationCheckRow): boolean {
  return subject === 'organisation';
}

/**
 * Of tenures those of whoever recorded them, or of who judges by the file that was in force then; of delegations those that neither who
 * gave nor who received them recorded; of annulments all, as each may take days of credit from somebody. Of the others there is a row where
 * a party named who judges them.
 *
 * @param byParties  positions of such rows
 */
export function isTold(row: SeparationCheckRow, known: Known, byParties: ReadonlySet<string>): boolean {
  if (row.rule === JUDGES_OWN || byParties.has(String(row.position))) return true;
  if (row.step === ANNULS) return true;
  return LENT.includes(row.step) ? isOfOthers(row, known) : wantsAct(row, known);
}

/** The rule that it breaks; null: none. */
export function brokenByNaming(row: SeparationCheckRow, known: Known, byParties: ReadonlySet<string>): string | null {
  if (row.rule === NO_ACT && wantsAct(row, known)) return NO_ACT;
  // nobody else could
  if (row.rule === JUDGES_OWN) return null;
  return byParties.has(String(row.position)) ? JUDGES_OWN : null;
}

function wantsAct({ person, offices, beneficiaries, recorded_at }: SeparationCheckRow, known: Known): boolean {
  const [named = ''] = beneficiaries;
  const [office = ''] = offices;
  const file = known.files.find(({ publishedAt }) => publishedAt <= recorded_at);
  const held = (known.byPerson.get(named) ?? []).filter((tenure) => tenure.office === office);
  const roles = held.flatMap((tenure) => tenure.roles);
  return named === person || isOfControl({ office, roles }, file?.offices);
}

function isOfOthers({ person, beneficiaries, subject_id }: SeparationCheckRow, known: Known): boolean {
  const given = known.delegations.find(({ id }) => id === subject_id);
  return !beneficiaries.includes(person) && given !== undefined && given.holder !== person;
}
