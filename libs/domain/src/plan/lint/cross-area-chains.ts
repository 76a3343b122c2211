import type { Deadline } from '../../deadline/deadline.js';
import type { PlannedObjective, PlannedShare } from '../document.js';
import type { Found } from './finding.js';
import { comma, grouped, ownDay, pointsOf, type LookedAt } from './looked-at.js';

interface Link {
  readonly objective: PlannedObjective;
  readonly waits: PlannedShare;
  readonly upstream: string;
}

/** Shares that wait for another area which has no day of its own before the end. */
export function crossAreaChains(at: LookedAt): readonly Found[] {
  const chains = grouped(linksIn(at), ({ objective, waits, upstream }) =>
    [objective.id, waits.areaId, upstream].join('/'),
  );
  return [...chains].flatMap(([id, links]) => {
    const [first] = links;
    if (first === undefined) return [];
    const { objective, waits, upstream } = first;
    const shares = links.map((link) => link.waits).filter((share, index, all) => all.indexOf(share) === index);
    const of = at.weights[waits.areaId] ?? '0';
    const points = pointsOf(shares);
    const nameOf = (areaId: string) => at.document.areas.find((area) => area.id === areaId)?.name ?? areaId;
    return {
      id,
      severity: 'warning',
      objectiveId: objective.id,
      shareIds: shares.map((share) => share.id),
      areaId: waits.areaId,
      source: waits.source,
      says: {
        it: `«${objective.title}»: ${points === null ? `il lavoro di ${nameOf(waits.areaId)} aspetta` : `${comma(points)} dei ${comma(of)} punti di ${nameOf(waits.areaId)} aspettano`} ${nameOf(upstream)}, che non ha una data intermedia. Dare a chi viene prima una scadenza che lasci tempo a chi segue.`,
        en: `“${objective.title}”: ${points === null ? `the work of ${nameOf(waits.areaId)} waits` : `${points} of the ${of} points of ${nameOf(waits.areaId)} wait`} for ${nameOf(upstream)}, which has no interim date. Give whoever comes first a deadline that leaves time to whoever follows.`,
      },
      basis: 'D.Lgs. 150/2009, art. 5 c. 2 lett. d) e g)',
      figures: { points, of },
    } satisfies Found;
  });
}

function linksIn({ document }: LookedAt): readonly Link[] {
  return document.objectives.flatMap((objective) =>
    objective.deadlines.flatMap((deadline) => {
      if (deadline.kind !== 'after') return [];
      const before = upstreamOf(objective, deadline.dependsOn);
      return objective.shares
        .filter(({ id }) => deadline.shareIds.includes(id))
        .flatMap((waits) =>
          before
            .filter((share) => share.areaId !== waits.areaId && !hasInterim(objective, share, document))
            .map((share) => ({ objective, waits, upstream: share.areaId })),
        );
    }),
  );
}

/** What a share waits for: another share, or whoever answers for a deadline. */
function upstreamOf({ shares, deadlines }: PlannedObjective, dependsOn: string): readonly PlannedShare[] {
  const answering = deadlines.find(({ id }) => id === dependsOn)?.shareIds ?? [dependsOn];
  return shares.filter(({ id }) => answering.includes(id));
}

function hasInterim(
  { deadlines }: PlannedObjective,
  { id }: PlannedShare,
  { horizon, year }: { readonly horizon: string; readonly year: number },
): boolean {
  return deadlines.some((deadline: Deadline) => {
    const day = ownDay(deadline, { year });
    return deadline.shareIds.includes(id) && day !== null && day < horizon;
  });
}
