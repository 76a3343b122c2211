import { answeringOn, romeDayOf, type ApprovalSubject, type Label, type LocalDate } from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import type { Rows } from '../runtime/projection.js';
import { officesAt } from './other-side.js';
import { text, type Check } from './row.js';
import { creditedBy, paidByAdjustment, paidByRun } from './runs.js';
import { answeringFor, creditedOf, NOBODY, paidFor, scoredOn, type OtherSide } from './shares.js';
import { controlSideTable, type ControlSideRow } from './tables.js';

/** What duty separation guards beside the steps of a chain: who is kept from it, and how it is called. */
interface Deed {
  readonly subject: ApprovalSubject;
  readonly step: string;
  readonly name: Label;
  /** @returns null for what is nobody's control */
  readonly against: (on: Concerned) => OtherSide | null;
  /** Of money the rules ask in whose place it was signed. */
  readonly inPlace?: true;
  /** The first day of what is decided, where it has one. */
  readonly from?: (on: Concerned) => LocalDate | undefined;
}

type Fact = ReturnType<typeof factOf>;

interface Concerned {
  readonly event: RecordedEvent;
  readonly fact: Fact;
  /** Of the share; absent: not of one, or of one that the log does not define. */
  readonly side: ControlSideRow | undefined;
  readonly sides: readonly ControlSideRow[];
}

/** Also who had the share on the first day of what is decided. */
const answeringSince = (side: ControlSideRow | undefined, from: LocalDate | undefined): OtherSide => {
  const then = side === undefined || from === undefined ? [] : answeringOn(side, from);
  return { ...NOBODY, offices: [...new Set([...answeringFor(side), ...then])] };
};
/** …and whoever has the credit of days of the share: with what is due of it goes what they are paid. */
const orPaid = (answering: OtherSide, side: ControlSideRow | undefined): OtherSide => ({
  ...answering,
  credited: side === undefined ? [] : creditedOf(side),
});
const scored = ({ side, sides }: Concerned): OtherSide => (side === undefined ? NOBODY : scoredOn(side, sides));

function firstDayIn(fact: Fact): LocalDate | undefined {
  switch (fact.type) {
    case 'objective.suspended.v1':
    case 'objective.assigned.v1':
    case 'objective.assignment-corrected.v1':
      return fact.data.from;
    default:
      return undefined;
  }
}

/** What a chain judges is proved by its votes. */
function proposed({ event, fact, sides }: Concerned): OtherSide | null {
  const side = sides.find(({ id }) => id === 'objective');
  if (side === undefined || side.last_vote === metadataOf(event).commandId) return null;
  const verb = fact.type === 'objective.validated.v1' ? 'validate' : 'return-proposal';
  return { ...NOBODY, authors: side.authors, offices: officesAt(side, side.routes[verb]) };
}

/** A division has nobody's word in it: whoever runs premiums computes it, and is told so that those who check it are others. */
const computation: Deed = {
  subject: 'premium-run',
  step: 'compute',
  name: { it: 'Calcolo della ripartizione', en: 'Computation of the run' },
  against: () => NOBODY,
  inPlace: true,
};

const deeds: Readonly<Record<string, Deed>> = {
  'objective.suspended.v1': {
    subject: 'objective',
    step: 'suspend',
    name: { it: 'Sospensione', en: 'Suspension' },
    against: ({ side, fact }) => orPaid(answeringSince(side, firstDayIn(fact)), side),
    from: ({ fact }) => firstDayIn(fact),
  },
  'objective.suspension-ratified.v1': {
    subject: 'objective',
    step: 'ratify',
    name: { it: 'Ratifica della sospensione', en: 'Ratification of the suspension' },
    against: ({ side }) => orPaid(answeringSince(side, side?.unratified.at(-1)), side),
    from: ({ side }) => side?.unratified.at(-1),
  },
  'objective.miss-restored.v1': {
    subject: 'objective',
    step: 'restore-miss',
    name: { it: 'Scadenza mancata ridata', en: 'Miss given back' },
    against: ({ side }) => orPaid({ ...NOBODY, offices: answeringFor(side) }, side),
  },
  'objective.removed.v1': {
    subject: 'objective',
    step: 'remove',
    name: { it: 'Stralcio', en: 'Removal' },
    against: ({ fact, side }) => {
      const { bearing = [], bearingCredited = [] } = fact.type === 'objective.removed.v1' ? fact.data : {};
      const paid = orPaid({ ...NOBODY, offices: [...new Set([...answeringFor(side), ...bearing])] }, side);
      return { ...paid, credited: [...paid.credited, ...bearingCredited] };
    },
  },
  'objective.assigned.v1': {
    subject: 'objective',
    step: 'assign',
    name: { it: 'Passaggio ad altro ufficio', en: 'Hand-over to another office' },
    against: ({ fact, side }) => {
      const share = side?.share ?? null;
      if (share === null || fact.type !== 'objective.assigned.v1') return null;
      const { office } = fact.data;
      // to its area it goes as the plan has it
      const isPlanned = share.office === null && office === share.area;
      return isPlanned ? null : { ...NOBODY, offices: [...new Set([...answeringFor(side), office])] };
    },
    from: ({ fact }) => firstDayIn(fact),
  },
  'objective.assignment-corrected.v1': {
    subject: 'objective',
    step: 'assign',
    name: { it: 'Primo giorno del passaggio corretto', en: 'First day of a hand-over put right' },
    against: ({ fact, side }) => {
      const share = side?.share ?? null;
      if (side === undefined || share === null) return null;
      const isPlanned = share.office === share.area && side.holders.length === 1;
      return isPlanned ? null : answeringSince(side, firstDayIn(fact));
    },
    from: ({ fact }) => firstDayIn(fact),
  },
  'objective.made-definitive.v1': {
    subject: 'rendicontazione',
    step: 'make-definitive',
    name: { it: 'Esito reso definitivo', en: 'Outcome made definitive' },
    against: scored,
  },
  'objective.reopened.v1': {
    subject: 'rendicontazione',
    step: 'reopen',
    name: { it: 'Riapertura', en: 'Reopening' },
    against: scored,
  },
  'objective.validated.v1': {
    subject: 'objective',
    step: 'validate',
    name: { it: 'Validazione', en: 'Validation' },
    against: proposed,
  },
  'objective.proposal-returned.v1': {
    subject: 'objective',
    step: 'return-proposal',
    name: { it: 'Restituzione della proposta', en: 'Return of the proposal' },
    against: proposed,
  },
  'plan.approved.v1': {
    subject: 'plan',
    step: 'approve',
    name: { it: 'Approvazione con il solo atto', en: 'Approval by the act alone' },
    // what a chain decides is proved by its votes
    against: ({ event, sides }) => {
      const side = sides.find(({ id }) => id === 'plan');
      const isVoted = side?.last_vote != null && side.last_vote === metadataOf(event).commandId;
      return isVoted ? null : { ...NOBODY, authors: side?.authors ?? [] };
    },
  },
  'objective.premium-adjusted.v1': {
    subject: 'premium-run',
    step: 'adjust',
    name: { it: 'Conguaglio del premio', en: 'Adjustment of the premium' },
    against: ({ event, side }) =>
      side === undefined ? NOBODY : paidFor(side, romeDayOf(metadataOf(event).recordedAt)),
    inPlace: true,
  },
  'premium.computed.v1': {
    subject: 'premium-run',
    step: 'adjust',
    name: { it: 'Conguaglio del premio', en: 'Adjustment of the premium' },
    against: ({ fact }) => (fact.type === 'premium.computed.v1' ? paidByAdjustment(fact.data) : null),
    inPlace: true,
  },
  'premium.approval-opened.v1': {
    subject: 'premium-run',
    step: 'propose',
    name: { it: 'Proposta', en: 'Proposal' },
    against: ({ fact, sides }) => {
      const parties = fact.type === 'premium.approval-opened.v1' && fact.data.parties;
      return { ...NOBODY, ...parties, authors: [], earlier: [], credited: creditedBy(sides) };
    },
  },
  'premium.liquidated.v1': {
    subject: 'premium-run',
    step: 'liquidate',
    name: { it: 'Liquidazione', en: 'Liquidation' },
    against: ({ sides }) => paidByRun(sides),
    inPlace: true,
  },
  'premium.withdrawn.v1': {
    subject: 'premium-run',
    step: 'withdraw',
    name: { it: 'Ritiro', en: 'Withdrawal' },
    against: ({ sides }) => paidByRun(sides),
    inPlace: true,
  },
};

/** @returns null for what is no such deed, and for what the system carries over from a decision: that one is proved itself */
export function deedCheck(event: RecordedEvent, rows: Rows): Check | null {
  if (!Object.hasOwn(deeds, event.type)) return null;
  const fact = factOf(event);
  const isDivision = fact.type === 'premium.computed.v1' && fact.data.adjusts === undefined;
  const deed = isDivision ? computation : deeds[event.type];
  const { actor } = metadataOf(event);
  if (deed === undefined || actor.id === 'system') return null;
  const sides = rows.of(controlSideTable);
  const { shareId } = event.data;
  const side = sides.find(({ id }) => id === shareId);
  const concerned = { event, fact, side, sides };
  const against = deed.against(concerned);
  if (against === null) return null;
  return {
    ...against,
    subject: deed.subject,
    planId: (side ?? sides[0])?.plan_id ?? text(event.data['planId']),
    step: deed.step,
    stepName: deed.name,
    outcome: 'act',
    anyPlace: deed.inPlace !== true,
    from: deed.from?.(concerned),
  };
}
