import type { Parties } from '../../organisation/staff.js';
import type { Relations } from '../../separation/seats.js';
import type { StepDefinition } from '../chain-definition.js';
import type { ApprovalSubject, OfficeDefinition, OfficeFunction } from '../definition.js';
import { membersOf } from '../members-of.js';
import { isOf } from '../participants.js';
import { oneOfEach, saidOfOffice } from './alike.js';
import { AREA, firstOf, officesIn, OTHER_AREA, type Both } from './chain-staff.js';

/** Whose it may be that is approved: one office is on the other side of the control at a time. */
export interface Whose {
  /** The office that answers for it, has proposed it or is paid; `AREA`: one that the chain does not name. */
  readonly own: string;
  /** The area, or the other one, that the chain asks about; null: it is of one area, that of `own`, or the chain asks about none. */
  readonly other: string | null;
  readonly parties: Parties;
  readonly relations: Relations;
}

/** Everything that a chain may be about, as far as it changes who may take its steps; what bars least comes first. */
export function whoseMayBe(
  subject: ApprovalSubject,
  steps: readonly StepDefinition[],
  offices: readonly OfficeDefinition[],
  both: Both | null = null,
): readonly Whose[] {
  const isA = (of: OfficeFunction) => (office: string) => isOf(of, { offices })({ office });
  // who evaluates answers for nothing, nor does a political body
  const isAnswering = (office: string) => !isA('evaluation-body')(office) && !isA('political-body')(office);
  const kindOf = (office: string) => saidOfOffice(office, steps, offices);
  const answering = oneOfEach(officesIn(steps).filter(isAnswering), kindOf);
  // a plan is the Segretario's draft, or of who administers
  const owners = subject === 'plan' ? answering.filter(isA('segretario')) : answering;
  const isRelated = steps.some(({ who, substitute }) =>
    [...who, substitute].some((one) => one !== null && 'relation' in one),
  );
  // of an office with enough people one more word makes no difference
  const few = offices.map(({ id }) => id).filter((id) => isAnswering(id) && membersOf(id, offices) !== null);
  return [AREA, ...owners].flatMap((own) => {
    const beside = oneOfEach(
      few.filter((office) => office !== own),
      kindOf,
    );
    const others = isRelated ? [OTHER_AREA, null, ...beside] : [null];
    return others.map((other) => ({
      own,
      other,
      parties: partiesOf(subject, own, firstOf(own, both)),
      relations: relationsOf(own, other),
    }));
  });
}

/** As the engine makes them, in `objective/parties.ts` and beside each subject's `openApproval`. */
function partiesOf(subject: ApprovalSubject, own: string, person: string): Parties {
  const none = { authors: [], offices: [], scored: [], beneficiaries: [] };
  switch (subject) {
    case 'plan':
      return { ...none, authors: [person] };
    case 'evaluation':
    case 'premium-run':
      return { ...none, offices: [own], beneficiaries: [person] };
    default:
      return { ...none, authors: [person], offices: [own] };
  }
}

/** Where an objective is of one area whoever proposed it may head it. */
function relationsOf(own: string, other: string | null): Relations {
  return { 'head-of-area': [other ?? own], 'other-areas': other === null ? [] : [other] };
}
