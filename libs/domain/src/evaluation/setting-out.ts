import { begun, openApproval, type Opened as OpenedApproval } from '../approval/open.js';
import { ownFirstStep } from '../approval/own-first-step.js';
import type { Staff } from '../organisation/staff.js';
import { Refused, type RefusalCode } from '../refused.js';
import type { Actor, Decimal, Instant, LocalDate } from '../values.js';
import { nextFor } from './foreseen.js';
import type { RouteOfEvaluation } from './messages.js';
import { judging } from './route.js';
import type { Opened } from './state.js';
import { partiesOf } from './who-may.js';

/** What the approval of an evaluation is called. */
export const REF = { subject: 'evaluation', shareId: null } as const;

const LEADS_NOWHERE: readonly RefusalCode[] = ['approval/no-substitute', 'approval/too-few'];

/** Who sets it out, with the score that they give; null: none yet. */
interface SettingOut {
  readonly by: Actor;
  readonly staff: Staff;
  readonly at: Instant;
  readonly on?: LocalDate | undefined;
  readonly degree: Decimal | null;
  readonly inForce?: RouteOfEvaluation | null | undefined;
}

interface SetOut {
  readonly approval: OpenedApproval;
  /** That whoever sets it out takes with it; null: none. */
  readonly ownStep: string | null;
}

/**
 * The way of an evaluation through the chain by which it was opened; where nobody can take a step of that, through the one in force.
 *
 * @throws Refused as `openApproval`
 */
export function settingOut(opened: Opened, doing: SettingOut): SetOut {
  try {
    return along(opened.route, opened, doing);
  } catch (error) {
    const next = nextFor(opened, doing);
    if (!(error instanceof Refused) || !LEADS_NOWHERE.includes(error.code) || next === null) throw error;
    try {
      return along({ ...next, chain: judging(next.chain) }, opened, doing);
    } catch {
      throw error;
    }
  }
}

function along(
  { chain, workflow }: RouteOfEvaluation,
  opened: Opened,
  { by, staff, at, on, degree }: SettingOut,
): SetOut {
  const open = (authors: readonly string[]) =>
    openApproval({
      ...REF,
      chain,
      workflow,
      parties: partiesOf(opened, authors),
      relations: {},
      staff,
      degree,
      ...(on !== undefined && { on }),
      at,
    });
  const ownStep = ownFirstStep(begun(open([])), { by, staff });
  // whoever judges without a step of their own decides on none
  return { approval: open(ownStep === null ? [by.id] : []), ownStep };
}
