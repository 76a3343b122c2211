import type { Objective, Share } from '../objectives/offers.js';

/** What every form of an act on a share is about. */
export interface ActProps {
  readonly objective: Objective;
  readonly share: Share;
  /** The deadline that the act answers, as the address has it. */
  readonly occasion: { readonly deadlineId: string; readonly instance: string } | null;
  /** Of work after which nobody is left to judge the share: whoever sends it has confirmed that they know. */
  readonly knowingly?: true;
  /** Called with what to say when it was done. */
  readonly onDone: (said: string) => void;
}
