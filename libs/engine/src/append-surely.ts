import { OutcomeUnknown, type Appended, type EventStore, type ExpectedRevision, type NewEvent } from '#event-store';

/** How often the same append is sent when its outcome stays unknown. */
const SENDINGS = 4;
const FIRST_PAUSE_MS = 50;

/**
 * Appends, and where the answer is lost sends the very same events at the very same revision again:
 * the store recognises them, so they are written once. Deciding again first could write twice.
 *
 * @throws OutcomeUnknown when the store did not answer any of the sendings
 */
export async function appendSurely(
  store: EventStore,
  stream: string,
  events: readonly NewEvent[],
  expected: ExpectedRevision,
): Promise<Appended> {
  for (let sending = 1; ; sending++) {
    try {
      return await store.append(stream, events, expected);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || sending === SENDINGS) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 4 ** (sending - 1)));
    }
  }
}
