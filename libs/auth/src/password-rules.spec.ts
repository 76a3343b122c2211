import { PasswordRefused, requireGoodPassword } from './password-rules.js';

const context = ['anna.rossi', 'borgo-sereno', 'traguardo'];

async function verdictOn(password: string): Promise<string> {
  return requireGoodPassword(password, context).then(
    () => 'taken',
    (error: unknown) => (error instanceof PasswordRefused ? error.code : String(error)),
  );
}

describe('which passwords may be chosen', () => {
  it.each([
    ['una frase lunga', 'taken'],
    ['solo-per-dimostrazione', 'taken'],
    ['è l’ora del tè verde', 'taken'],
    ['🍋🌿🫒🍅🧄🌶️🥖🧀🍇🌊⛵️🌞', 'password/too-short'],
    ['Xk8#mQ2$vL9!pR', 'password/too-short'],
    ['tre parole insolite '.repeat(11), 'password/too-long'],
    ['passwordpassword', 'password/common'],
    ['qwertyuiop1234567890', 'password/common'],
    ['aaaaaaaaaaaaaaaaaaaa', 'password/common'],
    ['P@ssw0rd12345678', 'password/common'],
    ['annarossiannarossi', 'password/telling'],
    ['Traguardo-Traguardo-2026', 'password/telling'],
    ['borgo sereno 2026!', 'password/telling'],
    ['segretariogenerale', 'password/telling'],
    ['Amministratore.2026', 'password/telling'],
    ['pianodellaperformance', 'password/telling'],
    ['il piano di nonna Pina', 'taken'],
  ])('given %s, then: %s', async (password, verdict) => {
    expect(await verdictOn(password)).toBe(verdict);
  });

  it('given the longest, hostile to estimators, then the verdict is quick', async () => {
    await verdictOn('una frase lunga');
    const begun = process.cpuUsage();
    await verdictOn('4@13$'.repeat(40));
    await verdictOn('p4ssw0rd'.repeat(25));
    // of the processor: others may have it meanwhile
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
  });
});
