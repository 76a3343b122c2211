import { inItsWords } from '../approval/in-its-words.js';
import { Refused } from '../refused.js';
import { barredOffices, eligible } from '../separation/separation.js';
import { waysOut } from '../separation/ways-out.js';
import type { ChainDefinition, StepDefinition } from '../workflow/chain-definition.js';
import { partiesOf, relationsOf } from './parties.js';
import type { ObjectiveState } from './state.js';
import type { Judged, Judging, Watched } from './watched.js';

interface Left {
  readonly subject: Judged;
  readonly chain: ChainDefinition;
  readonly step: StepDefinition;
}

/**
 * A share goes to an office by which a step on it would have nobody only if whoever gives it knows it: what had nobody before is no
 * fault of theirs.
 *
 * @param after  the objective with the share in the hands of its new office
 * @throws Refused `objective/nobody-left`
 */
export function requireSomebodyLeft(
  shareId: string,
  { judging, knowingly = false }: Watched,
  before: ObjectiveState,
  after: ObjectiveState,
): void {
  if (judging === undefined || knowingly) return;
  const had = leftWithNobody(shareId, before, judging).map(({ subject, step }) => `${subject} ${step.id}`);
  const left = leftWithNobody(shareId, after, judging).find(
    ({ subject, step }) => !had.includes(`${subject} ${step.id}`),
  );
  if (left === undefined) return;
  const { chain, step, subject } = left;
  const share = after.shares.find((one) => one.shareId === shareId);
  if (share === undefined) return;
  const asked = [step, partiesOf(share, after, []), judging.staff, relationsOf(share, after)] as const;
  const barred = barredOffices(...asked, subject).map(({ office }) => office);
  const { who } = waysOut(...asked, { subject, opens: true });
  inItsWords(chain, () => {
    const facts = { share: shareId, step: step.id, office: share.office ?? share.areaId };
    throw new Refused('objective/nobody-left', {
      ...facts,
      offices: [...new Set(barred)].join(', '),
      ...(who && { who }),
    });
  });
}

function leftWithNobody(shareId: string, state: ObjectiveState, { chains, staff }: Judging): readonly Left[] {
  const share = state.shares.find((one) => one.shareId === shareId);
  if (share === undefined) return [];
  const parties = partiesOf(share, state, []);
  const relations = relationsOf(share, state);
  return (['rendicontazione', 'justification'] as const).flatMap((subject) => {
    const chain = chains[subject] ?? null;
    const steps = chain?.steps ?? [];
    return steps.flatMap((step) =>
      chain === null || eligible(step, parties, staff, relations, subject) !== null ? [] : [{ subject, chain, step }],
    );
  });
}
