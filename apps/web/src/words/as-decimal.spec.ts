import { routes } from '#contract';
import { asDecimal } from './as-decimal.js';
import { formatsOf } from './formats.js';

describe('a number as it is typed', () => {
  it.each([
    ['12.500,00 €', '12500.00'],
    ['12500,5', '12500.5'],
    ['12.500', '12500'],
    ['1.234.567', '1234567'],
    ['12,500.00', '12500.00'],
    ['12,500', '12500'],
    ['1,234,567.8', '1234567.8'],
    ['12500.00', '12500.00'],
    ['900', '900'],
    ['62,5 %', '62.5'],
    ['62.50', '62.50'],
    ['', ''],
  ])('given %s, then %s is sent', (typed, sent) => {
    expect(asDecimal(typed)).toBe(sent);
  });

  it.each(['12.50,00', '1,234.567', '12.34.567', '1.234.56', '12,5,0', '1.2345', '1 o 2'])(
    'given %s, which may mean anything, then it is no number that could be sent',
    (typed) => {
      expect(routes.computePremium.body.shape.fund.safeParse(asDecimal(typed)).success).toBe(false);
    },
  );

  it.each(['it', 'en'] as const)(
    'given a form that begins with what was sent before, in %s, then it is sent alike',
    (language) => {
      const { amount, typed } = formatsOf(language);
      for (const sent of ['0.00', '0.05', '999.90', '10000.00', '1234567.89', '123456789012.50'])
        expect(asDecimal(amount(sent))).toBe(sent);
      for (const sent of ['0', '62.5', '100', '1234.5', '12345']) expect(asDecimal(typed(sent))).toBe(sent);
    },
  );
});
