import { officeOf, type Organisation, type OrganisationAccount } from './organisation.js';
import type { BodyAct } from './scenario.js';

type Evaluate = Extract<BodyAct, { do: 'evaluate' }>;

interface Request {
  readonly suffix: string;
  /** Who usually acts: a role, or the account itself. */
  readonly role?: string;
  readonly user?: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The id of an account is known to the API alone: it is put in where this stands. */
export const idOf = (user: string) => `{account:${user}}`;

/** What is done to the evaluations of persons sends one request for each; or why it cannot. */
export function requestsOfEvaluate(
  act: Evaluate,
  planId: string,
  organisation: Organisation,
): readonly Request[] | { problem: string } {
  const heads = organisation.accounts.filter(({ letters }) => letters !== undefined);
  const unknown = act.of === 'all' ? [] : act.of.filter((wanted) => !heads.some(({ letters }) => letters === wanted));
  if (unknown.length > 0) return { problem: `nobody has the letters ${unknown.join(', ')}` };
  const to = act.to === undefined ? null : organisation.accounts.find(({ user }) => user === act.to);
  if (to === undefined) return { problem: `nobody is called ${act.to}` };
  const wanted = heads.filter(({ letters = '' }) => act.of === 'all' || act.of.includes(letters));
  return wanted.map((head) => requestOf(act, planId, head, to));
}

function requestOf(act: Evaluate, planId: string, head: OrganisationAccount, to: OrganisationAccount | null): Request {
  const { behaviours = null, text = '' } = act;
  const evaluationId = `${planId}-${idOf(head.user)}`;
  const suffix = `/${head.user}`;
  const judge = to && { person: idOf(to.user), office: officeOf(to) };
  const on = (what: string) => ({ suffix, path: `/evaluations/${evaluationId}/${what}` });
  switch (act.what) {
    case 'open': {
      const body = { planId, person: idOf(head.user), evaluator: judge };
      return { suffix, role: 'personale', path: '/evaluations', body };
    }
    case 'propose':
      return { ...on('proposal'), role: 'nucleo', body: { behaviours, note: text } };
    case 'deliver':
    case 'deliver-final': {
      const of = act.what === 'deliver' ? 'proposal' : 'final';
      return { ...on('receipts'), role: 'personale', body: { of, receivedOn: act.on.slice(0, 10), proof: text } };
    }
    case 'answer':
      return { ...on('observations'), user: head.user, body: { text } };
    case 'judge':
      return { ...on('judgement'), role: 'nucleo', body: { behaviours, reason: text } };
    case 'approve': {
      const path = `/approvals/evaluation~${evaluationId}~evaluation/outcomes`;
      return { suffix, role: 'segretario', path, body: { step: act.step ?? '', outcome: 'approve' } };
    }
    case 'appeal':
      return { ...on('conciliation-request'), user: head.user, body: { reason: text } };
    case 'name-conciliator':
      return { ...on('conciliator'), role: 'personale', body: { ...judge } };
    case 'conciliate':
      return {
        ...on('conciliation'),
        ...(to && { user: to.user }),
        role: 'vicesegretario',
        body: { behaviours, reason: text },
      };
    case 'conclude':
      return { ...on('definitive'), role: 'personale', body: {} };
  }
}
