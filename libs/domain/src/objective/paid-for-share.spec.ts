import { exampleStaff, tenure } from '../testing/staff.js';
import {
  acknowledge,
  adjust,
  after,
  approve,
  assign,
  define,
  reopen,
  score,
  submit,
  upTo,
} from '../testing/commands.js';
import { giunta, NOTED, nucleo } from '../testing/example.js';
import type { Actor } from '../values.js';
import { isPaidForShare } from './reopening.js';
import type { ShareState } from './state.js';

const personale: Actor = { id: 'u-personale', office: 'personale' };
const tributi: Actor = { id: 'u-tributi', office: 'tributi' };
const anagrafe: Actor = { id: 'u-anagrafe', office: 'anagrafe' };
const own = { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure('u-tributi', 'tributi')] };

const judged = [
  approve(),
  approve({ step: 'certificazione', by: nucleo }),
  approve({ step: 'presa-atto', by: giunta, act: NOTED }),
];
/** An area's share that one office had, and another has now; paid, reopened and scored again. */
const handedOver = after(
  define(),
  assign({ office: tributi.office }),
  acknowledge({ by: tributi }),
  assign({ office: anagrafe.office }),
  acknowledge({ by: anagrafe }),
  submit({ by: anagrafe }),
  ...judged,
  ...upTo.liquidated.slice(upTo.approved.length),
  reopen(),
  ...judged,
  score({ degree: '80', reason: 'conteggio corretto' }),
);
const asked = (by: Actor, staff = own) => handedOver.when(adjust({ by, staff }));

describe('adjusting the premium of a share that went from hand to hand', () => {
  it.each<[string, Actor]>([
    ['its area', { id: 'u-area', office: 'affari-generali' }],
    ['the office that had it', { id: 'u-deputy', office: tributi.office }],
    ['the office that has it', { id: 'u-deputy', office: anagrafe.office }],
  ])('given who acts as %s, then it is refused: they are paid', (_, by) => {
    expect(asked(by)).toEqual({
      refusal: 'premium/signer-is-paid',
      facts: { office: by.office, rule: 'own-office' },
    });
  });

  it('given who held the office that had it, and acts as another now, then it is refused too', () => {
    const moved = [tenure('u-personale', tributi.office, { to: '2022-12-31' }), tenure('u-personale', 'personale')];
    expect(asked(personale, { ...own, tenures: moved })).toMatchObject({ refusal: 'premium/signer-is-paid' });
    expect(asked(personale, { ...own, tenures: moved.slice(1) })).toHaveProperty('events');
  });

  it('given nobody says who holds what, then nobody asks who is paid', () => {
    expect(handedOver.when(adjust({ by: anagrafe }))).toHaveProperty('events');
  });
});

describe('who is paid for a share, as a table without its history tells it', () => {
  const [share] = handedOver.state.shares;
  const bare = (fields: Partial<ShareState>): ShareState => ({ ...(share ?? never()), holders: [], ...fields });
  const paid = (fields: Partial<ShareState>, by: Actor) =>
    isPaidForShare(bare(fields), handedOver.state, { by, onBehalfOf: null, staff: own });

  it('given the office that has it, then they are; given no office, then its area is', () => {
    expect(paid({ office: tributi.office }, tributi)).toBe(true);
    expect(paid({ office: anagrafe.office }, tributi)).toBe(false);
    expect(paid({ office: null }, tributi)).toBe(false);
    expect(paid({ office: null }, { id: 'u-area', office: 'affari-generali' })).toBe(true);
  });

  it('given an objective without a last day, then the year of today says who held an office in its time', () => {
    const staff = (from: string, to: string) => ({
      ...own,
      tenures: [tenure(personale.id, tributi.office, { from, to })],
    });
    const of = (tenures: ReturnType<typeof staff>) =>
      isPaidForShare(
        bare({ office: tributi.office }),
        { ...handedOver.state, horizon: null },
        {
          by: personale,
          onBehalfOf: null,
          staff: tenures,
        },
      );
    expect(of(staff('2022-01-01', '2022-12-31'))).toBe(false);
    expect(of(staff('2022-01-01', '2023-01-01'))).toBe(true);
  });
});

function never(): never {
  throw new Error('The example has no shares');
}
