import type { Answer } from '../../client/ask.js';
import type { ShareAct } from '../../places.js';

export type Objective = Answer<'objective'>;
export type Share = Objective['shares'][number];

interface Actor {
  readonly user: { readonly office: string };
  readonly actions: readonly string[];
}

/** The acts that make sense now on a share and that who is signed in may do; the server has the last word. */
export function offersOn(share: Share, { user, actions }: Actor): readonly ShareAct[] {
  const mine = share.office === user.office;
  const may = (action: string) => actions.includes(`objective.${action}`);
  const offers: readonly [ShareAct, boolean][] = [
    ['assignment', share.status === 'defined' && may('assign')],
    ['acknowledgement', mine && share.status === 'assigned' && may('acknowledge')],
    ['late-fulfilment', mine && hasMissed(share) && may('fulfil-late')],
    ['progress', mine && share.acknowledged && share.status !== 'liquidated' && may('report-progress')],
    ['rendicontazione', mine && REPORTABLE.has(share.status) && may('submit-rendicontazione')],
    ['approval', share.awaiting?.offices.includes(user.office) === true && may('approve-rendicontazione')],
    ['score', share.status === 'rendicontazione-approved' && may('score')],
  ];
  return offers.filter(([, offered]) => offered).map(([act]) => act);
}

const REPORTABLE: ReadonlySet<string> = new Set(['acknowledged', 'in-progress', 'rendicontazione-returned']);

function hasMissed({ due }: Share): boolean {
  return due.some(({ status }) => status === 'missed');
}

/** Whose act a share waits for, as far as it is one office's. */
export function awaitedOffice(share: Share): string | null {
  switch (share.status) {
    case 'defined':
      return 'segretario-generale';
    case 'rendicontazione-submitted':
      return share.awaiting?.office ?? null;
    case 'rendicontazione-approved':
      return 'nucleo';
    case 'scored':
      return 'personale';
    case 'liquidated':
      return null;
    default:
      return share.office;
  }
}

/** Whether nothing is left but to close it. */
export function mayBeClosed({ status, shares }: Objective): boolean {
  return status !== 'closed' && shares.every((share) => share.status === 'liquidated');
}
