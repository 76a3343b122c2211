import { hashPassword, isPassword, WELL_KNOWN_HASH, WELL_KNOWN_PASSWORD } from './password.js';

describe('a password', () => {
  it('when kept, then it is recognised, another is not, and the same twice looks different', async () => {
    const kept = await hashPassword('quattro gatti');
    expect(await isPassword('quattro gatti', kept)).toBe(true);
    expect(await isPassword('quattro gatto', kept)).toBe(false);
    expect(await hashPassword('quattro gatti')).not.toEqual(kept);
    expect(JSON.stringify(kept)).not.toContain('gatti');
  });

  it('given the one that everybody knows, then its hash is the one that was made in advance', async () => {
    expect(await isPassword(WELL_KNOWN_PASSWORD, WELL_KNOWN_HASH)).toBe(true);
  });

  it('given a hash of a kind that is not known, then this is said', async () => {
    const kept = { ...WELL_KNOWN_HASH, algorithm: 'md5' };
    await expect(isPassword('x', kept)).rejects.toThrow('"md5", which this version does not know');
  });
});
