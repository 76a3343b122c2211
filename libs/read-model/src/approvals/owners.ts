import {
  foundAbout,
  holdersAfter,
  idOfStream,
  type LocalDate,
  type ObjectiveEvent,
  type PlannedObjective,
  type SharesInTime,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import type { ApprovalOwnerRow } from '#postgres';
import { factOf } from '../facts.js';
import type { Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { approvalOwnerTable } from './tables.js';

/** Whose the shares of an objective are, after an event: what is judged of a share is told with it. */
export function ownersAfter(event: RecordedEvent, rows: Rows): readonly Change[] {
  const fact = factOf(event) as ObjectiveEvent;
  const objective_id = idOfStream(event.stream);
  switch (fact.type) {
    case 'objective.defined.v1':
      return first(fact.data.objective, objective_id, fact.data.horizon);
    case 'objective.proposed.v1':
      return first(fact.data.objective, objective_id, null);
    case 'objective.redefined.v1':
      return [
        approvalOwnerTable.clear({ objective_id }),
        ...first(fact.data.objective, objective_id, fact.data.horizon),
      ];
    case 'objective.withdrawn.v1':
    case 'objective.proposal-withdrawn.v1':
      return [approvalOwnerTable.clear({ objective_id })];
    default:
      return changedOwners(event, rows).map((row) => approvalOwnerTable.put(row));
  }
}

/** The shares that an event gives to others, or has measured by something else; none: it does neither. */
export function changedOwners(event: RecordedEvent, rows: Rows): readonly ApprovalOwnerRow[] {
  const fact = factOf(event) as ObjectiveEvent;
  switch (fact.type) {
    case 'objective.varied.v1':
      return varied(fact.data, idOfStream(event.stream), rows);
    case 'objective.assigned.v1':
    case 'objective.assignment-corrected.v1': {
      const { shareId, office } = fact.data;
      const own = rows.of(approvalOwnerTable).filter(({ share_id }) => share_id === shareId);
      return own.map((row) => ({ ...row, office, holders: holdersAfter(row.holders, fact) }));
    }
    default:
      return [];
  }
}

/** The office that hands in what is judged of a share; null: none is known. */
export function ownerOf(shareId: string | null, rows: Rows): string | null {
  if (shareId === null) return null;
  const owner = rows.of(approvalOwnerTable).find(({ share_id }) => share_id === shareId);
  return owner === undefined ? null : (owner.office ?? owner.area_id);
}

export function titleOf(shareId: string | null, rows: Rows): string | null {
  const owners = rows.of(approvalOwnerTable);
  return (shareId === null ? owners[0] : owners.find(({ share_id }) => share_id === shareId))?.title ?? null;
}

function first(objective: PlannedObjective, objective_id: string, horizon: LocalDate | null): readonly Change[] {
  return objective.shares.map((share) => approvalOwnerTable.put(newOwner(share, objective_id, objective, horizon)));
}

type Varied = Extract<ObjectiveEvent, { readonly type: 'objective.varied.v1' }>['data'];

/** A variation may add shares, and have those there are measured by what others are. */
function varied(
  { objective, shareIds, horizon }: Varied,
  objective_id: string,
  rows: Rows,
): readonly ApprovalOwnerRow[] {
  const owners = rows.of(approvalOwnerTable);
  return objective.shares.map((share) => {
    const known = owners.find(({ share_id }) => share_id === share.id);
    const fresh = newOwner(share, objective_id, objective, horizon);
    if (known === undefined) return fresh;
    const { title, area_id, findings } = fresh;
    return shareIds.includes(share.id) ? { ...known, title, area_id, findings } : { ...known, title };
  });
}

function newOwner(
  { id, areaId }: PlannedObjective['shares'][number],
  objective_id: string,
  objective: PlannedObjective,
  horizon: LocalDate | null,
): ApprovalOwnerRow {
  const { title } = objective;
  const findings = foundAbout(objective, id);
  return {
    objective_id,
    share_id: id,
    area_id: areaId,
    office: null,
    holders: [],
    authors: [],
    findings,
    horizon,
    title,
  };
}

/** The shares as the rules on who may judge them ask for them. */
export function sharesOf(owners: readonly ApprovalOwnerRow[]): SharesInTime {
  return {
    horizon: owners[0]?.horizon ?? null,
    shares: owners.map(({ share_id, area_id, office, holders, authors, findings }) => ({
      shareId: share_id,
      areaId: area_id,
      office,
      holders,
      authors,
      findings,
    })),
  };
}
