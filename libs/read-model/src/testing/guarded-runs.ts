import { premium, type ActReference, type Actor, type LocalDate, type PremiumCommand, type Staff } from '#domain';
import { before, besideOutsider, chain, done, issuedBy, OUTSIDER, played, type Guarded } from './guarded.js';

export const deedsOnRuns = ['propose', 'withdraw', 'withdraw-computed', 'liquidate', 'compute-adjustment'] as const;

export type DeedOnRun = (typeof deedsOnRuns)[number];

export function isOfRun(deed: string): deed is DeedOnRun {
  return deedsOnRuns.some((one) => one === deed);
}

interface OfRun {
  /** Of its two shares; the second has a degree where it is certified. */
  readonly areas: readonly string[];
  /** That answered for the first alone. */
  readonly holder: string;
  readonly isCertified: boolean;
  readonly told: LocalDate | undefined;
  readonly act: ActReference;
  readonly stream: string;
}

const period = { from: '2022-01-01', to: '2022-12-31' } as const;

export function guardedOfRun(
  deed: DeedOnRun,
  { areas: [area = '', other = ''], holder, isCertified, told, act, stream }: OfRun,
  staff: Staff,
): Guarded {
  const withOutsider = besideOutsider(staff);
  const claim = (shareId: string, areaId: string, degree: string | null) => {
    return { objectiveId: 'o', shareId, areaId, weight: '10', degree };
  };
  const entries = [
    {
      ...claim('s1', area, '90'),
      amount: '5.00',
      ...(holder !== area && { credits: [{ office: holder, days: 320, amount: '5.00' }] }),
    },
    { ...claim('s2', other, isCertified ? '80' : null), amount: isCertified ? '5.00' : '0.00' },
  ];
  const run = { runId: 'run', planId: 'piano', route: { chain: chain(1), workflow: null } };
  const money = { fund: '10.00', total: '10.00', savings: '0.00' };
  const computed = {
    type: 'premium.computed.v1',
    data: { ...run, scope: { kind: 'areas' }, ...money, entries, period },
  } as const;
  const standing = { planStatus: 'in-force', degrees: { s1: '90', s2: isCertified ? '80' : null }, period } as const;
  const proposal = { type: 'premium.propose', documents: [], standing } as const;
  const isProposed = deed === 'withdraw' || deed === 'liquidate';
  const state = played(
    premium,
    deed === 'compute-adjustment' ? [] : [computed],
    isProposed ? [{ ...proposal, ...before(withOutsider) }] : [],
  );
  const command = (by: Actor, of: Staff, onBehalfOf: string | null): PremiumCommand => {
    const whole = { ...issuedBy(by, of, told), onBehalfOf };
    const held = { ...claim('s1', area, '90'), holders: [{ office: holder, days: 320 }] };
    const paid = { runId: 'r', amount: '10', degree: '90', byRun: '10' };
    switch (deed) {
      case 'propose':
        return { ...proposal, ...issuedBy(by, of, told) };
      case 'withdraw':
      case 'withdraw-computed':
        return { ...whole, type: 'premium.withdraw', reason: 'errore', act };
      case 'liquidate':
        return { ...whole, type: 'premium.liquidate', act };
      case 'compute-adjustment':
        return { ...whole, ...run, type: 'premium.adjust', claim: held, paid, amount: '5', period };
    }
  };
  return {
    ...done(premium, state, command(OUTSIDER, withOutsider, null)),
    stream,
    told,
    act: isProposed || deed === 'withdraw-computed' ? act : null,
    decide: (by, onBehalfOf) => void premium.decide(command(by, staff, onBehalfOf), state.state),
  };
}
