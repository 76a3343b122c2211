import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { PlanDocument } from '#domain';
import { readPlan } from '#plan-import';
import { createAccounts, enterAs, OPERATOR } from '../../apps/cli/src/simulation/accounts.js';
import { readOrganisation } from '../../apps/cli/src/simulation/story.js';
import { timeKeeper, type TimeKeeper } from '../../apps/cli/src/simulation/time-keeper.js';
import type { TownHall } from '../../apps/cli/src/simulation/town-hall.js';

const PLAN = join(import.meta.dirname, '../../examples/comune/piano-2022.md');
export const SEGRETARIO = 'segretario-generale';

/** The demonstration's plan as that of another year. */
export function planOf(year: number): { readonly text: string; readonly document: PlanDocument } {
  const text = readFileSync(PLAN, 'utf8').replaceAll('2022', String(year));
  const { document, problems } = readPlan(text);
  if (document === null) throw new Error(`The plan of ${year} cannot be read: ${JSON.stringify(problems)}`);
  return { text, document };
}

/** Everybody of the demonstration at the door of an API. */
export function everybody(apiUrl: string, folder: string): { townHall: TownHall; time: TimeKeeper } {
  const townHall = enterAs(readOrganisation(), apiUrl, folder);
  return { townHall, time: timeKeeper(townHall, OPERATOR) };
}

export async function giveAccounts(townHall: TownHall): Promise<void> {
  await createAccounts(readOrganisation(), townHall);
}

/** A command that must be carried out. */
export async function mustDo(townHall: TownHall, user: string, path: string, body: Record<string, unknown> = {}) {
  const answer = await townHall.command(user, path, body, randomUUID());
  if (answer.refused !== null) throw new Error(`${path} was refused with ${answer.refused}: ${answer.detail}`);
}

/** Approves a drafted plan, puts it into force, gives every share to its area and has it acknowledged. */
export async function bringIntoForce(townHall: TownHall, document: PlanDocument, day: string): Promise<void> {
  const plan = `/plans/${document.year}`;
  await mustDo(townHall, 'giunta', `${plan}/approval`, { act: actOf(day) });
  const from = day.startsWith(String(document.year)) ? day : `${document.year}-01-01`;
  await mustDo(townHall, 'giunta', `${plan}/entry-into-force`, { from });
  await eachShare(document, async (path, { areaId }) => {
    await mustDo(townHall, SEGRETARIO, `${path}/assignment`, { office: areaId });
    await mustDo(townHall, areaId, `${path}/acknowledgement`);
  });
}

/** Reports, approves and scores every weighted share of the areas: all that their fund is shared out on. */
export async function scoreAreas(townHall: TownHall, document: PlanDocument, day: string): Promise<void> {
  await eachShare(document, async (path, { id, areaId, weight }, { indicators, shares }) => {
    if (weight === null || areaId === SEGRETARIO) return;
    const measurements = indicators
      .filter(({ shareIds }) => shareIds.includes(id))
      .map((indicator) => ({ indicatorId: indicator.id, value: 'fatto', notMeasuredBecause: null }));
    // what measures the Segretario's own share too, somebody else verifies
    const own = shares.filter((share) => share.areaId === SEGRETARIO).map((share) => share.id);
    const together = indicators.some(
      ({ shareIds }) => shareIds.includes(id) && shareIds.some((one) => own.includes(one)),
    );
    const verifier = together ? 'vicesegretario' : SEGRETARIO;
    await mustDo(townHall, areaId, `${path}/rendicontazione`, { measurements, selfDegree: '90', note: 'Fatto.' });
    await mustDo(townHall, verifier, `${path}/rendicontazione/approval`, { step: 'verifica' });
    await mustDo(townHall, 'nucleo', `${path}/rendicontazione/approval`, { step: 'certificazione' });
    const act = actOf(day);
    await mustDo(townHall, 'giunta', `${path}/rendicontazione/approval`, { step: 'presa-d-atto', act });
    await mustDo(townHall, 'nucleo', `${path}/score`, { degree: '90', reason: '' });
  });
}

/** A run goes through its chain, as far as it can be liquidated. */
export async function authorise(townHall: TownHall, runId: string, day: string): Promise<void> {
  const named = (kind: string) => ({ kind, number: '1', date: day });
  const documents = Object.entries({ fondo: 'determina', contratto: 'CCDI', relazione: 'verbale' }).map(
    ([document, kind]) => ({ document, act: named(kind) }),
  );
  const outcomes = `/approvals/premium~${runId}~premium-run/outcomes`;
  await mustDo(townHall, 'personale', `/premium-runs/${runId}/proposal`, { documents });
  // the accounting service is paid by the areas' fund
  await mustDo(townHall, SEGRETARIO, outcomes, { step: 'controllo', outcome: 'approve' });
  const signed = { step: 'liquidazione', outcome: 'approve', act: named('determina') };
  await mustDo(townHall, 'vicesegretario', outcomes, signed);
}

export function actOf(day: string) {
  return { kind: 'DGC', number: '1', date: day };
}

type Objective = PlanDocument['objectives'][number];

/** Objectives side by side, the shares of one in turn: they are one stream. */
async function eachShare(
  { year, objectives }: PlanDocument,
  act: (path: string, share: Objective['shares'][number], objective: Objective) => Promise<void>,
): Promise<void> {
  await Promise.all(
    objectives.map(async (objective) => {
      for (const share of objective.shares) {
        await act(`/objectives/${year}-${objective.id}/shares/${share.id}`, share, objective);
      }
    }),
  );
}
