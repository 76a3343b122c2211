import { hash, verify } from '@node-rs/argon2';

/** OWASP's second recommendation for argon2id (the library's own algorithm): 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/**
 * @param known  the account's hash; null for an unknown user, whose check takes as long and always fails
 * @param decoy  a hash of no account's password
 */
export async function passwordMatches(known: string | null, password: string, decoy: string): Promise<boolean> {
  const matches = await verify(known ?? decoy, password.normalize('NFKC'));
  return matches && known !== null;
}
