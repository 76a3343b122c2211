/** A change as it is typed; what is not of its kind is left aside. */
export interface TypedChange {
  readonly kind: 'move-deadline' | 'change-indicator' | 'move-weight' | 'remove-objective';
  readonly deadlineId: string;
  readonly to: string;
  readonly indicatorId: string;
  readonly text: string;
  readonly from: string;
  readonly toShare: string;
  readonly points: string;
  readonly cause: string;
  readonly note: string;
}

export const KINDS = ['move-deadline', 'change-indicator', 'move-weight', 'remove-objective'] as const;

export const CAUSES = ['third-party', 'upstream-area', 'resources', 'change-of-law', 'force-majeure'] as const;

interface Planned {
  readonly number: string;
  readonly targetOf: (indicatorId: string) => unknown;
}

/** What is sent of it. */
export function asChange(typed: TypedChange, { number: objectiveId, targetOf }: Planned): unknown {
  const { kind, deadlineId, to, indicatorId, text, from, toShare, points, cause, note } = typed;
  switch (kind) {
    case 'move-deadline':
      return { kind, objectiveId, deadlineId, to };
    case 'change-indicator':
      return { kind, objectiveId, indicatorId, text, target: targetOf(indicatorId) };
    case 'move-weight':
      return { kind, from, to: toShare, points: points.trim().replace(',', '.') };
    case 'remove-objective':
      return { kind, objectiveId, cause, note };
  }
}
