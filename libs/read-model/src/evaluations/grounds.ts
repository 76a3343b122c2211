import type { CertifiedShare, Decimal, EvaluationEvent, EvaluationScore, LocalDate, SaidInEvaluation } from '#domain';
import type { RecordedEvent } from '#event-store';
import { metadataOf } from '../facts.js';

/** What was said in an evaluation, as it is shown to those whom it concerns. */
export interface Said {
  readonly what: SaidInEvaluation;
  readonly on: LocalDate;
  readonly office: string;
  /** Of a proposal: made again by what counts since. */
  readonly anew?: boolean;
  /** The words: a note, a reason, observations, the proof of a receipt. */
  readonly text?: string;
  readonly points?: readonly string[];
  readonly score?: EvaluationScore;
  readonly before?: EvaluationScore;
  /** Of a correction on the way, which has a total alone. */
  readonly total?: Decimal;
  /** Of a receipt: of what. */
  readonly of?: 'proposal' | 'final';
  /** The last day of a term; of an offered hearing its day. */
  readonly until?: LocalDate;
  readonly outcome?: string;
  readonly step?: string;
}

/** On what a judgement rests: the certified shares, and everything that was said. */
export interface Grounds {
  readonly shares: readonly (CertifiedShare & { readonly degree: Decimal })[];
  readonly said: readonly Said[];
}

export const noGrounds: Grounds = { shares: [], said: [] };

export function groundsAfter(grounds: Grounds, event: RecordedEvent): Grounds {
  // the log gives back what the rules once wrote
  const fact = { type: event.type, data: event.data } as EvaluationEvent;
  const told = saidBy(fact);
  if (told === null) return grounds;
  const { actor, occurredOn } = metadataOf(event);
  const anew = told.what === 'proposed' && isProposed(grounds.said) && { anew: true };
  const said = [...grounds.said, { on: occurredOn, office: actor.office, ...told, ...anew }];
  return { shares: fact.type === 'evaluation.proposed.v1' ? fact.data.shares : grounds.shares, said };
}

/** What was withdrawn is opened and proposed as if it were the first time. */
function isProposed(said: readonly Said[]): boolean {
  return said.findLast(({ what }) => what === 'proposed' || what === 'withdrawn')?.what === 'proposed';
}

type Told = Omit<Said, 'on' | 'office'> & { readonly on?: LocalDate };

function saidBy(fact: EvaluationEvent): Told | null {
  switch (fact.type) {
    case 'evaluation.proposed.v1':
      return { what: 'proposed', score: fact.data.score, text: fact.data.note };
    case 'evaluation.received.v1': {
      const { of, receivedOn: on, proof: text, until } = fact.data;
      return { what: 'received', of, on, text, until };
    }
    case 'evaluation.observed.v1':
      return { what: 'observed', text: fact.data.text };
    case 'evaluation.term-ended.v1':
      return { what: 'term-ended', of: fact.data.of, until: fact.data.until };
    case 'evaluation.hearing-offered.v1':
      return { what: 'hearing-offered', until: fact.data.on };
    case 'evaluation.hearing-recorded.v1':
      return { what: 'hearing-recorded', outcome: fact.data.outcome, text: fact.data.note };
    case 'evaluation.judged.v1':
      return { what: 'judged', score: fact.data.score, text: fact.data.reason };
    case 'evaluation.approval-voted.v1': {
      const { step, outcome, note } = fact.data;
      return { what: 'voted', step, outcome, text: note };
    }
    case 'evaluation.approval-returned.v1':
      return { what: 'returned', step: fact.data.step, points: fact.data.points };
    case 'evaluation.approval-degree-corrected.v1':
      return { what: 'score-corrected', step: fact.data.step, total: fact.data.to, text: fact.data.reason };
    case 'evaluation.approval-approved.v1':
      return { what: 'approved' };
    case 'evaluation.evaluator-named.v1':
      return { what: 'evaluator-named', text: fact.data.reason };
    case 'evaluation.conciliation-requested.v1':
      return { what: 'conciliation-requested', text: fact.data.reason };
    case 'evaluation.conciliator-named.v1':
      return { what: 'conciliator-named' };
    case 'evaluation.confirmed.v1':
      return { what: 'confirmed', text: fact.data.reason };
    case 'evaluation.score-revised.v1': {
      const { before, after: score, reason: text } = fact.data;
      return { what: 'score-revised', before, score, text };
    }
    case 'evaluation.withdrawn.v1':
      return { what: 'withdrawn', text: fact.data.reason };
    case 'evaluation.made-definitive.v1':
      return { what: 'made-definitive', score: fact.data.score };
    default:
      return null;
  }
}
