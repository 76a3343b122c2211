import type { ApprovalDeed } from '../approval/compose.js';
import type { Staff } from '../organisation/staff.js';
import type { ComputedRun, PremiumClaim, PremiumCommand, PremiumCommandOf } from '../premium/messages.js';
import { premium } from '../premium/premium.js';
import type { Actor } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import { eventsOf, given } from './given.js';
import { exampleStaff, tenure } from './staff.js';
import { town } from './workflow.js';

// A run of premiums of a body that evaluates persons: three areas, each headed by one of them.

export const AT = '2023-03-20T09:00:00.000Z';
const DETERMINA = { kind: 'DET', number: '41', date: '2023-03-20' };
export const personale: Actor = { id: 'u-personale', office: 'personale' };
export const ragioneria: Actor = { id: 'u-ragioneria', office: 'ragioneria' };
const segretario: Actor = { id: 'u-segretario', office: 'segretario' };

export const staff: Staff = {
  ...exampleStaff,
  day: '2023-03-20',
  tenures: [
    tenure('u-a', 'area-a'),
    tenure('u-b', 'area-b'),
    tenure('u-c', 'area-c'),
    ...exampleStaff.tenures,
    tenure('u-personale', 'personale'),
    tenure('u-ragioneria', 'ragioneria'),
  ],
};
const period = { from: '2022-01-01', to: '2022-12-31' };
export const standing = (...evaluated: readonly string[]) => ({ period, evaluated });
export const chain: ChainDefinition = { ...(town.chains['premium-run'] as ChainDefinition), documents: [] };
export const route = { chain, workflow: null, evaluations: true };

export const claim = (letter: string, weight: string, degree: string | null): PremiumClaim => ({
  objectiveId: '2022-1.1.1',
  shareId: letter,
  areaId: `area-${letter}`,
  weight,
  degree,
});
/** Of 1,000 euros: a 500, b 250 (half of its part is saved), c, of which nobody has said anything, nothing. */
const claims = [claim('a', '10', '100'), claim('b', '10', '50'), claim('c', '0.01', null)].slice(0, 2);
const degrees = { a: '100', b: '50' };

export const compute = (
  reserve: string | undefined,
  evaluated: readonly string[],
  more: Partial<PremiumCommandOf<'premium.compute'>> = {},
): PremiumCommand => ({
  type: 'premium.compute',
  runId: 'aree',
  planId: '2022',
  scope: { kind: 'areas' },
  fund: '1000.00',
  ...(reserve !== undefined && { reserve }),
  claims,
  route,
  evaluations: { ...standing(...evaluated), staff },
  by: personale,
  at: AT,
  ...more,
});
export const propose = (...evaluated: readonly string[]): PremiumCommand => ({
  type: 'premium.propose',
  documents: [],
  standing: { planStatus: 'in-force', degrees, ...standing(...evaluated) },
  staff,
  by: personale,
  at: AT,
});
export const take = (
  by: Actor,
  step: string,
  evaluated: readonly string[] | null,
  more: object = {},
): PremiumCommand => {
  const nothing = { note: '', act: null, points: [], returnBy: null, degree: null, reason: '' };
  const deed: ApprovalDeed = { do: 'take-step', step, outcome: 'approve', ...nothing, ...more };
  const asked = evaluated && { standing: standing(...evaluated) };
  return { type: 'approval.act', subject: 'premium-run', shareId: null, deed, ...asked, staff, by, at: AT };
};
export const check = (...evaluated: readonly string[]) => take(ragioneria, 'controllo', evaluated);
export const sign = (...evaluated: readonly string[]) =>
  take(segretario, 'liquidazione', evaluated, { act: DETERMINA });
export const liquidate = (...evaluated: readonly string[]): PremiumCommand => ({
  type: 'premium.liquidate',
  act: null,
  standing: { degrees, ...standing(...evaluated) },
  staff,
  by: personale,
  at: AT,
});
export const after = (...commands: readonly PremiumCommand[]) => given(premium)(...eventsOf(premium, ...commands));
export const computedBy = (...commands: readonly PremiumCommand[]): ComputedRun => {
  const event = eventsOf(premium, ...commands).findLast(({ type }) => type === 'premium.computed.v1');
  if (event?.type !== 'premium.computed.v1') throw new Error('It is not computed.');
  return event.data;
};
