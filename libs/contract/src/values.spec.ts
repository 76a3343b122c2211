import { z } from 'zod';
import { PersonName } from './accounts.js';
import { Text, WrittenLine, WrittenText } from './values.js';

describe('text that people write', () => {
  it('is kept without marks that turn the direction of writing, as a plan is when it is read', () => {
    for (const schema of [Text, WrittenText, WrittenLine, PersonName])
      expect(schema.parse('Pagato\u202e 001 \u2066euro\u2069')).toBe('Pagato 001 euro');
    expect(Text.parse('città, “à”, 👩‍🔧')).toBe('città, “à”, 👩‍🔧');
    expect(WrittenText.safeParse('\u202e \u200f').success).toBe(false);
  });

  it('is described to clients as before', () => {
    expect(z.toJSONSchema(WrittenText, { io: 'input' })).toMatchObject({
      type: 'string',
      minLength: 1,
      maxLength: 20_000,
    });
  });
});
