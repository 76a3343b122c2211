import { z } from 'zod';
import { isRaw, routes, type Language, type Route } from '#contract';
import { faultsOf, formFaults } from './form-faults.js';

const told = (schema: z.ZodType, value: unknown, language: Language = 'it') =>
  faultsOf(schema.safeParse(value, { error: formFaults[language] }).error?.issues ?? []).map(({ path, message }) =>
    [...path, message].join(' '),
  );

const code = z
  .string()
  .regex(/^\d{4}$/)
  .meta({ examples: ['2022'] });
const one = z.union([z.strictObject({ plan: code }), z.strictObject({ act: z.string(), day: z.iso.date() })]);
const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('areas') }),
  z.object({ kind: z.literal('share'), share: z.string() }),
]);

describe('what is wrong with the form of a value', () => {
  it.each<readonly [z.ZodType, unknown, string, string]>([
    [z.iso.date(), '31/12/2022', 'non è un giorno: scriverlo come 2022-12-31', 'is no day: write it like 2022-12-31'],
    [
      z.iso.datetime(),
      'ieri',
      'non è un momento: scriverlo come 2022-12-31T08:00:00.000Z',
      'is no point in time: write it like 2022-12-31T08:00:00.000Z',
    ],
    [
      z.email(),
      'rossi',
      'non è un indirizzo e-mail: scriverlo come nome@comune.example',
      'is no e-mail address: write it like name@town.example',
    ],
    [z.enum(['a', 'b']), 'c', 'non è fra i valori possibili: a, b', 'is none of the possible values: a, b'],
    [z.enum(['a', 'b']), undefined, 'manca', 'is missing'],
    [z.literal('a'), 'b', 'può essere solo a', 'can only be a'],
    [z.string().regex(/^a/), 'b', 'non è scritto nella forma prevista', 'is not written in the expected form'],
    [
      code,
      'x',
      'non è scritto nella forma prevista: scriverlo come 2022',
      'is not written in the expected form: write it like 2022',
    ],
    [z.string().max(3), 'lungo', 'è troppo lungo: al massimo 3 caratteri', 'is too long: 3 characters at the most'],
    [z.string().min(3), 'a', 'è troppo corto: almeno 3 caratteri', 'is too short: 3 characters at the least'],
    [z.string().min(1), '', 'è vuoto: scrivere qualcosa', 'is empty: write something'],
    [z.number().max(3), 4, 'è troppo grande: al massimo 3', 'is too large: 3 at the most'],
    [z.number().min(3), 2, 'è troppo piccolo: almeno 3', 'is too small: 3 at the least'],
    [z.array(z.string()).min(1), [], 'è vuoto: serve almeno un elemento', 'is empty: at least one item is needed'],
    [z.array(z.string()).min(2), ['a'], 'ha troppo pochi elementi: almeno 2', 'has too few items: 2 at the least'],
    [z.array(z.string()).max(1), ['a', 'b'], 'ha troppi elementi: al massimo 1', 'has too many items: 1 at the most'],
    [z.string(), undefined, 'manca', 'is missing'],
    [z.string(), 4, 'deve essere un testo, non un numero', 'must be a text, not a number'],
    [z.string(), null, 'deve essere un testo, non vuoto (null)', 'must be a text, not empty (null)'],
    [
      z.object({}),
      'x',
      'deve essere un insieme di campi con un nome, non un testo',
      'must be a set of named fields, not a text',
    ],
    [
      z.array(z.string()),
      {},
      'deve essere un elenco, non un insieme di campi con un nome',
      'must be a list, not a set of named fields',
    ],
    [z.boolean(), 'si', 'deve essere vero o falso (true o false), non un testo', 'must be true or false, not a text'],
    [z.number().int(), 1.5, 'deve essere un numero intero', 'must be a whole number'],
    [z.coerce.number(), 'x', 'deve essere un numero, non un testo', 'must be a number, not a text'],
    [
      z.strictObject({}),
      { x: 1 },
      'il campo «x» non è previsto: toglierlo, o correggerne il nome',
      'the field "x" is not expected: take it out, or correct its name',
    ],
    [
      z.strictObject({}),
      { x: 1, y: 2 },
      'i campi «x», «y» non sono previsti: toglierli, o correggerne il nome',
      'the fields "x", "y" are not expected: take them out, or correct their names',
    ],
    [
      z.record(z.string().max(2), z.string()),
      { abc: 'x' },
      'abc ha un nome che non va bene: è troppo lungo: al massimo 2 caratteri',
      'abc has a name that will not do: is too long: 2 characters at the most',
    ],
  ])('given %#, then it is said to people, in both languages', (schema, value, italian, english) => {
    expect(told(schema, value)).toEqual([italian]);
    expect(told(schema, value, 'en')).toEqual([english]);
  });

  it('given a value of several forms, then what is wrong is said of the one that was meant', () => {
    expect(told(one, { plan: 'x' })).toEqual(['plan non è scritto nella forma prevista: scriverlo come 2022']);
    expect(told(one, { act: 'a', day: 'x' })).toEqual(['day non è un giorno: scriverlo come 2022-12-31']);
    expect(told(one, 4)).toEqual(['deve essere un insieme di campi con un nome, non un numero']);
    expect(told(z.union([z.iso.date(), code]), 'x')).toEqual([
      'non è un giorno: scriverlo come 2022-12-31; non è scritto nella forma prevista: scriverlo come 2022',
    ]);
    expect(told(z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]), {})).toEqual([
      'non ha nessuna delle forme previste',
    ]);
    expect(told(z.string().min(1).or(z.literal('')), 4)).toEqual(['deve essere un testo, non un numero']);
    expect(told(z.union([z.literal(''), z.literal('')]), 'x')).toEqual(['non ha nessuna delle forme previste']);
    expect(told(z.stringbool(), 'x')).toEqual(['non è fra i valori possibili: true, false']);
    expect(told(scope, { kind: 'x' })).toEqual(['kind non è fra i valori possibili: areas, share']);
    expect(told(scope, {})).toEqual(['kind manca']);
  });

  it('given two faults of one value, then the first is enough', () => {
    expect(told(z.iso.date().regex(/^20/), 'x')).toEqual(['non è un giorno: scriverlo come 2022-12-31']);
  });

  it('given anything wrong that may be sent to any route, then no word of the library is said', () => {
    const wrong = [undefined, null, '', ' ', 4, -1, 1.5, NaN, true, [], ['x'], {}, { no: 1 }, 'x'.repeat(30_000)];
    const messages = new Set<string>();
    const ask = (schema: z.ZodType, fields: readonly string[]) => {
      const samples = [...wrong, ...fields.flatMap((field) => wrong.map((value) => ({ [field]: value })))];
      const said = samples.flatMap((sample) => [...told(schema, sample), ...told(schema, sample, 'en')]);
      said.forEach((message) => messages.add(message));
    };
    for (const route of Object.values(routes) as readonly Route[]) {
      const bodies = route.body === undefined || isRaw(route.body) ? [] : [route.body];
      for (const schema of [route.params, route.query, ...bodies]) {
        if (schema !== undefined) ask(schema, fieldsOf(schema));
      }
    }
    expect(messages.size).toBeGreaterThan(100);
    const foreign = /\b(string|object|array|record|undefined|NaN|Input|Invalid|received|atteso|ricevuto)\b/;
    expect([...messages].filter((message) => foreign.test(message))).toEqual([]);
  });
});

function fieldsOf(schema: z.ZodType): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => fieldsOf(option as z.ZodType));
  if (schema instanceof z.ZodPrefault) return fieldsOf(schema.unwrap() as z.ZodType);
  return [];
}
