import { z } from 'zod';
import { PersonName } from './accounts.js';
import { Text, WrittenLine, WrittenText } from './values.js';

describe('text that people write', () => {
  it('is kept without marks that nobody sees, which turn the direction of writing or have no width', () => {
    for (const schema of [Text, WrittenText, WrittenLine, PersonName])
      expect(schema.parse('Pagato\u202e 001 \u2066euro\u2069')).toBe('Pagato 001 euro');
    expect(Text.parse('Pa\u200bgato\ufeff')).toBe('Pagato');
    expect(Text.parse('città, “à”, 👩‍🔧')).toBe('città, “à”, 👩‍🔧');
    for (const unseen of ['\u202e \u200f', '\u200b', ' \u2060\ufeff'])
      expect(WrittenText.safeParse(unseen).success).toBe(false);
  });

  it('is described to clients as before', () => {
    expect(z.toJSONSchema(WrittenText, { io: 'input' })).toMatchObject({
      type: 'string',
      minLength: 1,
      maxLength: 20_000,
    });
  });
});
