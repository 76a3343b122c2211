import { z } from 'zod';
import { formFaults } from './form-faults.js';

const told = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: formFaults.it }).error?.issues.map(({ message }) => message);

describe('what is wrong with the form of a value', () => {
  it.each([
    [z.iso.date(), '31/12/2022', 'non è un giorno: scriverlo come 2022-12-31'],
    [z.enum(['a', 'b']), 'c', 'non è fra i valori possibili: a, b'],
    [z.string().regex(/^a/), 'b', 'non è scritto nella forma prevista'],
    [z.string().max(3), 'lungo', 'è troppo lungo: al massimo 3 caratteri'],
    [z.number().max(3), 4, 'è troppo grande: al massimo 3'],
    [z.string().min(1), '', 'è vuoto: scrivere qualcosa'],
    [z.string(), undefined, 'manca'],
    [z.string(), 4, 'Input non valido: atteso string, ricevuto numero'],
  ])('given %#, then it is said to people, not by its pattern', (schema, value, message) => {
    expect(told(schema, value)).toContain(message);
  });
});
