import type {
  BodyEvent,
  EvaluationEvent,
  EventMetadata,
  ObjectiveEvent,
  OrganisationEvent,
  PlanEvent,
  PremiumEvent,
  ReminderEvent,
  VariationEvent,
  WorkflowEvent,
} from '#domain';
import type { RecordedEvent } from '#event-store';

/** An event of a kind that this code does not know yet. */
interface Newer {
  readonly type: 'newer';
}

type Fact =
  | PlanEvent
  | ObjectiveEvent
  | PremiumEvent
  | ReminderEvent
  | BodyEvent
  | OrganisationEvent
  | VariationEvent
  | EvaluationEvent
  | WorkflowEvent;

/** What an event says. The log gives back what the rules once wrote. */
export function factOf(event: RecordedEvent): Fact | Newer {
  return { type: event.type, data: event.data } as Fact | Newer;
}

/** What the engine writes beside every event. */
export function metadataOf(event: RecordedEvent): EventMetadata {
  return event.metadata as object as EventMetadata;
}
