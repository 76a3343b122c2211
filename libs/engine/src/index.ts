// The write side: load, decide, append at the revision that was read.
export { createEngine, type Engine, type Loaded } from './engine.js';
export type { CommandContext, Executed } from './context.js';
export { approvedKinds, type ApprovedKind, type CommandOf, type Kind, type StateOf } from './kinds.js';
export { Rehearsed, type PlannedEvent, type Rehearsal } from './rehearse.js';
export { Supposed } from './supposed.js';
export { Contended, KeyReused, StaleRevision } from './errors.js';
export { simulatedClock, systemClock, type Clock, type SimulatedClock } from './clock.js';
export { carryingOn } from './carrying-on.js';
export { SYSTEM } from './consequences.js';
export { react, type Reactions } from './reactions.js';
export {
  ENGINE,
  ToAct,
  ToBody,
  ToClock,
  ToObjective,
  ToOrganisation,
  ToPlan,
  ToEvaluation,
  ToPremium,
  ToVariation,
  ToWorkflow,
} from './engine.handler.js';
export { bearingOf, surroundingsOf, variationsOf } from './variations.js';
export { EngineModule } from './engine.module.js';
export { evaluatedOf, evaluatedOfRun, officesOf } from './evaluated-of.js';
export { periodOf } from './period-of.js';
