import type { Account } from './roles.js';

/** Those people in whose name, user, e-mail or office every word asked for is found, however it is accented. */
export function matching(accounts: readonly Account[], asked: string, nameOf: (office: string) => string) {
  const words = plain(asked)
    .split(/\s+/)
    .filter((word) => word !== '');
  return accounts.filter(({ name, user, email, office, ofTheSystem }) => {
    if (ofTheSystem) return false; // nobody's
    const text = plain([name, user, email, office, nameOf(office)].join(' '));
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
