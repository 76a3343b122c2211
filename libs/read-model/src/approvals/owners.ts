import { idOfStream, type ObjectiveEvent, type PlannedObjective } from '#domain';
import type { RecordedEvent } from '#event-store';
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
    case 'objective.proposed.v1':
      return first(fact.data.objective, objective_id);
    case 'objective.redefined.v1':
      return [approvalOwnerTable.clear({ objective_id }), ...first(fact.data.objective, objective_id)];
    case 'objective.withdrawn.v1':
    case 'objective.proposal-withdrawn.v1':
      return [approvalOwnerTable.clear({ objective_id })];
    case 'objective.varied.v1':
      return varied(fact.data.objective, objective_id, rows);
    case 'objective.assigned.v1': {
      const { shareId, office } = fact.data;
      const own = rows.of(approvalOwnerTable).filter(({ share_id }) => share_id === shareId);
      return own.map((row) => approvalOwnerTable.put({ ...row, office }));
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

function first({ shares, title }: PlannedObjective, objective_id: string): readonly Change[] {
  return shares.map((share) => approvalOwnerTable.put(newOwner(share, objective_id, title)));
}

/** A variation may add shares; of those there are it changes no owner. */
function varied({ shares, title }: PlannedObjective, objective_id: string, rows: Rows): readonly Change[] {
  const owners = rows.of(approvalOwnerTable);
  return shares.map((share) => {
    const known = owners.find(({ share_id }) => share_id === share.id);
    return approvalOwnerTable.put(known ? { ...known, title } : newOwner(share, objective_id, title));
  });
}

function newOwner({ id, areaId }: PlannedObjective['shares'][number], objective_id: string, title: string) {
  return { objective_id, share_id: id, area_id: areaId, office: null, authors: [], title };
}
