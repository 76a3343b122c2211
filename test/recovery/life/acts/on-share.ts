import type { Model, ShareModel } from '../model.js';
import { issued, shareOf, type Act, type Deed } from './deed.js';

type ShareAct = {
  readonly send: (
    deed: Deed,
    model: Model,
    n: number,
  ) => Extract<ReturnType<Act['send']>, { kind: 'objective' }>['command'];
  readonly after: (share: ShareModel, model: Model, deed: Deed) => Model | null;
};

/** What is done to one share of an objective that the plan has. */
export function on({ send, after }: ShareAct): Act {
  return {
    send: (deed, model, n) => ({ kind: 'objective', command: send(deed, model, n) }),
    after: (model, deed) => (model.proposal.stage === 'planned' ? after(model.shares[deed.id], model, deed) : null),
  };
}

/** Of which share, and who does it. */
export const common = ({ by, id }: Deed, model: Model) => ({ shareId: shareOf[id], ...issued(by, model) });
