import type { ActReference, Actor, Instant, LocalDate } from '../values.js';
import type { PlanDocument } from './document.js';

interface Issued {
  readonly by: Actor;
  readonly at: Instant;
}

export type PlanCommand = Issued &
  (
    | { readonly type: 'plan.draft'; readonly planId: string; readonly document: PlanDocument }
    | { readonly type: 'plan.approve'; readonly act: ActReference }
    | { readonly type: 'plan.enter-into-force'; readonly from: LocalDate }
    | { readonly type: 'plan.close'; readonly act: ActReference }
  );

export type PlanEvent =
  | { readonly type: 'plan.drafted.v1'; readonly data: { readonly planId: string; readonly document: PlanDocument } }
  | { readonly type: 'plan.approved.v1'; readonly data: { readonly planId: string; readonly act: ActReference } }
  | {
      readonly type: 'plan.entered-into-force.v1';
      readonly data: { readonly planId: string; readonly from: LocalDate };
    }
  | { readonly type: 'plan.closed.v1'; readonly data: { readonly planId: string; readonly act: ActReference } };
