import { useQuery } from '@tanstack/react-query';
import { query } from '../../client/queries.js';
import type { Body } from '../body/use-body.js';
import type { SetupStep } from './steps.js';

/** What is there of each step. */
export function useSoFar(body: Body) {
  const accounts = useQuery(query('listAccounts', {})).data?.accounts ?? [];
  const plan = useQuery(query('plans', {})).data?.plans.at(-1) ?? null;
  const people = accounts.filter(({ disabledAt, ofTheSystem }) => disabledAt === null && !ofTheSystem).length;
  const named = body.name !== body.id;
  const { next, complete } = body.setup;
  const done: Readonly<Record<SetupStep, boolean>> = {
    body: named,
    calendar: body.patronDay !== null || complete || (named && next !== 'body' && next !== 'calendar'),
    // offices of accounts are in the list by themselves
    offices: body.offices.some(({ kind }) => kind === 'area'),
    people: people > 1,
    plan: plan !== null,
    done: complete,
  };
  return { people, plan, done };
}
