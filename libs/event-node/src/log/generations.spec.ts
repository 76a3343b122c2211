import { Generations } from './generations.js';

describe('What was set lately', () => {
  test('when more is set than there is room for, then the newest stays', () => {
    const lately = new Generations<number>(10);
    for (let n = 0; n < 100; n++) lately.set(`key-${n}`, n);
    const known = Array.from({ length: 100 }, (_, n) => n).filter((n) => lately.get(`key-${n}`) === n);
    expect(known.length).toBeGreaterThanOrEqual(10);
    expect(known.length).toBeLessThanOrEqual(20);
    expect(known).toEqual(known.map((_, index) => 100 - known.length + index));
  });

  test('when keys are long, then fewer are known: together they take no more than short ones', () => {
    const lately = new Generations<number>(1000, 1000);
    for (let n = 0; n < 100; n++) lately.set(`${n}`.padEnd(500), n);
    const known = Array.from({ length: 100 }, (_, n) => `${n}`.padEnd(500)).filter((key) => lately.has(key));
    expect(known.length).toBeGreaterThanOrEqual(1);
    expect(known.length).toBeLessThanOrEqual(4);
  });

  test('when one key is set again and again, then it takes the place of one', () => {
    const lately = new Generations<number>(1000, 1000);
    lately.set('first', 0);
    for (let n = 0; n < 1000; n++) lately.set('again'.padEnd(500), n);
    expect([lately.get('first'), lately.get('again'.padEnd(500))]).toEqual([0, 999]);
  });

  test('when nothing is what is known of a key, then that is known', () => {
    const lately = new Generations<number | undefined>(10);
    lately.set('nothing', 1);
    for (let n = 0; n < 10; n++) lately.set(`key-${n}`, n);
    lately.set('nothing', undefined);
    expect([lately.has('nothing'), lately.get('nothing'), lately.has('other')]).toEqual([true, undefined, false]);
  });
});
