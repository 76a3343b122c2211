import type { ApprovalDeed } from '../approval/compose.js';
import type { Staff } from '../organisation/staff.js';
import type { PremiumClaim, PremiumCommand, PremiumCommandOf, PremiumEvent } from '../premium/messages.js';
import { premium } from '../premium/premium.js';
import type { Actor } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import { eventsOf, given, type Outcome } from './given.js';
import { exampleStaff, tenure } from './staff.js';
import { town } from './workflow.js';

// A run of premiums and its way through the chain of the example town.

export const AT = '2023-03-20T09:00:00.000Z';
export const RELAZIONE = { kind: 'verbale', number: '3', date: '2023-03-01' };
export const DETERMINA = { kind: 'DET', number: '41', date: '2023-03-20' };

export const personale: Actor = { id: 'u-personale', office: 'personale' };
export const ragioneria: Actor = { id: 'u-ragioneria', office: 'ragioneria' };
export const segretario: Actor = { id: 'u-segretario', office: 'segretario' };
export const vice: Actor = { id: 'u-vice', office: 'vicesegretario' };

export const staff: Staff = {
  ...exampleStaff,
  day: '2023-03-20',
  tenures: [
    ...exampleStaff.tenures,
    tenure('u-personale', 'personale'),
    tenure('u-ragioneria', 'ragioneria'),
    // headed an area until the summer
    tenure('u-moved', 'affari-generali', { from: '2022-01-01', to: '2022-06-30' }),
    tenure('u-moved', 'ragioneria', { from: '2022-07-01' }),
  ],
};

export const chain = {
  ...(town.chains['premium-run'] as ChainDefinition),
  documents: [{ id: 'relazione', name: { it: 'Relazione validata', en: 'Validated report' }, kinds: ['verbale'] }],
};
export const claim = (areaId: string): PremiumClaim => ({
  objectiveId: '2022-1.1.1',
  shareId: `1.1.1-${areaId}`,
  areaId,
  weight: '10',
  degree: '100',
});
export const compute = (areaId = 'affari-generali', more: object = {}): PremiumCommand => ({
  type: 'premium.compute',
  runId: 'aree',
  planId: '2022',
  scope: { kind: 'areas' },
  fund: '1000.00',
  claims: [claim(areaId)],
  route: { chain, workflow: { id: 'borgo', version: 1 } },
  by: personale,
  at: AT,
  ...more,
});
export const propose = (more: Partial<PremiumCommandOf<'premium.propose'>> = {}): PremiumCommand => ({
  type: 'premium.propose',
  documents: [{ document: 'relazione', act: RELAZIONE }],
  standing: {
    planStatus: 'in-force',
    degrees: { '1.1.1-affari-generali': '100', '1.1.1-ragioneria': '100', '1.1.1-segretario': '100' },
    period: { from: '2022-01-01', to: '2022-12-31' },
  },
  staff,
  by: personale,
  at: AT,
  ...more,
});
export const act = (by: Actor, deed: ApprovalDeed, of = staff): PremiumCommand => ({
  type: 'approval.act',
  subject: 'premium-run',
  shareId: null,
  deed,
  staff: of,
  by,
  at: AT,
});
export const take = (by: Actor, step: string, more: object = {}, of = staff) =>
  act(
    by,
    {
      do: 'take-step',
      step,
      outcome: 'approve',
      note: '',
      act: null,
      points: [],
      returnBy: null,
      degree: null,
      reason: '',
      ...more,
    },
    of,
  );
export const check = take(ragioneria, 'controllo');
export const sign = (by = segretario) => take(by, 'liquidazione', { act: DETERMINA });
export const liquidate = (more: Partial<PremiumCommandOf<'premium.liquidate'>> = {}): PremiumCommand => ({
  type: 'premium.liquidate',
  act: null,
  staff,
  by: personale,
  at: AT,
  ...more,
});

export const after = (...commands: readonly PremiumCommand[]) => given(premium)(...eventsOf(premium, ...commands));
export const types = (outcome: Outcome<PremiumEvent>) =>
  'events' in outcome ? outcome.events.map(({ type }) => type.replace('premium.', '')) : outcome.refusal;
export const sentBack = [
  compute(),
  propose(),
  take(ragioneria, 'controllo', { outcome: 'return', points: ['Capitolo'] }),
];
