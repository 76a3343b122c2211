import { requestsOfEvaluate } from './evaluation-acts.js';
import type { Organisation } from './organisation.js';
import type { Roster } from './roster.js';
import type { BodyAct } from './scenario.js';

interface Request {
  /** What makes the key of one of several requests its own. */
  readonly suffix: string;
  /** The role that usually acts, or the account. */
  readonly role?: string;
  readonly user?: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What an act of the whole body sends: one request, or one for each objective; or why the plan does not allow it. */
export function requestsOfBodyAct(
  act: BodyAct,
  planId: string,
  roster: Roster,
  organisation: Organisation,
): readonly Request[] | { problem: string } {
  switch (act.do) {
    case 'approve-plan':
      return [{ suffix: '', role: 'giunta', path: `/plans/${planId}/approval`, body: { act: act.act } }];
    case 'enter-into-force':
      return [{ suffix: '', role: 'giunta', path: `/plans/${planId}/entry-into-force`, body: { from: act.from } }];
    case 'compute-premiums': {
      const scope = fundScope(act.scope, roster);
      if (scope === null) return { problem: `the plan has no share ${act.scope}` };
      const body = { planId, runId: `${planId}-${act.run}`, scope, fund: act.fund };
      return [{ suffix: '', role: 'personale', path: '/premium-runs', body }];
    }
    case 'liquidate': {
      const path = `/premium-runs/${planId}-${act.run}/liquidation`;
      return [{ suffix: '', role: 'personale', path, body: { act: act.act ?? null } }];
    }
    case 'propose-premiums': {
      const path = `/premium-runs/${planId}-${act.run}/proposal`;
      const documents = Object.entries(act.documents).map(([document, named]) => ({ document, act: named }));
      return [{ suffix: '', role: 'personale', path, body: { documents } }];
    }
    case 'approve-premiums': {
      const body = { step: act.step, outcome: 'approve', act: act.act ?? null };
      return [{ suffix: '', role: 'segretario', path: outcomesOf(planId, act.run), body }];
    }
    case 'return-premiums': {
      const body = { step: act.step, outcome: 'return', points: act.points };
      return [{ suffix: '', role: 'segretario', path: outcomesOf(planId, act.run), body }];
    }
    case 'withdraw-premiums': {
      const path = `/premium-runs/${planId}-${act.run}/withdrawal`;
      return [{ suffix: '', role: 'personale', path, body: { reason: act.reason, act: act.act ?? null } }];
    }
    case 'evaluate':
      return requestsOfEvaluate(act, planId, organisation);
    case 'close-objectives':
      return roster.objectives
        .filter(({ id }) => !act.except.includes(id))
        .map(({ id }) => ({
          suffix: `/${id}`,
          role: 'segretario',
          path: `/objectives/${planId}-${id}/closure`,
          body: {},
        }));
    case 'close-plan':
      return [{ suffix: '', role: 'giunta', path: `/plans/${planId}/closure`, body: { act: act.act } }];
  }
}

function outcomesOf(planId: string, run: string): string {
  return `/approvals/premium~${planId}-${run}~premium-run/outcomes`;
}

function fundScope(scope: string, roster: Roster): Readonly<Record<string, string>> | null {
  if (scope === 'areas' || scope === 'segretario') return { kind: scope };
  const share = roster.share(scope);
  return share === undefined ? null : { kind: 'share', shareId: share.shareId };
}
