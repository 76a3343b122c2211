import { hash, verify } from '@node-rs/argon2';
import { normalized } from './password-rules.js';

/** OWASP's second recommendation for argon2id (the library's own algorithm): 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AS_NOW = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), cost);
}

/**
 * @param known  the account's hash; null for an unknown user, whose check takes as long and always fails
 * @param decoy  a hash of no account's password
 */
export async function passwordMatches(known: string | null, password: string, decoy: string): Promise<boolean> {
  const matches = await verify(known ?? decoy, normalized(password));
  return matches && known !== null;
}

/** Whether a hash was made at another cost than new ones are: then it is made again while the password is at hand. */
export function isOutdated(known: string): boolean {
  return !known.startsWith(AS_NOW);
}
