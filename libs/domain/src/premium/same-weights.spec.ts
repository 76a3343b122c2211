import { after, check, compute, DETERMINA, liquidate, propose, sign } from '../testing/premium.js';
import type { FiguresOfRun, PremiumCommand, RunStanding } from './messages.js';
import { otherWeights } from './same-weights.js';

const SHARE = '1.1.1-affari-generali';
const claims = [
  { objectiveId: '2022-1.1.1', shareId: SHARE, areaId: 'affari-generali', weight: '10', degree: '90' },
  { objectiveId: '2022-1.1.1', shareId: 'altra', areaId: 'affari-generali', weight: '10.00', degree: null },
];
const computed = [compute('', { claims })] as const;
const degrees = { [SHARE]: '90' };
const standing = (weighing?: RunStanding['weighing']) => ({
  planStatus: 'in-force' as const,
  degrees,
  period: { from: '2022-01-01', to: '2022-12-31' },
  ...(weighing && { weighing }),
});
const weigh = (weights: Readonly<Record<string, string>>) =>
  Object.entries(weights).map(([shareId, weight]) => ({ shareId, weight }));
const same = weigh({ altra: '10', [SHARE]: '10.00' });
/** A step of its chain, taken in front of other figures. */
const given = (command: PremiumCommand, figures: FiguresOfRun): PremiumCommand =>
  command.type === 'approval.act' ? { ...command, figures } : command;
const refused = (share: string) => ({ refusal: 'premium/weights-changed', facts: { run: 'aree', share } });

describe('what a fund is divided among', () => {
  it('given the same shares with the same weights, then the run goes on to its payment', () => {
    const proposed = after(...computed, propose({ standing: standing(same) }), check);
    expect(proposed.when(given(sign(), standing(same)))).toHaveProperty('events');
    const authorised = after(...computed, propose({ standing: standing(same) }), check, sign());
    expect(authorised.when(liquidate({ act: DETERMINA, standing: standing(same) }))).toHaveProperty('events');
  });

  it.each([
    ['was removed, its weight neutralised', 'altra', weigh({ [SHARE]: '10' })],
    ['was removed, its weight borne by another', SHARE, weigh({ [SHARE]: '20' })],
    ['was given another weight', 'altra', weigh({ [SHARE]: '10', altra: '12.5' })],
    ['was added', 'terza', weigh({ [SHARE]: '10', altra: '10', terza: '20' })],
    ['weighs no more, as all others', SHARE, []],
  ])(
    'given that a share %s since, then the run is not proposed, not signed last, and what is authorised not paid',
    (_, share, now) => {
      const changed = standing(now);
      expect(after(...computed).when(propose({ standing: changed }))).toEqual(refused(share));
      const proposed = [...computed, propose({ standing: standing(same) })];
      expect(after(...proposed).when(given(check, changed))).toHaveProperty('events');
      expect(after(...proposed, check).when(given(sign(), changed))).toEqual(refused(share));
      const authorised = after(...proposed, check, sign());
      expect(authorised.when(liquidate({ act: DETERMINA, standing: changed }))).toEqual(refused(share));
    },
  );

  it('given a degree that is another one since, then the last step is not taken either', () => {
    const proposed = after(...computed, propose({ standing: standing(same) }), check);
    expect(proposed.when(given(sign(), { degrees: { [SHARE]: '80' } }))).toMatchObject({
      refusal: 'premium/degrees-changed',
    });
  });

  const [paid, unpaid] = claims.map((claim) => ({ ...claim, amount: '1.00', persons: [] }));
  it('given a reserve, then what it sets aside weighs too; without one it is among the entries', () => {
    expect(otherWeights({ entries: [paid!], awaited: [unpaid!], reserve: '1.00' }, same)).toEqual([]);
    expect(otherWeights({ entries: [paid!], awaited: [unpaid!] }, same)).toEqual(['altra']);
    expect(otherWeights({ entries: [paid!, unpaid!], awaited: [unpaid!] }, same)).toEqual([]);
  });

  it('given a share without weight and with money of its own, then it counts as long as it is one', () => {
    const alone = { ...paid!, weight: null };
    expect(otherWeights({ entries: [alone] }, [{ shareId: SHARE, weight: null }])).toEqual([]);
    expect(otherWeights({ entries: [alone] }, [])).toEqual([SHARE]);
  });

  it('given a run that pays a reserve or puts a payment right, then no weight of today moves it', () => {
    expect(otherWeights({ entries: [paid!], settles: 'prima' }, [])).toEqual([]);
    expect(otherWeights({ entries: [paid!], adjusts: { runId: 'prima', before: '1.00' } }, [])).toEqual([]);
  });
});
