import { requireAct } from '../act.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { requireOthersJudges } from './judges-own.js';
import type { OrganisationCommand, OrganisationEvent } from './messages.js';
import type { OrganisationState } from './state.js';
import { requireAccountCompatible, requireCited } from './tenures.js';

/**
 * Of a tenure that was recorded by mistake: nobody ever held it, so that it neither pays, bars nor lets anybody act. What the account of
 * its person says counts again where nothing else is told of them. By which somebody has acted is no mistake: it ends.
 *
 * @throws Refused `organisation/unknown-tenure`, `organisation/tenure-acted-by`, `organisation/act-missing`, `organisation/judges-own`, `organisation/incompatible`,
 * `act/dated-in-future`, `value/…`
 */
export function annul(
  command: Extract<OrganisationCommand, { readonly type: 'organisation.annul-tenure' }>,
  state: OrganisationState,
): OrganisationEvent[] {
  const { tenureId, reason, act, at, acted, accounts = [], offices = [] } = command;
  requireText(reason, 'reason');
  if (act !== null) requireAct(act, at, 'act/dated-in-future');
  const tenure = state.tenures.get(tenureId);
  if (tenure === undefined) throw new Refused('organisation/unknown-tenure', { tenure: tenureId });
  const { person, office } = tenure;
  if (acted) {
    const { last, lastAt } = acted;
    throw new Refused('organisation/tenure-acted-by', { office, done: last, lastAt });
  }
  const without = { ...state, tenures: new Map([...state.tenures].filter(([id]) => id !== tenureId)) };
  for (const own of accounts.filter((account) => account.person === person)) {
    requireAccountCompatible(own, { organisation: without, accounts, offices });
  }
  const alone = requireOthersJudges(tenure, command, state);
  requireCited(tenure, command);
  return [{ type: 'organisation.tenure-annulled.v1', data: { tenureId, person, office, reason, act, ...alone } }];
}
