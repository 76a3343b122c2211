import {
  daysBetween,
  evaluation,
  numberTaken,
  objective,
  plan,
  Refused,
  romeDayOf,
  differencesOf,
  type EventMetadata,
  type Decider,
  type Instant,
  type NoticeAbout,
  type ObjectiveEvent,
  type PlanEvent,
  type PlannedObjective,
} from '#domain';
import { idOfStream, streamName } from '#domain';
import type { EventStore, RecordedEvent } from '#event-store';
import { deliver } from './deliver.js';
import { newsIn } from './evaluation-news.js';
import type { Letters, NoticeToSend } from './recorded.js';

interface Known {
  readonly store: EventStore;
  readonly body: string;
}

/** What a notice sets going, given by whoever assembles the process. */
interface Giving extends Letters {
  readonly clock: { now(): Instant };
  /** The office that a person holds on a day; null: none. */
  officeOf(person: string, at: Instant): Promise<string | null>;
  /** Records it; `repeated`: it had been recorded before. */
  give(notice: NoticeToSend, event: RecordedEvent, at: Instant): Promise<{ readonly repeated: boolean }>;
}

/** Older news is no news: the log may be followed again from its beginning. */
const NEWS_DAYS = 30;

/** Tells everybody whom an event concerns, each once, whatever is killed in between (`deliver` says how). */
export async function giveNotices(event: RecordedEvent, giving: Giving): Promise<void> {
  const now = giving.clock.now();
  const { recordedAt } = event.metadata as Pick<EventMetadata, 'recordedAt'>;
  if (daysBetween(romeDayOf(recordedAt), romeDayOf(now)) > NEWS_DAYS) return;
  const notices = [...(await noticesFor(event, giving, now)), ...(await noticeToPerson(event, giving, now))];
  for (const notice of notices) {
    try {
      await deliver(notice, now, giving, () => giving.give(notice, event, now));
    } catch (error) {
      if (!(error instanceof Refused)) throw error; // it was said before
    }
  }
}

/**
 * Who has to be told of an event, beside those whom its deadlines remind: every office whose share a version of the plan
 * changes, the office whose work goes on because a suspension is over, the one that loses days of credit, and the one whose proposal a draft tells otherwise. None for any other event.
 *
 * Their ids are made from the event's, so that the same event twice is one message for an office.
 */
export async function noticesFor(event: RecordedEvent, known: Known, now: Instant): Promise<readonly NoticeToSend[]> {
  // the log gives back what the rules once wrote
  const fact = { type: event.type, data: event.data } as PlanEvent | ObjectiveEvent | { readonly type: 'other' };
  switch (fact.type) {
    case 'plan.varied.v1':
      return changed(
        event,
        {
          planId: fact.data.planId,
          version: fact.data.version,
          variationId: fact.data.variationId,
          act: fact.data.act,
        },
        known,
        now,
      );
    case 'plan.share-removed.v1':
      return changed(
        event,
        { planId: fact.data.planId, version: fact.data.version, variationId: null, act: fact.data.act },
        known,
        now,
      );
    case 'objective.resumed.v1': {
      const { shareId, on, days, reason, shifted } = fact.data;
      if (reason !== '') return []; // somebody said so
      const state = await foldedTo(event.stream, event.revision, objective, known.store);
      const share = state.shares.find((one) => one.shareId === shareId);
      const unratified = share?.rests.find(({ resumedOn }) => resumedOn === on)?.act === null;
      const office = share?.office ?? share?.areaId;
      if (office === undefined || state.objective === null) return [];
      const { title } = state.objective;
      const about = {
        kind: 'suspension-over',
        objectiveId: idOfStream(event.stream),
        shareId,
        title,
        on,
        days,
        ...(shifted && ({ someOtherwise: true } as const)),
        unratified,
      } as const;
      return [noticeTo(office, event, about, now)];
    }
    case 'objective.assigned.v1':
    case 'objective.assignment-corrected.v1': {
      const { shareId, taken, act = null, reason = null } = fact.data;
      if (taken === undefined) return [];
      const { title = '' } = (await foldedTo(event.stream, event.revision, objective, known.store)).objective ?? {};
      const objectiveId = idOfStream(event.stream);
      const about = { kind: 'days-taken', objectiveId, shareId, title, taken, act, reason } as const;
      return [noticeTo(taken.office, event, about, now)];
    }
    case 'objective.defined.v1':
    case 'objective.redefined.v1':
      return toldOtherwise(event, fact.data.objective, known, now);
    default:
      return [];
  }
}

/** A draft of the plan has the number of a proposal for something else: whoever proposed it would look for it in vain. */
async function toldOtherwise(
  event: RecordedEvent,
  planned: PlannedObjective,
  { store }: Known,
  now: Instant,
): Promise<readonly NoticeToSend[]> {
  const taken = numberTaken(planned, await foldedTo(event.stream, event.revision - 1, objective, store));
  if (taken === null || taken.differs.length === 0) return [];
  const { title, office, differs, another } = taken;
  const about = {
    kind: 'proposal-told-otherwise',
    objectiveId: idOfStream(event.stream),
    title,
    planned: planned.title,
    differs,
    ...(another && ({ another } as const)),
  } as const;
  return [noticeTo(office, event, about, now)];
}

/** What is told of an evaluation is told to that person alone, wherever they work today. */
async function noticeToPerson(event: RecordedEvent, giving: Giving, now: Instant): Promise<readonly NoticeToSend[]> {
  const news = newsIn(event);
  if (news === null) return [];
  const state = await foldedTo(event.stream, event.revision, evaluation, giving.store);
  if (state.opened === null) return [];
  // of one that was never proposed they have heard nothing
  if (news.what === 'withdrawn' && state.score === null) return [];
  const { planId, person } = state.opened;
  const office = await giving.officeOf(person, now);
  // who holds no office reads it at their own address, where one is known
  if (office === null && !(await giving.emailOf?.(person))) return [];
  const evaluationId = idOfStream(event.stream);
  const about = { kind: 'evaluation', evaluationId, planId, person, ...news } as const;
  return [{ id: `${person}_${event.id}`, office: office ?? '', day: romeDayOf(now), about }];
}

type OfPlan = Omit<Extract<NoticeAbout, { readonly kind: 'plan-changed' }>, 'kind' | 'differences'>;

async function changed(event: RecordedEvent, of: OfPlan, known: Known, now: Instant): Promise<readonly NoticeToSend[]> {
  const before = (await foldedTo(event.stream, event.revision - 1, plan, known.store)).document;
  const after = (await foldedTo(event.stream, event.revision, plan, known.store)).document;
  if (before === null || after === null) return [];
  const byOffice = new Map<string, ReturnType<typeof differencesOf>>();
  for (const difference of differencesOf(before, after)) {
    const office = (await officeOf(of.planId, difference, known)) ?? difference.areaId;
    byOffice.set(office, [...(byOffice.get(office) ?? []), difference]);
  }
  return [...byOffice].map(([office, differences]) =>
    noticeTo(office, event, { kind: 'plan-changed', ...of, differences }, now),
  );
}

async function officeOf(
  planId: string,
  { objectiveId, shareId }: { readonly objectiveId: string; readonly shareId: string },
  { store, body }: Known,
): Promise<string | null> {
  const stream = streamName('objective', body, `${planId}-${objectiveId}`);
  const { shares } = await foldedTo(stream, Number.MAX_SAFE_INTEGER, objective, store);
  return shares.find((share) => share.shareId === shareId)?.office ?? null;
}

function noticeTo(office: string, event: RecordedEvent, about: NoticeAbout, now: Instant): NoticeToSend {
  return { id: `${office}_${event.id}`, office, day: romeDayOf(now), about };
}

async function foldedTo<State, Event>(
  stream: string,
  revision: number,
  { initial, evolve }: Pick<Decider<State, never, Event>, 'initial' | 'evolve'>,
  store: EventStore,
): Promise<State> {
  let state = initial;
  for await (const event of store.read(stream)) {
    if (event.revision > revision) break;
    state = evolve(state, { type: event.type, data: event.data } as Event);
  }
  return state;
}
