import { requireAct } from '../act.js';
import { requireDate } from '../calendar/civil.js';
import type { Decider } from '../decider.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import type { ActReference, Evidence, LocalDate } from '../values.js';
import { actKey } from './act-key.js';
import { restsOn } from './rests-on.js';
import type { ActCommand, ActDetails, ActEvent, RelatedTo, RelationOfAct } from './messages.js';

export interface ActState {
  /** Null until registered. */
  readonly act: (ActReference & { readonly date: LocalDate }) | null;
  readonly details: ActDetails | null;
  readonly file: Evidence | null;
  readonly relations: readonly { readonly relation: RelationOfAct; readonly to: RelatedTo }[];
}

/** An act of the body: registered once, corrected in the open, its file too. What is said again changes nothing. */
export const act: Decider<ActState, ActCommand, ActEvent> = {
  initial: { act: null, details: null, file: null, relations: [] },
  decide,
  evolve,
  restsOn,
};

function decide(command: ActCommand, state: ActState): readonly ActEvent[] {
  if (command.type === 'act.register') return register(command, state);
  const { act: registered } = state;
  if (registered === null || state.details === null) throw new Refused('act/not-registered');
  switch (command.type) {
    case 'act.correct': {
      const details = detailsOf(command);
      const { date, file } = command;
      requireText(command.reason, 'reason');
      requireAct({ ...registered, date }, command.at, 'act/dated-in-future');
      // the year is part of what the act is called by
      if (date.slice(0, 4) !== registered.date.slice(0, 4)) {
        throw new Refused('act/of-another-year', { act: actKey(registered).id, value: date });
      }
      const isOtherFile = file !== undefined && file.sha256 !== state.file?.sha256;
      if (date === registered.date && same(details, state.details) && !isOtherFile) return [];
      for (const { relation, to } of state.relations) {
        if ('act' in to) requireEarlier({ relation, act: to.act, dated: to.act.date }, date, 'date');
      }
      return [
        { type: 'act.corrected.v1', data: { ...details, date, reason: command.reason, ...(isOtherFile && { file }) } },
      ];
    }
    case 'act.attach-file':
      return sameFile(command.file, state) ? [] : [{ type: 'act.file-attached.v1', data: { file: command.file } }];
    case 'act.relate': {
      const { relation, to } = command;
      if ('act' in to) {
        requireOther(to.act, registered);
        requireEarlier(
          { relation, act: to.act, dated: command.toDated ?? to.act.date },
          registered.date,
          'to.act.date',
        );
      }
      if (state.relations.some((known) => known.relation === relation && targetOf(known.to) === targetOf(to)))
        return [];
      return [{ type: 'act.related.v1', data: { relation, to } }];
    }
  }
}

function register(command: Extract<ActCommand, { type: 'act.register' }>, state: ActState): readonly ActEvent[] {
  const { file, at } = command;
  requireAct(command.act, at, 'act/dated-in-future');
  const details = detailsOf(command);
  const date = command.act.date ?? '';
  if (state.act === null || state.details === null) {
    return [{ type: 'act.registered.v1', data: { act: { ...command.act, date }, ...details, file } }];
  }
  const { id } = actKey(state.act);
  if (date !== state.act.date || !same(details, state.details))
    throw new Refused('act/already-registered', { act: id });
  if (file === null || sameFile(file, state)) return [];
  return [{ type: 'act.file-attached.v1', data: { file } }];
}

function detailsOf({ organ, title, effectiveFrom }: ActDetails): ActDetails {
  requireText(organ, 'organ');
  requireText(title, 'title');
  if (effectiveFrom !== null) requireDate(effectiveFrom, 'effectiveFrom');
  return { organ: organ.trim(), title: title.trim(), effectiveFrom };
}

/** @returns whether it is the file that the act has; @throws Refused `act/has-another-file` */
function sameFile(file: Evidence, { act: registered, file: kept }: ActState): boolean {
  if (kept === null) return false;
  if (kept.sha256 === file.sha256) return true;
  throw new Refused('act/has-another-file', { ...(registered && { act: actKey(registered).id }), sha256: kept.sha256 });
}

function requireOther(to: ActReference, own: ActReference): void {
  requireText(to.kind, 'to.act.kind');
  requireText(to.number, 'to.act.number');
  if (to.date !== null) requireDate(to.date, 'to.act.date');
  const { id } = actKey(own);
  if (actKey(to).id === id) throw new Refused('act/relates-to-itself', { act: id });
}

/** What an act says of another is said of one that was there; only what it defines may come after it. */
function requireEarlier(
  {
    relation,
    act: other,
    dated,
  }: { readonly relation: RelationOfAct; readonly act: ActReference; readonly dated: LocalDate | null },
  date: LocalDate,
  field: string,
): void {
  if (relation === 'defines' || dated === null || dated <= date) return;
  throw new Refused('act/relates-to-later', { field, act: actKey(other).id, value: dated, max: date });
}

function targetOf(to: RelatedTo): string {
  if ('act' in to) return `act ${actKey(to.act).id}`;
  return 'planId' in to ? `plan ${to.planId}` : `objective ${to.objectiveId}`;
}

function same(a: ActDetails, b: ActDetails): boolean {
  return a.organ === b.organ && a.title === b.title && a.effectiveFrom === b.effectiveFrom;
}

function evolve(state: ActState, event: ActEvent): ActState {
  switch (event.type) {
    case 'act.registered.v1': {
      const { act: registered, file, organ, title, effectiveFrom } = event.data;
      return { ...state, act: registered, file, details: { organ, title, effectiveFrom } };
    }
    case 'act.corrected.v1': {
      const { date, organ, title, effectiveFrom, file = state.file } = event.data;
      return { ...state, act: state.act && { ...state.act, date }, details: { organ, title, effectiveFrom }, file };
    }
    case 'act.file-attached.v1':
      return { ...state, file: event.data.file };
    case 'act.related.v1':
      return { ...state, relations: [...state.relations, event.data] };
    default:
      return state; // an event newer than this code: history must stay readable
  }
}
