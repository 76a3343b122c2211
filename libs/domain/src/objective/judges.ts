import { inItsWords } from '../approval/in-its-words.js';
import { heldBy, officesOf as actingFor } from '../organisation/acting.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { eligible, type Eligible } from '../separation/separation.js';
import type { Actor } from '../values.js';
import type { ChainDefinition, StepDefinition } from '../workflow/chain-definition.js';
import { workOn } from './authors.js';
import type { ObjectiveEvent } from './messages.js';
import { officesOf, partiesOf, relationsOf } from './parties.js';
import type { ObjectiveState, ShareState } from './state.js';
import type { Judged, Judging, Watched } from './watched.js';

/** A step on a share that somebody could take, and not once they have worked on it. */
export interface Forgone {
  readonly subject: Judged;
  readonly chain: ChainDefinition;
  readonly step: string;
  /** As which they could. */
  readonly office: string;
  /** The offices that take it then, also one that nobody holds; none: nobody is left. */
  readonly others: readonly string[];
}

/**
 * What somebody gives up, for good, by working on a share as its office: nothing where they have worked on it before, or answer
 * for it by themselves.
 */
export function forgoneBy(
  person: string,
  share: ShareState,
  state: ObjectiveState,
  { chains, staff }: Judging,
): readonly Forgone[] {
  if (share.authors.includes(person) || isOnlyTheirs(person, share, staff)) return [];
  const report = share.rendicontazione;
  const isUnderWay = report !== null && report.status !== 'returned';
  const judging = { ...chains, ...(isUnderWay && { rendicontazione: report.chain }) };
  const before = partiesOf(share, state, []);
  const after = partiesOf(share, state, [person]);
  const free = withoutDelegationsOf(before, person, staff);
  const relations = relationsOf(share, state);
  return (['rendicontazione', 'justification'] as const).flatMap((subject) => {
    const chain = judging[subject] ?? null;
    if (chain === null) return [];
    const passed = subject === 'rendicontazione' && report?.status === 'open' ? report.passed : [];
    const ahead = chain.steps.filter(({ id }) => !passed.includes(id));
    return ahead.flatMap((step): readonly Forgone[] => {
      const who = (parties: Parties) => eligible(step, parties, free, relations, subject);
      const could = who(before);
      if (!could?.persons.includes(person)) return [];
      return [
        {
          subject,
          chain,
          step: step.id,
          office: asWhich(person, could, step, free),
          others: who(after)?.offices ?? [],
        },
      ];
    });
  });
}

/**
 * Whoever is the last who could judge a share works on it only if they know it: with them gone its report would be judged by nobody.
 *
 * @throws Refused `objective/last-judge`
 */
export function requireJudgeLeft(
  events: readonly ObjectiveEvent[],
  { judging, knowingly = false, by }: Watched & { readonly by: Actor },
  state: ObjectiveState,
): void {
  if (judging === undefined || knowingly) return;
  for (const event of events) {
    const work = workOn(event, { actor: by });
    const share = work && state.shares.find(({ shareId }) => shareId === work.shareId);
    if (!share) continue;
    const last = forgoneBy(by.id, share, state, judging).find(({ others }) => others.length === 0);
    if (last === undefined) continue;
    const { chain, step, office } = last;
    inItsWords(chain, () => {
      throw new Refused('objective/last-judge', { share: share.shareId, step, office });
    });
  }
}

/** Whether somebody holds an office that answers for a share, which keeps them from it anyhow, or is nothing else. */
function isOnlyTheirs(person: string, share: ShareState, staff: Staff): boolean {
  const offices = officesOf(share);
  return heldBy(staff, person).some(({ office }) => offices.includes(office));
}

/** Who acts for those of the share is kept from its steps as their delegate, but not for good: they may give it up. */
function withoutDelegationsOf({ offices, scored, credited = [] }: Parties, person: string, staff: Staff): Staff {
  const sides = [...offices, ...scored, ...credited.map((one) => one.office)];
  const delegations = staff.delegations.filter(({ to, office }) => to.person !== person || !sides.includes(office));
  return { ...staff, delegations };
}

function asWhich(person: string, { offices }: Eligible, { who }: StepDefinition, staff: Staff): string {
  const own = actingFor(staff, person).map(({ office }) => office);
  const named = who.flatMap((one) => ('office' in one ? [one.office] : []));
  return [...named, ...offices].find((office) => offices.includes(office) && own.includes(office)) ?? offices[0] ?? '';
}
