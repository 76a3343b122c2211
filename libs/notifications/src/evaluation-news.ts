import type { EvaluationEvent, EvaluationNews, LocalDate, NoticeAbout } from '#domain';
import type { RecordedEvent } from '#event-store';

type News = Pick<Extract<NoticeAbout, { readonly kind: 'evaluation' }>, 'what' | 'until'>;

/** What an event of a person's evaluation lets that person know; null: nothing. */
export function newsIn(event: RecordedEvent): News | null {
  // the log gives back what the rules once wrote
  const fact = { type: event.type, data: event.data } as EvaluationEvent;
  switch (fact.type) {
    case 'evaluation.proposed.v1':
      return news('proposed');
    case 'evaluation.withdrawn.v1':
      return news('withdrawn');
    case 'evaluation.hearing-offered.v1':
      return news('hearing-offered', fact.data.on);
    case 'evaluation.approval-approved.v1':
      return news('decided');
    case 'evaluation.confirmed.v1':
    case 'evaluation.score-revised.v1':
      return news('conciliated');
    case 'evaluation.made-definitive.v1':
      return news('definitive');
    case 'evaluation.term-reminded.v1':
      return news(fact.data.of === 'proposal' ? 'observations-ending' : 'conciliation-ending', fact.data.until);
    default:
      return null;
  }
}

function news(what: EvaluationNews, until: LocalDate | null = null): News {
  return { what, until };
}
