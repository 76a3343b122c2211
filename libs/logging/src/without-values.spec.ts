import { openLogger } from './open-logger.js';
import { withoutValues } from './without-values.js';

describe('a sentence without its values', () => {
  it.each([
    ['invalid input syntax for type uuid: "mario.rossi"', 'invalid input syntax for type uuid: "…"'],
    ['Key (user_name)=(mario.rossi) already exists.', 'Key (user_name)=(…) already exists.'],
    ['Unexpected token \'M\', "Mario Rossi" is not valid JSON', 'Unexpected token \'M\', "…" is not valid JSON'],
    ['no mailbox for mario.rossi@comune.example', 'no mailbox for …@…'],
    ['GET /x?user=mario failed', 'GET /x?… failed'],
    ['postgres://traguardo:segreta@127.0.0.1:5432/x refused', '…@… refused'],
    ['token 0123456789abcdefghijABCDEFGHIJ0123456789_-x', 'token …'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
  ])('%s', (text, kept) => {
    expect(withoutValues(text)).toBe(kept);
  });
});

describe('an error in the log', () => {
  const written = (error: unknown): string => {
    let line = '';
    openLogger('prova', { destination: { write: (text: string) => void (line += text) } }).error(
      { err: error },
      'failed',
    );
    return line;
  };

  it('says what and where, and nothing that hangs on it', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "account_user_name_key"'), {
      code: '23505',
      detail: 'Key (user_name)=(mario.rossi) already exists.',
      parameters: ['mario.rossi'],
      cause: new TypeError('was "Mario Rossi"'),
    });
    const line = written(error);
    expect(JSON.parse(line)).toMatchObject({ err: { type: 'Error', code: '23505', cause: { type: 'TypeError' } } });
    expect(line).toContain('without-values.spec');
    expect(line.toLowerCase()).not.toMatch(/mario|rossi/);
  });

  it('is told also where it is no error', () => {
    expect(JSON.parse(written('Mario "Rossi"'))).toMatchObject({ err: { type: 'string' } });
  });
});
