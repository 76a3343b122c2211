/** A sequence of offices that must agree, as data. A running approval keeps the chain it began with. */
export interface ApprovalChain {
  readonly id: string;
  readonly version: number;
  readonly steps: readonly ApprovalStep[];
}

export interface ApprovalStep {
  /** Unique within the chain, e.g. `verifica`. */
  readonly id: string;
  readonly name: { readonly it: string; readonly en: string };
  /** The office that acts. */
  readonly office: string;
  /** Acts instead where `office` answers for the share itself; absent: such an approval is refused. */
  readonly substitute: string | null;
  /** Whether the step may send the report back for integration. */
  readonly mayReturn: boolean;
  /** Whether the step is taken by an act of the body, which must then be named. */
  readonly needsAct: boolean;
}
