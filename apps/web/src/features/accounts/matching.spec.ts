import { matching } from './matching.js';
import type { Account } from './roles.js';

const account = (user: string, name: string | null, office: string): Account => ({
  id: user,
  user,
  name,
  email: null,
  office,
  roles: ['responsabile'],
  createdAt: '2026-01-01T00:00:00.000Z',
  disabledAt: null,
  lastSignInAt: null,
  lockedUntil: null,
  hasPassword: true,
  alike: [],
  ofTheSystem: user === 'operatore',
});

describe('looking for somebody', () => {
  const accounts = [
    account('n.gala', 'Nicolò Galà', 'polizia-locale'),
    account('admin', null, 'admin'),
    account('operatore', null, 'operatore'),
  ];
  const found = (asked: string) =>
    matching(accounts, asked, (office) => (office === 'admin' ? 'Sistemi' : 'Polizia locale')).map(({ user }) => user);

  it('given words without accents and in any order, then who has them all is found', () => {
    expect(found('gala nicolo')).toEqual(['n.gala']);
    expect(found('galà polizia')).toEqual(['n.gala']);
    expect(found('sistemi')).toEqual(['admin']);
  });

  it('given nothing to look for, then everybody is there; given a word that nobody has, nobody', () => {
    expect(found('  ')).toEqual(['n.gala', 'admin']);
    expect(found('gala sistemi')).toEqual([]);
  });
});
