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

type Naming = Extract<OrganisationEvent, { readonly type: `organisation.office-${string}` }>;

/** Who is named or dismissed is on the other side, with the office. */
export function namingCheck(event: RecordedEvent): Check | null {
  const fact = factOf(event);
  if (!isNaming(fact) || metadataOf(event).actor.id === SYSTEM) return null;
  const { tenureId, person, office, act } = fact.data;
  const isTaken = fact.type === 'organisation.office-taken.v1';
  return {
    ...NOBODY,
    offices: [office],
    beneficiaries: [person],
    subject: 'organisation',
    subjectId: tenureId,
    planId: null,
    step: isTaken ? 'take-office' : 'leave-office',
    stepName: isTaken ? { it: 'Incarico', en: 'Tenure' } : { it: 'Fine dell’incarico', en: 'End of a tenure' },
    outcome: 'act',
    anyPlace: true,
    rule: act === null ? NO_ACT : null,
  };
}

function isNaming(fact: ReturnType<typeof factOf>): fact is Naming {
  return fact.type === 'organisation.office-taken.v1' || fact.type === 'organisation.office-left.v1';
}

export function isOfTenure({ subject }: SeparationCheckRow): boolean {
  return subject === 'organisation';
}

/** Of whoever recorded it, or of who judges by the file that was in force then: of other tenures there is no proof. */
export function wantsAct({ person, offices, beneficiaries, recorded_at }: SeparationCheckRow, known: Known): boolean {
  const [named = ''] = beneficiaries;
  const [office = ''] = offices;
  const file = known.files.find(({ publishedAt }) => publishedAt <= recorded_at);
  const held = (known.byPerson.get(named) ?? []).filter((tenure) => tenure.office === office);
  const roles = held.flatMap((tenure) => tenure.roles);
  return named === person || isOfControl({ office, roles }, file?.offices);
}
