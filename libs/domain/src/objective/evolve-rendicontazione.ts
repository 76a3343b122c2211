import type { ApprovalEvent } from '../approval/compose.js';
import { evolveApproval, passedOn } from '../approval/evolve.js';
import { passedLate } from '../approval/days-of.js';
import { upcastChain, type OldChain } from '../approval/old-chain.js';
import { romeDayOf } from '../calendar/rome.js';
import { begun } from '../approval/open.js';
import { keepingActs } from './judged-anew.js';
import type { ObjectiveEvent, ObjectiveEventOf, Report } from './messages.js';
import type { Rendicontazione, ShareState } from './state.js';

type Owner = Pick<ShareState, 'areaId' | 'office'>;

export type RendicontazioneEvent = ObjectiveEventOf<
  | 'objective.rendicontazione-submitted.v1'
  | 'objective.rendicontazione-submitted.v2'
  | 'objective.rendicontazione-returned.v1'
  | 'objective.rendicontazione-approved.v1'
  | ApprovalEvent<'objective'>['type']
>;

/** Whether an event tells of the report on a share, or of its approval. */
export function isOfRendicontazione(event: ObjectiveEvent): event is RendicontazioneEvent {
  if (event.type.startsWith('objective.rendicontazione-')) return true;
  return 'subject' in event.data && event.data.subject === 'rendicontazione';
}

/**
 * The report on a share after an event.
 *
 * @param owner  the share, for events that did not say who was on the other side
 */
export function evolveRendicontazione(
  before: Rendicontazione | null,
  event: RendicontazioneEvent,
  owner: Owner,
): Rendicontazione | null {
  switch (event.type) {
    case 'objective.rendicontazione-submitted.v1':
      return upcast(before, event.data, owner);
    case 'objective.rendicontazione-submitted.v2': {
      const again = before?.reopenedOn === undefined ? {} : { reopenedOn: before.reopenedOn };
      return {
        ...reportOf(event.data),
        ...begun(event.data.approval, before?.returnedOn),
        ...again,
        ...keepingActs(before),
      };
    }
    case 'objective.rendicontazione-returned.v1':
      return before && { ...before, status: 'returned', points: event.data.points };
    case 'objective.rendicontazione-approved.v1': {
      if (before === null) return null;
      const { step, final, act } = event.data;
      const { silentAt, votes } = before.opening;
      const at = silentAt ?? votes.at(-1)?.at ?? null;
      const passed = passedOn(before, step, at);
      const votedOn = at === null ? undefined : (passedLate(before.opening, at) ?? romeDayOf(at));
      const decidedOn = act?.date ?? votedOn;
      return final ? { ...passed, status: 'approved', ...(decidedOn !== undefined && { decidedOn }) } : passed;
    }
    default:
      return before !== null && 'kind' in event.data ? evolveApproval(before, event.data) : before;
  }
}

/** A report from before there were definitions: its parties were its office, its area and who had submitted it. */
function upcast(
  before: Rendicontazione | null,
  submitted: ObjectiveEventOf<'objective.rendicontazione-submitted.v1'>['data'],
  owner: Owner,
): Rendicontazione {
  const { submittedBy, chain } = submitted;
  const authors = [...new Set(before?.parties.authors).add(submittedBy)];
  const offices =
    owner.office === null || owner.office === owner.areaId ? [owner.areaId] : [owner.areaId, owner.office];
  const opened = {
    subject: 'rendicontazione',
    chain: upcastChain(chain),
    workflow: null,
    parties: { authors, offices, scored: [], beneficiaries: [] },
    relations: {},
    panels: Object.fromEntries(chain.steps.map((step) => [step.id, askedThen(step, offices)])),
    degree: submitted.selfDegree,
    at: null,
  } as const;
  return { ...reportOf(submitted), ...begun(opened) };
}

function reportOf({ submission, measurements, selfDegree, note, evidence, stillDue }: Report) {
  return { submission, measurements, selfDegree, note, evidence, ...(stillDue !== undefined && { stillDue }) };
}

function askedThen({ office, substitute }: OldChain['steps'][number], parties: readonly string[]) {
  if (!parties.includes(office)) return { offices: [office], reroutedFrom: null };
  const free = substitute !== null && !parties.includes(substitute) ? [substitute] : [];
  return { offices: free, reroutedFrom: office };
}
