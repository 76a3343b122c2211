import { status } from '@grpc/grpc-js';
import type { Holding } from './inbound.js';
import { Inbound } from './inbound.js';

/** Callers of whom it is known who was refused. */
function callers(inbound: Inbound) {
  const refused: string[] = [];
  const holdings = new Map<string, Holding>();
  function of(name: string): Holding {
    const known = holdings.get(name);
    if (known) return known;
    const holding = inbound.begin(({ code }) => {
      refused.push(name);
      expect(code).toBe(status.RESOURCE_EXHAUSTED);
    });
    holdings.set(name, holding);
    return holding;
  }
  return { refused, of };
}

describe('what clients have begun to send', () => {
  it('given more than the bound over all of them, then the one that has been at it longest is refused', () => {
    const { refused, of } = callers(new Inbound(100));
    of('first').holds(40);
    of('second').holds(40);
    of('first').holds(50);
    expect(refused).toEqual([]);
    of('third').holds(20);
    expect(refused).toEqual(['first']);
    of('first').holds(60);
    of('second').holds(80);
    expect(refused).toEqual(['first']);
  });

  it('given one that ended what it had begun, then it is at it anew when it begins again', () => {
    const { refused, of } = callers(new Inbound(100));
    of('first').holds(40);
    of('second').holds(40);
    of('first').holds(0);
    of('first').holds(40);
    of('third').holds(40);
    expect(refused).toEqual(['second']);
  });

  it('given one that holds more than the bound, then it is refused, and what more comes from it counts for nothing', () => {
    const { refused, of } = callers(new Inbound(100));
    of('only').holds(101);
    of('only').holds(1000);
    of('other').holds(100);
    expect(refused).toEqual(['only']);
  });

  it('given many, then as many are refused as make room', () => {
    const { refused, of } = callers(new Inbound(100));
    for (let n = 0; n < 100; n++) of(`${n}`).holds(1);
    of('large').holds(30);
    expect(refused).toEqual(Array.from({ length: 30 }, (_, n) => `${n}`));
  });
});
