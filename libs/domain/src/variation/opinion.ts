import type { Approval } from '../approval/approval.js';
import type { ApprovalFact } from '../approval/facts.js';
import { romeDayOf } from '../calendar/rome.js';
import type { Opinion } from '../objective/lifecycle-messages.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';

/** What somebody has said of a variation, at which step and as which office. */
export interface OfficeOpinion extends Opinion {
  readonly office: string;
  readonly person: string;
  readonly step: string;
  /** Whether enough agreed at that step: who alone has spoken so far of a panel has not spoken for it. */
  readonly passed: boolean;
}

/** What was said once that happened: who agrees at a step gives an opinion with it; whoever does not ends the matter. */
export function opinionsAfter(said: readonly OfficeOpinion[], fact: ApprovalFact): readonly OfficeOpinion[] {
  switch (fact.kind) {
    case 'voted': {
      const { step, person, office, note, outcome } = fact;
      if (outcome !== 'approve') return said;
      const on = fact.on ?? fact.act?.date ?? romeDayOf(fact.at);
      return [...said, { step, person, office, favourable: true, note, on, passed: false }];
    }
    case 'step-passed':
      return said.map((one) => (one.step === fact.step ? { ...one, passed: true } : one));
    case 'migrated': {
      const lost = fact.lost.flatMap((one) => (one.what === 'votes' ? [one.step] : []));
      return said.filter(({ step, passed }) => passed || !lost.includes(step));
    }
    case 'day-corrected': {
      const { step, vote, to } = fact;
      const whose = said.findLast(
        (one) => one.step === step && one.person === vote?.person && one.office === vote.office,
      );
      return said.map((one) => (one === whose ? { ...one, on: to } : one));
    }
    default:
      return said;
  }
}

/** The last opinion of these offices; null: they gave none. */
export function opinionOf(offices: readonly string[], said: readonly OfficeOpinion[]): Opinion | null {
  const last = said.findLast(({ office, passed }) => passed && offices.includes(office));
  return last === undefined ? null : { favourable: last.favourable, note: last.note, on: last.on };
}

/** The offices that the law wants for evaluation, whatever the body calls them. */
export function evaluationBodies({ offices }: Pick<Staff, 'offices'>): readonly string[] {
  return offices.filter((office) => office.function === 'evaluation-body').map(({ id }) => id);
}

/**
 * Those whose opinion of a variation counts: by the version in force, by the one of its request, and by any that something under way
 * follows.
 *
 * @param atRequest  who evaluated as it was asked for; absent in logs of earlier releases
 */
export function bodiesOf(staff: Staff, atRequest: readonly string[] = []): readonly string[] {
  return [...new Set([...atRequest, ...evaluationBodies(staff), ...(staff.stillEvaluating ?? [])])];
}

/**
 * What is removed is removed once the evaluation body was heard: its chain asks it.
 *
 * @throws Refused `variation/opinion-missing`
 */
export function requireHeard(panels: Approval['panels'], staff: Staff): void {
  const bodies = evaluationBodies(staff);
  const asked = Object.values(panels).flatMap(({ offices }) => offices);
  if (!asked.some((office) => bodies.includes(office))) throw new Refused('variation/opinion-missing');
}

/**
 * Nothing is removed by a decision before which nobody of the evaluation body has spoken, though another version of its chain asks
 * nobody of it.
 *
 * @see D.Lgs. 150/2009, art. 6
 * @throws Refused `variation/unheard`
 */
export function requireOpinion(
  opinion: Opinion | null,
  bodies: readonly string[],
  { id, version }: ChainDefinition,
): void {
  if (opinion === null) throw new Refused('variation/unheard', { offices: bodies.join(', '), chain: id, version });
}
