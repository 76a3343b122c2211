import type { routes } from '#contract';
import type { KeptForm } from '../drafts/use-kept-form.js';
import type { TypedProposal } from './typed-proposal.js';

export type ProposalKept = KeptForm<TypedProposal, (typeof routes.proposeObjective.body)['_output']>;

export interface PartProps {
  readonly form: ProposalKept;
  /** Whether something is wrong at a path of what is sent: `shares.0.weight`. */
  readonly isWrong: (path: string) => boolean;
}
